import { hydrate, type VNode } from "preact";
import { localeOf, speechOf } from "../../i18n/locales.ts";
import type { PackedCells } from "../../view/pack.ts";
import type { ExplorerProps, Stage } from "./state.ts";

/**
 * Wakes what a page baked into `#name` with the data that it keeps in `#name-data`. Throws when the page lacks
 * either.
 */
export const wake = (name: string, part: (stage: Stage, first: PackedCells) => VNode): void => {
  document.querySelector("#scripts-off")?.remove();
  const root = document.querySelector(`#${name}`);
  const data = document.querySelector(`#${name}-data`)?.textContent;
  if (root === null || data === null || data === undefined)
    throw new Error(`The part “${name}” of the page is missing; reload the page.`);
  const { path, cells, ...rest } = JSON.parse(data) as ExplorerProps;
  hydrate(part({ ...rest, speech: speechOf(localeOf(path)) }, cells), root);
};

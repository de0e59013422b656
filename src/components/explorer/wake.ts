import { hydrate, type VNode } from "preact";
import { localeOf, speechOf } from "../../i18n/locales.ts";
import type { PackedCells } from "../../view/pack.ts";
import { bakedPart } from "../baked-part.ts";
import type { ExplorerProps, Stage } from "./state.ts";

/** Wakes what a page baked into `#name`. Throws when the page lacks it or its data. */
export const wake = (name: string, part: (stage: Stage, first: PackedCells) => VNode): void => {
  const { root, data } = bakedPart(name);
  const { path, cells, ...rest } = data as ExplorerProps;
  hydrate(part({ ...rest, speech: speechOf(localeOf(path)) }, cells), root);
};

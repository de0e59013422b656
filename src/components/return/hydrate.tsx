import { hydrate } from "preact";
import { localeOf, speechOf } from "../../i18n/locales.ts";
import { Return } from "./Return.tsx";
import type { ReturnProps } from "./state.ts";

/** Wakes the baked page. Throws when the page lacks its root or its data. */
export const hydrateReturn = (): void => {
  document.querySelector("#scripts-off")?.remove();
  const root = document.querySelector("#return");
  const data = document.querySelector("#return-data")?.textContent;
  if (root === null || data === null || data === undefined)
    throw new Error("The part of the page that opens files is missing; reload the page.");
  const props = JSON.parse(data) as ReturnProps;
  hydrate(<Return stage={{ ...props, speech: speechOf(localeOf(props.path)) }} />, root);
};

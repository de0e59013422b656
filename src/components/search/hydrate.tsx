import { hydrate } from "preact";
import { localeOf, speechOf } from "../../i18n/locales.ts";
import { bakedPart } from "../baked-part.ts";
import { Search } from "./Search.tsx";

/** What the page hands to its search. */
export interface SearchData {
  readonly path: string;
  /** Relative address of the language's root, ending in a slash. */
  readonly base: string;
}

/** Wakes the baked search. Throws when the page lacks its root or its data. */
export const hydrateSearch = (): void => {
  const { root, data } = bakedPart("search");
  const { path, base } = data as SearchData;
  // What a reader has written before the scripts came is kept.
  const typed = root.querySelector("input")?.value;
  hydrate(<Search speech={speechOf(localeOf(path))} base={base} typed={typed} />, root);
};

import { hydrate } from "preact";
import { localeOf, speechOf } from "../../i18n/locales.ts";
import { bakedPart } from "../baked-part.ts";
import { Return } from "./Return.tsx";
import type { ReturnProps } from "./state.ts";

/** Wakes the baked page. Throws when the page lacks its root or its data. */
export const hydrateReturn = (): void => {
  const { root, data } = bakedPart("return");
  const props = data as ReturnProps;
  hydrate(<Return stage={{ ...props, speech: speechOf(localeOf(props.path)) }} />, root);
};

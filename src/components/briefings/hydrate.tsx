import { hydrate } from "preact";
import { localeOf, speechOf } from "../../i18n/locales.ts";
import { bakedPart } from "../baked-part.ts";
import { Composer } from "./Composer.tsx";
import type { ComposerProps } from "./composer-state.ts";

/** Wakes the baked composer. Throws when the page lacks its root or its data. */
export const hydrateComposer = (): void => {
  const { root, data } = bakedPart("composer");
  const props = data as ComposerProps;
  hydrate(<Composer stage={{ ...props, speech: speechOf(localeOf(props.path)) }} />, root);
};

import { hydrate } from "preact";
import { localeOf, speechOf } from "../../i18n/locales.ts";
import { bakedPart } from "../baked-part.ts";
import { Console } from "./Console.tsx";
import type { ConsoleProps } from "./state.ts";

/** Wakes the baked console. Throws when the page lacks its root or its data. */
export const hydrateConsole = (): void => {
  const { root, data } = bakedPart("console");
  const props = data as ConsoleProps;
  const stage = { ...props, speech: speechOf(localeOf(props.path)) };
  // What a reader has written before the scripts came is kept.
  const typed = root.querySelector("textarea")?.value;
  hydrate(<Console stage={stage} typed={typed} />, root);
};

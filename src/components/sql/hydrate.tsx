import { hydrate } from "preact";
import { localeOf, speechOf } from "../../i18n/locales.ts";
import { Console } from "./Console.tsx";
import type { ConsoleProps } from "./state.ts";

/** Wakes the baked console. Throws when the page lacks its root or its data. */
export const hydrateConsole = (): void => {
  document.querySelector("#scripts-off")?.remove();
  const root = document.querySelector("#console");
  const data = document.querySelector("#console-data")?.textContent;
  if (root === null || data === null || data === undefined)
    throw new Error("The console's part of the page is missing; reload the page.");
  const props = JSON.parse(data) as ConsoleProps;
  const stage = { ...props, speech: speechOf(localeOf(props.path)) };
  // What a reader has written before the scripts came is kept.
  const typed = root.querySelector("textarea")?.value;
  hydrate(<Console stage={stage} typed={typed} />, root);
};

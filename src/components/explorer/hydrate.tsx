import { hydrate } from "preact";
import { localeOf, speechOf } from "../../i18n/locales.ts";
import { Explorer } from "./Explorer.tsx";
import type { ExplorerProps } from "./state.ts";

/** Wakes the baked explorer. Throws when the page lacks its root or its data. */
export const hydrateExplorer = (): void => {
  document.querySelector("#scripts-off")?.remove();
  const root = document.querySelector("#explorer");
  const data = document.querySelector("#explorer-data")?.textContent;
  if (root === null || data === null || data === undefined)
    throw new Error("The explorer's part of the page is missing; reload the page.");
  const props = JSON.parse(data) as ExplorerProps;
  const stage = {
    speech: speechOf(localeOf(props.path)),
    names: props.names,
    catalogue: props.catalogue,
    root: props.root,
    dataVersion: props.dataVersion,
    versions: props.versions,
    positions: props.positions,
  };
  hydrate(<Explorer stage={stage} first={props.cells} />, root);
};

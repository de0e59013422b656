import type { ExplorerProps } from "../components/explorer/state.ts";
import { folderOf, type Locale } from "../i18n/locales.ts";
import { packCells } from "../view/pack.ts";
import { DEFAULT_VIEW } from "../view/view.ts";
import { positionsOf } from "./positions.ts";
import { rootFrom } from "./root.ts";
import { cellsOf, type SiteData, usedNames } from "./site-data.ts";

/**
 * What a page with live views hands to the browser.
 * @param page part of its path after the language: "explore/"
 */
export const explorerProps = async (
  data: SiteData,
  locale: Locale,
  page: string,
): Promise<ExplorerProps> => ({
  path: locale.path,
  root: rootFrom(`${folderOf(locale)}${page}`),
  dataVersion: data.version,
  versions: data.versions.map(({ version }) => version),
  catalogue: data.catalogue,
  names: usedNames(data),
  cells: packCells(await cellsOf(data, DEFAULT_VIEW)),
  positions: positionsOf(data.areas),
});

/** Data as they may stand inside a `<script>` of a page. */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c");

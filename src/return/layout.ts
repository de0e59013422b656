import { DIMENSIONS } from "../standard/dimensions.ts";
import { UNODC_HEADERS, type UnodcHeader } from "../standard/layouts/unodc-table.ts";
import { COLUMN_NAMES, type ColumnName } from "../standard/observation.ts";
import type { RawTable } from "./raw-table.ts";

export const LAYOUTS = ["standard", "unodc-portal", "plain"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What a layout was recognized by: the columns of it that the file has, and those that it lacks or has beside. */
export interface Detected {
  readonly layout: Layout;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  readonly beside: readonly string[];
}

/** Without these a table of observations says nothing; the rest follows from them or has a default. */
export const STANDARD_REQUIRED = [
  "indicator",
  "ref_area",
  "time_period",
  "obs_value",
] as const satisfies readonly ColumnName[];

/** What the portal's layout cannot do without. */
export const PORTAL_REQUIRED = [
  "Iso3_code",
  "Indicator",
  "Dimension",
  "Category",
  "Sex",
  "Age",
  "Year",
  "VALUE",
] as const satisfies readonly UnodcHeader[];

/** A title as it is compared: trimmed, in lower case, words joined by `_`, without the `[]` of SDMX-CSV. */
const folded = (title: string): string =>
  title
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/\[.?\]$/, "")
    .replace(/[\s_]+/g, "_");

/** The file's title of each column of a layout, found whatever its case and spaces. */
export const titlesOf = <N extends string>(
  names: readonly N[],
  { columns }: Pick<RawTable, "columns">,
): ReadonlyMap<N, string> => {
  const found = new Map<N, string>();
  for (const name of names) {
    const column = columns.find(({ title }) => folded(title) === folded(name));
    if (column !== undefined) found.set(name, column.title);
  }
  return found;
};

const detected = <N extends string>(
  layout: Layout,
  names: readonly N[],
  table: Pick<RawTable, "columns">,
): Detected => {
  const titles = titlesOf(names, table);
  const used = new Set(titles.values());
  return {
    layout,
    has: [...titles.values()],
    lacks: names.filter((name) => !titles.has(name)),
    beside: table.columns.flatMap(({ title }) => (used.has(title) ? [] : [title])),
  };
};

/**
 * Which layout a table has: that of this standard (our own files in CSV, for people or for software, SDMX-CSV and XLSX
 * have it too), that of UNODC's data portal, or none, so that its columns must be mapped. Titles are compared without
 * regard to case and spaces.
 */
export const detectLayout = (table: Pick<RawTable, "columns">): Detected => {
  const portal = titlesOf(UNODC_HEADERS, table);
  if (PORTAL_REQUIRED.every((name) => portal.has(name)))
    return detected("unodc-portal", UNODC_HEADERS, table);
  const standard = titlesOf(COLUMN_NAMES, table);
  const isStandard =
    STANDARD_REQUIRED.every((name) => standard.has(name)) &&
    [...DIMENSIONS, "dataset", "unit_measure"].some((name) => standard.has(name as ColumnName));
  if (isStandard) return detected("standard", COLUMN_NAMES, table);
  return { layout: "plain", has: [], lacks: [], beside: table.columns.map(({ title }) => title) };
};

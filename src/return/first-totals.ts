import type { CodedColumn, CodedTable } from "../standard/coded-table.ts";
import type { Mapping } from "./mapping.ts";

/** The number of a year over all areas, and how many areas are behind it. */
export interface YearTotal {
  readonly period: string;
  readonly value: number;
  readonly areas: number;
}

/** What can be said of records before the database has them. */
export interface FirstTotals {
  /** Codes of the areas that any record names. */
  readonly areas: readonly string[];
  /** The years that the file covers, in order. */
  readonly totals: readonly YearTotal[];
}

type Words = Extract<CodedColumn, { kind: "enum" }>;

const wordsOf = ({ columns }: CodedTable, name: string): Words => {
  const column = columns.find((entry) => entry.name === name);
  if (column?.kind !== "enum") throw new Error(`The mapped rows have no column "${name}".`);
  return column;
};

const numbersOf = ({ columns }: CodedTable, name: string): ArrayLike<number> => {
  const column = columns.find((entry) => entry.name === name);
  if (column?.kind !== "number") throw new Error(`The mapped rows have no column "${name}".`);
  return column.values;
};

/**
 * Yearly totals of mapped records, summed here because loading them into the database takes as long as reading them:
 * the first chart need not wait for it. They are the totals of `standardizeQuery`. Throws when a column is missing.
 */
export const firstTotals = (table: CodedTable, covers: Mapping["covers"]): FirstTotals => {
  const years = wordsOf(table, "year");
  const areas = wordsOf(table, "ref_area");
  const arms = numbersOf(table, "arms");
  const size = areas.words.length;
  const sums = new Float64Array(years.words.length * size);
  const rows = new Int32Array(sums.length);
  for (let row = 0; row < table.rows; row += 1) {
    const at = (years.codes[row] ?? 0) * size + (areas.codes[row] ?? 0);
    sums[at] = (sums[at] ?? 0) + (arms[row] ?? 0);
    rows[at] = (rows[at] ?? 0) + 1;
  }
  const isCovered = (year: string): boolean =>
    covers === null || (`${year}-01` >= covers.from && `${year}-12` <= covers.to);
  const reportIn = (year: number) => rows.subarray(year * size, (year + 1) * size);
  const named = (area: number): boolean =>
    years.words.some((year, at) => isCovered(year) && (rows[at * size + area] ?? 0) > 0);
  return {
    areas: areas.words.filter((_, area) => named(area)).sort(),
    totals: years.words.flatMap((period, year) => {
      const reporting = reportIn(year).reduce((count, n) => count + Number(n > 0), 0);
      if (reporting === 0 || !isCovered(period)) return [];
      const value = sums
        .subarray(year * size, (year + 1) * size)
        .reduce((sum, part) => sum + part, 0);
      return [{ period, value, areas: reporting }];
    }),
  };
};

import type { CodedColumn } from "../standard/coded-table.ts";
import type { Dimension } from "../standard/dimensions.ts";
import { LEFT, type Translated } from "./translate.ts";

/** Name of the table of mapped rows in the database. */
export const OWN_ROWS = "own_rows";

/** A column of words. */
export const enumOf = (name: string, words: readonly string[], codes: Int32Array): CodedColumn => ({
  name,
  kind: "enum",
  words,
  codes,
});

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** The years from the first to the last of some years. */
const span = (years: Int32Array): readonly [first: number, words: readonly string[]] => {
  const first = years.reduce((low, year) => Math.min(low, year), LAST_YEAR);
  const last = years.reduce((high, year) => Math.max(high, year), FIRST_YEAR);
  return [
    first,
    Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => String(first + at)),
  ];
};

const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, "0"));

/**
 * Columns `year` and, only where every row has one, `month` (`2021-03`), of the year and the month (from 1, or LEFT)
 * of each row.
 */
export const periodColumns = (years: Int32Array, months: Int32Array): CodedColumn[] => {
  const [first, words] = span(years);
  const year = enumOf(
    "year",
    words,
    years.map((value) => value - first),
  );
  if (months.includes(LEFT)) return [year];
  const monthWords = words.flatMap((word) => MONTHS.map((month) => `${word}-${month}`));
  const places = months.map((month, at) => ((years[at] ?? first) - first) * 12 + month - 1);
  return [year, enumOf("month", monthWords, places)];
};

/** A column of codes for the rows that are used; what is left out or has no meaning is the empty word. */
export const codeColumn = (
  name: Dimension | "ref_area",
  { column, to, words }: Translated,
  used: Int32Array,
): CodedColumn => {
  const places = to.map((place) => (place < 0 ? words.length : place));
  return enumOf(
    name,
    [...words, ""],
    used.map((row) => places[column.codes[row] ?? -1] ?? words.length),
  );
};

import { ReturnError } from "./finding.ts";
import type { Mapping, ValueMap } from "./mapping.ts";
import { type Decimal, parseNumber } from "./numbers.ts";
import { parseMonth, parsePeriod } from "./periods.ts";
import { columnOf, type RawColumn, type RawTable } from "./raw-table.ts";

/** In place of a meaning: the reader left the value out, or it has none. */
export const LEFT = -1;
export const UNKNOWN = -2;

/** The column of a title. Throws a ReturnError when the file has none. */
export const neededColumn = (raw: RawTable, title: string): RawColumn => {
  const column = columnOf(raw, title);
  if (column === undefined) throw new ReturnError("column-missing", title);
  return column;
};

/** A column of words as places in a list of codes. */
export interface Translated {
  readonly column: RawColumn;
  /** By code of the column: the place of its meaning in `words`, LEFT or UNKNOWN. */
  readonly to: Int32Array;
  readonly words: readonly string[];
}

/** The values of a column as the codes that they stand for. */
export const translateValues = (column: RawColumn, values: ValueMap): Translated => {
  const places = new Map<string, number>();
  const to = Int32Array.from(column.words(), (word) => {
    const meaning = Object.hasOwn(values, word) ? values[word] : undefined;
    if (meaning === undefined) return UNKNOWN;
    if (!("code" in meaning)) return LEFT;
    const known = places.get(meaning.code);
    if (known === undefined) places.set(meaning.code, places.size);
    return known ?? places.size - 1;
  });
  return { column, to, words: [...places.keys()] };
};

/** A column of numbers, by code of the column; NaN where the text is none, and in `empty` where there is no text. */
export interface Numbers {
  readonly column: RawColumn;
  readonly values: Float64Array;
  readonly empty: readonly boolean[];
}

export const translateNumbers = (column: RawColumn, decimal: Decimal): Numbers => ({
  column,
  values: Float64Array.from(column.words(), (word) => parseNumber(word, decimal) ?? Number.NaN),
  empty: column.words().map((word) => word.trim() === ""),
});

/** Years and months of the rows: `year` and `month` of a row, UNKNOWN where its text is no date. */
export interface Periods {
  /** The columns that hold them, for findings. */
  readonly columns: readonly RawColumn[];
  readonly year: (row: number) => number;
  /** From 1; LEFT where the file has no month. */
  readonly month: (row: number) => number;
}

const at = (values: Int32Array, column: RawColumn, row: number): number =>
  values[column.codes[row] ?? -1] ?? UNKNOWN;

/** Reads the period of each row as a mapping says. Throws a ReturnError when a column is missing. */
export const translatePeriods = (raw: RawTable, period: Mapping["period"]): Periods => {
  if (period.kind === "DATE") {
    const column = neededColumn(raw, period.column);
    const dates = column.words().map((word) => parsePeriod(word, period.order));
    const years = Int32Array.from(dates, (date) => date?.year ?? UNKNOWN);
    const months = Int32Array.from(dates, (date) =>
      date === undefined ? UNKNOWN : (date.month ?? LEFT),
    );
    return {
      columns: [column],
      year: (row) => at(years, column, row),
      month: (row) => at(months, column, row),
    };
  }
  const year = neededColumn(raw, period.year);
  const years = Int32Array.from(year.words(), (word) => parsePeriod(word, "YMD")?.year ?? UNKNOWN);
  const month = period.month === null ? undefined : neededColumn(raw, period.month);
  const months = Int32Array.from(month?.words() ?? [], (word) => parseMonth(word) ?? UNKNOWN);
  return {
    columns: month === undefined ? [year] : [year, month],
    year: (row) => at(years, year, row),
    month: (row) => (month === undefined ? LEFT : at(months, month, row)),
  };
};

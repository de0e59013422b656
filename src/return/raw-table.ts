import type { FindingGroup } from "./finding.ts";
import type { Encoding } from "./read/encoding.ts";
import type { Separator } from "./read/head.ts";

/** A column of a file as it stands there: a code for each row, and the word that each code stands for. */
export interface RawColumn {
  /** Unique in its table. */
  readonly title: string;
  readonly codes: Int32Array;
  /** The word of a code. */
  word(code: number): string;
  /** Words of the column, by code; a few of them may be of no row. Reading them decodes all of them once. */
  words(): readonly string[];
  /** How many words there are, without decoding them. */
  readonly distinct: number;
}

/** How a file was read. */
export type ReadAs =
  | {
      readonly kind: "text";
      readonly encoding: Encoding;
      readonly separator: Separator;
      /** Lines without content, which were passed over. */
      readonly blank: number;
    }
  | { readonly kind: "workbook"; readonly sheet: string };

/** The rows of a file below its titles, column by column, as text. */
export interface RawTable {
  readonly readAs: ReadAs;
  /** Rows above the titles, as text. */
  readonly above: readonly (readonly string[])[];
  /** Line or sheet row of the titles. */
  readonly headerLine: number;
  readonly rows: number;
  /** Line of the text file, or row of the sheet, of each row, from 1. */
  readonly lines: Int32Array;
  readonly columns: readonly RawColumn[];
  /** Lines that could not be read. */
  readonly findings: readonly FindingGroup[];
}

/** A column of which the words are there already. */
export const rawColumn = (
  title: string,
  codes: Int32Array,
  words: readonly string[],
): RawColumn => ({
  title,
  codes,
  word: (code) => words[code] ?? "",
  words: () => words,
  distinct: words.length,
});

/** The text of one cell. */
export const cellOf = ({ codes, word }: RawColumn, row: number): string => word(codes[row] ?? -1);

/** The column of a title; undefined when there is none. */
export const columnOf = (
  { columns }: Pick<RawTable, "columns">,
  title: string,
): RawColumn | undefined => columns.find((column) => column.title === title);

/** How many rows have each word of a column, by code. */
export const countsOf = ({ codes, distinct }: RawColumn): Int32Array => {
  const counts = new Int32Array(distinct);
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

/** A value of a column and the rows that have it. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** What a reader is shown of a column. */
export interface ColumnProfile {
  readonly title: string;
  readonly distinct: number;
  readonly empty: number;
  /** Its values, most frequent first, at most {@link MAX_VALUES}. */
  readonly values: readonly ValueCount[];
}

/** More values than this are not listed: such a column holds no categories. */
export const MAX_VALUES = 2000;

/** A column with more words than this holds numbers, times or names: its first words alone are looked at. */
const MANY_WORDS = 50_000;

/** What each column holds, for a reader who says what it means. Words that no row has are left out. */
export const profilesOf = (table: Pick<RawTable, "columns">): ColumnProfile[] =>
  table.columns.map((column) => {
    const counts = countsOf(column);
    const looked = counts.length > MANY_WORDS ? counts.subarray(0, MAX_VALUES) : counts;
    const found: ValueCount[] = [];
    for (const [code, count] of looked.entries())
      if (count > 0) found.push({ value: column.word(code), count });
    found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    return {
      title: column.title,
      distinct: counts.reduce((sum, count) => sum + Number(count > 0), 0),
      empty: found.find(({ value }) => value === "")?.count ?? 0,
      values: found.slice(0, MAX_VALUES),
    };
  });

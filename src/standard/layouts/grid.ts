import type { ProblemLog } from "../problem.ts";

/** A cell as stored: text is not trimmed, numbers are not formatted, empty is null. */
export type Cell = string | number | boolean | Date | null;

/** Letter of a column counted from 0: 0 is A, 25 is Z, 26 is AA. */
export const columnLetter = (index: number): string => {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
};

/** One row of cells and where it stands, counted from 1. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** The cells of a file, whether workbook or text. */
export interface Grid {
  readonly file: string;
  /** Name of the sheet; undefined for a text file. */
  readonly sheet: string | undefined;
  readonly rows: readonly GridRow[];
  readonly problems: ProblemLog;
  /** How a message names a column: its letter in a sheet, its title in a text file. */
  readonly columnName: (index: number, title: Cell) => string;
  /** The number that a cell holds, undefined when it holds none. */
  readonly numberOf: (cell: Cell) => number | undefined;
}

const DECIMAL = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;

/** How the columns of a text file are named, and its numbers read: decimal text with a point. */
export const TEXT_CELLS: Pick<Grid, "columnName" | "numberOf"> = {
  columnName: (index, title) => (title === null ? `number ${index + 1}` : String(title)),
  numberOf: (cell) => (DECIMAL.test(String(cell)) ? Number(cell) : undefined),
};

/** How the columns of a sheet are named, and its numbers read: typed cells only. */
export const SHEET_CELLS: Pick<Grid, "columnName" | "numberOf"> = {
  columnName: columnLetter,
  numberOf: (cell) => (typeof cell === "number" ? cell : undefined),
};

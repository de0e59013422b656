import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type ProblemLog, problemLog } from "../problem.ts";
import { parseRecords } from "./csv.ts";
import { type Cell, columnLetter, readOnlySheet } from "./xlsx.ts";

/** One row of cells and where it stands, counted from 1. */
export interface GridRow {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** The cells of a release file, whether workbook or comma-separated text. */
export interface UnodcGrid {
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

/**
 * The only sheet of an .xlsx workbook, or the records of a .csv file (comma-separated UTF-8). An empty cell is null in
 * both. A number is a typed cell in a workbook and decimal text with a point in a text file, never the
 * other way round. Throws InputError when the file cannot be read as what its name says.
 */
export const readGrid = async (path: string): Promise<UnodcGrid> => {
  const file = basename(path);
  if (/\.csv$/i.test(file)) {
    const records = parseRecords(file, await readFile(path));
    const toCell = (text: string): Cell => (text === "" ? null : text);
    return {
      file,
      sheet: undefined,
      rows: records.map(({ line, cells }) => ({ row: line, cells: cells.map(toCell) })),
      problems: problemLog(file),
      columnName: (index, title) => (title === null ? `number ${index + 1}` : String(title)),
      numberOf: (cell) => (DECIMAL.test(String(cell)) ? Number(cell) : undefined),
    };
  }
  const { name, rows } = await readOnlySheet(path);
  return {
    file,
    sheet: name,
    rows: rows.map((cells, index) => ({ row: index + 1, cells })),
    problems: problemLog(file, name),
    columnName: columnLetter,
    numberOf: (cell) => (typeof cell === "number" ? cell : undefined),
  };
};

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Cell, columnLetter, type GridRow } from "../../src/standard/layouts/grid.ts";
import { InputError, problemLog } from "../../src/standard/problem.ts";
import { WorkbookError } from "../../src/standard/workbook/error.ts";
import { openWorkbook, sheetRows, type Workbook } from "../../src/standard/workbook/workbook.ts";

/** One sheet; `rows[0]` is row 1 and `rows[0][0]` is cell A1. All rows have the same length. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** What a cell holds whose formula has no value. */
const ERRORS = new Set<Cell>(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]);

const filled = (cells: readonly Cell[]): number => cells.findLastIndex((cell) => cell !== null) + 1;

/** Rows up to the last that has a value, each as wide as the widest of them. */
const asTable = (rows: readonly GridRow[]): (readonly Cell[])[] => {
  const width = rows.reduce((most, { cells }) => Math.max(most, filled(cells)), 0);
  const height = rows.findLast(({ cells }) => filled(cells) > 0)?.row ?? 0;
  const byRow = new Map(rows.map(({ row, cells }) => [row, cells]));
  return Array.from({ length: height }, (_, at) => {
    const cells = byRow.get(at + 1);
    return Array.from({ length: width }, (__, column) => cells?.[column] ?? null);
  });
};

const readSheet = (file: string, book: Workbook, name: string): Sheet => {
  const rows = [...sheetRows(book, name)];
  const problems = problemLog(file, name);
  for (const { row, cells } of rows)
    for (const [at, value] of cells.entries())
      if (ERRORS.has(value)) {
        const message = "is the error of a formula, not a value";
        problems.add({ row, column: columnLetter(at), value, message });
      }
  problems.stopIfAny();
  return { name, rows: asTable(rows) };
};

/**
 * All sheets of an .xlsx workbook, in order.
 * Throws InputError when the file is not a readable workbook, for example a renamed .csv, or a cell holds an error.
 */
export const readXlsx = async (path: string): Promise<Sheet[]> => {
  const file = basename(path);
  const bytes = await readFile(path);
  try {
    const book = await openWorkbook(new Blob([bytes]));
    return book.sheets.map(({ name }) => readSheet(file, book, name));
  } catch (cause) {
    if (!(cause instanceof WorkbookError)) throw cause;
    const message = `cannot be read as an .xlsx workbook (${cause.message})`;
    throw new InputError([{ file, message }], { cause });
  }
};

/** The only sheet of a workbook. Throws InputError when there are several or none. */
export const readOnlySheet = async (path: string): Promise<Sheet> => {
  const sheets = await readXlsx(path);
  const [first] = sheets;
  if (first !== undefined && sheets.length === 1) return first;
  throw new InputError([
    {
      file: basename(path),
      value: sheets.map((sheet) => sheet.name).join(", "),
      message: "is not one sheet",
      allowed: "a workbook with exactly one sheet",
    },
  ]);
};

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import readWorkbook from "read-excel-file/node";
import type { Cell } from "../../src/standard/layouts/grid.ts";
import { InputError } from "../../src/standard/problem.ts";

/** One sheet; `rows[0]` is row 1 and `rows[0][0]` is cell A1. All rows have the same length. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

const toCell = (value: unknown): Cell => {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean" || value instanceof Date) return value;
  return String(value);
};

/**
 * All sheets of an .xlsx workbook, in order.
 * Throws InputError when the file is not a readable workbook, for example a renamed .csv.
 */
export const readXlsx = async (path: string): Promise<Sheet[]> => {
  const bytes = await readFile(path);
  try {
    const sheets = await readWorkbook(bytes, { trim: false });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map(toCell)),
    }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError([
      { file: basename(path), message: `cannot be read as an .xlsx workbook (${reason})` },
    ]);
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

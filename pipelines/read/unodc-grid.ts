import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Cell, type Grid, SHEET_CELLS, TEXT_CELLS } from "../../src/standard/layouts/grid.ts";
import { problemLog } from "../../src/standard/problem.ts";
import { parseRecords } from "./csv.ts";
import { readOnlySheet } from "./xlsx.ts";

/**
 * The only sheet of an .xlsx workbook, or the records of a .csv file (comma-separated UTF-8). An empty cell is null in
 * both. A number is a typed cell in a workbook and decimal text with a point in a text file, never the
 * other way round. Throws InputError when the file cannot be read as what its name says.
 */
export const readGrid = async (path: string): Promise<Grid> => {
  const file = basename(path);
  if (/\.csv$/i.test(file)) {
    const records = parseRecords(file, await readFile(path));
    const toCell = (text: string): Cell => (text === "" ? null : text);
    return {
      file,
      sheet: undefined,
      rows: records.map(({ line, cells }) => ({ row: line, cells: cells.map(toCell) })),
      problems: problemLog(file),
      ...TEXT_CELLS,
    };
  }
  const { name, rows } = await readOnlySheet(path);
  return {
    file,
    sheet: name,
    rows: rows.map((cells, index) => ({ row: index + 1, cells })),
    problems: problemLog(file, name),
    ...SHEET_CELLS,
  };
};

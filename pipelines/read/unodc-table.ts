import { openGrid } from "../../src/standard/layouts/unodc-preamble.ts";
import {
  UNODC_HEADERS,
  type UnodcSheet,
  unodcRows,
  type ValueRule,
} from "../../src/standard/layouts/unodc-table.ts";
import { InputError } from "../../src/standard/problem.ts";
import { readGrid } from "./unodc-grid.ts";

/** One release file. */
export interface UnodcTable extends UnodcSheet {
  readonly path: string;
  /** True when the date is the stamp inside the file, false when only its name says it. */
  readonly stamped: boolean;
}

/**
 * Reads a bulk file of UNODC's data portal: `UNODC`, the release date, the 13 headers (found by name), then one number
 * a row. The same content may come as .xlsx or as .csv (comma-separated UTF-8; title and date may be
 * missing when the file name ends in _YYYY-MM-DD.csv).
 * Throws InputError naming every cell that is not usable: an unknown, missing or doubled header, an empty or non-text
 * label, a year that is none, a value that `rule` does not accept.
 */
export const readUnodcTable = async (path: string, rule: ValueRule): Promise<UnodcTable> => {
  const grid = await readGrid(path);
  const { release, stamped, header, body } = openGrid(grid, UNODC_HEADERS);
  const { file, sheet, problems } = grid;
  const { rows, columns } = unodcRows(grid, header, body, rule);
  problems.stopIfAny();
  if (rows.length === 0) {
    const where = sheet === undefined ? {} : { sheet };
    throw new InputError([{ file, ...where, message: "has no data row" }]);
  }
  return { path, file, sheet, release, stamped, rows, columns };
};

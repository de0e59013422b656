import type { ColumnName } from "../standard/observation.ts";
import type { Row, Scalar } from "../view/query.ts";

/** Text of a value; empty for none. */
export const textOf = (value: Scalar): string => (value === null ? "" : String(value));

/** The value of a column. Throws when the row lacks it: a column left out in silence is a wrong file. */
export const valueIn = (row: Row, column: ColumnName): Scalar => {
  const value = row[column];
  if (value === undefined) throw new Error(`The row has no column ${column}.`);
  return value;
};

/**
 * What a spreadsheet may take for a formula, and what would read as already guarded. One apostrophe is put before
 * such text; {@link unguarded} takes it away, so that every text comes back as it was.
 */
export const FORMULA = /^'*[=+\-@\t\r\n]/;

/** The text of a CSV cell without the apostrophe that guards it. */
export const unguarded = (cell: string): string =>
  /^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell;

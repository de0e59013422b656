import type { Scalar } from "../../view/query.ts";
import type { StringTable } from "./strings.ts";

/** Rows that a sheet can hold, its header included: the limit of the format. */
const MAX_SHEET_ROWS = 1_048_576;

/** A sheet: its rows from top to bottom, the first of them the header. */
export interface Sheet {
  readonly name: string;
  /** Width of each column, in characters. */
  readonly widths: readonly number[];
  readonly rows: Iterable<readonly Scalar[]>;
}

/** Styles by their place in `xl/styles.xml`: text as text, the header bold. Numbers have none. */
const TEXT = 1;
const HEADER = 2;

/** Letters of a column counted from 0: A, B, … Z, AA. */
const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : "") +
  String.fromCharCode(65 + (column % 26));

const cellXml = (value: Scalar, address: string, style: number, strings: StringTable): string => {
  if (value === null || value === "") return "";
  if (typeof value === "string")
    return `<c r="${address}" s="${style}" t="s"><v>${strings.numberOf(value)}</v></c>`;
  if (!Number.isFinite(value)) throw new Error(`Cell ${address}: ${value} is not a number.`);
  return `<c r="${address}"><v>${value}</v></c>`;
};

const colXml = (width: number, index: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;

/**
 * A sheet as SpreadsheetML in pieces: header frozen and bold, text stored as text, numbers as numbers, nothing in
 * the cell of a missing value. Throws when there are more rows than a sheet can hold, or a text is too long.
 */
export function* sheetXml({ name, widths, rows }: Sheet, strings: StringTable): Generator<string> {
  const letters = widths.map((_, column) => lettersOf(column));
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>';
  yield `<cols>${widths.map(colXml).join("")}</cols><sheetData>`;
  let row = 0;
  for (const values of rows) {
    row += 1;
    if (row > MAX_SHEET_ROWS)
      throw new Error(
        `The sheet "${name}" would have more than ${MAX_SHEET_ROWS - 1} rows under its header, which is all that a workbook can hold. Take CSV or Parquet instead.`,
      );
    const style = row === 1 ? HEADER : TEXT;
    const cells = values.map((value, column) =>
      cellXml(value, `${letters[column]}${row}`, style, strings),
    );
    yield `<row r="${row}">${cells.join("")}</row>`;
  }
  yield "</sheetData></worksheet>";
}

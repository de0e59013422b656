import Papa from "papaparse";
import type { AreaNames } from "../i18n/labels.ts";
import type { Row, Scalar } from "../view/query.ts";
import { FORMULA } from "./cell.ts";
import { inLists } from "./chunks.ts";
import { EXPORT_COLUMNS, exportRows } from "./csv.ts";

/** Which sign Excel takes for the decimal point: it follows the region that the reader's system is set to. */
export type Decimal = "point" | "comma";

/** Excel splits a CSV at the system's list separator, which is a semicolon wherever a comma is the decimal sign. */
const SEPARATOR: Readonly<Record<Decimal, string>> = { point: ",", comma: ";" };

/** Characters that a text inside a formula can hold. */
const PIECE = 255;

/** A text this long with a letter in it is no number and no date for Excel. */
const LONG = 64;

/** Whether Excel would take a text for a number, a date, a time, a truth value or an error. */
const isMistakable = (text: string): boolean =>
  /^#|^(?:true|false)$/i.test(text) ||
  (/\p{N}/u.test(text) && (text.length <= LONG || !/\p{L}/u.test(text)));

/** Pieces of at most 255 characters, none of which ends inside a pair of surrogates. */
const pieces = (text: string): readonly string[] =>
  text.match(new RegExp(`[^]{1,${PIECE}}(?![\\udc00-\\udfff])`, "g")) ?? [];

const asFormula = (text: string): string =>
  `=${pieces(text)
    .map((piece) => `"${piece.replaceAll('"', '""')}"`)
    .join("&")}`;

const cellOf = (value: Scalar, decimal: Decimal): string => {
  if (value === null) return "";
  if (typeof value === "number")
    return decimal === "comma" ? String(value).replace(".", ",") : String(value);
  const guarded = FORMULA.test(value);
  if ((guarded || isMistakable(value)) && !/\p{Cc}/u.test(value)) return asFormula(value);
  return guarded ? `'${value}` : value;
};

/**
 * Observations for Excel's double click, in pieces: the columns of `observationsCsv`, UTF-8 **with** a byte order
 * mark, without which Excel reads another encoding. Throws when a row lacks a column or holds a code without a label.
 *
 * Separator: Excel splits at the list separator of the reader's system, so the file comes in two kinds: `point` has
 * commas and 12.5, `comma` has semicolons and 12,5 (Excel there takes 12.5 for the twelfth of May). A first line
 * `sep=,` is not written: Excel then overlooks the byte order mark.
 *
 * Codes: Excel turns 004 into 4, 1-2 and 2016-03 into dates, quoted or not. Each text that it could mistake is
 * therefore a formula of a constant text, `="004"`, joined by & where it is longer than 255 characters. It shows,
 * sorts, filters and looks up as the text; but the cell is a formula, and other programs read it as it stands, so the
 * plain CSV is for them. A text that looks like a formula becomes such a constant too, or, with control characters
 * in it, has an apostrophe before it as in every CSV of ours. No other cell starts with =.
 *
 * Excel keeps 15 digits of a number. The workbook has none of these troubles. Excel itself was not at hand; this
 * follows what its users and vendors report.
 */
export function* excelCsvChunks(
  rows: Iterable<Row>,
  areas: AreaNames,
  coverage: string,
  decimal: Decimal,
): Generator<string> {
  const linesOf = (lines: readonly (readonly Scalar[])[]): string =>
    `${Papa.unparse(
      lines.map((cells) => cells.map((cell) => cellOf(cell, decimal))),
      { delimiter: SEPARATOR[decimal], newline: "\r\n" },
    )}\r\n`;
  yield `\ufeff${linesOf([EXPORT_COLUMNS])}`;
  for (const list of inLists(exportRows(rows, areas, coverage))) yield linesOf(list);
}

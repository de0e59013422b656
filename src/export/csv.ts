import Papa from "papaparse";
import type { AreaNames } from "../i18n/labels.ts";
import { CL_DATASET } from "../standard/codelists/dataset.ts";
import { COLUMN_NAMES } from "../standard/observation.ts";
import type { Row, Scalar } from "../view/query.ts";
import { FORMULA, textOf, valueIn } from "./cell.ts";
import { inLists, joined } from "./chunks.ts";
import { LABELLED_COLUMNS, labelledRow } from "./labelled.ts";

const LINE_END = "\r\n";

type Cells = readonly Scalar[];

const linesOf = (rows: readonly Cells[], guard: boolean): string =>
  Papa.unparse(
    rows.map((cells) => [...cells]),
    { newline: LINE_END, ...(guard ? { escapeFormulae: FORMULA } : {}) },
  ) + LINE_END;

/**
 * A table as RFC 4180 CSV in pieces: UTF-8 without a byte-order mark, every line ended by CR LF, a header first.
 * With `guard`, text that a spreadsheet would take for a formula is preceded by an apostrophe, which `unguarded`
 * takes away again; numbers are never guarded.
 */
export function* tableCsvChunks(
  columns: readonly string[],
  rows: Iterable<Cells>,
  guard: boolean,
): Generator<string> {
  yield linesOf([columns], guard);
  for (const list of inLists(rows)) yield linesOf(list, guard);
}

function* codeRows(rows: Iterable<Row>): Generator<Cells> {
  for (const row of rows) yield COLUMN_NAMES.map((column) => valueIn(row, column));
}

/**
 * Observations for software: the columns of the standard with codes only, guarded against formulas. An empty
 * obs_value is a missing number; obs_status says why. Throws when a row lacks a column.
 */
export const codesCsvChunks = (rows: Iterable<Row>): Generator<string> =>
  tableCsvChunks(COLUMN_NAMES, codeRows(rows), true);

/** Columns of a file for people: every column of the standard, a label beside each code, then source and caveat. */
export const EXPORT_COLUMNS: readonly string[] = [
  ...LABELLED_COLUMNS.map(({ name }) => name),
  "citation",
  "coverage",
  "caveat",
];

const exportRow = (row: Row, areas: AreaNames, coverage: string): Cells => {
  const cells = labelledRow(row, areas);
  const dataset = CL_DATASET.codes.find((entry) => entry.code === row["dataset"]);
  if (dataset === undefined)
    throw new Error(`CL_DATASET has no code "${textOf(row["dataset"] ?? null)}".`);
  const citation = `${dataset.citation}, release ${textOf(valueIn(row, "release"))}`;
  return [...cells, citation, coverage, dataset.caveat];
};

/** The cells of {@link EXPORT_COLUMNS} for each row. Throws as {@link observationsCsv}. */
export function* exportRows(
  rows: Iterable<Row>,
  areas: AreaNames,
  coverage: string,
): Generator<Cells> {
  for (const row of rows) yield exportRow(row, areas, coverage);
}

/**
 * Observations for people, in pieces: as {@link observationsCsv}. `coverage` says in words who stands behind the
 * rows.
 */
export const observationsCsvChunks = (
  rows: Iterable<Row>,
  areas: AreaNames,
  coverage: string,
): Generator<string> => tableCsvChunks(EXPORT_COLUMNS, exportRows(rows, areas, coverage), true);

/**
 * Observations for people as CSV, with labels, citation, coverage and caveat in every row. Guarded and ended as
 * {@link tableCsvChunks} says; an empty obs_value has its reason in obs_status. Throws when a row lacks a column
 * or holds a code without a label.
 */
export const observationsCsv = (rows: Iterable<Row>, areas: AreaNames, coverage: string): string =>
  joined(observationsCsvChunks(rows, areas, coverage));

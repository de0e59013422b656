import Papa from "papaparse";
import { type AreaNames, labelOf } from "../i18n/labels.ts";
import { CL_DATASET } from "../standard/codelists/dataset.ts";
import { codesOf, OBSERVATION_COLUMNS } from "../standard/observation.ts";
import type { Row, Scalar } from "../view/query.ts";

const text = (value: Scalar | undefined): string =>
  value === null || value === undefined ? "" : String(value);

const flagLabels = (flags: string): string => {
  const list = codesOf("CL_FLAG");
  return flags
    .split("|")
    .filter(Boolean)
    .map((flag) => list.find((entry) => entry.code === flag)?.label ?? flag)
    .join("|");
};

/** Columns of an exported file: every column of the standard, a label beside each code, then source and caveat. */
export const EXPORT_COLUMNS: readonly string[] = [
  ...OBSERVATION_COLUMNS.flatMap((column) =>
    column.type === "code" || column.type === "flags"
      ? [column.name, `${column.name}_label`]
      : [column.name],
  ),
  "citation",
  "coverage",
  "caveat",
];

const exportRow = (row: Row, areas: AreaNames, coverage: string): Record<string, Scalar> => {
  const cells: Record<string, Scalar> = {};
  for (const column of OBSERVATION_COLUMNS) {
    const value = row[column.name];
    if (value === undefined) throw new Error(`The row has no column ${column.name}.`);
    cells[column.name] = value;
    if (column.type === "code")
      cells[`${column.name}_label`] = labelOf(column.name, text(value), areas);
    if (column.type === "flags") cells[`${column.name}_label`] = flagLabels(text(value));
  }
  const dataset = CL_DATASET.codes.find((entry) => entry.code === row["dataset"]);
  if (dataset === undefined) throw new Error(`CL_DATASET has no code "${text(row["dataset"])}".`);
  cells["citation"] = `${dataset.citation}, release ${text(row["release"])}`;
  cells["coverage"] = coverage;
  cells["caveat"] = dataset.caveat;
  return cells;
};

/**
 * Observations as RFC 4180 CSV in UTF-8 without a byte-order mark, lines ended by CR LF. Text that a spreadsheet
 * would take for a formula is preceded by an apostrophe; numbers stay numbers; an empty obs_value has its reason
 * in obs_status. `coverage` says in words who stands behind the rows. Throws when a row lacks a column or holds a
 * code without a label.
 */
export const observationsCsv = (
  rows: readonly Row[],
  areas: AreaNames,
  coverage: string,
): string => {
  const csv = Papa.unparse(
    { fields: [...EXPORT_COLUMNS], data: rows.map((row) => exportRow(row, areas, coverage)) },
    { escapeFormulae: /^[=+\-@\t\r]/, newline: "\r\n" },
  );
  return csv.endsWith("\r\n") ? csv : `${csv}\r\n`;
};

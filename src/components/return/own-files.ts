import { concatenated, encoded } from "../../export/chunks.ts";
import { tableCsvChunks } from "../../export/csv.ts";
import { LABELLED_COLUMNS, type LabelledColumn } from "../../export/labelled.ts";
import { sdmxCsvChunks } from "../../export/sdmx/csv.ts";
import type { Sheet } from "../../export/xlsx/sheet.ts";
import { workbookChunks } from "../../export/xlsx/workbook.ts";
import { type AreaNames, knownLabel } from "../../i18n/labels.ts";
import { codesOf } from "../../standard/observation.ts";
import { OWN_RETURN } from "../../standard/own-return.ts";
import type { Row, Scalar } from "../../view/query.ts";
import type { TakeFormat } from "./protocol.ts";

const TYPES: Readonly<Record<TakeFormat, string>> = {
  sdmx: "application/vnd.sdmx.data+csv;version=2.0.0",
  csv: "text/csv;charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

const NAMES: Readonly<Record<TakeFormat, (name: string) => string>> = {
  sdmx: (name) => `${name}.sdmx.csv`,
  csv: (name) => `${name}.csv`,
  xlsx: (name) => `${name}.xlsx`,
};

/** What stands in a cell: a label is empty where the file has a code that no list knows, as its checks say. */
const cellOf = (row: Row, { of, kind }: LabelledColumn, areas: AreaNames): Scalar => {
  const value = row[of] ?? null;
  if (kind === "text" || kind === "number") return value;
  if (of === "dataset") return OWN_RETURN.label;
  return String(value ?? "")
    .split("|")
    .filter(Boolean)
    .map((code) =>
      kind === "flag labels"
        ? (codesOf("CL_FLAG").find((flag) => flag.code === code)?.label ?? "")
        : (knownLabel(of, code, areas) ?? ""),
    )
    .join("|");
};

function* labelled(rows: Iterable<Row>, areas: AreaNames): Generator<readonly Scalar[]> {
  for (const row of rows) yield LABELLED_COLUMNS.map((column) => cellOf(row, column, areas));
}

function* withHeader(rows: Iterable<readonly Scalar[]>): Generator<readonly Scalar[]> {
  yield LABELLED_COLUMNS.map(({ name }) => name);
  yield* rows;
}

/** What is told of a file beside its rows. */
export interface OwnMeta {
  readonly areas: AreaNames;
  /** What a reader of the file must know, line by line: key and text. */
  readonly notes: readonly (readonly [string, string])[];
  /** ISO day. */
  readonly date: string;
}

const sheetsOf = (rows: readonly Row[], { areas, notes }: OwnMeta): Sheet[] => [
  {
    name: "data",
    widths: LABELLED_COLUMNS.map(({ name, kind }) =>
      Math.max(kind === "label" ? 24 : 12, name.length + 2),
    ),
    rows: withHeader(labelled(rows, areas)),
  },
  { name: "about", widths: [26, 110], rows: [["about", "text"], ...notes] },
];

const piecesOf = (
  format: TakeFormat,
  rows: readonly Row[],
  meta: OwnMeta,
): Uint8Array<ArrayBuffer> => {
  if (format === "xlsx") return concatenated(workbookChunks(sheetsOf(rows, meta), meta.date));
  const chunks =
    format === "sdmx"
      ? sdmxCsvChunks(rows, OWN_RETURN.code)
      : tableCsvChunks(
          LABELLED_COLUMNS.map(({ name }) => name),
          labelled(rows, meta.areas),
          true,
        );
  return concatenated(encoded(chunks));
};

/** The observations of a return as a file. `name` has no ending. */
export const ownFile = (
  format: TakeFormat,
  name: string,
  rows: readonly Row[],
  meta: OwnMeta,
): { readonly name: string; readonly file: Blob; readonly rows: number } => ({
  name: NAMES[format](name),
  file: new Blob([piecesOf(format, rows, meta)], { type: TYPES[format] }),
  rows: rows.length,
});

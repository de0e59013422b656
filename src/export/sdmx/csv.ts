import { type AnyDatasetId, anyDatasetOf } from "../../standard/own-return.ts";
import type { Row, Scalar } from "../../view/query.ts";
import { textOf, valueIn } from "../cell.ts";
import { tableCsvChunks } from "../csv.ts";
import { COMPONENTS, type Component, dataflowId, shortReference } from "./structure.ts";

/** What separates the values of a component that may have several; the first header cell names it. */
const SEPARATOR = ";";

const isMany = ({ representation }: Component): boolean =>
  "many" in representation && representation.many;

/** Columns of our SDMX-CSV 2.0 messages: structure, action, dimensions, measure, attributes. */
export const SDMX_COLUMNS: readonly string[] = [
  `STRUCTURE[${SEPARATOR}]`,
  "STRUCTURE_ID",
  "ACTION",
  ...COMPONENTS.map((component) => component.id + (isMany(component) ? "[]" : "")),
];

const cellOf = (row: Row, component: Component): Scalar => {
  const value = valueIn(row, component.column);
  if (!isMany(component)) return value;
  const text = textOf(value);
  if (text.includes(SEPARATOR))
    throw new Error(`${component.id} holds the separator of its values: "${text}".`);
  return text.replaceAll("|", SEPARATOR);
};

function* sdmxRows(rows: Iterable<Row>, dataset: AnyDatasetId): Generator<readonly Scalar[]> {
  const reference = shortReference(dataflowId(anyDatasetOf(dataset).code));
  for (const row of rows) {
    if (row["dataset"] !== dataset)
      throw new Error(`A row of ${textOf(row["dataset"] ?? null)} is in a message of ${dataset}.`);
    yield ["dataflow", reference, "I", ...COMPONENTS.map((component) => cellOf(row, component))];
  }
}

/**
 * Observations of one dataset as an SDMX-CSV 2.0 data message (SDMX 3.0), in pieces: identifiers only, in
 * structure order, several flags in `FLAGS[]` separated by `;`. A missing number is empty. Text is verbatim,
 * without the guard against formulas: the message is for software. Throws when a row is of another dataset or
 * lacks a column.
 * Source: SDMX-CSV field guide, data messages 2.0.
 */
export const sdmxCsvChunks = (rows: Iterable<Row>, dataset: AnyDatasetId): Generator<string> =>
  tableCsvChunks(SDMX_COLUMNS, sdmxRows(rows, dataset), false);

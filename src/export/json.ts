import { COLUMN_NAMES, OBSERVATION_COLUMNS } from "../standard/observation.ts";
import type { Row } from "../view/query.ts";
import { valueIn } from "./cell.ts";
import { inLists } from "./chunks.ts";
import { citationOf, datasetIn, type ExportMeta } from "./meta.ts";

const metadataOf = (meta: ExportMeta): object => {
  const { label, definition, publisher, terms, caveat, address } = datasetIn(meta);
  return {
    dataset: meta.dataset,
    title: label,
    description: definition,
    publisher,
    publisherAddress: address,
    releases: meta.releases.map((release) => ({
      release: release.release,
      label: release.label,
      files: release.files.split("|"),
      sha256: release.sha256.split("|"),
      notes: release.notes,
    })),
    citation: citationOf(meta),
    terms,
    coverage: meta.coverage,
    caveat,
    version: meta.version,
    date: meta.date,
    address: meta.address,
    ...(meta.selection === undefined ? {} : { selection: meta.selection }),
    columns: OBSERVATION_COLUMNS.map((column) => ({
      name: column.name,
      role: column.role,
      type: column.type === "number" ? "number" : "string",
      description: column.description,
      ...("codelist" in column ? { codelist: column.codelist } : {}),
    })),
  };
};

const recordOf = (row: Row): string =>
  JSON.stringify(Object.fromEntries(COLUMN_NAMES.map((column) => [column, valueIn(row, column)])));

/**
 * Observations as one JSON object in pieces: `metadata` (dataset, releases, citation, terms, coverage, caveat,
 * version, columns) and `records`, one a line, by column name. A missing number is null; obs_status says why.
 * Throws when a row lacks a column.
 */
export function* jsonChunks(rows: Iterable<Row>, meta: ExportMeta): Generator<string> {
  yield `{"metadata":${JSON.stringify(metadataOf(meta))},\n"records":[`;
  let before = "\n";
  for (const list of inLists(rows)) {
    yield before + list.map(recordOf).join(",\n");
    before = ",\n";
  }
  yield "\n]}\n";
}

import type { AreaNames } from "../../i18n/labels.ts";
import { CL_FLAG } from "../../standard/codelists/flag.ts";
import { OBSERVATION_COLUMNS } from "../../standard/observation.ts";
import type { Row, Scalar } from "../../view/query.ts";
import { exportLists } from "../codelists.ts";
import { LABELLED_COLUMNS, labelledRow } from "../labelled.ts";
import { areaNames, citationOf, datasetIn, type ExportMeta } from "../meta.ts";
import { notesOf } from "../notes.ts";
import type { Sheet } from "./sheet.ts";
import { workbookChunks } from "./workbook.ts";

/** Width of a column in characters: as wide as its header, codes at least 12, labels 24, notes 40. */
const widthOf = (name: string, kind: string): number => {
  const least = name === "source_detail" ? 40 : kind === "text" || kind === "number" ? 12 : 24;
  return Math.max(least, name.length + 2);
};

function* dataRows(
  rows: Iterable<Row>,
  areas: AreaNames,
  flags: Set<string>,
): Generator<readonly Scalar[]> {
  yield LABELLED_COLUMNS.map(({ name }) => name);
  for (const row of rows) {
    for (const flag of String(row["flags"] ?? "").split("|")) flags.add(flag);
    yield labelledRow(row, areas);
  }
}

function* selectionRows(selection: ExportMeta["selection"]): Generator<readonly string[]> {
  if (selection === undefined) return;
  yield ["selection", `${selection.title}; ${selection.rows} observations`];
  for (const { words, code } of selection.filters) yield ["filter", `${words} (${code})`];
  yield ["query", selection.statement];
}

/** The metadata sheet is written after the data, when the flags that occur are known. */
function* metadataRows(meta: ExportMeta, flags: ReadonlySet<string>): Generator<readonly string[]> {
  const { label, definition, publisher, address, terms, caveat } = datasetIn(meta);
  yield ["item", "content"];
  yield ["dataset", `${meta.dataset}: ${label}`];
  yield ["description", definition];
  yield ["publisher", publisher];
  yield ["publisher's address", address];
  for (const { release, label: name, files, notes } of meta.releases)
    yield ["release", `${release} (${name}): ${files.replaceAll("|", ", ")}. ${notes}`];
  yield ["citation", citationOf(meta)];
  yield ["terms", terms];
  yield ["coverage", meta.coverage];
  yield ["caveat", caveat];
  yield ["data version", `${meta.version}, ${meta.date}`];
  yield ["address", meta.address];
  yield* selectionRows(meta.selection);
  for (const { code, label: name, definition: meaning } of CL_FLAG.codes)
    if (flags.has(code)) yield [`flag ${code}`, `${name}. ${meaning}`];
}

function* listRows(meta: ExportMeta): Generator<readonly Scalar[]> {
  yield ["codelist", "code", "label", "definition", "parent"];
  for (const { id, codes } of exportLists(meta.areas))
    for (const { code, label, definition, parent } of codes)
      yield [id, code, label, definition, parent ?? ""];
}

function* notesRows(): Generator<readonly string[]> {
  yield ["subject", "note"];
  for (const { subject, text } of notesOf("workbook")) yield [subject, text];
  for (const { name, description } of OBSERVATION_COLUMNS) yield [`column ${name}`, description];
}

const sheetsOf = (rows: Iterable<Row>, meta: ExportMeta): Sheet[] => {
  const flags = new Set<string>();
  return [
    {
      name: "data",
      widths: LABELLED_COLUMNS.map(({ name, kind }) => widthOf(name, kind)),
      rows: dataRows(rows, areaNames(meta.areas), flags),
    },
    { name: "metadata", widths: [26, 110], rows: metadataRows(meta, flags) },
    { name: "code lists", widths: [22, 30, 40, 90, 24], rows: listRows(meta) },
    { name: "notes", widths: [26, 110], rows: notesRows() },
  ];
};

/**
 * Observations as a workbook in pieces: sheets `data` (codes and labels), `metadata` (source, releases, citation,
 * terms, coverage, caveat, the flags that occur with their definitions), `code lists` and `notes`. Codes such as
 * `004`, `NA` and `1-2` are text and stay text; numbers are numbers; the cell of a missing number is empty.
 * Throws when there are more than 1,048,575 rows, when a row lacks a column or holds a code without a label.
 */
export const observationsXlsx = (rows: Iterable<Row>, meta: ExportMeta): Generator<Uint8Array> =>
  workbookChunks(sheetsOf(rows, meta), meta.date);

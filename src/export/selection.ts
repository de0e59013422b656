import type { Row } from "../view/query.ts";
import { citationCff } from "./citation-cff.ts";
import { codelistCsv, exportLists } from "./codelists.ts";
import { observationsCsvChunks } from "./csv.ts";
import { excelCsvChunks } from "./excel-csv.ts";
import { formatOf, type SelectionFormatId } from "./formats.ts";
import { jsonChunks } from "./json.ts";
import { areaNames, type ExportMeta, type Selection } from "./meta.ts";
import { observationsParquet } from "./parquet.ts";
import { termsText } from "./readme.ts";
import { sdmxCsvChunks } from "./sdmx/csv.ts";
import { selectionReadme } from "./selection-readme.ts";
import { observationsXlsx } from "./xlsx/observations.ts";
import type { ZipEntry } from "./zip.ts";

type Write = (rows: Iterable<Row>, meta: ExportMeta) => ZipEntry["content"];

const WRITERS: Readonly<Record<SelectionFormatId, Write>> = {
  csv: (rows, meta) => observationsCsvChunks(rows, areaNames(meta.areas), meta.coverage),
  "excel-csv": (rows, meta) => excelCsvChunks(rows, areaNames(meta.areas), meta.coverage, "point"),
  "excel-csv-comma": (rows, meta) =>
    excelCsvChunks(rows, areaNames(meta.areas), meta.coverage, "comma"),
  xlsx: observationsXlsx,
  parquet: (rows, meta) => observationsParquet([...rows], meta),
  json: jsonChunks,
  "sdmx-csv": (rows, meta) => sdmxCsvChunks(rows, meta.dataset),
};

/**
 * The files of an archive of the rows of a view: README.txt, TERMS.txt, CITATION.cff, query.sql, the rows in a format
 * under the name of the selection, and the code lists where the format has codes only. To be zipped with the
 * version's day. Throws, some of it only while it is being read, when a row lacks a column or holds a code without
 * a label, or when the format cannot hold the rows.
 */
export const selectionArchive = (
  rows: Iterable<Row>,
  meta: ExportMeta,
  format: SelectionFormatId,
  selection: Selection,
): ZipEntry[] => {
  const chosen: ExportMeta = { ...meta, selection };
  const { ending, codesOnly } = formatOf(format);
  const data = `${selection.name}.${ending}`;
  return [
    { path: "README.txt", content: [selectionReadme(chosen, selection, format, data)] },
    { path: "TERMS.txt", content: [termsText(chosen)] },
    { path: "CITATION.cff", content: [citationCff(chosen)] },
    { path: "query.sql", content: [`${selection.statement}\n`] },
    { path: data, content: WRITERS[format](rows, chosen) },
    ...(codesOnly
      ? exportLists(meta.areas).map((list) => ({
          path: `codelists/${list.id}.csv`,
          content: [codelistCsv(list)],
        }))
      : []),
  ];
};

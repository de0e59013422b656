import type { CodeListId } from "../standard/codelists/index.ts";
import type { Row } from "../view/query.ts";
import { citationCff } from "./citation-cff.ts";
import { codelistCsv, exportLists } from "./codelists.ts";
import { codesCsvChunks } from "./csv.ts";
import { csvwMetadata } from "./csvw.ts";
import { dataPackage } from "./frictionless.ts";
import type { ExportMeta } from "./meta.ts";
import { readmeText, termsText } from "./readme.ts";
import type { ZipEntry } from "./zip.ts";

/** Path of a code list in an archive. */
const listPath = (id: CodeListId): string => `codelists/${id}.csv`;

const json = (value: object): Iterable<string> => [`${JSON.stringify(value, null, 2)}\n`];

/**
 * The files of a dataset's archive: README.txt, TERMS.txt, CITATION.cff, the observations as CSV, the code lists,
 * `datapackage.json` and CSVW metadata. To be zipped with the version's day. Throws, while it is being read, when
 * a row lacks a column.
 */
export const archiveEntries = (rows: Iterable<Row>, meta: ExportMeta): ZipEntry[] => {
  const data = `${meta.dataset}.csv`;
  return [
    { path: "README.txt", content: [readmeText(meta, data)] },
    { path: "TERMS.txt", content: [termsText(meta)] },
    { path: "CITATION.cff", content: [citationCff(meta)] },
    {
      path: "datapackage.json",
      content: json(
        dataPackage(meta, { data: { path: data }, list: (id) => ({ path: listPath(id) }) }),
      ),
    },
    { path: `${data}-metadata.json`, content: json(csvwMetadata(meta, data, listPath)) },
    { path: data, content: codesCsvChunks(rows) },
    ...exportLists(meta.areas).map((list) => ({
      path: listPath(list.id),
      content: [codelistCsv(list)],
    })),
  ];
};

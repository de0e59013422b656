import type { CodeListId } from "../standard/codelists/index.ts";
import { CODE_COLUMNS, KEY_COLUMNS, OBSERVATION_COLUMNS } from "../standard/observation.ts";
import { citationOf, datasetIn, type ExportMeta } from "./meta.ts";

/** Where a code list's CSV lies, relative to the metadata document. */
export type ListPath = (id: CodeListId) => string;

const SDMX_CONCEPTS = {
  ref_area: "http://purl.org/linked-data/sdmx/2009/dimension#refArea",
  time_period: "http://purl.org/linked-data/sdmx/2009/dimension#timePeriod",
  freq: "http://purl.org/linked-data/sdmx/2009/dimension#freq",
  sex: "http://purl.org/linked-data/sdmx/2009/dimension#sex",
  age: "http://purl.org/linked-data/sdmx/2009/dimension#age",
  unit_measure: "http://purl.org/linked-data/sdmx/2009/attribute#unitMeasure",
  obs_value: "http://purl.org/linked-data/sdmx/2009/measure#obsValue",
  obs_status: "http://purl.org/linked-data/sdmx/2009/attribute#obsStatus",
  conf_status: "http://purl.org/linked-data/sdmx/2009/attribute#confStatus",
} as const satisfies Partial<Record<(typeof OBSERVATION_COLUMNS)[number]["name"], string>>;

const propertyUrl = (name: string): string =>
  Object.entries(SDMX_CONCEPTS).find(([column]) => column === name)?.[1] ?? `#${name}`;

const datatypeOf = (column: (typeof OBSERVATION_COLUMNS)[number]) => {
  if (column.type === "number") return "number";
  if ("pattern" in column) return { base: "string", format: `^(${column.pattern})$` };
  return "string";
};

const listTable = (id: CodeListId, path: ListPath) => ({
  url: path(id),
  tableSchema: {
    columns: [
      { name: "code", titles: "code", datatype: "string", required: true },
      { name: "label", titles: "label", datatype: "string", required: true, lang: "en" },
      { name: "definition", titles: "definition", datatype: "string", lang: "en" },
      { name: "order", titles: "order", datatype: "nonNegativeInteger", required: true },
      { name: "parent", titles: "parent", datatype: "string" },
    ],
    primaryKey: "code",
  },
});

/**
 * CSV on the Web metadata of a file of observations (`<file>.csv-metadata.json`) and of the code lists that it
 * refers to. `file` is the CSV's path relative to this document.
 * Source: W3C, Metadata Vocabulary for Tabular Data, 2015.
 */
export const csvwMetadata = (meta: ExportMeta, file: string, list: ListPath): object => {
  const { label, definition, publisher, terms } = datasetIn(meta);
  const lists = [...new Set(CODE_COLUMNS.map(({ codelist }) => codelist))];
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    "dc:title": label,
    "dc:description": definition,
    "dc:publisher": publisher,
    "dc:rights": terms,
    "dc:bibliographicCitation": citationOf(meta),
    "dc:coverage": meta.coverage,
    "dc:modified": { "@value": meta.date, "@type": "xsd:date" },
    "schema:version": meta.version,
    dialect: { delimiter: ",", encoding: "utf-8", header: true, lineTerminators: ["\r\n"] },
    tables: [
      {
        url: file,
        tableSchema: {
          columns: OBSERVATION_COLUMNS.map((column) => ({
            name: column.name,
            titles: column.name,
            "dc:description": column.description,
            datatype: datatypeOf(column),
            propertyUrl: propertyUrl(column.name),
            required: column.type === "code" || column.role === "dimension",
            ...(column.type === "flags" ? { separator: "|" } : {}),
          })),
          primaryKey: KEY_COLUMNS,
          foreignKeys: CODE_COLUMNS.map(({ name, codelist }) => ({
            columnReference: name,
            reference: { resource: list(codelist), columnReference: "code" },
          })),
        },
      },
      ...lists.map((id) => listTable(id, list)),
    ],
  };
};

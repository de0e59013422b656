import type { CodeListId } from "../standard/codelists/index.ts";
import { codesOf, OBSERVATION_COLUMNS } from "../standard/observation.ts";
import { observationSchema, TABLE_SCHEMA, type TableField } from "../standard/table-schema.ts";
import { exportLists } from "./codelists.ts";
import { citationOf, datasetIn, type ExportMeta, MAKER } from "./meta.ts";

const PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json";

/** Where the files of a package are, beside or below its datapackage.json. */
export interface PackageFiles {
  /** The observations, as `codesCsvChunks` writes them. */
  readonly data: PackageFile;
  /** The file of a code list, as `codelistCsv` writes it. */
  readonly list: (id: CodeListId) => PackageFile;
}

/** A file by its path, with size and hash where they are known. */
export interface PackageFile {
  readonly path: string;
  readonly bytes?: number;
  /** SHA-256, in hexadecimal. */
  readonly sha256?: string;
}

/** Name of a code list's resource: lower case, as readers of version 1 want it. */
const resourceName = (list: CodeListId): string => list.toLowerCase();

const csvResource = (name: string, title: string, { path, bytes, sha256 }: PackageFile) => ({
  name,
  title,
  path,
  type: "table",
  scheme: "file",
  format: "csv",
  mediatype: "text/csv",
  encoding: "utf-8",
  dialect: { delimiter: ",", lineTerminator: "\r\n", doubleQuote: true, header: true },
  ...(bytes === undefined ? {} : { bytes }),
  ...(sha256 === undefined ? {} : { hash: `sha256:${sha256}` }),
});

/** The codes of a fixed list as categories; areas are too many and have their own table. */
const categoriesOf = (name: string): Pick<TableField, "categories"> => {
  const column = OBSERVATION_COLUMNS.find((candidate) => candidate.name === name);
  if (column?.type !== "code" || column.codelist === "CL_AREA") return {};
  return {
    categories: codesOf(column.codelist).map(({ code, label }) => ({ value: code, label })),
  };
};

const dataSchema = () => {
  const schema = observationSchema(resourceName);
  return {
    ...schema,
    fields: schema.fields.map((field) => ({ ...field, ...categoriesOf(field.name) })),
  };
};

const listField = (
  name: string,
  description: string,
  constraints: TableField["constraints"] = {},
  type: TableField["type"] = "string",
): TableField => ({ name, type, description, constraints });

const LIST_SCHEMA = {
  $schema: TABLE_SCHEMA,
  fields: [
    listField("code", "Code, as it stands in the observations.", { required: true, unique: true }),
    listField("label", "English label.", { required: true }),
    listField("definition", "Definition."),
    listField("order", "Place in the list, counted from 0.", { required: true }, "integer"),
    listField("parent", "Wider entry of the same list. Parents are never summed with children."),
  ],
  missingValues: [{ value: "", label: "None" }],
  primaryKey: ["code"],
  // A reference without a resource leads to the table itself.
  foreignKeys: [{ fields: ["parent"], reference: { fields: ["code"] } }],
};

const sourcesOf = (meta: ExportMeta) => {
  const { publisher, address } = datasetIn(meta);
  return meta.releases.map((release) => ({
    title: `${publisher}: ${release.title}, ${release.label}`,
    path: address,
    version: release.release,
  }));
};

const contributorsOf = (metas: readonly ExportMeta[]) => {
  const publishers = new Map(metas.map(datasetIn).map((held) => [held.publisher, held.address]));
  return [
    ...[...publishers].map(([title, path]) => ({ title, path, roles: ["publisher"] })),
    { title: MAKER, roles: ["wrangler"] },
  ];
};

/** The publishers' terms in words, each once: no publisher has been asked for a licence, so none is named. */
const licencesOf = (metas: readonly ExportMeta[]) =>
  [...new Set(metas.map((meta) => datasetIn(meta).terms))].map((title) => ({
    name: "notspecified",
    title,
  }));

const versionOf = ({ version, date, address }: ExportMeta) => ({
  version,
  created: `${date}T00:00:00Z`,
  ...(/^https?:/.test(address) ? { homepage: address } : {}),
  keywords: ["firearms", "illicit arms", "trafficking", "statistics"],
});

const listResources = (areas: ExportMeta["areas"], file: PackageFiles["list"]) =>
  exportLists(areas).map((list) => ({
    ...csvResource(resourceName(list.id), list.name, file(list.id)),
    schema: LIST_SCHEMA,
  }));

const aboutOf = (meta: ExportMeta): string => {
  const { definition, caveat } = datasetIn(meta);
  return `${definition} ${caveat} Coverage: ${meta.coverage}. Cite as: ${citationOf(meta)}`;
};

const slug = (dataset: string): string => dataset.toLowerCase().replaceAll("_", "-");

/**
 * `datapackage.json` of one dataset by Data Package 2.0: observations and the code lists that they use, with key,
 * references, categories and labelled missing values; sources, contributors, terms, version.
 */
export const dataPackage = (meta: ExportMeta, files: PackageFiles): object => ({
  $schema: PACKAGE,
  name: slug(meta.dataset),
  id: `${slug(meta.dataset)}-${meta.version}`,
  title: datasetIn(meta).label,
  description: aboutOf(meta),
  ...versionOf(meta),
  licenses: licencesOf([meta]),
  sources: sourcesOf(meta),
  contributors: contributorsOf([meta]),
  resources: [
    {
      ...csvResource("observations", datasetIn(meta).label, files.data),
      schema: dataSchema(),
    },
    ...listResources(meta.areas, files.list),
  ],
});

/**
 * `datapackage.json` of all datasets of one version, beside `<dataset>.csv` and `codelists/<list>.csv`; otherwise
 * as {@link dataPackage}. Throws when there is no dataset.
 */
export const packageOfAll = (metas: readonly ExportMeta[]): object => {
  const [first] = metas;
  if (first === undefined) throw new Error("There is no dataset for a package.");
  return {
    $schema: PACKAGE,
    name: slug(MAKER.replaceAll(" ", "-")),
    id: `${slug(MAKER.replaceAll(" ", "-"))}-${first.version}`,
    title: MAKER,
    description: `Statistics of illicit arms in one table, by source. Datasets are read side by side and never added up.`,
    ...versionOf(first),
    licenses: licencesOf(metas),
    sources: metas.flatMap(sourcesOf),
    contributors: contributorsOf(metas),
    resources: [
      ...metas.map((meta) => ({
        ...csvResource(slug(meta.dataset), datasetIn(meta).label, { path: `${meta.dataset}.csv` }),
        description: aboutOf(meta),
        schema: dataSchema(),
      })),
      ...listResources(first.areas, (id) => ({ path: `codelists/${id}.csv` })),
    ],
  };
};

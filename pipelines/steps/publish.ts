import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import Papa from "papaparse";
import type { CodeList } from "../../src/standard/code.ts";
import { AREA_COLUMNS, type Area } from "../../src/standard/codelists/area.ts";
import { datasetOf } from "../../src/standard/codelists/dataset.ts";
import { CODE_LISTS } from "../../src/standard/codelists/index.ts";
import {
  CODE_COLUMNS,
  COLUMN_NAMES,
  KEY_COLUMNS,
  OBSERVATION_COLUMNS,
} from "../../src/standard/observation.ts";
import { RELEASE_COLUMNS, type Release } from "../../src/standard/release.ts";
import { sha256 } from "./files.ts";
import type { Check, ReleaseRead, SourceLabel } from "./source.ts";
import { query } from "./table.ts";

type CsvCell = string | number;

const writeCsv = async (
  path: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, CsvCell>>[],
): Promise<void> => {
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ""));
  await writeFile(path, `${Papa.unparse([[...columns], ...cells], { newline: "\n" })}\n`);
};

const writeJson = async (path: string, value: unknown): Promise<void> =>
  writeFile(path, `${JSON.stringify(value, null, 2)}\n`);

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * One Parquet file a release, in Hive folders, rows in key order, snappy, without the two
 * partition columns. The folder is written afresh.
 */
export const publishObservations = async (
  db: DuckDBConnection,
  out: string,
  releases: readonly Pick<ReleaseRead, "dataset" | "release">[],
): Promise<void> => {
  const root = join(out, "observations");
  await rm(root, { recursive: true, force: true });
  const columns = COLUMN_NAMES.filter((name) => name !== "dataset" && name !== "release");
  for (const { dataset, release } of releases) {
    const folder = join(root, `dataset=${dataset}`, `release=${release}`);
    await mkdir(folder, { recursive: true });
    await db.run(
      `COPY (SELECT ${columns.join(", ")} FROM observations
         WHERE dataset = ${quote(dataset)} AND release = ${quote(release)}
         ORDER BY ${KEY_COLUMNS.join(", ")})
       TO ${quote(join(folder, "data.parquet"))} (FORMAT parquet, COMPRESSION snappy)`,
    );
  }
};

const LIST_COLUMNS = ["code", "label", "definition", "order", "parent", "source"];

const listRows = (list: CodeList): Record<string, CsvCell>[] =>
  list.codes.map((code, order) => ({ ...code, order, parent: code.parent ?? "" }));

/** `codelists/CL_*.csv` and `codelists/source_labels.csv`; extra columns of a list follow its six. */
export const publishCodelists = async (
  out: string,
  areas: Iterable<Area>,
  labels: readonly SourceLabel[],
): Promise<void> => {
  const folder = join(out, "codelists");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const list of Object.values<CodeList>(CODE_LISTS)) {
    const rows = listRows(list);
    const extra = Object.keys(rows[0] ?? {}).filter((name) => !LIST_COLUMNS.includes(name));
    await writeCsv(join(folder, `${list.id}.csv`), [...LIST_COLUMNS, ...extra], rows);
  }
  await writeCsv(
    join(folder, "CL_AREA.csv"),
    AREA_COLUMNS,
    [...areas].map((area) => ({ ...area })),
  );
  const columns = ["dataset", "dimension", "source_column", "source_label", "code"];
  await writeCsv(
    join(folder, "source_labels.csv"),
    columns,
    labels.map((label) => ({ ...label })),
  );
};

const releaseRow = async (db: DuckDBConnection, read: ReleaseRead): Promise<Release> => {
  const [counted] = await query(
    db,
    `SELECT count(*)::INTEGER AS n, min(time_period) AS first, max(time_period) AS last
     FROM observations
     WHERE dataset = ${quote(read.dataset)} AND release = ${quote(read.release)}`,
  );
  const { publisher, address, terms } = datasetOf(read.dataset);
  return {
    dataset: read.dataset,
    release: read.release,
    label: read.label,
    publisher,
    title: read.title,
    address,
    terms,
    files: read.paths.map((path) => basename(path)).join("|"),
    sha256: (await Promise.all(read.paths.map(sha256))).join("|"),
    rows_read: read.rowsRead,
    observations: Number(counted?.n ?? 0),
    first_period: String(counted?.first ?? ""),
    last_period: String(counted?.last ?? ""),
    notes: read.notes,
  };
};

/** `releases.csv`: one row a release, with the hashes of its files. */
export const publishReleases = async (
  db: DuckDBConnection,
  out: string,
  reads: readonly ReleaseRead[],
): Promise<void> => {
  const rows: Release[] = [];
  for (const read of reads) rows.push(await releaseRow(db, read));
  await writeCsv(join(out, "releases.csv"), RELEASE_COLUMNS, rows);
};

/** `schema.json`: the observation table as a Frictionless Table Schema. */
export const publishSchema = async (out: string): Promise<void> => {
  const fields = OBSERVATION_COLUMNS.map((column) => ({
    name: column.name,
    type: column.type === "number" ? "number" : "string",
    description: column.description,
    constraints: {
      required: column.type === "code" || column.role === "dimension",
      ...("pattern" in column ? { pattern: column.pattern } : {}),
      ...(column.type === "number" ? { minimum: 0 } : {}),
    },
  }));
  await writeJson(join(out, "schema.json"), {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields,
    missingValues: [
      { value: "", label: "No value or none given; for obs_value, obs_status says why" },
    ],
    primaryKey: KEY_COLUMNS,
    foreignKeys: CODE_COLUMNS.map(({ name, codelist }) => ({
      fields: [name],
      reference: { resource: codelist, fields: ["code"] },
    })),
  });
};

/** `report.json` and `report.csv`: every check with its outcome. */
export const publishReport = async (out: string, checks: readonly Check[]): Promise<void> => {
  await writeJson(join(out, "report.json"), { checks });
  await writeCsv(
    join(out, "report.csv"),
    ["id", "stage", "status", "count", "message", "examples"],
    checks.map((check) => ({ ...check, examples: check.examples.join(" | ") })),
  );
};

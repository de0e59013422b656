import { basename } from "node:path";
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type JS,
  VARCHAR,
} from "@duckdb/node-api";
import {
  COLUMN_NAMES,
  OBSERVATION_COLUMNS,
  type Observation,
  observationTableSql,
} from "../../src/standard/observation.ts";
import type { ReleaseRead } from "./source.ts";

const CHUNK_ROWS = 2048;

/** Runs `work` on a DuckDB in memory with one thread, so that results do not depend on timing. */
export const withDatabase = async <T>(work: (db: DuckDBConnection) => Promise<T>): Promise<T> => {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    return await work(connection);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

/** Rows of a query as plain objects. */
export const query = async (db: DuckDBConnection, sql: string): Promise<Record<string, JS>[]> =>
  (await db.runAndReadAll(sql)).getRowObjectsJS();

const appendRows = async (
  db: DuckDBConnection,
  table: string,
  types: readonly (typeof VARCHAR | typeof DOUBLE)[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> => {
  const appender = await db.createAppender(table);
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    const slice = rows.slice(start, start + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create(types);
    chunk.setColumns(types.map((_, column) => slice.map((row) => row[column] ?? null)));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
};

/** Creates table `observations` of the standard and fills it. */
export const loadObservations = async (
  db: DuckDBConnection,
  rows: readonly Observation[],
): Promise<void> => {
  await db.run(observationTableSql("observations"));
  const types = OBSERVATION_COLUMNS.map((column) => (column.type === "number" ? DOUBLE : VARCHAR));
  const cells = rows.map((row) => COLUMN_NAMES.map((name) => row[name]));
  await appendRows(db, "observations", types, cells);
};

/** Creates a table of text and number columns and fills it; cells stand in the order of the columns. */
export const loadTable = async (
  db: DuckDBConnection,
  table: string,
  columns: readonly { readonly name: string; readonly type: "text" | "number" }[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> => {
  const sqlType = { text: "VARCHAR", number: "DOUBLE" } as const;
  const list = columns.map(({ name, type }) => `${name} ${sqlType[type]}`).join(", ");
  await db.run(`CREATE TABLE ${table} (${list})`);
  const types = columns.map(({ type }) => (type === "number" ? DOUBLE : VARCHAR));
  await appendRows(db, table, types, rows);
};

/** Creates table `codes (codelist, code, level)` and fills it; level is empty but for areas. */
export const loadCodes = async (
  db: DuckDBConnection,
  codes: readonly { readonly codelist: string; readonly code: string; readonly level: string }[],
): Promise<void> => {
  await db.run("CREATE TABLE codes (codelist VARCHAR, code VARCHAR, level VARCHAR)");
  const cells = codes.map(({ codelist, code, level }) => [codelist, code, level]);
  await appendRows(db, "codes", [VARCHAR, VARCHAR, VARCHAR], cells);
};

/** Creates table `files (dataset, release, file)` and fills it: the files each release came from. */
export const loadFiles = async (
  db: DuckDBConnection,
  releases: readonly Pick<ReleaseRead, "dataset" | "release" | "paths">[],
): Promise<void> => {
  await db.run("CREATE TABLE files (dataset VARCHAR, release VARCHAR, file VARCHAR)");
  const cells = releases.map(({ dataset, release, paths }) => [
    dataset,
    release,
    paths.map((path) => basename(path)).join("|"),
  ]);
  await appendRows(db, "files", [VARCHAR, VARCHAR, VARCHAR], cells);
};

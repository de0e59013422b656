import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { quote } from "../standard/sql.ts";
import type { Query, Row } from "../view/query.ts";
import { decodeForLoading, type LoadColumn } from "./arrow.ts";
import { type Engine, scalar } from "./engine.ts";
import { type EngineProgress, fetchBytes, type RunningDatabase, startDatabase } from "./worker.ts";

export type { EngineProgress } from "./worker.ts";

/** The engine of the browser: answers queries, and loads each file once. */
export interface WasmEngine extends Engine {
  /**
   * Fetches an observations file and loads it as the table (a quoted name), unless the table holds that file
   * already. Rejects with what failed.
   */
  load(table: string, url: string, report: (progress: EngineProgress) => void): Promise<void>;
}

/** A worker that says nothing for so long has died without a word, as those of idle tabs may. */
const PATIENCE_MS = 20_000;

const expression = (column: LoadColumn): string => {
  if (column.kind !== "enum") return column.name;
  const words = column.words.map(quote).join(", ");
  // The words get their type once, at the list: a cast of each row would take five times as long.
  return `(CAST([${words}] AS ENUM (${words})[]))[${column.name} + 1] AS ${column.name}`;
};

/** The statements that make a table (a quoted name) out of its codes, which stand in table `incoming`. */
export const createSql = (
  table: string,
  columns: readonly LoadColumn[],
  incoming: string,
): string =>
  `CREATE OR REPLACE TABLE ${table} AS SELECT ${columns.map(expression).join(", ")} FROM ${incoming}; DROP TABLE ${incoming}`;

/** Runs a statement with its parameters. Rejects with what failed. */
export const ask = async (
  connection: AsyncDuckDBConnection,
  sql: string,
  params: readonly unknown[],
) => {
  const statement = await connection.prepare(sql);
  try {
    return await statement.query(...params);
  } finally {
    await statement.close();
  }
};

/** The rows that a query gives. Rejects with what failed, or with EngineDied after `patience` milliseconds. */
export const rowsOf = async (
  { connection, guarded }: RunningDatabase,
  { sql, params }: Query,
  patience?: number,
): Promise<Row[]> => {
  const table = await guarded(ask(connection, sql, params), patience);
  const names = table.schema.fields.map((field) => field.name);
  return table
    .toArray()
    .map((row): Row => Object.fromEntries(names.map((name) => [name, scalar(row[name])])));
};

/**
 * Starts DuckDB-Wasm from this site's own files and locks it. Rejects when WebAssembly is missing or blocked,
 * when a file cannot be had, or when the worker dies.
 */
export const startWasmEngine = async (
  report: (progress: EngineProgress) => void,
): Promise<WasmEngine> => {
  const database = await startDatabase(report, ["SET allowed_directories=['data/']"]);
  const { connection, guarded } = database;
  const loaded = new Map<string, { readonly url: string; readonly done: Promise<void> }>();
  const loadFile = async (
    table: string,
    url: string,
    progress: (progress: EngineProgress) => void,
  ): Promise<void> => {
    const bytes = await fetchBytes(url, (received, total) =>
      progress({ step: "data", bytes: received, total }),
    );
    const { columns, ipc, rows } = decodeForLoading(bytes);
    progress({ step: "loading", rows });
    await guarded(
      connection.insertArrowFromIPCStream(ipc, { name: "incoming_codes", create: true }),
    );
    await guarded(connection.query(createSql(table, columns, "incoming_codes")));
  };
  // One after another: the table of the rows that come in has one name.
  let queue: Promise<void> = Promise.resolve();

  return {
    load: (table, url, progress) => {
      const known = loaded.get(table);
      if (known?.url === url) return known.done;
      const done = queue.then(() => loadFile(table, url, progress));
      queue = done.catch(() => undefined);
      loaded.set(table, { url, done });
      done.catch(() => loaded.delete(table));
      return done;
    },
    query: (query) => rowsOf(database, query, PATIENCE_MS),
  };
};

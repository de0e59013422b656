import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from "@duckdb/duckdb-wasm";
import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import type { Row } from "../view/query.ts";
import { decodeForLoading, type LoadColumn } from "./arrow.ts";
import { type Engine, EngineDied, scalar } from "./engine.ts";

/** Where the start of the engine stands; bytes are those received so far. */
export type EngineProgress =
  | { readonly step: "engine"; readonly bytes: number; readonly total: number }
  | { readonly step: "starting" }
  | { readonly step: "data"; readonly bytes: number; readonly total: number }
  | { readonly step: "loading"; readonly rows: number };

/** The engine of the browser: answers queries, and loads each file once. */
export interface WasmEngine extends Engine {
  /**
   * Fetches an observations file and loads it as the table (a quoted name), unless the table holds that file
   * already. Rejects with what failed.
   */
  load(table: string, url: string, report: (progress: EngineProgress) => void): Promise<void>;
}

/** A worker that says nothing for so long has died without a word, as those of idle tabs may. */
const PATIENCE_MS = { query: 20_000, load: 120_000 };

/** Size of duckdb-eh.wasm, for browsers that are not told the length because the host compresses. */
const WASM_BYTES = 34_242_586;

const quoted = (word: string): string => `'${word.replaceAll("'", "''")}'`;

const expression = (column: LoadColumn): string => {
  if (column.kind !== "enum") return column.name;
  const words = column.words.map(quoted).join(", ");
  return `CAST(([${words}])[${column.name} + 1] AS ENUM (${words})) AS ${column.name}`;
};

/** Shuts the door: no extension, no address, no setting can be reached or changed from here on. */
const lock = (origin: string): string =>
  [
    "SET autoload_known_extensions=false",
    `SET custom_extension_repository=${quoted(`${origin}/duckdb-ext`)}`,
    "SET allow_community_extensions=false",
    "SET allowed_directories=['data/']",
    "SET enable_external_access=false",
    "SET lock_configuration=true",
  ].join("; ");

/** Fetches a file of this site, reporting bytes. Rejects with address and status. */
export const fetchBytes = async (
  url: string,
  report: (bytes: number, total: number) => void,
): Promise<Uint8Array> => {
  const response = await fetch(url);
  if (!response.ok || response.body === null)
    throw new Error(`${url} answered ${response.status} ${response.statusText}`.trim());
  const total = Number(response.headers.get("content-length") ?? 0);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    bytes += part.value.byteLength;
    report(bytes, Math.max(total, bytes));
  }
  const whole = new Uint8Array(bytes);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
};

const ask = async (connection: AsyncDuckDBConnection, sql: string, params: readonly unknown[]) => {
  const statement = await connection.prepare(sql);
  try {
    return await statement.query(...params);
  } finally {
    await statement.close();
  }
};

/**
 * Starts DuckDB-Wasm from this site's own files and locks it. Rejects when WebAssembly is missing or blocked,
 * when a file cannot be had, or when the worker dies.
 */
export const startWasmEngine = async (
  report: (progress: EngineProgress) => void,
): Promise<WasmEngine> => {
  if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly.");
  const worker = new Worker(new URL(workerUrl, import.meta.url));
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) =>
      reject(
        new EngineDied(
          `The query engine stopped: ${event.message || "its worker could not start"}.`,
        ),
      ),
    );
  });
  // Without a listener of its own, a worker that dies between two queries would be an unhandled rejection.
  died.catch(() => undefined);
  const guarded = <T>(work: Promise<T>, patience: number = PATIENCE_MS.load): Promise<T> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        worker.terminate();
        reject(new EngineDied(`The query engine said nothing for ${patience / 1000} seconds.`));
      }, patience);
    });
    return Promise.race([work, died, silence]).finally(() => clearTimeout(timer));
  };

  const database = new AsyncDuckDB(new VoidLogger(), worker);
  report({ step: "engine", bytes: 0, total: WASM_BYTES });
  const address = new URL(wasmUrl, import.meta.url).href;
  // The download may take as long as it must: its progress is shown.
  await Promise.race([
    died,
    database.instantiate(address, null, ({ bytesLoaded, bytesTotal }) =>
      report(
        bytesLoaded > 0 && bytesLoaded === bytesTotal
          ? { step: "starting" }
          : { step: "engine", bytes: bytesLoaded, total: Math.max(bytesTotal, WASM_BYTES) },
      ),
    ),
  ]);
  const connection = await guarded(database.connect());
  await guarded(connection.query(lock(location.origin)));

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
    await guarded(
      connection.query(
        `CREATE OR REPLACE TABLE ${table} AS SELECT ${columns.map(expression).join(", ")} FROM incoming_codes; DROP TABLE incoming_codes`,
      ),
    );
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
    query: async ({ sql, params }) => {
      const table = await guarded(ask(connection, sql, params), PATIENCE_MS.query);
      const names = table.schema.fields.map((field) => field.name);
      return table
        .toArray()
        .map((row): Row => Object.fromEntries(names.map((name) => [name, scalar(row[name])])));
    },
  };
};

import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from "@duckdb/duckdb-wasm";
import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import wasmUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import { quote } from "../standard/sql.ts";
import { EngineDied } from "./engine.ts";

/** Where the start of an engine stands; bytes are those received so far. */
export type EngineProgress =
  | { readonly step: "engine"; readonly bytes: number; readonly total: number }
  | { readonly step: "starting" }
  | { readonly step: "data"; readonly bytes: number; readonly total: number }
  | { readonly step: "loading"; readonly rows: number };

/** DuckDB in a worker of its own, locked. */
export interface RunningDatabase {
  readonly connection: AsyncDuckDBConnection;
  /** Work that rejects with EngineDied when the worker has died, or says nothing for `patience` milliseconds. */
  guarded<T>(work: Promise<T>, patience?: number): Promise<T>;
  /** Ends the worker, whatever it does. */
  terminate(): void;
}

/** A worker that says nothing for so long while it starts or loads has died without a word. */
const PATIENCE_MS = 120_000;

/** Size of duckdb-eh.wasm, for browsers that are not told the length because the host compresses. */
const WASM_BYTES = 34_242_586;

/** Shuts the door: no extension, no address, no setting can be reached or changed from here on. */
const lockSql = (origin: string, settings: readonly string[]): string =>
  [
    "SET autoload_known_extensions=false",
    `SET custom_extension_repository=${quote(`${origin}/duckdb-ext`)}`,
    "SET allow_community_extensions=false",
    ...settings,
    "SET enable_external_access=false",
    "SET lock_configuration=true",
  ].join("; ");

/** Milliseconds between two reports of one step: a page that is told of every chunk does nothing else. */
const PACE_MS = 150;

/** Passes on the first report of a step and its last, and of those between as many as a reader can see. */
export const paced = (
  report: (progress: EngineProgress) => void,
  now: () => number = () => performance.now(),
): ((progress: EngineProgress) => void) => {
  let step: EngineProgress["step"] | undefined;
  let last = 0;
  return (progress) => {
    const isWhole = "bytes" in progress && progress.bytes === progress.total;
    const time = now();
    if (progress.step === step && !isWhole && time - last < PACE_MS) return;
    step = progress.step;
    last = time;
    report(progress);
  };
};

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

/**
 * Starts DuckDB-Wasm from this site's own files, applies `settings` and locks it. Rejects when WebAssembly is missing
 * or blocked, when a file cannot be had, or when the worker dies.
 */
export const startDatabase = async (
  told: (progress: EngineProgress) => void,
  settings: readonly string[],
): Promise<RunningDatabase> => {
  const report = paced(told);
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
  const guarded = async <T>(work: Promise<T>, patience = PATIENCE_MS): Promise<T> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        worker.terminate();
        reject(new EngineDied(`The query engine said nothing for ${patience / 1000} seconds.`));
      }, patience);
    });
    try {
      return await Promise.race([work, died, silence]);
    } finally {
      clearTimeout(timer);
    }
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
  await guarded(connection.query(lockSql(location.origin, settings)));
  return { connection, guarded, terminate: () => worker.terminate() };
};

import type { CodedTable } from "../standard/coded-table.ts";
import type { Query } from "../view/query.ts";
import { decodeForLoading } from "./arrow.ts";
import { codedIpc, codedSql, loadable } from "./coded.ts";
import type { Engine } from "./engine.ts";
import { ask, createSql, rowsOf } from "./wasm.ts";
import { type EngineProgress, fetchBytes, startDatabase } from "./worker.ts";

/** An engine for a reader's own rows: its own worker, nothing in it but what it is given. */
export interface ReturnEngine extends Engine {
  /** Makes a table, or makes it anew. Rejects with what failed. */
  insert(table: CodedTable): Promise<void>;
  /** Fetches an observations file of this site and makes it a table (a quoted name). */
  load(table: string, url: string): Promise<void>;
  /** Runs a statement that makes or changes a table. Rejects with what failed. */
  run(query: Query): Promise<void>;
  /** Ends the worker, whatever it does; nothing can be asked any more. */
  terminate(): void;
}

const INCOMING = "incoming_codes";

/**
 * Starts DuckDB-Wasm for a reader's own rows and locks it: no extension, no address, no file. Works in a page and in
 * a worker. Rejects when WebAssembly is missing or blocked, when a file cannot be had, or when the worker dies.
 */
export const startReturnEngine = async (
  report: (progress: EngineProgress) => void,
): Promise<ReturnEngine> => {
  const database = await startDatabase(report, ["SET allowed_directories=['data/']"]);
  const { connection, guarded, terminate } = database;
  const receive = async (ipc: Uint8Array | undefined, sql: string): Promise<void> => {
    if (ipc !== undefined)
      await guarded(connection.insertArrowFromIPCStream(ipc, { name: INCOMING, create: true }));
    await guarded(connection.query(sql));
  };
  // One after another: the table of the rows that come in has one name.
  let queue: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  return {
    insert: (given) =>
      inTurn(() => {
        const table = loadable(given);
        return receive(codedIpc(table), codedSql(table, INCOMING));
      }),
    load: (table, url) =>
      inTurn(async () => {
        const { columns, ipc } = decodeForLoading(await fetchBytes(url, () => undefined));
        await receive(ipc, createSql(table, columns, INCOMING));
      }),
    run: async ({ sql, params }) => {
      await guarded(ask(connection, sql, params));
    },
    query: (query) => rowsOf(database, query),
    terminate,
  };
};

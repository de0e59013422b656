import { identifier } from "../standard/sql.ts";
import type { Scalar } from "../view/query.ts";
import { arrowOf } from "./arrow-table.ts";
import { EngineDied } from "./engine.ts";
import { messageOf, type Outcome, runReading } from "./run-reading.ts";
import { GRACE_MS, halt, stopped } from "./stop.ts";
import { type EngineProgress, fetchBytes, startDatabase } from "./worker.ts";

/** An engine of its own for what readers write: its tables can be read and not changed. */
export interface ConsoleEngine {
  /** Fetches an Arrow file of this site as a table, all text but the numbers. Rejects with what failed. */
  load(table: string, url: string, report: (progress: EngineProgress) => void): Promise<void>;
  /** Makes a small table of text and whole numbers. Rejects with what failed. */
  define(table: string, columns: readonly string[], rows: readonly Scalar[][]): Promise<void>;
  /** Forgets a table. */
  drop(table: string): Promise<void>;
  /** Makes `view` the rows of all these tables, which have the same columns; without a table there is no view. */
  combine(view: string, tables: readonly string[]): Promise<void>;
  /** Runs a reader's text for at most `limitMs`, or until `stop` is aborted. Never rejects. */
  run(text: string, limitMs: number, stop: AbortSignal): Promise<Outcome>;
  /** Ends the engine. */
  close(): void;
}

const SETTINGS = ["SET memory_limit='1500MB'", "SET temp_directory=''"];

/** Starts the engine of the console. Rejects with what failed. */
export const startConsole = async (
  report: (progress: EngineProgress) => void,
): Promise<ConsoleEngine> => {
  const { connection, guarded, terminate } = await startDatabase(report, SETTINGS);

  let queue: Promise<unknown> = Promise.resolve();
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };

  const change = (sql: string): Promise<void> =>
    next(async () => {
      await guarded(connection.query(sql));
    });

  return {
    load: (table, url, progress) =>
      next(async () => {
        const bytes = await fetchBytes(url, (received, total) =>
          progress({ step: "data", bytes: received, total }),
        );
        await guarded(connection.insertArrowFromIPCStream(bytes, { name: table, create: true }));
      }),
    define: (table, columns, rows) =>
      next(() =>
        guarded(
          connection.insertArrowFromIPCStream(arrowOf(columns, rows), {
            name: table,
            create: true,
          }),
        ),
      ),
    drop: (table) => change(`DROP TABLE ${identifier(table)}`),
    combine: (view, tables) => {
      const parts = tables.map((table) => `SELECT * FROM ${identifier(table)}`);
      return change(
        parts.length === 0
          ? `DROP VIEW IF EXISTS ${identifier(view)}`
          : `CREATE OR REPLACE VIEW ${identifier(view)} AS ${parts.join(" UNION ALL ")}`,
      );
    },
    run: (text, limitMs, stop) =>
      next(async () => {
        const clock = stopped(limitMs, stop);
        const work = guarded(runReading(connection, text), limitMs + 2 * GRACE_MS).catch(
          (error: unknown): Outcome => ({
            kind: error instanceof EngineDied ? "died" : "wrong",
            message: messageOf(error),
          }),
        );
        const first = await Promise.race([work, clock.reason]);
        clock.clear();
        return typeof first === "string"
          ? halt(work, first, () => connection.cancelSent(), terminate)
          : first;
      }),
    close: terminate,
  };
};

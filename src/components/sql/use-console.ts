import { useCallback, useRef, useState } from "preact/hooks";
import type { ConsoleEngine } from "../../engine/console.ts";
import { EngineDied, reasonOf } from "../../engine/engine.ts";
import type { EngineProgress } from "../../engine/worker.ts";
import { bringTables, defineLists } from "./console-tables.ts";
import type { Answered, Phase, SqlStage, Statement } from "./state.ts";

/** An engine that starts or runs, with the tables that it holds. */
interface Running {
  readonly engine: Promise<ConsoleEngine>;
  readonly held: Set<string>;
  /** The last change of its tables: they follow one another. */
  tables: Promise<void>;
}

/** Resolves as the work does, or with "stopped" as soon as the reader has had enough. */
const unlessStopped = <T>(work: Promise<T>, stop: AbortSignal): Promise<T | "stopped"> =>
  Promise.race([
    work,
    new Promise<"stopped">((resolve) => {
      if (stop.aborted) resolve("stopped");
      stop.addEventListener("abort", () => resolve("stopped"), { once: true });
    }),
  ]);

/** The engine of the console: started when it is first needed, started again when it had to be ended. */
export const useConsole = (
  stage: SqlStage,
): {
  readonly phase: Phase;
  readonly answered: Answered | undefined;
  /** Whether a statement is being worked on. */
  readonly busy: boolean;
  /** Starts the engine, so that it is ready when a statement comes. */
  readonly warm: () => void;
  readonly run: (statement: Statement) => void;
  readonly cancel: () => void;
} => {
  const { m, f } = stage.speech;
  const [phase, setPhase] = useState<Phase>({ kind: "idle" });
  const [answered, setAnswered] = useState<Answered>();
  const [busy, setBusy] = useState(false);
  const running = useRef<Running>(undefined);
  const stop = useRef<AbortController>(undefined);

  const report = useCallback(
    (progress: EngineProgress, table = "") => {
      const size = "bytes" in progress ? progress : { bytes: 0, total: 0 };
      const words =
        progress.step === "engine"
          ? m.sql.fetching(f.bytes(size.bytes), f.bytes(size.total))
          : progress.step === "data"
            ? m.sql.loadingTable(table, f.bytes(size.bytes))
            : m.sql.starting;
      setPhase((before) =>
        // The words of a start in the background must not hide what came of a statement.
        before.kind === "waiting" || before.kind === "idle"
          ? { kind: "waiting", words, done: size.bytes, total: size.total }
          : before,
      );
    },
    [m, f],
  );

  const started = useCallback((): Running => {
    if (running.current !== undefined) return running.current;
    const engine = import("../../engine/console.ts").then(async ({ startConsole }) => {
      const fresh = await startConsole(report);
      try {
        await defineLists(fresh, stage);
      } catch (error) {
        fresh.close();
        throw error;
      }
      return fresh;
    });
    const next: Running = { engine, held: new Set(), tables: Promise.resolve() };
    engine.catch(() => {
      if (running.current === next) running.current = undefined;
    });
    running.current = next;
    return next;
  }, [stage, report]);

  const prepared = useCallback(
    async (tables: readonly string[]): Promise<ConsoleEngine> => {
      const now = started();
      const engine = await now.engine;
      now.tables = now.tables
        .catch(() => undefined)
        .then(() =>
          bringTables(engine, stage, tables, now.held, (table, progress) =>
            report(progress, table),
          ),
        );
      try {
        await now.tables;
      } catch (error) {
        if (error instanceof EngineDied && running.current === now) running.current = undefined;
        throw error;
      }
      return engine;
    },
    [stage, started, report],
  );

  const restart = useCallback(
    (tables: readonly string[]) => {
      running.current = undefined;
      prepared(tables)
        .then(() =>
          setPhase((before) =>
            before.kind === "trouble" ? { ...before, engine: "restarted" } : before,
          ),
        )
        .catch((error: unknown) => setPhase({ kind: "failed", reason: reasonOf(error) }));
    },
    [prepared],
  );

  const warm = useCallback(() => {
    if (running.current !== undefined) return;
    started()
      .engine.then(() =>
        setPhase((before) =>
          before.kind === "waiting" && stop.current === undefined ? { kind: "ready" } : before,
        ),
      )
      .catch((error: unknown) => setPhase({ kind: "failed", reason: reasonOf(error) }));
  }, [started]);

  const work = useCallback(
    async (statement: Statement, signal: AbortSignal): Promise<Phase> => {
      const engine = await unlessStopped(prepared(statement.tables), signal);
      if (engine === "stopped") return { kind: "stopped-before" };
      const { sql, limitMs } = statement;
      setPhase({ kind: "running", since: Date.now(), limitMs });
      const outcome = await engine.run(sql, limitMs, signal);
      if (outcome.kind === "rows") {
        setAnswered({ statement, result: outcome.result, ms: outcome.ms });
        return { kind: "answered" };
      }
      const ended = outcome.kind === "died" || (outcome.kind === "stopped" && outcome.died);
      if (ended) {
        engine.close();
        restart(statement.tables);
      }
      return {
        kind: "trouble",
        trouble: outcome,
        statement,
        engine: ended ? "restarting" : "same",
      };
    },
    [prepared, restart],
  );

  const run = useCallback(
    (statement: Statement) => {
      if (stop.current !== undefined) return;
      const controller = new AbortController();
      stop.current = controller;
      setBusy(true);
      setPhase({ kind: "waiting", words: m.sql.starting, done: 0, total: 0 });
      work(statement, controller.signal)
        .catch((error: unknown): Phase => ({ kind: "failed", reason: reasonOf(error) }))
        .then((after) => {
          stop.current = undefined;
          setBusy(false);
          setPhase(after);
        });
    },
    [work, m],
  );

  const cancel = useCallback(() => stop.current?.abort(), []);
  return { phase, answered, busy, warm, run, cancel };
};

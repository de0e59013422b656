import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { EngineProgress, WasmEngine } from "../../engine/wasm.ts";
import type { DatasetId } from "../../standard/codelists/dataset.ts";
import type { Cell } from "../../statistics/cell.ts";
import { cellsFrom, cellsQuery, type Query, type Row } from "../../view/query.ts";
import type { View } from "../../view/view.ts";
import type { EngineState, Stage } from "./state.ts";

/** Cells with the query that they answer. */
export interface Answered {
  readonly key: string;
  readonly view: View;
  readonly cells: readonly Cell[];
}

/** Two views with one key are answered by the same cells. */
export const queryKey = (view: View): string => JSON.stringify(cellsQuery(view));

/** What went wrong, in the words of whatever failed. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const wordsOf = (progress: EngineProgress, { m, f }: Stage["speech"]): string => {
  if (progress.step === "engine")
    return m.explorer.engineFetch(f.bytes(progress.bytes), f.bytes(progress.total));
  if (progress.step === "starting") return m.explorer.engineStart;
  if (progress.step === "data") return m.explorer.dataFetch(f.bytes(progress.bytes));
  return m.explorer.dataLoad(f.number(progress.rows));
};

/**
 * Keeps the cells of the view up to date: starts the engine on arrival, loads the dataset when it is first asked
 * for, drops answers that a newer question has overtaken, and says where it stands.
 */
export const useEngine = (
  stage: Stage,
  view: View,
  first: Answered,
): {
  state: EngineState;
  answered: Answered;
  ask: (query: Query, dataset: DatasetId) => Promise<Row[]>;
  retry: () => void;
} => {
  const [state, setState] = useState<EngineState>({ kind: "baked" });
  const [answered, setAnswered] = useState(first);
  const [attempt, setAttempt] = useState(0);
  const engine = useRef<Promise<WasmEngine> | undefined>(undefined);
  const rows = useRef(new Map<DatasetId, number>());
  const question = useRef(0);

  const report = useCallback(
    (progress: EngineProgress) => {
      const size = "bytes" in progress ? progress : { bytes: 0, total: 0 };
      setState({
        kind: "starting",
        words: wordsOf(progress, stage.speech),
        done: size.bytes,
        total: size.total,
      });
    },
    [stage],
  );

  const started = useCallback((): Promise<WasmEngine> => {
    engine.current ??= import("../../engine/wasm.ts").then(({ startWasmEngine }) =>
      startWasmEngine(report),
    );
    engine.current.catch(() => {
      engine.current = undefined;
    });
    return engine.current;
  }, [report]);

  const ask = useCallback(
    async (query: Query, dataset: DatasetId): Promise<Row[]> => {
      const running = await started();
      await running.load(
        dataset,
        `${stage.root}data/${stage.dataVersion}/arrow/${dataset}.arrow`,
        (progress) => {
          if (progress.step === "loading") rows.current.set(dataset, progress.rows);
          report(progress);
        },
      );
      performance.mark("iam:asked");
      const answer = await running.query(query);
      performance.measure("iam:query", "iam:asked");
      return answer;
    },
    [stage, started, report],
  );

  const key = queryKey(view);
  useEffect(() => {
    question.current += 1;
    const number = question.current;
    const overtaken = () => number !== question.current;
    if (engine.current !== undefined && rows.current.has(view.dataset))
      setState({ kind: "asking" });
    started()
      .then(() => performance.mark("iam:engine-ready"))
      .then(() => ask(cellsQuery(view), view.dataset))
      .then((answer) => {
        if (overtaken()) return;
        setAnswered({ key, view, cells: cellsFrom(answer) });
        setState({
          kind: "ready",
          rows: [...rows.current.values()].reduce((sum, count) => sum + count, 0),
        });
        performance.mark("iam:first-answer");
      })
      .catch((error: unknown) => {
        if (overtaken()) return;
        const kind = engine.current === undefined ? "failed" : "query-failed";
        setState({ kind, reason: reasonOf(error) });
      });
  }, [key, attempt]);

  const retry = useCallback(() => {
    // A worker that has died answers nothing any more: trying again starts another.
    engine.current = undefined;
    rows.current.clear();
    setAttempt((count) => count + 1);
  }, []);
  return { state, answered, ask, retry };
};

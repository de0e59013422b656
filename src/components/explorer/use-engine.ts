import { useCallback, useRef, useState } from "preact/hooks";
import { EngineDied, reasonOf } from "../../engine/engine.ts";
import type { EngineProgress, WasmEngine } from "../../engine/wasm.ts";
import { observationTable, type Query, type Row } from "../../view/query.ts";
import type { View } from "../../view/view.ts";
import type { EngineState, Stage } from "./state.ts";

/** What the engine has to know of the page. */
type EngineStage = Pick<Stage, "speech" | "root" | "dataVersion">;

/** Which observations a query is about. */
export type Place = Pick<View, "dataset" | "release">;

/** Asks the engine, which loads what it needs first. */
export type Ask = (query: Query, place: Place) => Promise<Row[]>;

const wordsOf = (progress: EngineProgress, { m, f }: Stage["speech"]): string => {
  if (progress.step === "engine")
    return m.explorer.engineFetch(f.bytes(progress.bytes), f.bytes(progress.total));
  if (progress.step === "starting") return m.explorer.engineStart;
  if (progress.step === "data") return m.explorer.dataFetch(f.bytes(progress.bytes));
  return m.explorer.dataLoad(f.number(progress.rows));
};

/** Address of the file that the engine reads for a dataset, or for one of its replaced releases. */
const fileOf = ({ root, dataVersion }: EngineStage, { dataset, release }: Place): string =>
  `${root}data/${dataVersion}/arrow/${dataset}${release === "" ? "" : `@${release}`}.arrow`;

/** Whatever answers the questions of a view. */
export interface EngineSource {
  readonly state: EngineState;
  readonly setState: (state: EngineState) => void;
  readonly ask: Ask;
  /** Rows loaded so far. */
  readonly loaded: () => number;
  /** Forgets the engine, so that the next question starts another. */
  readonly forget: () => void;
}

/** Starts the engine when it is first asked, loads what a question needs, and says where it stands. */
export const useEngine = (stage: EngineStage): EngineSource => {
  const [state, setState] = useState<EngineState>({ kind: "baked" });
  const engine = useRef<Promise<WasmEngine> | undefined>(undefined);
  const rows = useRef(new Map<string, number>());

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
    [stage.speech],
  );

  const started = useCallback((): Promise<WasmEngine> => {
    engine.current ??= import("../../engine/revive.ts").then(({ startRevivableEngine }) =>
      startRevivableEngine(report),
    );
    return engine.current;
  }, [report]);

  const loaded = useCallback(
    () => [...rows.current.values()].reduce((sum, count) => sum + count, 0),
    [],
  );
  const ask = useCallback(
    async (query: Query, place: Place): Promise<Row[]> => {
      // Whoever asks may be the first to find a dead engine, which says that it starts: here it says how that ended.
      const settle = (end: EngineState): void =>
        setState((before) => (before.kind === "starting" ? end : before));
      try {
        const running = await started();
        const table = observationTable(place.dataset, place.release);
        await running.load(table, fileOf(stage, place), (progress) => {
          if (progress.step === "loading") rows.current.set(table, progress.rows);
          report(progress);
        });
        performance.mark("iam:engine-ready");
        performance.mark("iam:asked");
        const answer = await running.query(query);
        performance.measure("iam:query", "iam:asked");
        settle({ kind: "ready", rows: loaded() });
        return answer;
      } catch (error) {
        settle(failureOf(error, loaded()));
        throw error;
      }
    },
    [stage, started, report, loaded],
  );

  const forget = useCallback(() => {
    engine.current = undefined;
    rows.current.clear();
  }, []);
  return { state, setState, ask, loaded, forget };
};

/** What a failure means for the page: no engine at all, or one question without an answer. */
export const failureOf = (error: unknown, loaded: number): EngineState => ({
  kind: loaded === 0 || error instanceof EngineDied ? "failed" : "query-failed",
  reason: reasonOf(error),
});

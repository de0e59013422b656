import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { areaAnswers } from "../../view/areas-answer.ts";
import { cellsFrom, cellsQuery } from "../../view/query.ts";
import type { EngineState } from "../explorer/state.ts";
import { failureOf, useEngine } from "../explorer/use-engine.ts";
import type { ComposerStage } from "./composer-state.ts";
import { type BriefDocument, documentOf } from "./document.ts";
import type { BriefRequest, BriefSource } from "./request.ts";

/** A briefing that was written in the browser, and where that stands. */
export interface Written {
  readonly state: EngineState;
  /** The newest that was written, which may be of an earlier request. */
  readonly document: BriefDocument | undefined;
  /** True when it is the one of the present request. */
  readonly isCurrent: boolean;
  readonly retry: () => void;
}

/** Writes the briefing of a request by DuckDB in the browser; a newer request overtakes an older one. */
export const useDocument = (stage: ComposerStage, request: BriefRequest | undefined): Written => {
  const engine = useEngine(stage);
  const { ask, loaded, setState } = engine;
  const source = useMemo<BriefSource>(
    () => ({
      names: stage.names,
      version: stage.dataVersion,
      answer: areaAnswers(stage.catalogue, async (view) =>
        cellsFrom(await ask(cellsQuery(view), view)),
      ).answer,
    }),
    [stage, ask],
  );
  const [written, setWritten] = useState<{ key: string; document: BriefDocument }>();
  const [attempt, setAttempt] = useState(0);
  const run = useRef(0);
  const key = request === undefined ? "" : JSON.stringify(request);
  useEffect(() => {
    run.current += 1;
    const number = run.current;
    if (request === undefined) return;
    documentOf(request, source, stage.versionDate, stage.speech)
      .then((document) => {
        if (number !== run.current) return;
        setWritten({ key, document });
        setState({ kind: "ready", rows: loaded() });
      })
      .catch((error: unknown) => {
        if (number === run.current) setState(failureOf(error, loaded()));
      });
  }, [key, source, attempt]);
  return {
    state: engine.state,
    document: written?.document,
    isCurrent: written?.key === key,
    retry: () => {
      engine.forget();
      setAttempt((count) => count + 1);
    },
  };
};

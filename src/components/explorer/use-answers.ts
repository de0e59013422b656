import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Cell, MonthCell } from "../../statistics/cell.ts";
import { cellsFrom, monthCellsFrom } from "../../view/query.ts";
import { type Question, queryOf, questionKey, questionsOf } from "../../view/questions.ts";
import type { View } from "../../view/view.ts";
import type { EngineState, Stage } from "./state.ts";
import { type EngineSource, failureOf } from "./use-engine.ts";

/** Cells by the question that they answer. */
export interface Answers {
  readonly cells: (question: Question) => readonly Cell[] | undefined;
  readonly months: (question: Question) => readonly MonthCell[] | undefined;
}

/** Answers kept; a reader who goes back and forth is not made to wait. */
const KEPT = 120;

type Kept = Map<string, readonly (Cell | MonthCell)[]>;

const isMonthly = (cells: readonly (Cell | MonthCell)[]): cells is readonly MonthCell[] =>
  cells.every((cell) => "month" in cell);

const keep = (kept: Kept, key: string, cells: readonly (Cell | MonthCell)[]): void => {
  kept.set(key, cells);
  for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(old);
};

/**
 * Asks the engine everything that the view needs, the view itself first, and keeps the answers. Answers that a
 * newer view has overtaken are kept and not shown. `first` are the cells of the page as it was built, where it had any. Where only
 * some questions are `wanted`, no other is asked, and the engine is left alone while the page holds their answers.
 */
export const useAnswers = (
  stage: Stage,
  view: View,
  engine: EngineSource,
  first: { readonly question: Question; readonly cells: readonly Cell[] } | undefined,
  wanted?: readonly Question[],
): {
  /** The same until there are new answers. */
  readonly known: Answers;
  readonly state: EngineState;
  /** True when every part of the view has its answer. */
  readonly complete: boolean;
  readonly retry: () => void;
} => {
  const { ask, loaded, setState } = engine;
  const kept = useRef<Kept>(new Map());
  const named = useCallback(
    (question: Question) => `${stage.dataVersion} ${questionKey(question)}`,
    [stage.dataVersion],
  );
  if (kept.current.size === 0 && first !== undefined)
    kept.current.set(`${stage.dataVersion} ${questionKey(first.question)}`, first.cells);
  const [told, tell] = useState(0);
  const [attempt, setAttempt] = useState(0);
  const run = useRef(0);

  const questions = useMemo(
    () => wanted ?? questionsOf(stage.catalogue, view),
    [wanted, stage.catalogue, view],
  );
  const key = useMemo(() => questions.map(named).join("\n"), [questions, named]);
  useEffect(() => {
    run.current += 1;
    const number = run.current;
    const answerAll = async (): Promise<void> => {
      for (const [at, question] of questions.entries()) {
        const name = named(question);
        // The page as it was built is asked again: its first answer comes from the engine.
        if (!kept.current.has(name) || (wanted === undefined && loaded() === 0)) {
          const rows = await ask(queryOf(question), question.view);
          keep(
            kept.current,
            name,
            question.slice.freq === "M" ? monthCellsFrom(rows) : cellsFrom(rows),
          );
        }
        if (number !== run.current) return;
        if (at > 0) continue;
        setState({ kind: "ready", rows: loaded() });
        performance.mark("iam:first-answer");
      }
      tell((count) => count + 1);
    };
    if (loaded() > 0 && questions.some((question) => !kept.current.has(named(question))))
      setState({ kind: "asking" });
    answerAll().catch((error: unknown) => {
      if (number === run.current) setState(failureOf(error, loaded()));
    });
  }, [key, attempt]);

  const known = useMemo<Answers>(() => {
    const find = (question: Question) => kept.current.get(named(question));
    return {
      cells: find,
      months: (question) => {
        const cells = find(question);
        return cells !== undefined && isMonthly(cells) ? cells : undefined;
      },
    };
  }, [named, told]);
  return {
    known,
    state: engine.state,
    complete: questions.every((question) => kept.current.has(named(question))),
    retry: () => {
      engine.forget();
      setAttempt((count) => count + 1);
    },
  };
};

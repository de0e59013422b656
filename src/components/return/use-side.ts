import { useMemo } from "preact/hooks";
import type { DatasetId } from "../../standard/codelists/dataset.ts";
import { viewBeside } from "../../view/beside.ts";
import { mainQuestion, type Question } from "../../view/questions.ts";
import type { View } from "../../view/view.ts";
import type { Stage } from "../explorer/state.ts";
import { type Shown, useAnswer } from "../explorer/use-answer.ts";
import { useAnswers } from "../explorer/use-answers.ts";
import type { EngineSource } from "../explorer/use-engine.ts";

/** One side of every pair: an answer to the view, and what its parts ask besides. */
export interface Side {
  /** Undefined until the first answer is there. */
  readonly shown: Shown | undefined;
  readonly answers: ReturnType<typeof useAnswers>;
  /** False where the data of this side lack the table of the view. */
  readonly hasTable: boolean;
}

const NOTHING: readonly Question[] = [];

/** Asks the engine what one side needs; without a table for the view nothing is asked. */
export const useSide = (stage: Stage, view: View, engine: EngineSource): Side => {
  const hasTable = mainQuestion(stage.catalogue, view) !== undefined;
  const answers = useAnswers(stage, view, engine, undefined, hasTable ? undefined : NOTHING);
  const shown = useAnswer(stage, view, answers.known, undefined);
  return { shown, answers, hasTable };
};

/** The published side of the same view; without a dataset it has no table. */
export const usePublishedSide = (
  stage: Stage,
  own: View,
  dataset: DatasetId | undefined,
  engine: EngineSource,
): Side => {
  const view = useMemo(
    () => (dataset === undefined ? own : viewBeside(own, dataset)),
    [own, dataset],
  );
  return useSide(stage, view, engine);
};

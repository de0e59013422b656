import { useMemo, useRef } from "preact/hooks";
import type { Cell } from "../../statistics/cell.ts";
import { type Answer, answerOf } from "../../view/answer.ts";
import type { Slice } from "../../view/catalogue.ts";
import { type PackedCells, unpackCells } from "../../view/pack.ts";
import { mainQuestion, type Question } from "../../view/questions.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import type { Stage } from "./state.ts";
import type { Answers } from "./use-answers.ts";

/** A question with its cells. */
export interface Answered {
  readonly question: Question;
  readonly cells: readonly Cell[];
}

/** The question of a first visit. Throws when the page was built with data that lack it. */
const firstQuestion = (stage: Stage): Question => {
  const question = mainQuestion(stage.catalogue, DEFAULT_VIEW);
  if (question === undefined) throw new Error("The data lack the table of the first view.");
  return question;
};

/** The answer that the page was built with. */
export const useBaked = (stage: Stage, first: PackedCells): Answered =>
  useMemo(() => ({ question: firstQuestion(stage), cells: unpackCells(first) }), [stage, first]);

/** What a view shows. */
export interface Shown {
  readonly answer: Answer;
  readonly cells: readonly Cell[];
  /** Of what is shown. */
  readonly slice: Slice;
  /** The question of the view now, which may still be without its answer; undefined where it has none. */
  readonly question: Question | undefined;
  /** True when what is shown answers the view. */
  readonly isCurrent: boolean;
}

export function useAnswer(stage: Stage, view: View, answers: Answers, baked: Answered): Shown;
export function useAnswer(
  stage: Stage,
  view: View,
  answers: Answers,
  baked: undefined,
): Shown | undefined;
/**
 * The answer to a view; the last one stays until the next one is there. Undefined only where nothing was baked and
 * nothing is answered yet.
 */
export function useAnswer(
  stage: Stage,
  view: View,
  answers: Answers,
  baked: Answered | undefined,
): Shown | undefined {
  const question = mainQuestion(stage.catalogue, view);
  const found = question === undefined ? undefined : answers.cells(question);
  const last = useRef(baked);
  const isCurrent = question !== undefined && found !== undefined;
  if (isCurrent) last.current = { question, cells: found };
  const held = last.current;
  const answer = useMemo(
    () =>
      held === undefined
        ? undefined
        : answerOf(held.question.view, held.question.slice, held.cells),
    [held?.question.view, held?.question.slice, held?.cells],
  );
  if (held === undefined || answer === undefined) return undefined;
  return { answer, cells: held.cells, slice: held.question.slice, question, isCurrent };
}

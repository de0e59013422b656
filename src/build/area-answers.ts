import type { Cell } from "../statistics/cell.ts";
import type { Answer } from "../view/answer.ts";
import { type AreaAnswers, areaAnswers, type When } from "../view/areas-answer.ts";
import type { View } from "../view/view.ts";
import { cellsOf, type SiteData } from "./site-data.ts";

const made = new WeakMap<SiteData, AreaAnswers>();

/** Answers about areas from the committed data, each table read once a build. */
export const answersOf = (data: SiteData): AreaAnswers => {
  const answers = made.get(data) ?? areaAnswers(data.catalogue, (view) => cellsOf(data, view));
  made.set(data, answers);
  return answers;
};

/** Cells of a view's areas in all years; empty where no source publishes the table. */
export const cellsOfAreas = (data: SiteData, view: View): Promise<Cell[]> =>
  answersOf(data).cells(view);

/** The answer to a view for its own areas; undefined where they have no number in the years shown. */
export const answerOfAreas = (
  data: SiteData,
  view: View,
  when: When,
): Promise<Answer | undefined> => answersOf(data).answer(view, when);

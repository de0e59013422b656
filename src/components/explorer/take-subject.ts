import type { Answer } from "../../view/answer.ts";
import type { Thread } from "../../view/conditions.ts";
import { coverageLine } from "../figures/words.ts";
import type { Stage } from "./state.ts";

/** What is taken away: the observations behind an answer, its panel and method included. */
export interface Subject {
  readonly stage: Stage;
  readonly answer: Answer;
}

/** The areas that stand behind the numbers. */
export const threadOf = ({ answer }: Subject): Thread => ({ areas: answer.members });

/** Who stands behind the numbers. */
export const coverageIn = ({ stage, answer }: Subject): string =>
  coverageLine(answer, stage.speech, stage.names);

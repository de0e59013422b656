import type { AreaNames } from "../../i18n/labels.ts";
import type { OwnChoice } from "./own-queries.ts";
import type { ReturnStage } from "./state.ts";
import type { Ask } from "./use-answer.ts";

/** What every figure of a return needs. */
export interface FigureContext {
  readonly stage: ReturnStage;
  readonly areas: AreaNames;
  /** What is counted: "arms seized". */
  readonly noun: string;
  readonly areaName: string;
  /** The line under the figure. */
  readonly source: string;
  /** Name of the table in the engine. */
  readonly table: string;
  readonly asked: OwnChoice;
  readonly ask: Ask;
  /** The year that is broken down: the last one of the table. */
  readonly year: string;
}

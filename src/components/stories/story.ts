import type { SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Ask, said } from "../../i18n/said.ts";
import type { Cell } from "../../statistics/cell.ts";
import type { View } from "../../view/view.ts";
import type { FigureProps } from "../figures/figure-props.ts";

/** One part of a story: a heading, sentences whose numbers carry their questions, and what they are read beside. */
export interface Step {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly figure?: FigureProps;
}

/** A story as its page shows it, from top to bottom. */
export interface Story {
  readonly title: string;
  /** The sentence under the title; its numbers carry their questions. */
  readonly standfirst: string;
  readonly steps: readonly Step[];
  /** How it was counted, in plain words without numbers. */
  readonly method: readonly string[];
}

/** Writes a story from the data. Throws where the data no longer say what the story is about. */
export type Write = (data: SiteData, speech: Speech) => Promise<Story>;

type Rest = Omit<Ask, "dataset" | "indicator" | "by" | "areas">;

/** A printed number with its question about the table of a view, for some of its areas. */
export const asked = (
  { dataset, indicator, by }: Pick<View, "dataset" | "indicator" | "by">,
  areas: readonly string[],
  printed: string,
  rest: Rest,
): string => said(printed, { dataset, indicator, by, areas: [...areas].sort(), ...rest });

/** A year as the span of a question. */
export const inYear = (year: number) => ({ from: year, to: year });

/** Which way a number went. */
export type Change = "rose" | "fell" | "same";

/** Which way a number went from one to the other. */
export const changeOf = (from: number, to: number): Change =>
  to === from ? "same" : to > from ? "rose" : "fell";

/** True where the United States' numbers come from its traces, and so count another thing than seizures. */
export const countsTraces = (cells: readonly Cell[], area: string): boolean =>
  area === "USA" &&
  cells.some((cell) => cell.area === area && cell.flags.includes("SOURCE_DIFFERS"));

/** Stops the build where a story's premise no longer holds: it must be written again, not published. */
export const mustHold = (holds: boolean, story: string, premise: string): void => {
  if (!holds)
    throw new Error(`The story "${story}" no longer holds: ${premise}. Write it again or drop it.`);
};

import type { AnyDatasetId } from "./own-return.ts";

/** A year in which a source began to count in another way, with the words of the mark in a chart. */
export interface SeriesBreak {
  readonly year: number;
  readonly label: string;
}

const BREAKS: { readonly [D in AnyDatasetId]?: readonly SeriesBreak[] } = {
  // What the file holds of earlier years comes from earlier collections.
  UNODC_IAFQ: [{ year: 2016, label: "2016: new questionnaire" }],
};

/** The breaks of the series of a dataset, the first year first. */
export const seriesBreaks = (dataset: AnyDatasetId): readonly SeriesBreak[] =>
  BREAKS[dataset] ?? [];

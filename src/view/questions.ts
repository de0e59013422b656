import { breakdownDimensions, DIMENSIONS, type Dimension } from "../standard/dimensions.ts";
import { type Slice, sliceOf, slicesOf } from "./catalogue.ts";
import { withMethod } from "./choose.ts";
import { cellsQuery, monthCellsQuery, type Query } from "./query.ts";
import { dimensionsOf, type View } from "./view.ts";

/** Something that the engine is asked for a view: one table of cells. */
export interface Question {
  readonly view: View;
  readonly slice: Slice;
}

/** Two questions with one key have one answer. */
export const questionKey = ({ view, slice }: Question): string =>
  JSON.stringify(queryOf({ view, slice }));

/** The query of a question: by month where its slice is monthly. */
export const queryOf = ({ view, slice }: Question): Query =>
  slice.freq === "M" ? monthCellsQuery(view) : cellsQuery(view);

const asked = (
  catalogue: readonly Slice[],
  view: View,
  freq: Slice["freq"] = "A",
): Question | undefined => {
  const slice = sliceOf(catalogue, view, freq);
  // Parts of a view may have no whole where the view itself has one: they are then counted, not shared.
  return slice === undefined ? undefined : { view: withMethod(view, slice), slice };
};

/** The view itself. */
export const mainQuestion = (catalogue: readonly Slice[], view: View): Question | undefined =>
  asked(catalogue, view);

/** Another dimension of what is counted, linked with the view by its filters. */
export interface Facet {
  readonly dimension: Dimension;
  /** Undefined where the source has not crossed the dimension with those that are filtered. */
  readonly question: Question | undefined;
  /** The filtered dimensions that it would have to be crossed with. */
  readonly crossing: readonly Dimension[];
}

/** The dimensions by which what a view counts is published, in structure order. */
const publishedDimensions = (catalogue: readonly Slice[], view: View): Dimension[] => {
  const found = new Set(
    slicesOf(catalogue, view.dataset, view.indicator)
      .filter((slice) => slice.level === view.level && slice.unit === view.unit)
      .flatMap((slice) => breakdownDimensions(slice.breakdown)),
  );
  return DIMENSIONS.filter((dimension) => found.has(dimension));
};

/** The other dimensions of a view, each as far as the source has crossed it with what is filtered. */
export const facetsOf = (catalogue: readonly Slice[], view: View): Facet[] =>
  publishedDimensions(catalogue, view)
    .filter((dimension) => dimension !== view.by)
    .map((dimension) => ({
      dimension,
      question: asked(catalogue, { ...view, by: dimension }),
      crossing: dimensionsOf({ ...view, by: "_T" }).filter((other) => other !== dimension),
    }));

/** Months of the view, where the source counts by month. */
export const monthsQuestion = (catalogue: readonly Slice[], view: View): Question | undefined =>
  asked(catalogue, view, "M");

/** Ages of one sex. */
export interface SexQuestion {
  readonly sex: "F" | "M";
  readonly question: Question;
}

/** Women and men by age, where the source has crossed the two with what is filtered. */
export const pyramidQuestions = (catalogue: readonly Slice[], view: View): SexQuestion[] => {
  const { sex: _, ...others } = view.filters;
  return (["F", "M"] as const).flatMap((sex) => {
    const question = asked(catalogue, { ...view, by: "age", filters: { ...others, sex: [sex] } });
    return question === undefined ? [] : [{ sex, question }];
  });
};

/** The stages of justice, in their order. */
export const STAGES = ["PERSONS_ARRESTED", "PERSONS_PROSECUTED", "PERSONS_CONVICTED"] as const;

/** Persons by sex at each stage of justice that the dataset of a view counts. */
export const stageQuestions = (catalogue: readonly Slice[], view: View): Question[] =>
  STAGES.flatMap((indicator) => {
    const question = asked(catalogue, {
      ...view,
      indicator,
      by: "sex",
      filters: {},
      panel: "all",
      measure: "count",
      residual: "with",
    });
    return question === undefined ? [] : [question];
  });

/**
 * Routes of a view: the places of origin where the source gives them, else the places of seizure; undefined where
 * it gives neither.
 */
export const routesQuestion = (catalogue: readonly Slice[], view: View): Question | undefined =>
  asked(catalogue, { ...view, by: "origin_area" }) ??
  asked(catalogue, { ...view, by: "seizure_place" });

/** Everything that the parts of a view ask, the view itself first, each once. */
export const questionsOf = (catalogue: readonly Slice[], view: View): Question[] => {
  const all = [
    mainQuestion(catalogue, view),
    ...facetsOf(catalogue, view).map((facet) => facet.question),
    routesQuestion(catalogue, view),
    monthsQuestion(catalogue, view),
    ...pyramidQuestions(catalogue, view).map(({ question }) => question),
    ...stageQuestions(catalogue, view),
  ].filter((question) => question !== undefined);
  return [...new Map(all.map((question) => [questionKey(question), question])).values()];
};

import type { DatasetId } from "../standard/codelists/dataset.ts";
import type { IndicatorId } from "../standard/codelists/indicator.ts";
import { DIMENSIONS, type Dimension, PERSON_DIMENSIONS } from "../standard/dimensions.ts";
import { isWhole } from "./answer.ts";
import { indicatorsOf, type Slice, sliceOf } from "./catalogue.ts";
import { type By, DEFAULT_VIEW, type View } from "./view.ts";

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Keeps the years within what the slice has; a span that would be empty becomes the whole. */
const withYears = (view: View, slice: Slice): View => {
  const first = slice.years.at(0) ?? view.from;
  const last = slice.years.at(-1) ?? view.to;
  if (view.to < first || view.from > last) return { ...view, from: first, to: last };
  return { ...view, from: clamp(view.from, first, last), to: clamp(view.to, first, last) };
};

const slicesOf = (catalogue: readonly Slice[], dataset: DatasetId, indicator: IndicatorId) =>
  catalogue.filter((slice) => slice.dataset === dataset && slice.indicator === indicator);

/** The nearest view that the catalogue can answer, for an indicator that a reader has just picked. */
export const chooseIndicator = (
  catalogue: readonly Slice[],
  view: View,
  dataset: DatasetId,
  indicator: IndicatorId,
): View => {
  const slices = slicesOf(catalogue, dataset, indicator);
  const kept = { ...view, dataset, indicator, filters: {}, areas: [] };
  const wanted: View[] = [
    kept,
    { ...kept, by: "_T" },
    ...slices.map(
      (slice): View => ({
        ...kept,
        level: slice.level === "SUBNATIONAL" ? "SUBNATIONAL" : "COUNTRY",
        by: DIMENSIONS.find((dimension) => dimension === slice.breakdown) ?? "_T",
      }),
    ),
  ];
  const chosen = wanted.find((candidate) => sliceOf(catalogue, candidate) !== undefined) ?? kept;
  return settle(catalogue, { ...chosen, from: view.from, to: view.to });
};

/** The view of a dataset that a reader has just picked: its first indicator with data, over all its years. */
export const chooseDataset = (
  catalogue: readonly Slice[],
  view: View,
  dataset: DatasetId,
): View => {
  const [first] = indicatorsOf(catalogue, dataset);
  if (first === undefined) return view;
  const indicator = indicatorsOf(catalogue, dataset).includes(view.indicator)
    ? view.indicator
    : first;
  const years =
    dataset === DEFAULT_VIEW.dataset
      ? { from: DEFAULT_VIEW.from, to: DEFAULT_VIEW.to }
      : { from: 0, to: 9999 };
  return chooseIndicator(catalogue, { ...view, ...years }, dataset, indicator);
};

/** Changes the breakdown; filters and level stay where the source has crossed them, else they are dropped. */
export const chooseBy = (catalogue: readonly Slice[], view: View, by: By): View => {
  const level = view.level === "COUNTRY" ? "SUBNATIONAL" : "COUNTRY";
  const wanted: View[] = [
    { ...view, by },
    { ...view, by, filters: {} },
    { ...view, by, filters: {}, level, areas: [] },
  ];
  const chosen = wanted.find((candidate) => sliceOf(catalogue, candidate) !== undefined);
  return settle(catalogue, chosen ?? { ...view, by, filters: {} });
};

/** Changes the area level and forgets the areas of the other one. */
export const chooseLevel = (catalogue: readonly Slice[], view: View, level: View["level"]): View =>
  settle(catalogue, { ...view, level, areas: [] });

/** Sets the chosen codes of a dimension; all or none of them means no filter. */
export const chooseCodes = (
  catalogue: readonly Slice[],
  view: View,
  dimension: Dimension,
  codes: readonly string[],
): View => {
  const { [dimension]: _, ...others } = view.filters;
  const filters = codes.length === 0 ? others : { ...others, [dimension]: codes };
  return settle(catalogue, { ...view, filters });
};

/** Whether choosing a filter on a dimension would leave a view that some source has published. */
export const canFilter = (catalogue: readonly Slice[], view: View, dimension: Dimension): boolean =>
  sliceOf(catalogue, { ...view, filters: { ...view.filters, [dimension]: ["_U"] } }) !== undefined;

/** Dimensions whose categories never overlap, whatever they are crossed with: nobody is of two sexes or ages. */
const EXCLUSIVE: ReadonlySet<Dimension> = new Set(PERSON_DIMENSIONS);

/**
 * What a view may be broken down by. Categories that overlap, or that were cut from a longer list, have no sum:
 * where several are chosen of a dimension that is not shown, it is shown.
 */
const unsummed = (view: View, slice: Slice): By => {
  if (slice.additivity === "PART" || slice.additivity === "TOTAL") return view.by;
  const several = DIMENSIONS.find(
    (dimension) =>
      dimension !== view.by &&
      !EXCLUSIVE.has(dimension) &&
      (view.filters[dimension] ?? []).length > 1,
  );
  return several ?? view.by;
};

/** Brings years and areas within what the view's slice holds; switches that make no sense fall back. */
export const settle = (catalogue: readonly Slice[], view: View): View => {
  const slice = sliceOf(catalogue, view);
  if (slice === undefined) return view;
  const known = new Set(slice.areas);
  const by = unsummed(view, slice);
  const shareable = isWhole({ ...view, by }, slice);
  return withYears(
    {
      ...view,
      by,
      areas: view.areas.filter((area) => known.has(area)),
      measure: shareable ? view.measure : "count",
      weight: shareable ? view.weight : "pooled",
      residual: by === "_T" ? "with" : view.residual,
    },
    slice,
  );
};

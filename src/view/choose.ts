import type { IndicatorId } from "../standard/codelists/indicator.ts";
import { DIMENSIONS, type Dimension, PERSON_DIMENSIONS } from "../standard/dimensions.ts";
import type { AnyDatasetId } from "../standard/own-return.ts";
import { isWhole } from "./answer.ts";
import {
  addsOverAreas,
  addsOverCodes,
  indicatorsOf,
  type Slice,
  sliceOf,
  slicesOf,
} from "./catalogue.ts";
import { type AreaLevel, type By, DEFAULT_VIEW, type View } from "./view.ts";

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Keeps the years within what the slice has; a span that would be empty becomes the whole. */
const withYears = (view: View, slice: Slice): View => {
  const first = slice.years.at(0) ?? view.from;
  const last = slice.years.at(-1) ?? view.to;
  if (view.to < first || view.from > last) return { ...view, from: first, to: last };
  return { ...view, from: clamp(view.from, first, last), to: clamp(view.to, first, last) };
};

const LEVELS: readonly AreaLevel[] = ["COUNTRY", "SUBNATIONAL", "REGION"];

/**
 * The way of counting that a reader should meet first. Persons are few and their reporters change: shares of all
 * that report, as points that no line joins. Everything else: numbers of the same areas.
 */
const methodOf = (indicator: IndicatorId): Partial<View> =>
  indicator.startsWith("PERSONS_")
    ? { panel: "all", measure: "share", weight: "pooled", residual: "without" }
    : { panel: "same", measure: "count", weight: "pooled", residual: "with" };

/** The nearest view that the catalogue can answer, for an indicator that a reader has just picked. */
export const chooseIndicator = (
  catalogue: readonly Slice[],
  view: View,
  dataset: AnyDatasetId,
  indicator: IndicatorId,
): View => {
  const slices = slicesOf(catalogue, dataset, indicator);
  const kept: View = {
    ...view,
    ...methodOf(indicator),
    dataset,
    indicator,
    filters: {},
    areas: [],
    without: [],
  };
  const ofSlices = slices.map(
    ({ unit, level, breakdown }): View => ({
      ...kept,
      unit,
      level,
      by: DIMENSIONS.find((dimension) => dimension === breakdown) ?? "_T",
    }),
  );
  const persons: View[] = indicator.startsWith("PERSONS_") ? [{ ...kept, by: "sex" }] : [];
  const wanted: View[] = [...persons, kept, { ...kept, by: "_T" }, ...ofSlices];
  const chosen = wanted.find((candidate) => sliceOf(catalogue, candidate) !== undefined) ?? kept;
  return settle(catalogue, { ...chosen, from: view.from, to: view.to });
};

/** The view of a dataset that a reader has just picked: its first indicator with data, over all its years. */
export const chooseDataset = (
  catalogue: readonly Slice[],
  view: View,
  dataset: AnyDatasetId,
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
  return chooseIndicator(catalogue, { ...view, ...years, release: "" }, dataset, indicator);
};

/** Changes the breakdown; filters and level stay where the source has crossed them, else they are dropped. */
export const chooseBy = (catalogue: readonly Slice[], view: View, by: By): View => {
  const others = LEVELS.filter((level) => level !== view.level);
  const wanted: View[] = [
    { ...view, by },
    { ...view, by, filters: {} },
    ...others.map((level): View => ({ ...view, by, filters: {}, level, areas: [], without: [] })),
  ];
  const chosen = wanted.find((candidate) => sliceOf(catalogue, candidate) !== undefined);
  return settle(catalogue, chosen ?? { ...view, by, filters: {} });
};

/** Changes the area level and forgets the areas of the other one. */
export const chooseLevel = (catalogue: readonly Slice[], view: View, level: View["level"]): View =>
  settle(catalogue, { ...view, level, areas: [], without: [] });

/** Changes the unit; the breakdown and the filters stay where the source has them in that unit. */
export const chooseUnit = (catalogue: readonly Slice[], view: View, unit: View["unit"]): View => {
  const wanted: View[] = [
    { ...view, unit },
    { ...view, unit, filters: {} },
    { ...view, unit, by: "_T", filters: {} },
  ];
  const chosen = wanted.find((candidate) => sliceOf(catalogue, candidate) !== undefined);
  return settle(catalogue, chosen ?? view);
};

/** Takes an area into the choice, or out of it where it was there. */
export const toggleArea = (catalogue: readonly Slice[], view: View, area: string): View =>
  settle(catalogue, {
    ...view,
    areas: view.areas.includes(area)
      ? view.areas.filter((other) => other !== area)
      : [...view.areas, area].sort(),
    without: view.without.filter((other) => other !== area),
  });

/** Takes a category into the choice, or out of it where it was there. */
export const toggleCode = (
  catalogue: readonly Slice[],
  view: View,
  dimension: Dimension,
  code: string,
): View => {
  const before = view.filters[dimension] ?? [];
  const codes = before.includes(code)
    ? before.filter((other) => other !== code)
    : [...before, code];
  return chooseCodes(catalogue, view, dimension, codes);
};

/**
 * Sets the chosen codes of a dimension; none means no filter. Where the source has not crossed it with what is
 * shown, it is shown itself; where not with what is filtered either, the other filters are dropped.
 */
export const chooseCodes = (
  catalogue: readonly Slice[],
  view: View,
  dimension: Dimension,
  codes: readonly string[],
): View => {
  const { [dimension]: _, ...others } = view.filters;
  const filters = codes.length === 0 ? others : { ...others, [dimension]: codes };
  const wanted: View[] = [
    { ...view, filters },
    { ...view, by: dimension, filters },
    { ...view, by: dimension, filters: { [dimension]: codes } },
  ];
  const chosen = wanted.find((candidate) => sliceOf(catalogue, candidate) !== undefined);
  return settle(catalogue, chosen ?? view);
};

/** Whether choosing a filter on a dimension would leave a view that some source has published. */
export const canFilter = (catalogue: readonly Slice[], view: View, dimension: Dimension): boolean =>
  sliceOf(catalogue, { ...view, filters: { ...view.filters, [dimension]: ["_U"] } }) !== undefined;

/** Dimensions whose categories never overlap, whatever they are crossed with: nobody is of two sexes or ages. */
const EXCLUSIVE: ReadonlySet<Dimension> = new Set(PERSON_DIMENSIONS);

/** Whether several categories of a dimension that is not shown may be added up. */
const addsUp = (slice: Slice, dimension: Dimension): boolean =>
  addsOverCodes(slice) || (slice.unit === "NUMBER" && EXCLUSIVE.has(dimension));

/**
 * Categories that overlap, that were cut from a longer list, or that carry rates have no sum: where several are
 * chosen of a dimension that is not shown, it is shown; where two are, the second keeps its first category.
 */
const withoutSums = (view: View, slice: Slice): View => {
  const several = DIMENSIONS.filter(
    (dimension) => (view.filters[dimension] ?? []).length > 1 && !addsUp(slice, dimension),
  );
  const by = several.includes(view.by as Dimension) ? view.by : (several[0] ?? view.by);
  const cut = several.filter((dimension) => dimension !== by);
  const first = (dimension: Dimension) => [dimension, (view.filters[dimension] ?? []).slice(0, 1)];
  return { ...view, by, filters: { ...view.filters, ...Object.fromEntries(cut.map(first)) } };
};

/** What the parts of a whole allow to be measured; switches that make no sense fall back. */
export const withMethod = (view: View, slice: Slice): View => {
  const shareable = isWhole(view, slice);
  const measure = view.measure === "share" && !shareable ? "count" : view.measure;
  return {
    ...view,
    measure,
    weight: shareable ? view.weight : "pooled",
    residual: view.by === "_T" ? "with" : view.residual,
    // Over a changing set of areas the first year is no base for the others.
    panel: measure === "index" ? "same" : view.panel,
  };
};

/** Where areas do not add up, categories can be shown of one area at a time. */
const withOneArea = (view: View, slice: Slice): View =>
  addsOverAreas(slice) || view.by === "_T" || view.areas.length === 1
    ? view
    : { ...view, areas: slice.areas.slice(0, 1) };

/** Areas that the table has; one that is chosen is not left out. */
const withAreas = (view: View, slice: Slice): View => {
  const known = new Set(slice.areas);
  const areas = view.areas.filter((area) => known.has(area));
  const one = withOneArea({ ...view, areas }, slice);
  const without = view.without.filter((area) => known.has(area) && !one.areas.includes(area));
  return { ...one, without };
};

/** Brings years and areas within what the view's slice holds; switches that make no sense fall back. */
export const settle = (catalogue: readonly Slice[], view: View): View => {
  const slice = sliceOf(catalogue, view);
  if (slice === undefined) return view;
  return withYears(withMethod(withAreas(withoutSums(view, slice), slice), slice), slice);
};

import { z } from "zod";
import { CL_DATASET } from "../standard/codelists/dataset.ts";
import {
  CL_INDICATOR,
  type IndicatorId,
  notApplicableDimensions,
} from "../standard/codelists/indicator.ts";
import { CL_UNIT_MEASURE } from "../standard/codelists/table.ts";
import { breakdownDimensions, DIMENSIONS, type Dimension } from "../standard/dimensions.ts";
import { type AnyDatasetId, OWN_RETURN } from "../standard/own-return.ts";
import { observationTable, type Query } from "./query.ts";
import type { View } from "./view.ts";
import { breakdownOf } from "./view.ts";

const datasetId = z.enum([...CL_DATASET.codes.map((entry) => entry.code), OWN_RETURN.code]);
const indicatorId = z.enum(CL_INDICATOR.codes.map((entry) => entry.code));

const unitMeasure = z.enum(CL_UNIT_MEASURE.codes.map((entry) => entry.code));

/** One table that a source really published: a breakdown of one indicator, in one unit, at one area level. */
export const sliceSchema = z.object({
  dataset: datasetId,
  indicator: indicatorId,
  /** Yearly, or monthly. */
  freq: z.enum(["A", "M"]),
  unit: unitMeasure,
  level: z.enum(["COUNTRY", "SUBNATIONAL", "REGION"]),
  breakdown: z.string(),
  /** How its rows may be summed, without the totals and subtotals of the same breakdown. */
  additivity: z.enum(["TOTAL", "PART", "OVERLAPPING", "LISTED"]),
  years: z.array(z.number().int()),
  areas: z.array(z.string()),
  codes: z.partialRecord(z.enum(DIMENSIONS), z.array(z.string())),
  rows: z.number().int(),
});

export type Slice = z.infer<typeof sliceSchema>;

/** The query that finds the slices of a dataset; one row a slice, lists joined by `|`. */
export const catalogueQuery = (dataset: AnyDatasetId, release = ""): Query => {
  const codes = DIMENSIONS.map(
    (dimension) =>
      `string_agg(DISTINCT CAST(${dimension} AS VARCHAR), '|' ORDER BY CAST(${dimension} AS VARCHAR)) AS ${dimension}`,
  );
  return {
    sql: `SELECT CAST(indicator AS VARCHAR) AS indicator, CAST(freq AS VARCHAR) AS freq, CAST(unit_measure AS VARCHAR) AS unit, CAST(area_level AS VARCHAR) AS level, CAST(breakdown AS VARCHAR) AS breakdown, CAST(additivity AS VARCHAR) AS additivity, string_agg(DISTINCT substr(CAST(time_period AS VARCHAR), 1, 4), '|' ORDER BY substr(CAST(time_period AS VARCHAR), 1, 4)) AS years, string_agg(DISTINCT CAST(ref_area AS VARCHAR), '|' ORDER BY CAST(ref_area AS VARCHAR)) AS areas, CAST(count(*) AS DOUBLE) AS rows, ${codes.join(", ")} FROM ${observationTable(dataset, release)} WHERE (breakdown = '_T') = (additivity = 'TOTAL') AND additivity <> 'SUBTOTAL' GROUP BY ALL ORDER BY indicator, freq, unit, level, breakdown, additivity`,
    params: [],
  };
};

const list = (value: unknown): string[] => (typeof value === "string" ? value.split("|") : []);

const sliceIn = (dataset: AnyDatasetId, row: object): unknown => {
  const cells = new Map<string, unknown>(Object.entries(row));
  const breakdown = String(cells.get("breakdown"));
  return {
    dataset,
    indicator: cells.get("indicator"),
    freq: cells.get("freq"),
    unit: cells.get("unit"),
    level: cells.get("level"),
    breakdown,
    additivity: cells.get("additivity"),
    years: list(cells.get("years")).map(Number),
    areas: list(cells.get("areas")),
    codes: Object.fromEntries(
      breakdownDimensions(breakdown).map((dimension) => [dimension, list(cells.get(dimension))]),
    ),
    rows: cells.get("rows"),
  };
};

/** The slices of an answer to {@link catalogueQuery}. Throws a ZodError when a row is not a slice. */
export const slicesFrom = (dataset: AnyDatasetId, rows: readonly object[]): Slice[] =>
  rows.map((row) => sliceSchema.parse(sliceIn(dataset, row)));

/** As {@link slicesFrom}, without the rows that are no slices, as where nobody has checked the codes. */
export const knownSlicesFrom = (dataset: AnyDatasetId, rows: readonly object[]): Slice[] =>
  rows.flatMap((row) => {
    const { data } = sliceSchema.safeParse(sliceIn(dataset, row));
    return data === undefined ? [] : [data];
  });

/** The slice that answers a view, yearly or monthly, or undefined where no source has published it. */
export const sliceOf = (
  catalogue: readonly Slice[],
  view: Pick<View, "dataset" | "indicator" | "unit" | "level" | "by" | "filters">,
  freq: Slice["freq"] = "A",
): Slice | undefined => {
  const breakdown = breakdownOf(view);
  return catalogue.find(
    (slice) =>
      slice.dataset === view.dataset &&
      slice.indicator === view.indicator &&
      slice.freq === freq &&
      slice.unit === view.unit &&
      slice.level === view.level &&
      slice.breakdown === breakdown,
  );
};

/** The yearly slices of one indicator of a dataset. */
export const slicesOf = (
  catalogue: readonly Slice[],
  dataset: AnyDatasetId,
  indicator: IndicatorId,
): Slice[] =>
  catalogue.filter(
    (slice) => slice.dataset === dataset && slice.indicator === indicator && slice.freq === "A",
  );

/** Whether the numbers of a table add up over areas: counts of areas that do not hold one another. */
export const addsOverAreas = (slice: Pick<Slice, "unit" | "level">): boolean =>
  slice.unit === "NUMBER" && slice.level !== "REGION";

/** Whether its categories make up one whole, so that they may be summed and shared. */
export const addsOverCodes = (slice: Pick<Slice, "unit" | "additivity">): boolean =>
  slice.unit === "NUMBER" && (slice.additivity === "PART" || slice.additivity === "TOTAL");

/** Why a dimension can or cannot be chosen for an indicator of a dataset. */
export type Availability = "published" | "not-published" | "cannot-exist";

/** Whether a dataset publishes an indicator by a dimension, alone or crossed with others. */
export const availabilityOf = (
  catalogue: readonly Slice[],
  dataset: AnyDatasetId,
  indicator: IndicatorId,
  dimension: Dimension,
): Availability => {
  if (notApplicableDimensions(indicator).includes(dimension)) return "cannot-exist";
  const published = slicesOf(catalogue, dataset, indicator).some((slice) =>
    breakdownDimensions(slice.breakdown).includes(dimension),
  );
  return published ? "published" : "not-published";
};

/** Indicators of a dataset that have data, in the order of the code list. */
export const indicatorsOf = (catalogue: readonly Slice[], dataset: AnyDatasetId): IndicatorId[] =>
  CL_INDICATOR.codes.flatMap(({ code }) =>
    slicesOf(catalogue, dataset, code).length > 0 ? [code] : [],
  );

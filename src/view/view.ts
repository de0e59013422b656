import type { DatasetId } from "../standard/codelists/dataset.ts";
import type { IndicatorId } from "../standard/codelists/indicator.ts";
import { breakdownKey, type Dimension } from "../standard/dimensions.ts";
import type { Weight } from "../statistics/shares.ts";

/** What the categories of a view are: one dimension, or nothing broken down. */
export type By = Dimension | "_T";

export type AreaLevel = "COUNTRY" | "SUBNATIONAL";

/** The whole state of a view. Everything a reader sees follows from it and the data version. */
export interface View {
  readonly dataset: DatasetId;
  readonly indicator: IndicatorId;
  readonly by: By;
  readonly level: AreaLevel;
  readonly from: number;
  readonly to: number;
  /** Chosen areas; empty means all that report. */
  readonly areas: readonly string[];
  /** Chosen codes of a dimension; a dimension that is absent is not filtered. */
  readonly filters: { readonly [D in Dimension]?: readonly string[] };
  /** Same areas in every year, or whichever report. */
  readonly panel: "same" | "all";
  readonly measure: "count" | "share";
  readonly weight: Weight;
  /** Whether the categories "other" and "unknown" are taken in. */
  readonly residual: "with" | "without";
  /** Whether values that evidently cover another population are taken in. */
  readonly outliers: "with" | "without";
}

/** The categories that say "something else" or "not known". */
export const RESIDUAL: ReadonlySet<string> = new Set(["_O", "_U"]);

/** The view of a first visit: the question most readers come with. */
export const DEFAULT_VIEW: View = {
  dataset: "UNODC_IAFQ",
  indicator: "ARMS_SEIZED",
  by: "weapon_type",
  level: "COUNTRY",
  from: 2016,
  to: 2022,
  areas: [],
  filters: {},
  panel: "same",
  measure: "count",
  weight: "pooled",
  residual: "with",
  outliers: "without",
};

/** The dimensions that a view needs the source to have crossed: its categories and its filters. */
export const dimensionsOf = (view: Pick<View, "by" | "filters">): Dimension[] => {
  const filtered = Object.entries(view.filters).flatMap(([dimension, codes]) =>
    codes === undefined || codes.length === 0 ? [] : [dimension as Dimension],
  );
  return [...new Set(view.by === "_T" ? filtered : [view.by, ...filtered])];
};

/** The one breakdown a view reads; see the column `breakdown`. */
export const breakdownOf = (view: Pick<View, "by" | "filters">): string =>
  breakdownKey(dimensionsOf(view));

import type { CodeOf } from "../standard/code.ts";
import type { IndicatorId } from "../standard/codelists/indicator.ts";
import type { CL_UNIT_MEASURE } from "../standard/codelists/table.ts";
import { breakdownKey, type Dimension } from "../standard/dimensions.ts";
import type { AnyDatasetId } from "../standard/own-return.ts";
import type { Weight } from "../statistics/shares.ts";

/** What the categories of a view are: one dimension, or nothing broken down. */
export type By = Dimension | "_T";

export type AreaLevel = "COUNTRY" | "SUBNATIONAL" | "REGION";

export type UnitMeasure = CodeOf<typeof CL_UNIT_MEASURE>;

/** The parts of the workbench, in the order in which they stand. */
export const PANELS = [
  "trend",
  "breakdown",
  "map",
  "routes",
  "persons",
  "months",
  "multiples",
  "linked",
  "table",
] as const;

export type PanelId = (typeof PANELS)[number];

/** What is asked: everything that changes the numbers. */
interface Asked {
  readonly dataset: AnyDatasetId;
  /** A release of the dataset that a newer one has replaced; empty for those that stand for it now. */
  readonly release: string;
  readonly indicator: IndicatorId;
  readonly unit: UnitMeasure;
  readonly by: By;
  readonly level: AreaLevel;
  readonly from: number;
  readonly to: number;
  /** Chosen areas; empty means all that report. */
  readonly areas: readonly string[];
  /** Areas left out by the reader. */
  readonly without: readonly string[];
  /** Chosen codes of a dimension; a dimension that is absent is not filtered. */
  readonly filters: { readonly [D in Dimension]?: readonly string[] };
  /** Same areas in every year, or whichever report. */
  readonly panel: "same" | "all";
  /** Numbers, shares of the whole, or numbers with the first year as 100. */
  readonly measure: "count" | "share" | "index";
  readonly weight: Weight;
  /** Whether the categories "other" and "unknown" are taken in. */
  readonly residual: "with" | "without";
  /** Whether values that evidently cover another population are taken in. */
  readonly outliers: "with" | "without";
}

/** How it is shown: nothing here changes a number. */
interface Shown {
  readonly arrange: "bars" | "stacked" | "grouped";
  /** What the small multiples are of: areas, or categories. */
  readonly multiples: "area" | "category";
  /** Whether the small multiples share one scale, or have each their own. */
  readonly scale: "common" | "own";
  readonly routes: "sankey" | "matrix" | "arcs";
  /** The rows of the table. */
  readonly rows: "category" | "area" | "year";
  /** What names a code in the table. */
  readonly names: "labels" | "codes" | "both";
  /** The part that fills the workbench; empty: all stand side by side. */
  readonly large: PanelId | "";
}

/** The whole state of a view. Everything a reader sees follows from it and the data version. */
export interface View extends Asked, Shown {}

/** The categories that say "something else" or "not known". */
export const RESIDUAL: ReadonlySet<string> = new Set(["_O", "_U"]);

/** The view of a first visit: the question most readers come with. */
export const DEFAULT_VIEW: View = {
  dataset: "UNODC_IAFQ",
  release: "",
  indicator: "ARMS_SEIZED",
  unit: "NUMBER",
  by: "weapon_type",
  level: "COUNTRY",
  from: 2016,
  to: 2022,
  areas: [],
  without: [],
  filters: {},
  panel: "same",
  measure: "count",
  weight: "pooled",
  residual: "with",
  outliers: "without",
  arrange: "bars",
  multiples: "area",
  scale: "common",
  routes: "sankey",
  rows: "category",
  names: "labels",
  large: "",
};

/** What of a view makes it shares of the categories that are named, in which each area counts once. */
export const MEAN_SHARES = {
  panel: "all",
  measure: "share",
  weight: "mean",
  residual: "without",
} as const;

/** Chosen codes of a dimension; empty where it is not filtered. */
export const chosenCodes = (view: Pick<View, "filters">, by: By): readonly string[] =>
  by === "_T" ? [] : (view.filters[by] ?? []);

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

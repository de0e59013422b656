import { breakdownKey, type Dimension } from "../standard/dimensions.ts";
import type { ColumnName } from "../standard/observation.ts";
import { dimensionsOf, RESIDUAL, type View } from "./view.ts";

/** One test that an observation must pass to belong to a view; the query, its words and its snippets all follow. */
export type Condition =
  | {
      readonly kind: "in" | "not-in";
      readonly column: ColumnName;
      readonly values: readonly string[];
    }
  /** The year of the period, both ends taken in. */
  | { readonly kind: "years"; readonly from: number; readonly to: number }
  | { readonly kind: "without-flag"; readonly flag: "OUTLIER_SCOPE" };

/** Narrows the rows behind one number. */
export interface Thread {
  readonly areas: readonly string[];
  readonly year?: number;
  readonly code?: string;
}

/** What of a view a query narrows by, beyond the table that it reads. */
type Narrowing = "table" | "view";

const isIn = (column: ColumnName, values: readonly string[]): Condition => ({
  kind: "in",
  column,
  values,
});

const isNotIn = (column: ColumnName, values: readonly string[]): Condition => ({
  kind: "not-in",
  column,
  values,
});

/**
 * The rows that a view may touch: one dataset, indicator, frequency, unit, area level and breakdown, and of
 * its rows only those that may stand beside one another. No view can reach a total and its parts at once.
 * Narrowed to its table alone, the years, the areas and the categories shown are all there: what a reader brushes
 * or clicks is then answered without asking the engine again.
 */
export const conditionsOf = (
  view: View,
  narrowing: Narrowing,
  freq: "A" | "M" = "A",
): Condition[] => {
  const breakdown = breakdownKey(dimensionsOf(view));
  const additivity = breakdown === "_T" ? ["TOTAL"] : ["PART", "OVERLAPPING", "LISTED"];
  const filters = Object.entries(view.filters).flatMap(([dimension, codes]) =>
    codes === undefined || codes.length === 0 || (narrowing === "table" && dimension === view.by)
      ? []
      : [isIn(dimension as Dimension, codes)],
  );
  const shown: Condition[] =
    narrowing === "table"
      ? []
      : [
          { kind: "years", from: view.from, to: view.to },
          ...(view.areas.length === 0 ? [] : [isIn("ref_area", view.areas)]),
          ...(view.without.length === 0 ? [] : [isNotIn("ref_area", view.without)]),
        ];
  return [
    isIn("indicator", [view.indicator]),
    isIn("freq", [freq]),
    isIn("unit_measure", [view.unit]),
    isIn("area_level", [view.level]),
    isIn("breakdown", [breakdown]),
    isIn("additivity", additivity),
    ...shown,
    ...filters,
    ...(view.outliers === "with"
      ? []
      : [{ kind: "without-flag", flag: "OUTLIER_SCOPE" } satisfies Condition]),
  ];
};

/** The tests of exactly the observations that a view shows; narrowed to one number where asked. */
export const observationConditions = (view: View, thread?: Thread): Condition[] => [
  ...conditionsOf(view, "view"),
  ...(view.residual === "with" || view.by === "_T" ? [] : [isNotIn(view.by, [...RESIDUAL])]),
  ...(thread === undefined || thread.areas.length === 0 ? [] : [isIn("ref_area", thread.areas)]),
  ...(thread?.year === undefined
    ? []
    : [{ kind: "years", from: thread.year, to: thread.year } satisfies Condition]),
  ...(thread?.code === undefined || view.by === "_T" ? [] : [isIn(view.by, [thread.code])]),
];

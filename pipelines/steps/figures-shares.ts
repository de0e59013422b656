import type { IndicatorId } from "../../src/standard/codelists/indicator.ts";
import type { Dimension } from "../../src/standard/dimensions.ts";
import type { Figure } from "../../src/standard/figure.ts";
import { categoryRatios, RESIDUALS } from "../../src/statistics/categories.ts";
import { denominatorNotes } from "../../src/statistics/ratio.ts";
import { sharesOf } from "../../src/statistics/shares.ts";
import type { SourceCell } from "../../src/statistics/source-cell.ts";
import {
  category,
  during,
  figure,
  type Origin,
  period,
  periodsOf,
  ratioCells,
  SEVERAL,
  weighting,
} from "./figure-row.ts";
import type { ReleaseCells } from "./release-cells.ts";

/** Breakdowns into exclusive parts, by indicator. */
const TABLES: readonly (readonly [IndicatorId, readonly Dimension[]])[] = [
  [
    "ARMS_SEIZED",
    ["weapon_type", "marking", "condition", "legal_ground", "seizure_place", "trace_status"],
  ],
  ["ARMS_FOUND", ["weapon_type", "marking", "trace_status"]],
  ["ARMS_SURRENDERED", ["weapon_type", "marking", "trace_status"]],
];

const NONE: ReadonlySet<string> = new Set();

const sharesOver = (
  origin: Origin,
  cells: readonly SourceCell[],
  name: (code: string) => string,
  residual: Figure["residual"],
): Figure[] => {
  const without = residual === "WITHOUT" ? RESIDUALS : NONE;
  const own = categoryRatios(cells, without).map((ratio) =>
    figure("CATEGORY_SHARE", origin, {
      ref_area: ratio.area,
      time_period: String(ratio.year),
      category: name(ratio.code),
      residual,
      unit: "PT",
      ...ratioCells(ratio),
    }),
  );
  const several = periodsOf(cells).flatMap((span) =>
    (["pooled", "mean"] as const).flatMap((weight) => {
      const within = during(cells, span);
      const { shares, areas, denominator } = sharesOf(within, weight, without);
      const rows = within.filter((cell) => cell.value !== null && !without.has(cell.code)).length;
      return shares.map(({ code, share, count }) =>
        figure("CATEGORY_SHARE", origin, {
          ref_area: SEVERAL,
          time_period: period(span),
          category: name(code),
          weighting: weighting(weight),
          residual,
          unit: "PT",
          value: share === null ? null : 100 * share,
          numerator: weight === "pooled" ? count : null,
          denominator: weight === "pooled" ? denominator : null,
          n_areas: areas.length,
          members: areas.join("|"),
          inputs: `n=${rows}`,
          note: denominatorNotes(denominator).join("|"),
        }),
      );
    }),
  );
  return [...own, ...several];
};

/**
 * Shares of the exclusive categories of arms: of each area and year, and over areas, pooled and as the mean of
 * areas, by year, by two years and over all years; each with and without unknown and other, where the source has
 * them. Contexts overlap and have no share.
 */
export const shareFigures = (release: ReleaseCells): Figure[] =>
  TABLES.flatMap(([indicator, dimensions]) =>
    dimensions.flatMap((dimension) => {
      const cells = release.parts(indicator, dimension);
      const hasResidual = cells.some((cell) => RESIDUALS.has(cell.code));
      const residuals = hasResidual ? (["WITH", "WITHOUT"] as const) : ([""] as const);
      const name = (code: string): string => category(indicator, dimension, code);
      return residuals.flatMap((residual) => sharesOver(release.origin, cells, name, residual));
    }),
  );

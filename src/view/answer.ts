import type { Cell } from "../statistics/cell.ts";
import { yearsOf } from "../statistics/cell.ts";
import { type Coverage, coverageOf, isBalanced, panelOf, restrictTo } from "../statistics/panel.ts";
import { type Shares, sharesOf } from "../statistics/shares.ts";
import { totalsByArea, totalsByYear, type YearTotal } from "../statistics/totals.ts";
import type { Slice } from "./catalogue.ts";
import { RESIDUAL, type View } from "./view.ts";

/** More areas than this are not drawn as lines of their own. */
const OWN_LINES = 7;

export interface TrendPoint {
  readonly year: number;
  readonly value: number | null;
  readonly flags: readonly string[];
}

export interface TrendLine {
  /** A category of the breakdown, or an area where nothing is broken down. */
  readonly code: string;
  readonly points: readonly TrendPoint[];
}

/** Everything that is shown of a view, computed from its cells. */
export interface Answer {
  readonly view: View;
  readonly slice: Slice;
  /** Areas that report in every year of the span. */
  readonly panel: readonly string[];
  /** Areas behind the numbers shown. */
  readonly members: readonly string[];
  /** All that report, whatever the panel. */
  readonly reporting: readonly Coverage[];
  /** Coverage of the numbers shown. */
  readonly coverage: readonly Coverage[];
  /** True when the same areas stand behind every year shown. */
  readonly balanced: boolean;
  /** The cells shown: of the members, within the span, without what the view leaves out. */
  readonly cells: readonly Cell[];
  readonly totals: readonly YearTotal[];
  /** What the lines are: categories, or areas that a reader has chosen. */
  readonly lines: "categories" | "areas";
  readonly trend: readonly TrendLine[];
  /** Sum of each area over the span; only where nothing is broken down. */
  readonly byArea: readonly Cell[];
  /** Shares of the span as the view asks for them; null where parts have no common whole. */
  readonly shares: Shares | null;
  /** The same shares by the other weighting, so that both can be told. */
  readonly otherShares: Shares | null;
}

/**
 * True when the categories of a view make up one whole, so that a share means something: exclusive parts, all of
 * them. The share of a category among those that a reader has picked is nobody's question.
 */
export const isWhole = (view: View, slice: Slice): boolean =>
  slice.additivity === "PART" && view.by !== "_T" && (view.filters[view.by] ?? []).length === 0;

const trendOfCategories = (view: View, cells: readonly Cell[], totals: readonly YearTotal[]) => {
  const codes = [...new Set(totals.map((total) => total.code))];
  const byYear = new Map(
    yearsOf(view).map((year) => [
      year,
      view.measure === "share"
        ? sharesOf(
            cells.filter((cell) => cell.year === year),
            view.weight,
            new Set(),
          ).shares
        : [],
    ]),
  );
  return codes.map(
    (code): TrendLine => ({
      code,
      points: yearsOf(view).map((year) => {
        const total = totals.find(
          (candidate) => candidate.code === code && candidate.year === year,
        );
        const share = byYear.get(year)?.find((candidate) => candidate.code === code)?.share ?? null;
        return {
          year,
          value: view.measure === "share" ? share : (total?.value ?? null),
          flags: total?.flags ?? [],
        };
      }),
    }),
  );
};

const trendOfAreas = (view: View, cells: readonly Cell[]): TrendLine[] =>
  view.areas.map((area) => ({
    code: area,
    points: yearsOf(view).map((year) => {
      const cell = cells.find((candidate) => candidate.area === area && candidate.year === year);
      return { year, value: cell?.value ?? null, flags: cell?.flags ?? [] };
    }),
  }));

/**
 * Computes what a view shows from all cells of its query. The panel and the method are applied here and not in
 * the query, so that every switch is answered without asking the engine again.
 */
export const answerOf = (view: View, slice: Slice, all: readonly Cell[]): Answer => {
  const wanted = view.residual === "without" ? all.filter((cell) => !RESIDUAL.has(cell.code)) : all;
  const panel = panelOf(wanted, view);
  const lines = view.by === "_T" && view.areas.length > 0 && view.areas.length <= OWN_LINES;
  const reporting = coverageOf(wanted, view);
  const members =
    view.panel === "same" && !lines
      ? panel
      : [...new Set(reporting.flatMap((year) => year.reporting))].sort();
  const cells = restrictTo(wanted, members, view);
  const coverage = coverageOf(cells, view);
  const totals = totalsByYear(cells);
  const additive = isWhole(view, slice);
  return {
    view,
    slice,
    panel,
    members,
    reporting,
    coverage,
    balanced: isBalanced(coverage),
    cells,
    totals,
    lines: lines ? "areas" : "categories",
    trend: lines ? trendOfAreas(view, cells) : trendOfCategories(view, cells, totals),
    byArea: view.by === "_T" ? totalsByArea(cells) : [],
    shares: additive ? sharesOf(cells, view.weight, new Set()) : null,
    otherShares: additive
      ? sharesOf(cells, view.weight === "pooled" ? "mean" : "pooled", new Set())
      : null,
  };
};

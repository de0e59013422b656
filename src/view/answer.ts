import type { Cell } from "../statistics/cell.ts";
import { groupBy, yearsOf } from "../statistics/cell.ts";
import { indexNumbers } from "../statistics/index-numbers.ts";
import { type Coverage, coverageOf, isBalanced, panelOf, restrictTo } from "../statistics/panel.ts";
import { type Shares, sharesOf } from "../statistics/shares.ts";
import { totalsByArea, totalsByYear, type YearTotal } from "../statistics/totals.ts";
import { addsOverAreas, addsOverCodes, type Slice } from "./catalogue.ts";
import { chosenCodes, RESIDUAL, type View } from "./view.ts";

/** More chosen areas than this are not drawn as lines of their own. */
const OWN_LINES = 7;

export interface TrendPoint {
  readonly year: number;
  readonly value: number | null;
  readonly flags: readonly string[];
  /** What a share is of; absent where the value is no share. */
  readonly denominator?: number;
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
  /** All that report, whatever the panel and the areas chosen. */
  readonly reporting: readonly Coverage[];
  /** Coverage of the numbers shown. */
  readonly coverage: readonly Coverage[];
  /** True when the same areas stand behind every year shown. */
  readonly balanced: boolean;
  /** The cells shown: of the members, within the span, of the categories chosen. */
  readonly cells: readonly Cell[];
  /** The same of every category: what a share is a share of. */
  readonly whole: readonly Cell[];
  readonly totals: readonly YearTotal[];
  /** What the lines are: categories, or areas. */
  readonly lines: "categories" | "areas";
  readonly trend: readonly TrendLine[];
  /**
   * One number an area: its sum over the span, or its latest value where years do not add up. Empty where several
   * categories overlap. Members only.
   */
  readonly byArea: readonly Cell[];
  /** The same of every area that reports in the span, chosen or not, in the panel or not. */
  readonly everyArea: readonly Cell[];
  /** Shares of the span as the view asks for them; null where parts have no common whole. */
  readonly shares: Shares | null;
  /** The same shares by the other weighting, so that both can be told. */
  readonly otherShares: Shares | null;
}

/** True when the categories of a view make up one whole, so that a share means something. */
export const isWhole = (view: Pick<View, "by">, slice: Slice): boolean =>
  slice.additivity === "PART" && addsOverAreas(slice) && view.by !== "_T";

const pointsOf = (
  view: View,
  found: ReadonlyMap<number, { readonly value: number | null; readonly flags: readonly string[] }>,
): TrendPoint[] =>
  yearsOf(view).map((year) => {
    const total = found.get(year);
    return { year, value: total?.value ?? null, flags: total?.flags ?? [] };
  });

/** A line as an index. */
const indexed = ({ code, points }: TrendLine): TrendLine => {
  const values = indexNumbers(points.map(({ value }) => value));
  return { code, points: points.map((point, at) => ({ ...point, value: values[at] ?? null })) };
};

const countLines = (view: View, codes: readonly string[], totals: readonly YearTotal[]) => {
  const byCode = groupBy(totals, (total) => total.code);
  return codes.map((code): TrendLine => {
    const found = new Map((byCode.get(code) ?? []).map((total) => [total.year, total]));
    return { code, points: pointsOf(view, found) };
  });
};

const shareLines = (view: View, codes: readonly string[], whole: readonly Cell[]): TrendLine[] => {
  const flags = new Map(
    totalsByYear(whole).map((total) => [`${total.code} ${total.year}`, total.flags]),
  );
  const byYear = groupBy(whole, (cell) => cell.year);
  const shares = new Map(
    yearsOf(view).map((year) => [year, sharesOf(byYear.get(year) ?? [], view.weight, new Set())]),
  );
  return codes.map((code) => ({
    code,
    points: yearsOf(view).map((year) => ({
      year,
      value: shares.get(year)?.shares.find((candidate) => candidate.code === code)?.share ?? null,
      flags: flags.get(`${code} ${year}`) ?? [],
      denominator: shares.get(year)?.denominator ?? 0,
    })),
  }));
};

const areaLines = (view: View, areas: readonly string[], cells: readonly Cell[]): TrendLine[] => {
  const byArea = groupBy(cells, (cell) => cell.area);
  return areas.map((area) => ({
    code: area,
    points: pointsOf(view, new Map((byArea.get(area) ?? []).map((cell) => [cell.year, cell]))),
  }));
};

/** The latest number of each area, for what does not add up over years. */
const latestByArea = (cells: readonly Cell[]): Cell[] =>
  [...groupBy(cells, (cell) => cell.area).values()].flatMap((group) => {
    const latest = group
      .filter((cell) => cell.value !== null)
      .reduce<Cell | undefined>((a, b) => (a === undefined || b.year > a.year ? b : a), undefined);
    return latest ?? group.slice(0, 1);
  });

const oneByArea = (slice: Slice, cells: readonly Cell[], codes: number): Cell[] => {
  if (!addsOverAreas(slice)) return codes > 1 ? [] : latestByArea(cells);
  if (!addsOverCodes(slice) && codes > 1) return [];
  return totalsByArea(cells.map((cell) => ({ ...cell, code: "_T" })));
};

/** Which areas the lines are: those chosen, or all of them where areas do not add up. */
const linesOf = (view: View, slice: Slice, reporting: readonly string[]): readonly string[] => {
  if (!addsOverAreas(slice))
    return view.by === "_T" ? (view.areas.length > 0 ? view.areas : reporting) : [];
  return view.by === "_T" && view.areas.length <= OWN_LINES ? view.areas : [];
};

/**
 * Computes what a view shows from all cells of its table. Years, areas, categories, the panel and the method are
 * applied here and not in the query, so that every brush and switch is answered without asking the engine again.
 */
export const answerOf = (view: View, slice: Slice, all: readonly Cell[]): Answer => {
  const left = new Set(view.without);
  const wanted = all.filter(
    (cell) =>
      cell.year >= view.from &&
      cell.year <= view.to &&
      !left.has(cell.area) &&
      (view.residual === "with" || !RESIDUAL.has(cell.code)),
  );
  const reporting = coverageOf(wanted, view);
  const reporters = [...new Set(reporting.flatMap((year) => year.reporting))].sort();
  const areas = new Set(view.areas.length === 0 ? reporters : view.areas);
  const panel = panelOf(wanted, view).filter((area) => areas.has(area));
  const lines = linesOf(view, slice, reporters);
  const members =
    view.panel === "same" && lines.length === 0
      ? panel
      : reporters.filter((area) => areas.has(area));
  const whole = restrictTo(wanted, members, view);
  const chosen = new Set(chosenCodes(view, view.by));
  const isChosen = (cell: Cell): boolean => chosen.size === 0 || chosen.has(cell.code);
  const cells = whole.filter(isChosen);
  const coverage = coverageOf(whole, view);
  const totals = totalsByYear(cells);
  const codes = [...new Set(totals.map((total) => total.code))];
  const shared = isWhole(view, slice);
  const trend =
    lines.length > 0
      ? areaLines(view, lines, cells)
      : view.measure === "share" && shared
        ? shareLines(view, codes, whole)
        : countLines(view, codes, totals);
  return {
    view,
    slice,
    panel,
    members,
    reporting,
    coverage,
    balanced: isBalanced(coverage),
    cells,
    whole,
    totals,
    lines: lines.length > 0 ? "areas" : "categories",
    trend: view.measure === "index" ? trend.map(indexed) : trend,
    byArea: oneByArea(slice, cells, codes.length),
    everyArea: oneByArea(slice, wanted.filter(isChosen), codes.length),
    shares: shared ? sharesOf(whole, view.weight, new Set()) : null,
    otherShares: shared
      ? sharesOf(whole, view.weight === "pooled" ? "mean" : "pooled", new Set())
      : null,
  };
};

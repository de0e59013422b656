import { type Cell, isReported, type Span, yearsOf } from "./cell.ts";

/** Who stands behind one year of a trend. */
export interface Coverage {
  readonly year: number;
  /** Areas that report at least one number for the year, sorted. */
  readonly reporting: readonly string[];
  /** Areas that reported the year before and not this year. Empty in the first year. */
  readonly left: readonly string[];
  /** Areas that report this year and not the year before. Empty in the first year. */
  readonly joined: readonly string[];
}

/** Areas reporting in each year that has a reported cell. */
const reportersByYear = (cells: readonly Cell[]): Map<number, Set<string>> => {
  const reporters = new Map<number, Set<string>>();
  for (const cell of cells) {
    if (!isReported(cell)) continue;
    const areas = reporters.get(cell.year) ?? new Set<string>();
    areas.add(cell.area);
    reporters.set(cell.year, areas);
  }
  return reporters;
};

/** Coverage of every year of the span, zero included. */
export const coverageOf = (cells: readonly Cell[], span: Span): Coverage[] => {
  const reporters = reportersByYear(cells);
  return yearsOf(span).map((year, index) => {
    const now = reporters.get(year) ?? new Set<string>();
    const before = index === 0 ? now : (reporters.get(year - 1) ?? new Set<string>());
    return {
      year,
      reporting: [...now].sort(),
      left: [...before].filter((area) => !now.has(area)).sort(),
      joined: [...now].filter((area) => !before.has(area)).sort(),
    };
  });
};

/**
 * Members of the balanced panel: the areas that report in every year of the span, sorted.
 * With several categories an area reports a year when it gives at least one of them.
 */
export const panelOf = (cells: readonly Cell[], span: Span): string[] => {
  const coverage = coverageOf(cells, span);
  const [first, ...rest] = coverage;
  if (first === undefined) return [];
  return first.reporting.filter((area) => rest.every((year) => year.reporting.includes(area)));
};

/** The cells of the given areas within the span. */
export const restrictTo = <T extends Cell>(
  cells: readonly T[],
  areas: Iterable<string>,
  span: Span,
): T[] => {
  const members = new Set(areas);
  return cells.filter(
    (cell) => members.has(cell.area) && cell.year >= span.from && cell.year <= span.to,
  );
};

/** True when the same areas report in every year, so that a line over the years compares like with like. */
export const isBalanced = (coverage: readonly Coverage[]): boolean =>
  coverage.every(
    (year) => year.reporting.length > 0 && year.joined.length === 0 && year.left.length === 0,
  );

import type { Figure } from "../../src/standard/figure.ts";
import { type Span, sumOf, yearsOf } from "../../src/statistics/cell.ts";
import { coverageOf, panelOf, restrictTo } from "../../src/statistics/panel.ts";
import type { SourceCell } from "../../src/statistics/source-cell.ts";
import { category, during, figure, period, SEVERAL } from "./figure-row.ts";
import type { ReleaseCells } from "./release-cells.ts";

const INDICATOR = "ARMS_SEIZED";

const spanOf = (cells: readonly SourceCell[]): Span => ({
  from: Math.min(...cells.map((cell) => cell.year)),
  to: Math.max(...cells.map((cell) => cell.year)),
});

/** Every span of at least two years within a span. */
const spansWithin = (whole: Span): Span[] =>
  yearsOf(whole).flatMap((from) =>
    yearsOf({ from: from + 1, to: whole.to }).map((to) => ({ from, to })),
  );

/**
 * Arms seized by year: summed over all areas that report, and over the same areas for every span of years in which
 * at least two report throughout; always with their members.
 */
export const areaFigures = ({ origin, headlines }: ReleaseCells): Figure[] => {
  const cells = headlines(INDICATOR).filter((cell) => cell.value !== null);
  if (cells.length === 0) return [];
  const whole = spanOf(cells);
  const sums = { ref_area: SEVERAL, unit: "NUMBER" } as const;
  const all = coverageOf(cells, whole).flatMap(({ year, reporting }) =>
    reporting.length === 0
      ? []
      : [
          figure("AREAS_TOTAL", origin, {
            ...sums,
            time_period: String(year),
            category: INDICATOR,
            value: sumOf(during(cells, { from: year, to: year })),
            n_areas: reporting.length,
            members: reporting.join("|"),
            inputs: `n=${reporting.length}`,
          }),
        ],
  );
  const same = spansWithin(whole).flatMap((span) => {
    const members = panelOf(cells, span);
    if (members.length < 2) return [];
    const kept = restrictTo(cells, members, span);
    return yearsOf(span).map((year) =>
      figure("SAME_AREAS_TOTAL", origin, {
        ...sums,
        time_period: String(year),
        category: category(INDICATOR, "span", period(span)),
        value: sumOf(kept.filter((cell) => cell.year === year)),
        n_areas: members.length,
        members: members.join("|"),
        inputs: `n=${members.length}`,
      }),
    );
  });
  return [...all, ...same];
};

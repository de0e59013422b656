import {
  AXIS,
  comparePoints,
  type Group,
  groupsWith,
  type Item,
  numbersOf,
  placeOf,
  plotted,
  pointsOf,
  printedScale,
  type RowNumber,
  ruleOf,
  SMALL_FIGURES,
  yearsAlong,
  ZERO_RULES,
} from "./drawn-chart.ts";
import { numberIn, says } from "./printed.ts";
import { expect } from "./site.ts";

const LINE = 16;
/** How far the words of a year are kept from its place by the edge of the picture, in pixels. */
const EDGE = 20;

/** The whole name that stands above a value, in one line or more. */
const nameAbove = (value: Item, names: readonly Item[], known: ReadonlySet<string>): string => {
  let name = "";
  for (let up = 1; ; up += 1) {
    const wanted = placeOf(value).y - up * LINE;
    const line = names.find((d) => Math.abs(placeOf(d).y - wanted) < 0.3);
    if (line === undefined) return name;
    name = name === "" ? line.text : `${line.text} ${name}`;
    if (known.has(name)) return name;
  }
};

/** The numbers at the ends of named lines are their last, and those at a line by itself are its own. */
const compareEnds = (
  groups: readonly Group[],
  where: string,
  numbers: readonly RowNumber[],
): number => {
  const items = (attributes: Readonly<Record<string, string>>) =>
    groupsWith(groups, attributes).flatMap((group) => group.items);
  const names = items({ "font-weight": "600", "font-size": "13" });
  const ends = items({ "font-variant": "tabular-nums", "font-size": "13" });
  const alone = items({ "font-weight": "600", "font-size": "12" });
  const known = new Set(numbers.map(({ row }) => row));
  for (const end of ends) {
    const name = nameAbove(end, names, known);
    const last = numbers.findLast(({ row }) => row === name);
    const said = `${where}: ${name} ends at ${end.text}, SQL gives ${last?.value} in ${last?.year}`;
    expect(last !== undefined && says(end.text, last.value), said).toBe(true);
    const [, year] = /\((\d{4})\)$/.exec(end.text) ?? [];
    if (year !== undefined) expect(Number(year), said).toBe(last?.year);
  }
  for (const { text } of alone)
    expect(
      numbers.some(({ value }) => says(text, value)),
      `${where}: the line prints ${text}, which SQL gives in no year`,
    ).toBe(true);
  return ends.length + alone.length;
};

/** Everything that a trend draws, held to SQL. Counts of what was compared. */
export interface TrendCompared {
  readonly ends: number;
  readonly points: number;
  readonly reporting: number;
}

/**
 * Holds a trend to SQL: every point stands, by the numbers and years that the axes print, where a number of that year
 * is, and every number has its point; the numbers at the lines are theirs; the strip counts who reports. `rows`: by
 * label and year, "Pistol 2019". `reporting`: areas by year.
 */
export const compareTrend = (
  groups: readonly Group[],
  where: string,
  rows: ReadonlyMap<string, number | null>,
  reporting: ReadonlyMap<string, number | null>,
): TrendCompared => {
  const axis = groupsWith(groups, AXIS)[0]?.items ?? [];
  const value = printedScale(axis, (item) => placeOf(item).y);
  const [years, strip] = groupsWith(groups, SMALL_FIGURES);
  const [base] = groupsWith(groups, ZERO_RULES)[0]?.items ?? [];
  if (years === undefined || value === undefined || base === undefined)
    return { ends: 0, points: 0, reporting: 0 };
  const printed = years.items.map(({ text }) => numberIn(text));
  const time = yearsAlong(ruleOf(base).x, [Math.min(...printed), Math.max(...printed)]);
  const numbers = numbersOf(rows);
  const plot = plotted(pointsOf(groups.slice(0, groups.indexOf(years))), time, value);
  comparePoints(where, plot, numbers);
  for (const item of years.items)
    expect(Math.abs(time.at(placeOf(item).x) - numberIn(item.text)) / time.pixel).toBeLessThan(
      EDGE,
    );
  for (const item of strip?.items ?? []) {
    const year = Math.round(time.at(placeOf(item).x));
    expect(numberIn(item.text), `${where}: who reports in ${year}`).toBe(
      reporting.get(String(year)) ?? 0,
    );
  }
  return {
    ends: compareEnds(groups, where, numbers),
    points: plot.points.length,
    reporting: strip?.items.length ?? 0,
  };
};

import type { PanelAsked } from "./asked-of-sql.ts";
import {
  AXIS,
  comparePoints,
  type Group,
  groupsWith,
  type Item,
  numbersOf,
  type Plotted,
  type Point,
  placeOf,
  plotted,
  pointsOf,
  type RowNumber,
  ruleOf,
  type Span,
  scaleThrough,
  yearsAlong,
  ZERO_RULES,
} from "./drawn-chart.ts";
import { numberIn, says } from "./printed.ts";
import { expect } from "./site.ts";

/** A panel as it is drawn. */
interface PanelDrawn {
  readonly title: string;
  readonly plot: Plotted;
  /** The numbers beside its line, from first to last. */
  readonly ends: readonly string[];
  /** The line under the strip. */
  readonly coverage: string;
}

const TITLE_LINE = 17;
const LINE = 16;
/** The tallest plot of a panel, and the room for its parts below. */
const TALLEST = 160;

interface Titled extends Point {
  text: string;
  bottom: number;
}

/** Titles of panels, their lines joined, in the order of the panels. */
const titlesOf = (items: readonly Item[]): Titled[] => {
  const titles: Titled[] = [];
  for (const item of items) {
    const { x, y } = placeOf(item);
    const above = titles.at(-1);
    if (above?.x === x && Math.abs(y - above.bottom - TITLE_LINE) < 0.3) {
      above.text += ` ${item.text}`;
      above.bottom = y;
    } else titles.push({ x, y, bottom: y, text: item.text });
  }
  return titles;
};

/** Reads the panels of small multiples by what they print: titles, axes, and rules at zero. */
const readPanels = (groups: readonly Group[], span: Span): PanelDrawn[] => {
  const items = (attributes: Readonly<Record<string, string | undefined>>, at = 0) =>
    groupsWith(groups, attributes)[at]?.items ?? [];
  const titles = titlesOf(items({ "font-weight": "600", "font-size": "13" }));
  const zeros = items(ZERO_RULES);
  const axis = items(AXIS);
  const points = pointsOf(groups);
  const ends = items({ "font-weight": "600", "font-size": "12" });
  const below = groupsWith(groups, { "font-weight": undefined, "text-anchor": "start" }).flatMap(
    (group) => group.items,
  );
  expect(titles.length, "Each panel has a title and a rule at zero.").toBe(zeros.length);
  return zeros.map((rule, i) => {
    const title = titles[i];
    const { x, y: zero } = ruleOf(rule);
    const [start, end] = x;
    if (title === undefined) throw new Error("A panel has no title.");
    const [top] = axis
      .map((item) => ({ ...placeOf(item), value: numberIn(item.text) }))
      .filter((d) => d.x < start && d.y < zero && zero - d.y < TALLEST)
      .sort((a, b) => b.x - a.x);
    if (top === undefined) throw new Error(`The panel of ${title.text} has no axis.`);
    const value = scaleThrough([zero, 0], [top.y, top.value]);
    const isInside = (place: Point, room: number): boolean =>
      place.x > start - 1 && place.x < end + 1 && place.y > top.y - room && place.y < zero + 1;
    const under = below
      .filter((item) => {
        const place = placeOf(item);
        return place.x === title.x && place.y > zero && place.y < zero + TALLEST / 2;
      })
      .map(({ text }) => text);
    return {
      title: title.text,
      plot: plotted(
        points.filter((point) => isInside(point, 1)),
        yearsAlong(x, span),
        value,
      ),
      ends: ends
        .filter((item) => isInside(placeOf(item), 2 * LINE))
        .sort((a, b) => placeOf(a).x - placeOf(b).x)
        .map(({ text }) => text),
      coverage: under.join(" "),
    };
  });
};

/** Whether a line of the panel has these numbers first and last, or last where one is printed. */
const someLineEnds = (ends: readonly string[], numbers: readonly RowNumber[]): boolean =>
  [...new Set(numbers.map(({ row }) => row))].some((row) => {
    const line = numbers.filter((d) => d.row === row);
    const wanted = ends.length === 1 ? line.slice(-1) : [line[0], line.at(-1)];
    return ends.every((text, i) => says(text, wanted[i]?.value ?? Number.NaN));
  });

/** "7 of 9 years reported" of an area by itself, "9–10 States a year" of a category. */
const coverageSays = (text: string, { of, reporting }: PanelAsked, [from, to]: Span): boolean => {
  const [low, high = low] = [...text.matchAll(/[\d,]+/g)].map(([digits]) => numberIn(digits));
  const counts = [...reporting.values()].map(Number);
  const years = to - from + 1;
  if (of === "area") return low === counts.length && high === years;
  return low === (counts.length < years ? 0 : Math.min(...counts)) && high === Math.max(...counts);
};

/**
 * Holds small multiples to SQL: points, numbers at the lines and who reports, of each panel. `asked`: by title.
 * Returns how many points and numbers there were.
 */
export const comparePanels = (
  groups: readonly Group[],
  where: string,
  span: Span,
  asked: ReadonlyMap<string, PanelAsked>,
): number => {
  let compared = 0;
  for (const { title, plot, ends, coverage } of readPanels(groups, span)) {
    const place = `${where}, panel ${title}`;
    const wanted = asked.get(title);
    if (wanted === undefined) throw new Error(`${place}: SQL gives no such panel.`);
    const numbers = numbersOf(wanted.lines);
    comparePoints(place, plot, numbers);
    if (ends.length > 0)
      expect(
        someLineEnds(ends, numbers),
        `${place}: its line prints ${ends.join(" and ")}, which SQL gives for no row`,
      ).toBe(true);
    expect(
      coverageSays(coverage, wanted, span),
      `${place}: “${coverage}”, SQL gives ${[...wanted.reporting].join("; ")}`,
    ).toBe(true);
    compared += plot.points.length + ends.length + 1;
  }
  return compared;
};

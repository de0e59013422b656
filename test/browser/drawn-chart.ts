import type { Page } from "@playwright/test";
import { numberIn } from "./printed.ts";
import { expect } from "./site.ts";

/** An element of a chart with its attributes as the page has them. */
export interface Item {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A mark of a chart: what its elements share, and each of them. */
export interface Group {
  readonly attributes: Readonly<Record<string, string>>;
  readonly items: readonly Item[];
}

/** A number where a chart draws it. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The marks of the chart of a part, in the order in which they are drawn; none where it has no chart. */
export const readChart = (page: Page, part: string): Promise<Group[]> =>
  page.locator(`#${part} svg.chart > g`).evaluateAll((groups) => {
    const attributesOf = (element: Element) =>
      Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
    return groups.map((group) => ({
      attributes: attributesOf(group),
      items: [...group.children].map((element) => ({
        attributes: attributesOf(element),
        text: element.textContent ?? "",
      })),
    }));
  });

/** Marks that have these attributes; `undefined` means that they have none of that name. */
export const groupsWith = (
  groups: readonly Group[],
  wanted: Readonly<Record<string, string | undefined>>,
): Group[] =>
  groups.filter(({ attributes }) =>
    Object.entries(wanted).every(([name, value]) => attributes[name] === value),
  );

export const placeOf = ({ attributes }: Item): Point => ({
  x: Number(attributes["x"]),
  y: Number(attributes["y"]),
});

/** The numbers of the axis: small figures that end at it. */
export const AXIS = { "text-anchor": "end", "font-size": "12", "font-variant": "tabular-nums" };
/** Small figures over a place, years and counts. */
export const SMALL_FIGURES = {
  "text-anchor": undefined,
  "font-size": "12",
  "font-variant": "tabular-nums",
  "font-weight": undefined,
};

const PAIR = /[MLt](?:ranslate\()?(-?[\d.]+),(-?[\d.]+)/g;

/** Places that lines, discs, circles and diamonds go through, each once. */
export const pointsOf = (groups: readonly Group[]): Point[] => {
  const found = new Map<string, Point>();
  const add = (x: string | undefined, y: string | undefined): void => {
    found.set(`${x},${y}`, { x: Number(x), y: Number(y) });
  };
  for (const { attributes: shared, items } of groups)
    for (const { attributes } of items) {
      const { cx, cy, transform, d } = attributes;
      if (cx !== undefined) add(cx, cy);
      else if (transform !== undefined) for (const [, x, y] of transform.matchAll(PAIR)) add(x, y);
      else if (shared["stroke-linecap"] === "round")
        for (const [, x, y] of (d ?? "").matchAll(PAIR)) add(x, y);
    }
  return [...found.values()];
};

/** The number of a place along an axis, and how much of it a pixel is. */
export interface Scale {
  readonly at: (place: number) => number;
  readonly pixel: number;
}

/** A straight scale through two places of which the numbers are known. */
export const scaleThrough = (
  [a, valueA]: readonly [number, number],
  [b, valueB]: readonly [number, number],
): Scale => {
  const pixel = (valueB - valueA) / (b - a);
  return { at: (place) => valueA + (place - a) * pixel, pixel: Math.abs(pixel) };
};

/** The scale of an axis as its own numbers tell it: through the lowest and the highest. */
export const printedScale = (
  items: readonly Item[],
  along: (item: Item) => number,
): Scale | undefined => {
  const numbers = items
    .map((item) => [along(item), numberIn(item.text)] as const)
    .sort((a, b) => a[1] - b[1]);
  const [low, high] = [numbers[0], numbers.at(-1)];
  return low === undefined || high === undefined || low[1] === high[1]
    ? undefined
    : scaleThrough(low, high);
};

/** Where a point of a chart stands, by what its axes print. */
export interface Stands {
  readonly year: number;
  readonly value: number;
}

/** The points of a chart, and how much a pixel is of each axis. */
export interface Plotted {
  readonly points: readonly Stands[];
  readonly year: number;
  readonly value: number;
}

/** Points by the years and values of two scales. */
export const plotted = (points: readonly Point[], time: Scale, value: Scale): Plotted => ({
  points: points.map(({ x, y }) => ({ year: time.at(x), value: value.at(y) })),
  year: time.pixel,
  value: value.pixel,
});

/** The first and the last year of an axis. */
export type Span = readonly [number, number];

/** The years along a rule that spans them all, each in the middle of its part. */
export const yearsAlong = ([start, end]: readonly [number, number], [from, to]: Span): Scale => {
  const step = (end - start) / (to - from + 1);
  return scaleThrough([start + step / 2, from], [start + step * 1.5, from + 1]);
};

const RULE = /^M([\d.]+),([\d.]+)L([\d.]+),/;

/** A level rule: from where to where it goes, and at which height. */
export const ruleOf = ({ attributes }: Item): { x: [number, number]; y: number } => {
  const [, left, y, right] = RULE.exec(attributes["d"] ?? "") ?? [];
  return { x: [Number(left), Number(right)], y: Number(y) };
};

/** The rules at zero: the first that are drawn in ink. */
export const ZERO_RULES = { stroke: "var(--ink-2)", fill: "none" };

/** A number of a row and year. */
export interface RowNumber extends Stands {
  readonly row: string;
}

/** The numbers of rows and years, "PISTOL 2019", in the order of the years; those that are missing are left out. */
export const numbersOf = (rows: ReadonlyMap<string, number | null>): RowNumber[] =>
  [...rows]
    .flatMap(([key, value]) => {
      const [, row = "", year = ""] = /^(.*) (\d+)$/.exec(key) ?? [];
      return value === null ? [] : [{ row, year: Number(year), value }];
    })
    .sort((a, b) => a.year - b.year);

/** How far a point may stand from its place, in pixels: it and its axis are each drawn to a tenth. */
const NEAR = 0.25;

/** Every point stands where a number of its year is, and every number has its point. */
export const comparePoints = (
  where: string,
  { points, year, value }: Plotted,
  numbers: readonly RowNumber[],
): void => {
  const isAt = (a: Stands, b: Stands): boolean =>
    Math.abs(a.year - b.year) <= NEAR * year && Math.abs(a.value - b.value) <= NEAR * value;
  const stray = points.find((point) => !numbers.some((d) => isAt(d, point)));
  const bare = numbers.find((d) => !points.some((point) => isAt(d, point)));
  expect(stray, `${where}: a point stands where SQL gives no number`).toBeUndefined();
  expect(bare, `${where}: a number of SQL has no point`).toBeUndefined();
};

import type { CoverageYear } from "./coverage-strip.ts";
import type { ChartOptions } from "./options.ts";

export interface TrendPoint {
  readonly year: number;
  /** null: no value, and so a gap. A year that is left out is a gap too. */
  readonly value: number | null;
  readonly doubtful?: boolean;
  readonly provisional?: boolean;
  /** Printed under the chart, with a number at the point. */
  readonly note?: string;
}

export interface TrendSeries {
  readonly code: string;
  readonly label: string;
  /** A CSS value such as `var(--type-PISTOL)`. */
  readonly colour: string;
  /** Seven at most; the others are thin grey lines. */
  readonly highlighted: boolean;
  readonly points: readonly TrendPoint[];
}

export interface TrendData {
  readonly series: readonly TrendSeries[];
  /** false: the set of States changes, so points are hollow and no line joins them. */
  readonly connected: boolean;
  /** The axis is an index with base 100. */
  readonly indexed: boolean;
  readonly unit: string;
  readonly coverage: readonly CoverageYear[];
  /** "States reporting" */
  readonly coverageLabel: string;
  /** The first year of a new way of counting. */
  readonly breaks: readonly { readonly year: number; readonly label: string }[];
  /** Words for the marks that the chart uses; a mark without words has no entry in the legend. */
  readonly keys?: {
    readonly provisional?: string;
    readonly doubtful?: string;
    readonly unconnected?: string;
    /** "One point only" */
    readonly single?: string;
    /** What the grey lines are: "Other types" */
    readonly others?: string;
  };
  /** Prints a value beside a line; `formatCompact` when left out. */
  readonly formatValue?: (value: number) => string;
}

/** A point with its series, ready to be placed. */
export interface Datum {
  readonly series: TrendSeries;
  readonly year: number;
  readonly value: number;
  readonly point: TrendPoint;
  /** Neither the year before nor the year after has a value: no line can show it. */
  readonly alone: boolean;
}

/** A stretch of years that one line may join. */
export interface Segment {
  readonly series: TrendSeries;
  readonly data: readonly Datum[];
}

/** Points by year: mostly they come so. */
const byYear = (points: readonly TrendPoint[]): readonly TrendPoint[] =>
  points.every(({ year }, i) => i === 0 || year >= (points[i - 1]?.year ?? year))
    ? points
    : points.toSorted((a, b) => a.year - b.year);

/** Cuts each series where a year is missing or a break begins. */
export function segments(data: Pick<TrendData, "series" | "connected" | "breaks">): Segment[] {
  const breaks = new Set(data.breaks.map((d) => d.year));
  return data.series.flatMap((series) => {
    const runs: { series: TrendSeries; data: (Datum & { alone: boolean })[] }[] = [];
    let before: number | undefined;
    for (const point of byYear(series.points)) {
      const { year, value } = point;
      if (value === null || !Number.isFinite(value)) continue;
      const joined = data.connected && before === year - 1 && !breaks.has(year);
      const run = joined ? runs.at(-1) : undefined;
      const datum = { series, year, value, point, alone: run === undefined };
      if (run?.data[0] === undefined) runs.push({ series, data: [datum] });
      else {
        run.data[0].alone = false;
        run.data.push(datum);
      }
      before = year;
    }
    return runs;
  });
}

/** At most seven series in colour, in the order given. */
export const HIGHLIGHTS = 7;

export const highlighted = (data: Pick<TrendData, "series">): TrendSeries[] =>
  data.series.filter((series) => series.highlighted).slice(0, HIGHLIGHTS);

/** A coordinate of a point, in pixels. */
export type At = (datum: Datum) => number;

/** A value as it is printed beside a line. */
export const valueText = (data: TrendData, options: ChartOptions, value: number): string =>
  (data.formatValue ?? options.formatCompact)(value);

/** What the two axes must hold: years and values of all points, the years of the coverage too. */
export interface Reach {
  readonly first: number;
  readonly last: number;
  /** At most zero. */
  readonly bottom: number;
  readonly top: number;
}

/** How far years and values reach; without any year, 2000. */
export function reachOf({ coverage, indexed }: TrendData, points: readonly Datum[]): Reach {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let bottom = 0;
  let top = indexed ? 110 : 0;
  for (const { year, value } of points) {
    first = Math.min(first, year);
    last = Math.max(last, year);
    bottom = Math.min(bottom, value);
    top = Math.max(top, value);
  }
  for (const { year } of coverage) {
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  return first > last ? { first: 2000, last: 2000, bottom, top } : { first, last, bottom, top };
}

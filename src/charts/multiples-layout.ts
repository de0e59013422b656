import { extent, max, nice } from "d3";
import type { CoverageYear } from "./coverage-strip.ts";
import { linear } from "./linear.ts";
import { type ChartOptions, SIZE } from "./options.ts";
import { widest, wrap } from "./text.ts";
import { type Segment, segments, type TrendData, type TrendSeries } from "./trend-data.ts";

export interface Panel {
  readonly code: string;
  readonly title: string;
  /** Seven at most are highlighted. A panel with one highlighted series prints its first and last number. */
  readonly series: readonly TrendSeries[];
  /** false: the set of States changes, so points are hollow and no line joins them. */
  readonly connected: boolean;
  readonly coverage: readonly CoverageYear[];
  /** Below the strip: "10 States a year", "7 of 9 years reported". */
  readonly coverageText: string;
  /** The first year of a new way of counting. */
  readonly breaks: TrendData["breaks"];
}

export interface SmallMultiplesData {
  /** In reading order; the first 24 are drawn. */
  readonly panels: readonly Panel[];
  /** One scale for all panels, so that heights can be compared, or one for each, so that only shapes can. */
  readonly scale: "common" | "own";
  /** Says which of the two it is. */
  readonly scaleText: string;
  readonly unit: string;
  /** Stands in a panel that has no number. */
  readonly noneText: string;
  /** Words of the marks; a mark without words has no entry in the legend. */
  readonly keys?: Omit<NonNullable<TrendData["keys"]>, "single"> & {
    /** Points that carry a note are faint: "Share of fewer than 20". */
    readonly noted?: string;
  };
  readonly cutText?: (shown: number, all: number) => string;
  /** Prints a number beside its point; `formatCompact` when left out. */
  readonly formatValue?: (value: number) => string;
  /** Whether a reader can choose panels: each then has a place to point at, with its code as key. */
  readonly pick?: boolean;
}

/** The most panels that are drawn. */
export const PANELS = 24;

const LEAST = 120;
const LEAST_PLOT = 96;
const MOST_COLUMNS = 6;
const GAP = 20;
const TITLE = 17;
/** Room above a plot for the number of its highest point. */
const HEAD = 14;
const MARKS = 14;
const YEARS = 20;
export const STRIP = 12;
export const ROW = 16;

/** Where a panel and its parts stand; x counts from the start edge. */
export interface Frame {
  readonly panel: Panel;
  readonly runs: readonly Segment[];
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
  readonly title: readonly string[];
  /** Where the plot starts, after the numbers of its axis. */
  readonly plotStart: number;
  readonly plotTop: number;
  readonly plotEnd: number;
  readonly stripEnd: number;
  readonly coverage: readonly string[];
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
  /** The numbers of the axis stand beside it. */
  readonly axis: boolean;
  readonly step: number;
  readonly middle: (year: number) => number;
}

export interface Grid {
  readonly frames: readonly Frame[];
  readonly first: number;
  readonly last: number;
  readonly bottom: number;
}

const domainOf = (values: readonly number[]): [number, number] =>
  nice(Math.min(0, ...values), max([...values, 0]) || 1, 3);

/** Lays the panels out in as many columns as the width holds: two at 320 pixels, six at most. */
export function gridOf(data: SmallMultiplesData, options: ChartOptions, top: number): Grid {
  const shown = data.panels.slice(0, PANELS).map((panel) => ({ panel, runs: segments(panel) }));
  const valuesOf = (runs: readonly Segment[]) => runs.flatMap((d) => d.data.map((p) => p.value));
  const shared = domainOf(shown.flatMap((d) => valuesOf(d.runs)));
  const domains = shown.map((d) => (data.scale === "common" ? shared : domainOf(valuesOf(d.runs))));
  const years = extent(
    shown.flatMap(({ panel, runs }) => [
      ...runs.flatMap((d) => d.data.map((p) => p.year)),
      ...panel.coverage.map((d) => d.year),
    ]),
  );
  const first = years[0] ?? 2000;
  const last = years[1] ?? first;
  const axes = widest(domains.flat().map(options.formatCompact), SIZE.small);
  const gutter = Math.ceil(axes) + 6;
  const common = data.scale === "common";
  const margin = common ? gutter : 0;
  const need = common ? LEAST : Math.max(LEAST, gutter + LEAST_PLOT);
  const fit = Math.floor((options.width - margin + GAP) / (need + GAP));
  const columns = Math.max(1, Math.min(fit, MOST_COLUMNS, shown.length));
  const wide = (options.width - margin - GAP * (columns - 1)) / columns;
  const inside = wide - (common ? 0 : gutter);
  const high = Math.round(Math.max(72, Math.min(150, inside * 0.55)));
  const step = inside / (last - first + 1);

  const frames: Frame[] = [];
  let y = top;
  for (let from = 0; from < shown.length; from += columns) {
    const row = shown.slice(from, from + columns).map((d, column) => ({
      ...d,
      column,
      domain: domains[from + column] ?? shared,
      title: wrap(d.panel.title, wide / 1.05, SIZE.label),
      coverage: wrap(d.panel.coverageText, wide, SIZE.small),
    }));
    const titles = (max(row, (d) => d.title.length) ?? 1) * TITLE;
    const marks = row.some((d) => d.panel.breaks.length > 0) ? MARKS : 0;
    const plotTop = y + titles + marks + HEAD;
    const stripEnd = plotTop + high + YEARS + STRIP;
    const bottom = stripEnd + 4 + (max(row, (d) => d.coverage.length) ?? 0) * ROW;
    for (const { panel, runs, column, domain, title, coverage } of row) {
      const start = margin + column * (wide + GAP);
      const plotStart = start + (common ? 0 : gutter);
      frames.push({
        panel,
        runs,
        start,
        end: start + wide,
        top: y,
        bottom,
        title,
        plotStart,
        plotTop,
        plotEnd: plotTop + high,
        stripEnd,
        coverage,
        y: linear(domain, [plotTop + high, plotTop]),
        ticks: [...new Set([domain[0], 0, domain[1]])],
        axis: !common || column === 0,
        step,
        middle: (year) => plotStart + (year - first + 0.5) * step,
      });
    }
    y = bottom + 16;
  }
  return { frames, first, last, bottom: y };
}

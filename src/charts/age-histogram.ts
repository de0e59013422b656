import { nice, ticks as ticksOf } from "d3";
import type { Drawing } from "./drawing.ts";
import { linear } from "./linear.ts";
import { type Box, bars, type Placed, rules, texts } from "./marks.ts";
import { type NothingBox, nothingMarks, patternDefs } from "./nothing.ts";
import { type ChartOptions, inlineX, SIZE, year } from "./options.ts";
import { type AgeBand, drawnWidth } from "./pyramid.ts";
import { textWidth, widest, wrap } from "./text.ts";

export interface AgeHistogramData {
  readonly bands: readonly (AgeBand & { readonly value: number | null })[];
  /** The bars are per single year of age, and the unit should say so. */
  readonly unit: string;
  /** A CSS colour; the accent when left out. */
  readonly colour?: string;
}

interface Bar extends Box {
  readonly open: boolean;
}

/**
 * Persons by age where no sex is published. Bands of unequal width are comparable: height is the count per single
 * year of age, width the years, so that area is persons. An open band is faded, for its width is assumed.
 */
export function ageHistogramDrawing(data: AgeHistogramData, options: ChartOptions): Drawing {
  const { width } = options;
  const at = inlineX(options);
  const bands = data.bands.toSorted((a, b) => a.from - b.from);
  const size = (band: AgeBand): number => drawnWidth(bands, band);
  const perYear = (band: (typeof bands)[number]): number | null =>
    band.value === null ? null : band.value / size(band);
  const low = bands[0]?.from ?? 0;
  let high = bands.length > 0 ? low : low + 1;
  let tallest = 0;
  for (const band of bands) {
    high = Math.max(high, band.from + size(band));
    tallest = Math.max(tallest, perYear(band) ?? 0);
  }

  const plotHeight = Math.round(Math.min(280, Math.max(170, width * 0.38)));
  const domain = nice(0, tallest > 0 ? tallest : 1, 4);
  const ticks = ticksOf(...domain, 4);
  const tickTexts = ticks.map(options.formatCompact);
  const start = Math.ceil(widest(tickTexts, SIZE.small)) + 8;
  const x = linear([low, high], [start, width - 1]);
  const unit = wrap(data.unit, width, SIZE.small);
  const top = unit.length * 16 + 22;
  const bottom = top + plotHeight;
  const y = linear(domain, [bottom, top]);

  const filled: Bar[] = [];
  const nothings: NothingBox[] = [];
  const counts: Placed[] = [];
  for (const band of bands) {
    const share = perYear(band);
    const from = x(band.from) + 0.75;
    const to = x(band.from + size(band)) - 0.75;
    const box = { x1: at(from), x2: at(to), y2: bottom };
    if (share === null) nothings.push({ ...box, y1: bottom - 28, state: "not-reported" });
    else filled.push({ ...box, y1: y(share), open: band.to === null });
    if (band.value === null) continue;
    const text = options.formatNumber(band.value);
    if (textWidth(text, SIZE.small) + 4 <= to - from)
      counts.push({ x: at((from + to) / 2), y: y(share ?? 0) - 9, text });
  }
  const across = (value: number) => ({ x1: at(start), x2: at(width), y1: y(value), y2: y(value) });
  const small = { size: SIZE.small, fill: "var(--ink-2)" } as const;
  const names = bandLabels(bands, size, options, x);
  const marks = [
    rules(ticks.filter((t) => t !== 0).map(across)),
    texts(
      ticks.map((t, i) => ({ x: at(start - 8), y: y(t), text: tickTexts[i] ?? "" })),
      { ...small, anchor: "end", figures: true },
    ),
    bars(
      filled,
      { fill: data.colour ?? "var(--accent)", fillOpacity: (d) => (d.open ? 0.5 : 1) },
      options,
    ),
    ...nothingMarks(options, nothings),
    rules([across(0)], { stroke: "var(--ink-2)" }),
    texts(
      names.placed.map((d) => ({ x: at(d.x), y: bottom + 13 + d.row * 15, text: d.text })),
      { ...small, anchor: "middle", figures: true },
    ),
    texts(counts, { size: SIZE.small, anchor: "middle", weight: 600, figures: true, halo: true }),
    texts(
      unit.map((text, i) => ({ x: at(0), y: 8 + i * 16, text })),
      small,
    ),
  ];
  return {
    height: Math.ceil(bottom + 8 + names.rows * 15),
    marks,
    ...(nothings.length > 0 ? { defs: patternDefs } : {}),
  };
}

/** The bands by name where all names fit, in up to two lines each; else the first age of as many as fit. */
function bandLabels(
  bands: readonly AgeBand[],
  size: (band: AgeBand) => number,
  options: ChartOptions,
  x: (age: number) => number,
) {
  const roomOf = (band: AgeBand): number => x(band.from + size(band)) - x(band.from) - 6;
  const lines = bands.map((band) => {
    const found = wrap(band.label, Math.max(12, roomOf(band)), SIZE.small);
    const isWhole = (line: string): boolean =>
      line === band.label || band.label.split(/\s/u).some((word) => line.startsWith(word));
    return { band, found, fits: found.length <= 2 && found.every(isWhole) };
  });
  if (lines.every((d) => d.fits)) {
    const placed = lines.flatMap(({ band, found }) =>
      found.map((text, row) => ({ x: x(band.from + size(band) / 2), row, text })),
    );
    return { placed, rows: Math.max(1, ...lines.map((d) => d.found.length)) };
  }
  const placed: { x: number; row: number; text: string }[] = [];
  const edges: [number, number][] = [];
  const offer = (middle: number, text: string): void => {
    const half = textWidth(text, SIZE.small) / 2;
    const at = Math.max(half, Math.min(middle, options.width - half));
    if (edges.some(([a, b]) => at - half - 6 < b && a < at + half + 6)) return;
    edges.push([at - half, at + half]);
    placed.push({ x: at, row: 0, text });
  };
  for (const band of bands) if (band.to === null) offer(x(band.from + size(band) / 2), band.label);
  for (const band of bands) if (band.to !== null) offer(x(band.from), year(options, band.from));
  return { placed, rows: 1 };
}

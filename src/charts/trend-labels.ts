import type { LegendItem } from "./legend.ts";
import { type Mark, type Placed, texts } from "./marks.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { textWidth, wrap } from "./text.ts";
import {
  type At,
  type Datum,
  highlighted,
  type TrendData,
  type TrendSeries,
  valueText,
} from "./trend-data.ts";

const ROW = 16;

/** Series that are not named at their ends, then the marks that need words. */
export function legendItems(
  data: TrendData,
  points: readonly Datum[],
  named: boolean,
): LegendItem[] {
  const { keys = {} } = data;
  const shown = highlighted(data);
  const counts = new Map<TrendSeries, number>();
  for (const { series } of points) counts.set(series, (counts.get(series) ?? 0) + 1);
  const sample = (series: TrendSeries): LegendItem["sample"] =>
    data.connected ? ((counts.get(series) ?? 0) > 1 ? "line" : "dot") : "hollow";
  const items: LegendItem[] = named
    ? []
    : shown
        .filter((series) => counts.has(series))
        .map((series) => ({ text: series.label, sample: sample(series), colour: series.colour }));
  const add = (text: string | undefined, mark: LegendItem["sample"], wanted: boolean): void => {
    const colour = mark === "line" ? "var(--grey-series)" : "var(--ink-2)";
    if (text !== undefined && wanted) items.push({ text, sample: mark, colour, quiet: true });
  };
  const single = shown.some((series) => counts.get(series) === 1);
  add(keys.others, "line", data.series.length > shown.length);
  add(keys.unconnected, "hollow", !data.connected);
  const provisional = (d: Datum): boolean => d.point.provisional === true;
  add(keys.provisional, "hollow", data.connected && points.some(provisional));
  add(
    keys.doubtful,
    "diamond",
    points.some((d) => d.point.doubtful === true),
  );
  add(keys.single, "dot", single && data.connected);
  return items;
}

/** The numbers of a chart with one series: at each point where they fit, else at the largest and the last. */
export function valueLabels(
  data: TrendData,
  points: readonly Datum[],
  options: ChartOptions,
  place: { readonly x: At; readonly y: At; readonly step: number },
): Mark[] {
  if (highlighted(data).length !== 1) return [];
  const print = (d: Datum): string => valueText(data, options, d.value);
  const wide = (d: Datum): number => textWidth(print(d), SIZE.small);
  const all = points.every((d) => wide(d) + 6 <= place.step);
  const highest = points.reduce<Datum | undefined>(
    (a, b) => (a === undefined || b.value > a.value ? b : a),
    undefined,
  );
  const kept: Placed[] = [];
  const reach: [number, number][] = [];
  for (const d of all ? points : [points.at(-1), highest, points[0]]) {
    if (d === undefined) continue;
    const half = wide(d) / 2 + 3;
    const x = Math.max(half, Math.min(place.x(d), options.width - half));
    if (reach.some(([from, to]) => x - half < to && from < x + half)) continue;
    reach.push([x - half, x + half]);
    const hidden = (y: number): number =>
      points.filter(
        (p) => Math.abs(place.x(p) - x) < half + 4 && Math.abs(place.y(p) - y) < 11 && p !== d,
      ).length;
    const above = place.y(d) - 14;
    const below = place.y(d) + 15;
    kept.push({ x, y: hidden(below) < hidden(above) ? below : above, text: print(d) });
  }
  return [
    texts(kept, { size: SIZE.small, anchor: "middle", weight: 600, halo: true, figures: true }),
  ];
}

/** Numbered notes under the chart, and their numbers at the points. */
export function noteLines(
  points: readonly Datum[],
  options: ChartOptions,
  top: number,
): { height: number; marks: (x: At, y: At) => Mark[] } {
  const at = inlineX(options);
  const noted = points.flatMap((d) =>
    d.point.note === undefined ? [] : [{ d, note: d.point.note }],
  );
  const notes = [...new Set(noted.map((d) => d.note))];
  const number = (note: string): string => options.formatNumber(notes.indexOf(note) + 1);
  const lines = notes.flatMap((note) =>
    wrap(`${number(note)}  ${note}`, options.width, SIZE.small),
  );
  return {
    height: lines.length === 0 ? 0 : lines.length * ROW + 6,
    marks: (x, y) => [
      texts(
        noted.map(({ d, note }) => ({ x: x(d), y: y(d) + 13, text: number(note) })),
        { size: SIZE.small, anchor: "middle", fill: "var(--ink-2)", halo: true },
      ),
      texts(
        lines.map((text, i) => ({ x: at(0), y: top + 8 + i * ROW, text })),
        { size: SIZE.small, fill: "var(--ink-2)" },
      ),
    ],
  };
}

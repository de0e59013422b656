import type * as Plot from "@observablehq/plot";
import type { LegendItem } from "./legend.ts";
import { boxes, type Placed, rules, texts } from "./marks.ts";
import { type ChartOptions, inlineX, SIZE, year } from "./options.ts";
import { textWidth, widest, wrap } from "./text.ts";
import { type Datum, highlighted, type TrendData } from "./trend-data.ts";

const ROW = 16;
const GAP = 20;

type At = (datum: Datum) => number;

const valueText = (data: TrendData, options: ChartOptions, value: number): string =>
  (data.formatValue ?? options.formatCompact)(value);

interface EndLabel {
  readonly datum: Datum;
  readonly lines: readonly string[];
  readonly value: string;
  readonly height: number;
}

export interface EndLabels {
  /** Pixels kept free at the end of the time axis; 0: the lines are named in the legend instead. */
  readonly room: number;
  readonly marks: (x: At, y: At, top: number, bottom: number, end: number) => Plot.Markish[];
}

/** Names of the lines at their ends, moved apart where they would touch. */
export function endLabels(
  data: TrendData,
  points: readonly Datum[],
  options: ChartOptions,
  place: { readonly maxRoom: number; readonly plotHeight: number; readonly last: number },
): EndLabels {
  const none: EndLabels = { room: 0, marks: () => [] };
  const shown = highlighted(data);
  const labels = shown.flatMap((series): EndLabel[] => {
    const datum = points.findLast((d) => d.series === series);
    if (datum === undefined) return [];
    const lines = wrap(series.label, place.maxRoom - GAP, SIZE.label);
    const number = valueText(data, options, datum.value);
    const old = datum.year === place.last ? "" : ` (${year(options, datum.year)})`;
    const value = shown.length > 1 ? number + old : "";
    const height = (lines.length + (value === "" ? 0 : 1)) * ROW;
    return [{ datum, lines, value, height }];
  });
  const total = labels.reduce((sum, label) => sum + label.height + 6, 0);
  const widestLine =
    widest(
      labels.flatMap((d) => [...d.lines, d.value]),
      SIZE.label,
    ) * 1.04;
  if (labels.length === 0 || total > place.plotHeight || widestLine + GAP > place.maxRoom)
    return none;
  const marks: EndLabels["marks"] = (x, y, top, bottom, end) => {
    const at = inlineX(options);
    const placed = dodge(labels, y, top - 8, bottom + 8);
    const far = placed.filter((d) => Math.abs(d.middle - y(d.label.datum)) > 6);
    const colour = (d: { colour: string }): string => d.colour;
    const names: Placed[] = [];
    const values: Placed[] = [];
    for (const { label, middle } of placed) {
      const first = middle - label.height / 2 + ROW / 2;
      label.lines.forEach((text, i) => {
        names.push({ x: at(end + GAP - 4), y: first + i * ROW, text });
      });
      if (label.value !== "")
        values.push({
          x: at(end + GAP - 4),
          y: first + label.lines.length * ROW,
          text: label.value,
        });
    }
    return [
      rules(
        far.map(({ label, middle }) => ({
          x1: x(label.datum),
          x2: at(end + 8),
          y1: y(label.datum),
          y2: middle,
          colour: label.datum.series.colour,
        })),
        { stroke: colour, strokeOpacity: 0.6 },
      ),
      boxes(
        placed.map(({ label, middle }) => ({
          x1: at(end + 8),
          x2: at(end + 11),
          y1: middle - label.height / 2 + 1,
          y2: middle + label.height / 2 - 1,
          colour: label.datum.series.colour,
        })),
        { fill: colour },
      ),
      texts(names, { weight: 600 }),
      texts(values, { figures: true, fill: "var(--ink-2)" }),
    ];
  };
  return { room: Math.ceil(widestLine + GAP), marks };
}

function dodge(labels: readonly EndLabel[], y: At, top: number, bottom: number) {
  const placed = labels
    .map((label) => ({ label, middle: y(label.datum) }))
    .sort((a, b) => a.middle - b.middle);
  let edge = top;
  for (const d of placed) {
    d.middle = Math.max(d.middle, edge + d.label.height / 2);
    edge = d.middle + d.label.height / 2 + 6;
  }
  edge = bottom;
  for (const d of placed.toReversed()) {
    d.middle = Math.min(d.middle, edge - d.label.height / 2);
    edge = d.middle - d.label.height / 2 - 6;
  }
  return placed;
}

/** Series that are not named at their ends, then the marks that need words. */
export function legendItems(
  data: TrendData,
  points: readonly Datum[],
  named: boolean,
): LegendItem[] {
  const { keys = {} } = data;
  const shown = highlighted(data);
  const sample = data.connected ? ("line" as const) : ("hollow" as const);
  const items: LegendItem[] = named
    ? []
    : shown
        .filter((series) => points.some((d) => d.series === series))
        .map(({ label, colour }) => ({ text: label, sample, colour }));
  const add = (text: string | undefined, mark: LegendItem["sample"], wanted: boolean): void => {
    const colour = mark === "line" ? "var(--grey-series)" : "var(--ink-2)";
    if (text !== undefined && wanted) items.push({ text, sample: mark, colour, quiet: true });
  };
  const single = shown.some((s) => points.filter((d) => d.series === s).length === 1);
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
): Plot.Markish[] {
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
    kept.push({ x, y: place.y(d) - 13, text: print(d) });
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
): { height: number; marks: (x: At, y: At) => Plot.Markish[] } {
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

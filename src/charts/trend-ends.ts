import { boxes, type Mark, type Placed, rules, texts } from "./marks.ts";
import { type ChartOptions, inlineX, SIZE, year } from "./options.ts";
import { widest, wrap } from "./text.ts";
import { type At, type Datum, highlighted, type TrendData, valueText } from "./trend-data.ts";

const ROW = 16;
const GAP = 20;
/** Bold letters are wider. */
const BOLD = 1.05;

interface EndLabel {
  readonly datum: Datum;
  readonly lines: readonly string[];
  readonly value: string;
  readonly height: number;
}

export interface EndLabels {
  /** Pixels kept free at the end of the time axis; 0: the lines are named in the legend instead. */
  readonly room: number;
  /** The height of a plot beside which they stand near their lines; less where the tallest is less. */
  readonly height: number;
  readonly marks: (x: At, y: At, top: number, bottom: number, end: number) => Mark[];
}

/** How much taller than all labels together a plot is, so that they stand near their lines. */
const AIR = 1.25;
/** How far the labels may reach over either end of the plot. */
const OVER = 8;

/** Names of the lines at their ends, moved apart where they would touch; none where the tallest plot has no room. */
export function endLabels(
  data: TrendData,
  points: readonly Datum[],
  options: ChartOptions,
  place: { readonly maxRoom: number; readonly tallest: number; readonly last: number },
): EndLabels {
  const none: EndLabels = { room: 0, height: 0, marks: () => [] };
  if (place.maxRoom <= GAP) return none;
  const shown = highlighted(data);
  const labels = shown.flatMap((series): EndLabel[] => {
    const datum = points.findLast((d) => d.series === series);
    if (datum === undefined) return [];
    const lines = wrap(series.label, (place.maxRoom - GAP - 1) / BOLD, SIZE.label);
    const number = valueText(data, options, datum.value);
    const old = datum.year === place.last ? "" : ` (${year(options, datum.year)})`;
    const value = shown.length > 1 ? number + old : "";
    const height = (lines.length + (value === "" ? 0 : 1)) * ROW;
    return [{ datum, lines, value, height }];
  });
  const height = labels.reduce((sum, label) => sum + label.height + 6, 0) - 2 * OVER;
  const widestLine =
    widest(
      labels.flatMap((d) => [...d.lines, d.value]),
      SIZE.label,
    ) * BOLD;
  if (labels.length === 0 || height > place.tallest || widestLine + GAP > place.maxRoom)
    return none;
  const marks: EndLabels["marks"] = (x, y, top, bottom, end) => {
    const at = inlineX(options);
    const placed = dodge(labels, y, top - OVER, bottom + OVER);
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
  return { room: Math.ceil(widestLine + GAP), height: AIR * height, marks };
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

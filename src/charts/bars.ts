import { scaleLinear } from "d3";
import { finish } from "./finish.ts";
import { type Box, boxes, draw, type Placed, rules, texts } from "./marks.ts";
import { type Nothing, type NothingBox, nothingMarks, patternDefs } from "./nothing.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { textWidth, widest, wrap } from "./text.ts";

export interface BarsRow {
  readonly code: string;
  readonly label: string;
  readonly value: number | null;
  /** The printed value: "38 %" or "12,345". */
  readonly text: string;
  readonly colour: string;
  readonly state: "value" | Nothing;
  /** Why there is no value; or, for a value, what to know of it ("of 12 only"). */
  readonly stateText?: string;
  /** A small denominator. */
  readonly faded?: boolean;
}

export interface BarsData {
  readonly rows: readonly BarsRow[];
  /** Where the longest bar could end; the largest value when left out. */
  readonly max?: number;
  readonly unit: string;
  readonly reference?: { readonly value: number; readonly label: string };
}

const WIDE = 560;
const LINE = 17;

interface Row {
  readonly row: BarsRow;
  readonly label: readonly string[];
  readonly notes: readonly string[];
  /** Words beside the lane of a row without value. */
  readonly words: readonly string[];
  readonly top: number;
  readonly height: number;
  readonly bar: { readonly top: number; readonly bottom: number };
}

interface Layout {
  readonly rows: readonly Row[];
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly height: number;
  readonly wide: boolean;
  readonly lane: number;
}

const isNothing = (state: BarsRow["state"]): state is Nothing => state !== "value";
const hasLane = (row: BarsRow): boolean =>
  row.state === "not-reported" || row.state === "not-collected";
const isNumber = (row: BarsRow): boolean =>
  row.state === "value" || row.state === "zero" || row.state === "doubtful-zero";
const wordsOf = (row: BarsRow): string => {
  if (isNumber(row)) return row.text;
  const words = row.stateText ?? row.text;
  return row.state === "cannot-exist" && words === "" ? "–" : words;
};

function layout(data: BarsData, options: ChartOptions): Layout {
  const { width } = options;
  const wide = width >= WIDE;
  const labels = widest(
    data.rows.flatMap((d) => [d.label, isNumber(d) ? (d.stateText ?? "") : ""]),
    SIZE.label,
  );
  const start = wide ? Math.ceil(Math.min(labels + 14, width * 0.34)) : 1;
  const values = widest(
    data.rows.filter(isNumber).map((d) => d.text),
    SIZE.strong,
  );
  const end = Math.max(start + 40, width - Math.ceil(values) - 10);
  const lane = wide ? 72 : 48;
  const labelRoom = wide ? start - 14 : width;
  let top = data.unit === "" ? 0 : wrap(data.unit, width, SIZE.small).length * 16 + 6;
  if (data.reference !== undefined) top += 18;
  let y = top;
  const rows = data.rows.map((row): Row => {
    const label = wrap(row.label, labelRoom, SIZE.label);
    const note = isNumber(row) ? (row.stateText ?? "") : "";
    const notes = wrap(note, labelRoom, SIZE.small);
    const before = row.state === "suppressed" ? 24 : hasLane(row) ? lane + 8 : 8;
    const words = isNumber(row)
      ? [row.text]
      : wrap(wordsOf(row), width - start - before, SIZE.label);
    const labelHeight = (label.length + notes.length) * LINE;
    const barHeight = Math.max(wide ? 20 : 16, words.length * LINE);
    const height = wide ? Math.max(labelHeight, barHeight) + 10 : labelHeight + barHeight + 14;
    const barTop = wide ? y + (height - 10 - barHeight) / 2 : y + labelHeight + 2;
    const placed = { top: barTop, bottom: barTop + barHeight };
    const result = { row, label, notes, words, top: y, height, bar: placed };
    y += height;
    return result;
  });
  return { rows, start, end, top, height: Math.ceil(Math.max(y, top + 8)), wide, lane };
}

function labelTexts(plan: Layout, options: ChartOptions) {
  const at = inlineX(options);
  const labels: Placed[] = [];
  const notes: Placed[] = [];
  for (const { label, notes: small, top, height, bar } of plan.rows) {
    const lines = label.length + small.length;
    const first = plan.wide ? top + (height - 10 - lines * LINE) / 2 : bar.top - 2 - lines * LINE;
    const x = at(plan.wide ? plan.start - 10 : 0);
    for (const [i, text] of label.entries()) labels.push({ x, y: first + (i + 0.5) * LINE, text });
    for (const [i, text] of small.entries())
      notes.push({ x, y: first + (label.length + i + 0.5) * LINE, text });
  }
  const anchor = plan.wide ? ("end" as const) : ("start" as const);
  return [
    texts(labels, { anchor }),
    texts(notes, { anchor, size: SIZE.small, fill: "var(--ink-2)" }),
  ];
}

/**
 * Horizontal bars from zero with the value at the end of each. The label stands beside the bar where the chart is
 * wide, above it where it is narrow. A row without value keeps its place and says which kind of nothing it is.
 */
export function barsChart(data: BarsData, options: ChartOptions): SVGSVGElement {
  const plan = layout(data, options);
  const at = inlineX(options);
  const reach = Math.max(
    data.max ?? 0,
    data.reference?.value ?? 0,
    ...data.rows.map((d) => d.value ?? 0),
  );
  const x = scaleLinear([0, reach > 0 ? reach : 1], [plan.start, plan.end]);

  const bars: (Box & { colour: string; opacity: number })[] = [];
  const nothings: NothingBox[] = [];
  const values: Placed[] = [];
  const words: Placed[] = [];
  for (const { row, bar, words: lines } of plan.rows) {
    const box = { x1: at(plan.start), y1: bar.top, y2: bar.bottom };
    const middle = (bar.top + bar.bottom) / 2;
    let after = plan.start + 8;
    if (isNothing(row.state)) {
      nothings.push({ ...box, x2: at(plan.start + plan.lane), state: row.state });
      if (hasLane(row)) after += plan.lane;
      if (row.state === "suppressed" || row.state === "doubtful-zero") after += 14;
    } else {
      const end = x(Math.max(0, row.value ?? 0));
      bars.push({
        ...box,
        x2: at(end),
        colour: row.colour,
        opacity: row.faded === true ? 0.45 : 1,
      });
      after = end + 6;
    }
    const into = isNumber(row) ? values : words;
    const first = middle - ((lines.length - 1) * LINE) / 2;
    for (const [i, text] of lines.entries()) into.push({ x: at(after), y: first + i * LINE, text });
  }

  const unit = wrap(data.unit, options.width, SIZE.small).map((text, i) => ({
    x: at(0),
    y: 8 + i * 16,
    text,
  }));
  const bottom = plan.height - 4;
  const marks = [
    boxes(bars, {
      fill: (d: { colour: string }) => d.colour,
      fillOpacity: (d: { opacity: number }) => d.opacity,
    }),
    ...nothingMarks(options, nothings),
    rules([{ x1: at(plan.start), x2: at(plan.start), y1: plan.top, y2: bottom }], {
      stroke: "var(--ink-2)",
    }),
    ...referenceMarks(data, plan, options, x),
    ...labelTexts(plan, options),
    texts(values, {
      size: SIZE.strong,
      weight: 600,
      figures: true,
      halo: data.reference !== undefined,
    }),
    texts(words, { fill: "var(--ink-2)" }),
    texts(unit, { size: SIZE.small, fill: "var(--ink-2)" }),
  ];
  const patterned = nothings.some(
    (d) => hasLane({ state: d.state } as BarsRow) || d.state === "doubtful-zero",
  );
  return finish(
    draw(options, plan.height, marks),
    options,
    patterned ? patternDefs(options) : undefined,
  );
}

function referenceMarks(
  data: BarsData,
  plan: Layout,
  options: ChartOptions,
  x: (value: number) => number,
) {
  if (data.reference === undefined) return [];
  const at = inlineX(options);
  const place = x(data.reference.value);
  const room = textWidth(data.reference.label, SIZE.small);
  const start = Math.max(0, Math.min(place - room / 2, options.width - room));
  return [
    rules([{ x1: at(place), x2: at(place), y1: plan.top - 2, y2: plan.height - 4 }], {
      stroke: "var(--ink)",
      strokeDasharray: "3,3",
    }),
    texts([{ x: at(start), y: plan.top - 10, text: data.reference.label }], { size: SIZE.small }),
  ];
}

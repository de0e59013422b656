import {
  type BarsData,
  type BarsRow,
  hasLane,
  isNothing,
  isNumber,
  type Layout,
  LINE,
  layout,
} from "./bars-layout.ts";
import type { Drawing } from "./drawing.ts";
import { linear } from "./linear.ts";
import { type Box, bars, boxes, type Placed, rules, texts, uprights } from "./marks.ts";
import { type NothingBox, nothingMarks, patternDefs } from "./nothing.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { textWidth, wrap } from "./text.ts";

export type { BarsData, BarsRow } from "./bars-layout.ts";

/** One rule where the labels stand beside it; a piece at each bar where they stand above. */
const baseline = (plan: Layout, x: number) =>
  plan.wide
    ? [{ x, y1: plan.top, y2: plan.height - 4 }]
    : plan.rows
        .filter(({ row }) => row.state !== "cannot-exist")
        .map(({ bar }) => ({ x, y1: bar.top, y2: bar.bottom }));

function labelTexts(plan: Layout, options: ChartOptions, halo: boolean) {
  const at = inlineX(options);
  const labels: Placed[] = [];
  const notes: Placed[] = [];
  for (const { label, notes: small, top, height, bar } of plan.rows) {
    const lines = label.length + small.length;
    const first = plan.wide ? top + (height - 10 - lines * LINE) / 2 : bar.top - 2 - lines * LINE;
    const x = at(plan.wide ? plan.start - 10 : 0);
    let y = first + LINE / 2;
    for (const text of label) {
      labels.push({ x, y, text });
      y += LINE;
    }
    for (const text of small) {
      notes.push({ x, y, text });
      y += LINE;
    }
  }
  const anchor = plan.wide ? ("end" as const) : ("start" as const);
  return [
    texts(labels, { anchor, halo }),
    texts(notes, { anchor, halo, size: SIZE.small, fill: "var(--ink-2)" }),
  ];
}

/**
 * Horizontal bars from zero with the value at the end of each. The label stands beside the bar where the chart is
 * wide, above it where it is narrow. A row without value keeps its place and says which kind of nothing it is.
 */
export function barsDrawing(data: BarsData, options: ChartOptions): Drawing {
  const plan = layout(data, options);
  const at = inlineX(options);
  let reach = Math.max(data.max ?? 0, data.reference?.value ?? 0);
  for (const { value } of data.rows) if (value !== null && value > reach) reach = value;
  const x = linear([0, reach > 0 ? reach : 1], [plan.start, plan.end]);

  const filled: (Box & { colour: string; opacity: number })[] = [];
  const nothings: NothingBox[] = [];
  const values: Placed[] = [];
  const words: Placed[] = [];
  for (const { row, bar, words: lines } of plan.rows) {
    const x1 = at(plan.start);
    const { top: y1, bottom: y2 } = bar;
    const middle = (y1 + y2) / 2;
    let after = plan.start + 8;
    if (isNothing(row.state)) {
      nothings.push({ x1, y1, x2: at(plan.start + plan.lane), y2, state: row.state });
      if (hasLane(row)) after += plan.lane;
      if (row.state === "suppressed" || row.state === "doubtful-zero") after += 14;
    } else {
      const end = x(Math.max(0, row.value ?? 0));
      const opacity = row.quiet === true ? 0.25 : row.faded === true ? 0.45 : 1;
      filled.push({ x1, y1, x2: at(end), y2, colour: row.colour, opacity });
      after = end + 6;
    }
    const into = isNumber(row) ? values : words;
    let y = middle - ((lines.length - 1) * LINE) / 2;
    for (const text of lines) {
      into.push({ x: at(after), y, text });
      y += LINE;
    }
  }

  const unit = wrap(data.unit, options.width, SIZE.small).map((text, i) => ({
    x: at(0),
    y: 8 + i * 16,
    text,
  }));
  const crossed = data.reference !== undefined;
  const marks = [
    bars(filled, { fill: (d) => d.colour, fillOpacity: (d) => d.opacity }, options),
    ...nothingMarks(options, nothings),
    uprights(baseline(plan, at(plan.start)), "var(--ink-2)"),
    ...referenceMarks(data, plan, options, x),
    ...labelTexts(plan, options, crossed),
    texts(values, {
      size: SIZE.strong,
      weight: 600,
      figures: true,
      halo: crossed,
    }),
    texts(words, { fill: "var(--ink-2)" }),
    texts(unit, { size: SIZE.small, fill: "var(--ink-2)" }),
    boxes(data.pick === true ? places(plan, options) : [], { fill: "transparent" }),
  ];
  const patterned = nothings.some(
    (d) => hasLane({ state: d.state } as BarsRow) || d.state === "doubtful-zero",
  );
  return { height: plan.height, marks, ...(patterned ? { defs: patternDefs } : {}) };
}

/** The whole row of each bar, as a place to point at. */
const places = (plan: Layout, options: ChartOptions): Box[] =>
  plan.rows.map(({ row, top, height }) => ({
    key: row.code,
    x1: 0,
    x2: options.width,
    y1: top,
    y2: top + height - 2,
  }));

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

import type { Nothing } from "./nothing.ts";
import { type ChartOptions, SIZE } from "./options.ts";
import { widest, wrap } from "./text.ts";

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
  /** Not among those that a reader has chosen. */
  readonly quiet?: boolean;
}

export interface BarsData {
  readonly rows: readonly BarsRow[];
  /** Where the longest bar could end; the largest value when left out. */
  readonly max?: number;
  readonly unit: string;
  readonly reference?: { readonly value: number; readonly label: string };
  /** Whether a reader can choose rows: each then has a place to point at, with its code as key. */
  readonly pick?: boolean;
}

const WIDE = 560;
/** From one line of a label to the next. */
export const LINE = 17;

/** A row with its lines of text and its place. */
export interface Row {
  readonly row: BarsRow;
  readonly label: readonly string[];
  readonly notes: readonly string[];
  /** Words beside the lane of a row without value. */
  readonly words: readonly string[];
  readonly top: number;
  readonly height: number;
  readonly bar: { readonly top: number; readonly bottom: number };
}

export interface Layout {
  readonly rows: readonly Row[];
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly height: number;
  readonly wide: boolean;
  readonly lane: number;
}

export const isNothing = (state: BarsRow["state"]): state is Nothing => state !== "value";
export const hasLane = (row: BarsRow): boolean =>
  row.state === "not-reported" || row.state === "not-collected";
export const isNumber = (row: BarsRow): boolean =>
  row.state === "value" || row.state === "zero" || row.state === "doubtful-zero";
const wordsOf = (row: BarsRow): string => {
  if (isNumber(row)) return row.text;
  const words = row.stateText ?? row.text;
  return row.state === "cannot-exist" && words === "" ? "–" : words;
};

/** Gives each row the lines and the height that its words need at this width. */
export function layout(data: BarsData, options: ChartOptions): Layout {
  const { width } = options;
  const wide = width >= WIDE;
  const named = wide
    ? data.rows.flatMap((d) => [d.label, isNumber(d) ? (d.stateText ?? "") : ""])
    : [];
  const start = wide ? Math.ceil(Math.min(widest(named, SIZE.label) + 14, width * 0.34)) : 1;
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

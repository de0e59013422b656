import { sum } from "d3";
import type { Nothing } from "./nothing.ts";
import { type ChartOptions, SIZE } from "./options.ts";
import { widest, wrap } from "./text.ts";

export interface StackedCategory {
  readonly code: string;
  readonly label: string;
  /** A CSS value of `tokens.css` such as `var(--type-PISTOL)`; words inside its bars take `onColour` of it. */
  readonly colour: string;
  /** Not among those that a reader has chosen. */
  readonly quiet?: boolean;
}

export interface StackedPart {
  /** Code of a category. */
  readonly category: string;
  /** A count, or a share from 0 to 1; null where there is none. */
  readonly value: number | null;
  /** As printed in or beside the bar; beside a part without value, why there is none. */
  readonly text: string;
  readonly state: "value" | Nothing;
}

export interface StackedRow {
  readonly code: string;
  readonly label: string;
  /** Small, below the label: "78 States", "of 12 only", "2 categories not reported". */
  readonly note?: string;
  /** One for each category that the row has. */
  readonly parts: readonly StackedPart[];
  /** At the end of a stack, not beside groups: "12,345". Empty: nothing. */
  readonly totalText: string;
  /** "value" also where some parts have none. */
  readonly state: "value" | Nothing;
  /** Why the row has no value. */
  readonly stateText?: string;
  /** A small denominator. */
  readonly faded?: boolean;
}

export interface StackedBarsData {
  /** In reading order, which is also the order of the parts. */
  readonly categories: readonly StackedCategory[];
  readonly rows: readonly StackedRow[];
  /**
   * The caller decides and answers for it: only exclusive parts of one whole may be "stacked". Categories that
   * overlap (additivity OVERLAPPING), or that are a list cut short (LISTED), have no sum to stack and are "grouped".
   */
  readonly arrange: "stacked" | "grouped";
  readonly unit: string;
  /** Where the longest bar could end: 1 for shares; the largest stack or bar when left out. */
  readonly max?: number;
  /** Sentences below: what was cut, why nothing is stacked. */
  readonly notes?: readonly string[];
}

export const LINE = 17;
const WIDE = 560;
const STACK = 24;
const GROUPED = 17;

/** A row with its place, from top to bottom. */
export interface PlacedRow {
  readonly row: StackedRow;
  readonly label: readonly string[];
  readonly notes: readonly string[];
  /** Words beside the lane of a row without value. */
  readonly words: readonly string[];
  readonly labelTop: number;
  readonly top: number;
  readonly bottom: number;
}

export interface StackedLayout {
  readonly rows: readonly PlacedRow[];
  readonly start: number;
  readonly end: number;
  readonly bottom: number;
  readonly wide: boolean;
  readonly lane: number;
  /** The largest value that the scale must hold. */
  readonly reach: number;
}

/** Height of one bar. */
export const barHeight = (data: StackedBarsData): number =>
  data.arrange === "stacked" ? STACK : GROUPED;

const reachOf = ({ arrange, rows, max }: StackedBarsData): number => {
  const of = ({ parts }: StackedRow): number =>
    arrange === "stacked"
      ? sum(parts, (d) => d.value ?? 0)
      : Math.max(0, ...parts.map((d) => d.value ?? 0));
  return Math.max(max ?? 0, ...rows.map(of));
};

/** Gives each row the lines and the height that its words and bars need at this width. `top` is below the legend. */
export function stackedLayout(
  data: StackedBarsData,
  options: ChartOptions,
  top: number,
): StackedLayout {
  const { width } = options;
  const stacked = data.arrange === "stacked";
  const wide = width >= WIDE;
  const labels = widest(
    data.rows.flatMap((d) => [d.label, d.note ?? ""]),
    SIZE.label,
  );
  const start = wide ? Math.ceil(Math.min(labels + 14, width * 0.3)) : 1;
  const ends = data.rows.flatMap((d) => {
    if (d.state !== "value") return [];
    return stacked ? [d.totalText] : d.parts.flatMap((p) => (p.value === null ? [] : [p.text]));
  });
  const end = Math.max(start + 40, width - Math.ceil(widest(ends, SIZE.label)) - 10);
  const lane = wide ? 72 : 48;
  const room = wide ? start - 14 : width;
  let y = top;
  const rows = data.rows.map((row): PlacedRow => {
    const label = wrap(row.label, room, SIZE.label);
    const notes = wrap(row.note ?? "", room, SIZE.small);
    const nothing = row.state !== "value" && row.state !== "zero" && row.state !== "doubtful-zero";
    const words = nothing
      ? wrap(row.stateText ?? "–", width - start - lane - 10, SIZE.label)
      : [row.totalText].filter((text) => text !== "");
    const bars = stacked || row.state !== "value" ? 1 : Math.max(1, row.parts.length);
    const high = Math.max(bars * barHeight(data), words.length * LINE);
    const said = (label.length + notes.length) * LINE;
    const height = wide ? Math.max(said, high) : said + 2 + high;
    const barTop = wide ? y + (height - high) / 2 : y + said + 2;
    const labelTop = wide ? y + (height - said) / 2 : y;
    y += height + (stacked ? 10 : 14);
    return { row, label, notes, words, labelTop, top: barTop, bottom: barTop + high };
  });
  return { rows, start, end, bottom: Math.ceil(y), wide, lane, reach: reachOf(data) };
}

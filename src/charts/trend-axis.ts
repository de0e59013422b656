import { type Box, type Mark, type Placed, rules, texts } from "./marks.ts";
import { type ChartOptions, inlineX, SIZE, year } from "./options.ts";
import { textWidth, wrap } from "./text.ts";

const ROW = 16;

export interface BreakRows {
  readonly height: number;
  readonly rows: readonly { readonly x: number; readonly text: Placed; readonly from: number }[];
}

/**
 * Where the labelled rules of breaks go: one row each above the plot, the earliest on top, so that no rule runs
 * through the words of another. `edge` gives the distance from the start to the beginning of a year.
 */
export function breakRows(
  breaks: readonly { readonly year: number; readonly label: string }[],
  options: ChartOptions,
  edge: (year: number) => number,
  top: number,
): BreakRows {
  const at = inlineX(options);
  const rows: { x: number; text: Placed; from: number }[] = [];
  let y = top;
  for (const d of breaks.toSorted((a, b) => a.year - b.year)) {
    const lines = wrap(d.label, options.width - 8, SIZE.small);
    for (const line of lines) {
      const wide = textWidth(line, SIZE.small);
      const beside = edge(d.year) + 5;
      const x = Math.max(0, Math.min(beside, options.width - wide));
      const from = x < beside ? y + lines.length * ROW : y;
      rows.push({ x: at(edge(d.year)), text: { x: at(x), y: y + 8, text: line }, from });
      y += ROW;
    }
  }
  return { height: y - top, rows };
}

/** Dashed rules at the breaks with their words. */
export function breakMarks(cuts: BreakRows, plotEnd: number): Mark[] {
  return [
    rules(
      cuts.rows.map((d): Box => ({ x1: d.x, x2: d.x, y1: d.from, y2: plotEnd })),
      { stroke: "var(--ink-2)", strokeDasharray: "2,3" },
    ),
    texts(
      cuts.rows.map((d) => d.text),
      { size: SIZE.small, fill: "var(--ink)", halo: true },
    ),
  ];
}

/** The years under the axis: the last and the first always, and round ones between as far as they fit. */
export function yearLabels(
  [first, last]: readonly [number, number],
  options: ChartOptions,
  middle: (year: number) => number,
  plotEnd: number,
  step: number,
): Mark[] {
  const at = inlineX(options);
  const need = textWidth(year(options, last), SIZE.small) + 8;
  const stride = [1, 2, 5, 10, 20, 50].find((n) => n * step >= need) ?? 100;
  const kept: Placed[] = [];
  const taken: number[] = [];
  const offer = (value: number): void => {
    const half = need / 2 - 4;
    const x = Math.max(half, Math.min(middle(value), options.width - half));
    if (taken.some((other) => Math.abs(other - x) < need)) return;
    taken.push(x);
    kept.push({ x: at(x), y: plotEnd + 13, text: year(options, value) });
  };
  offer(last);
  offer(first);
  for (let value = first; value <= last; value += 1) if (value % stride === 0) offer(value);
  return [texts(kept, { size: SIZE.small, anchor: "middle", fill: "var(--ink-2)", figures: true })];
}

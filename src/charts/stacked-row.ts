import { onColour } from "./colours.ts";
import type { Box, Placed } from "./marks.ts";
import type { NothingBox } from "./nothing.ts";
import { SIZE } from "./options.ts";
import {
  LINE,
  type PlacedRow,
  type StackedCategory,
  type StackedLayout,
} from "./stacked-layout.ts";
import { textWidth } from "./text.ts";

const FADED = 0.35;
const QUIET = 0.25;
const PAD = 5;
/** Thinner parts have no seam beside them, which would hide them. */
const SEAM = 3;

interface Bar extends Box {
  readonly key: string;
  readonly colour: string;
  readonly opacity: number;
  readonly title: string;
}

/** What a row draws. */
export interface Drawn {
  readonly bars: readonly Bar[];
  readonly seams: readonly Box[];
  readonly inside: readonly (Placed & { readonly ink: string })[];
  readonly values: readonly Placed[];
  readonly words: readonly Placed[];
  readonly nothings: readonly NothingBox[];
}

export interface Tools {
  readonly plan: StackedLayout;
  readonly at: (fromStart: number) => number;
  /** From the start edge to the end of a bar of this value. */
  readonly x: (value: number) => number;
  readonly category: (code: string) => StackedCategory;
}

const barOf = (placed: PlacedRow, category: StackedCategory, text: string, box: Box): Bar => ({
  ...box,
  key: `${placed.row.code}/${category.code}`,
  colour: category.colour,
  opacity: category.quiet === true ? QUIET : placed.row.faded === true ? FADED : 1,
  title: [placed.row.label, category.label, text].join(" · "),
});

/** A row without value: its mark and its words. */
export function emptyRow({ row, words, top, bottom }: PlacedRow, { plan, at }: Tools): Drawn {
  const { state } = row;
  const box = { x1: at(plan.start), x2: at(plan.start + plan.lane), y1: top, y2: bottom };
  const lane = state === "not-reported" || state === "not-collected";
  const after = lane ? plan.lane + 8 : state === "zero" || state === "cannot-exist" ? 8 : 24;
  const first = (top + bottom) / 2 - ((words.length - 1) * LINE) / 2;
  const zero = state === "zero" || state === "doubtful-zero";
  const said = words.map((text, i) => ({ text, x: at(plan.start + after), y: first + i * LINE }));
  return {
    bars: [],
    seams: [],
    inside: [],
    values: zero ? said : [],
    words: zero ? [] : said,
    nothings: state === "value" ? [] : [{ ...box, state }],
  };
}

/** A row as one bar of parts. */
export function stack(placed: PlacedRow, { plan, at, x, category }: Tools): Drawn {
  const { row, top, bottom } = placed;
  const middle = (top + bottom) / 2;
  const bars: Bar[] = [];
  const seams: Box[] = [];
  const inside: (Placed & { ink: string })[] = [];
  let from = 0;
  let before = 0;
  for (const part of row.parts) {
    if (part.value === null || part.value <= 0) continue;
    const [start, end] = [x(from), x(from + part.value)];
    from += part.value;
    const bar = barOf(placed, category(part.category), part.text, {
      x1: at(start),
      x2: at(end),
      y1: top,
      y2: bottom,
    });
    bars.push(bar);
    if (Math.min(before, end - start) >= SEAM)
      seams.push({ x1: at(start), x2: at(start), y1: top, y2: bottom });
    before = end - start;
    if (textWidth(part.text, SIZE.small) + 2 * PAD <= end - start)
      inside.push({
        text: part.text,
        x: at((start + end) / 2),
        y: middle,
        ink: bar.opacity < 1 ? "var(--ink)" : onColour(bar.colour),
      });
  }
  const values = [{ text: row.totalText, x: at(x(from) + 6), y: middle }];
  const tick = { x1: at(plan.start), x2: at(plan.start), y1: top, y2: bottom };
  return {
    bars,
    seams,
    inside,
    values,
    words: [],
    nothings: from > 0 ? [] : [{ ...tick, state: "zero" }],
  };
}

/** A row as a bar for each part, `high` pixels from one to the next. */
export function group(placed: PlacedRow, high: number, { plan, at, x, category }: Tools): Drawn {
  const bars: Bar[] = [];
  const values: Placed[] = [];
  const words: Placed[] = [];
  const nothings: NothingBox[] = [];
  for (const [i, part] of placed.row.parts.entries()) {
    const y1 = placed.top + i * high;
    const box = { y1, y2: y1 + high - 2 };
    const y = y1 + (high - 2) / 2;
    const lane = part.state === "not-reported" || part.state === "not-collected";
    if (part.state === "value") {
      const end = x(part.value ?? 0);
      const span = { ...box, x1: at(plan.start), x2: at(end) };
      bars.push(barOf(placed, category(part.category), part.text, span));
      values.push({ text: part.text, x: at(end + 6), y });
      continue;
    }
    const wide = lane ? plan.lane / 2 : plan.lane;
    nothings.push({ ...box, x1: at(plan.start), x2: at(plan.start + wide), state: part.state });
    const after = lane ? wide + 6 : part.state === "zero" || part.state === "cannot-exist" ? 6 : 20;
    const into = part.state === "zero" || part.state === "doubtful-zero" ? values : words;
    into.push({ text: part.text, x: at(plan.start + after), y });
  }
  return { bars, seams: [], inside: [], values, words, nothings };
}

import { boxes, dots, type Mark, type Placed, texts } from "./marks.ts";
import { memoized } from "./memoized.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { widest, wrap } from "./text.ts";

/** How the sample before the words of a legend is drawn. */
export type Sample =
  | "line"
  | "dot"
  | "hollow"
  | "diamond"
  | "square"
  | "pattern"
  | "outline"
  /** A framed box with the pattern in its first third: the tile of a doubtful zero. */
  | "part-pattern"
  /** A box in a dashed frame: a provisional tile. */
  | "dashed";

export interface LegendItem {
  readonly text: string;
  readonly sample: Sample;
  /** A CSS colour, or the `url(#…)` of a pattern. */
  readonly colour: string;
  readonly quiet?: boolean;
}

interface PlacedItem extends LegendItem {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

export interface Legend {
  readonly height: number;
  readonly marks: readonly Mark[];
}

const SAMPLE = 16;
const GAP = 6;
const BETWEEN = 16;
const ROW = 20;

function place(items: readonly LegendItem[], start: number, room: number, top: number) {
  const placed: PlacedItem[] = [];
  let x = 0;
  let y = top;
  let tallest = 0;
  for (const item of items) {
    const bold = item.quiet === true ? 1 : 1.05;
    const lines = wrap(item.text, (room - SAMPLE - GAP) / bold, SIZE.label);
    const wide = SAMPLE + GAP + widest(lines, SIZE.label) * bold;
    if (x > 0 && x + wide > room) {
      x = 0;
      y += tallest * ROW;
      tallest = 0;
    }
    placed.push({ ...item, lines, x: start + x, y: y + ROW / 2 });
    tallest = Math.max(tallest, lines.length);
    x += wide + BETWEEN;
  }
  return { placed, height: y + tallest * ROW - top };
}

interface Laid {
  readonly items: readonly LegendItem[];
  readonly options: Pick<ChartOptions, "direction" | "width">;
  readonly top: number;
  readonly start: number;
  readonly room: number;
}

function lay({ items, options, top, start, room }: Laid): Legend {
  const { placed, height } = place(items, start, room, top);
  const at = inlineX(options);
  const of = (...samples: readonly Sample[]) => placed.filter((d) => samples.includes(d.sample));
  const sampleBox = (d: PlacedItem, high: number) => ({
    colour: d.colour,
    x1: at(d.x + (high < 6 ? 0 : 2)),
    x2: at(d.x + SAMPLE - (high < 6 ? 0 : 2)),
    y1: d.y - high / 2,
    y2: d.y + high / 2,
  });
  const third = (d: PlacedItem) => ({ ...sampleBox(d, 12), x2: at(d.x + 2 + 4) });
  const fill = (d: { readonly colour: string }) => d.colour;
  const spots = (sample: Sample) =>
    of(sample).map((d) => ({ x: at(d.x + SAMPLE / 2), y: d.y, r: 4, colour: d.colour }));
  const words = (quiet: boolean): Placed[] =>
    placed
      .filter((d) => (d.quiet === true) === quiet)
      .flatMap((d) =>
        d.lines.map((text, i) => ({ text, x: at(d.x + SAMPLE + GAP), y: d.y + i * ROW })),
      );
  const hollow = { fill: "var(--paper)", strokeWidth: 1.75, stroke: fill };
  return {
    height,
    marks: [
      boxes(
        of("line").map((d) => sampleBox(d, 3)),
        { fill },
      ),
      boxes(
        of("square", "pattern").map((d) => sampleBox(d, 12)),
        { fill },
      ),
      boxes(
        of("outline").map((d) => sampleBox(d, 12)),
        { fill: "none", stroke: fill, strokeWidth: 1.75 },
      ),
      boxes(of("part-pattern").map(third), { fill }),
      boxes(
        of("part-pattern").map((d) => sampleBox(d, 12)),
        { stroke: "var(--hatch)" },
      ),
      boxes(
        of("dashed").map((d) => sampleBox(d, 12)),
        { stroke: fill, strokeDasharray: "3,2" },
      ),
      dots(spots("dot"), { fill }),
      dots(spots("hollow"), hollow),
      dots(spots("diamond"), { ...hollow, diamond: true }),
      texts(words(false), { weight: 600 }),
      texts(words(true), { fill: "var(--ink-2)" }),
    ],
  };
}

const KNOWN = 100;

const laid = memoized(
  KNOWN,
  ({ items, options, top, start, room }: Laid) =>
    `${options.direction} ${options.width} ${top} ${start} ${room} ${JSON.stringify(items)}`,
  lay,
);

/**
 * Lays a legend out in reading order, in as many rows as its width needs. Coordinates count from the start edge. The
 * same legend has the same marks, so a chart that moves need not look at them.
 */
export const legend = (
  items: readonly LegendItem[],
  { direction, width }: ChartOptions,
  top: number,
  start = 0,
  room = width - start,
): Legend => laid({ items, options: { direction, width }, top, start, room });

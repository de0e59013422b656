import type { Placed } from "./marks.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { widest, wrap } from "./text.ts";

/** A sample with its words. */
export interface KeyItem {
  /** Size of the sample in pixels. */
  readonly wide: number;
  readonly high: number;
  readonly text: string;
}

/** A sample where it stands: its middle. */
export type PlacedKey<T> = T & { readonly x: number; readonly y: number };

export interface Key<T> {
  readonly height: number;
  readonly samples: readonly PlacedKey<T>[];
  readonly words: readonly Placed[];
}

const GAP = 6;
const BETWEEN = 18;
const LINE = 17;

interface Row<T> {
  readonly items: { readonly item: T; readonly from: number; readonly lines: readonly string[] }[];
  readonly high: number;
}

/** Where the words of an item start, from the start of the item. */
const indent = ({ wide }: KeyItem): number => (wide === 0 ? 0 : wide + GAP);

const rowsOf = <T extends KeyItem>(items: readonly T[], room: number): Row<T>[] => {
  const rows: Row<T>[] = [];
  let x = 0;
  for (const item of items) {
    const lines = wrap(item.text, room - indent(item), SIZE.small);
    const wide = indent(item) + widest(lines, SIZE.small);
    const high = Math.max(item.high, lines.length * LINE);
    const last = rows.at(-1);
    if (last === undefined || x + wide > room) {
      rows.push({ items: [{ item, from: 0, lines }], high });
      x = wide + BETWEEN;
    } else {
      rows[rows.length - 1] = {
        items: [...last.items, { item, from: x, lines }],
        high: Math.max(last.high, high),
      };
      x += wide + BETWEEN;
    }
  }
  return rows;
};

/** Sets samples and their words in reading order, in as many rows as the width needs. */
export function mapKey<T extends KeyItem>(
  items: readonly T[],
  options: ChartOptions,
  top: number,
): Key<T> {
  const at = inlineX(options);
  const samples: PlacedKey<T>[] = [];
  const words: Placed[] = [];
  let y = top;
  for (const { items: placed, high } of rowsOf(items, options.width)) {
    const middle = y + high / 2;
    for (const { item, from, lines } of placed) {
      samples.push({ ...item, x: at(from + item.wide / 2), y: middle });
      for (const [i, text] of lines.entries())
        words.push({
          x: at(from + indent(item)),
          y: middle + (i - (lines.length - 1) / 2) * LINE,
          text,
        });
    }
    y += high + 4;
  }
  return { height: y - top, samples, words };
}

/** Lines of small text under one another, from the start edge. */
export function smallLines(
  paragraphs: readonly string[],
  options: ChartOptions,
  top: number,
): { readonly rows: readonly Placed[]; readonly height: number } {
  const lines = paragraphs.flatMap((text) => wrap(text, options.width, SIZE.small));
  const x = inlineX(options)(0);
  return {
    rows: lines.map((text, i) => ({ x, y: top + 8 + i * 16, text })),
    height: lines.length * 16,
  };
}

import { type Placed, texts } from "./marks.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { widest, wrap } from "./text.ts";

/** An area that stands beside the map. */
interface Outside {
  readonly code: string;
  /** Its name, and its number where it has one. */
  readonly words: readonly string[];
  /** Radius of its symbol in pixels. */
  readonly r: number;
}

/** The areas beside a map: where their symbols stand, and everything that is written there. */
export interface Beside {
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  readonly height: number;
  readonly title: readonly Placed[];
  readonly words: readonly Placed[];
}

const LINE = 15;
const BETWEEN = 14;
const NARROWEST = 64;

/** Sets areas in rows under a map, each symbol above its name. Nothing where there are none. */
export function besideMap(
  areas: readonly Outside[],
  title: string,
  options: ChartOptions,
  top: number,
): Beside {
  const places = new Map<string, { x: number; y: number }>();
  if (areas.length === 0) return { places, height: 0, title: [], words: [] };
  const at = inlineX(options);
  const head = wrap(title, options.width, SIZE.small);
  const symbol = 2 * Math.max(...areas.map((area) => area.r)) + 4;
  const room = options.width / Math.max(1, Math.floor(options.width / 110)) - BETWEEN;
  const cells = areas.map((area) => {
    const lines = area.words.flatMap((text) => wrap(text, room, SIZE.small));
    return { ...area, lines, wide: Math.max(NARROWEST, symbol, widest(lines, SIZE.small)) };
  });
  const high = symbol + Math.max(...cells.map((cell) => cell.lines.length)) * LINE + 10;
  const words: Placed[] = [];
  let x = 0;
  let y = top + 6 + head.length * 16;
  for (const { code, lines, wide } of cells) {
    if (x > 0 && x + wide > options.width) {
      x = 0;
      y += high;
    }
    const middle = at(x + wide / 2);
    places.set(code, { x: middle, y: y + symbol / 2 });
    for (const [i, text] of lines.entries())
      words.push({ x: middle, y: y + symbol + (i + 0.5) * LINE, text });
    x += wide + BETWEEN;
  }
  const rows = head.map((text, i) => ({ x: at(0), y: top + 12 + i * 16, text }));
  return { places, height: y + high - top, title: rows, words };
}

/** What `besideMap` has written, as marks. */
export const besideTexts = ({ title, words }: Beside) => [
  texts(title, { size: SIZE.small, fill: "var(--ink-2)" }),
  texts(words, { size: SIZE.small, anchor: "middle" }),
];

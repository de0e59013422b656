import { type Mark, type Placed, rules, texts } from "./marks.ts";
import { type ChartOptions, SIZE } from "./options.ts";
import { widest } from "./text.ts";

/** Something drawn. */
interface Symbol {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Something drawn that asks for its name. */
export interface Labelled extends Symbol {
  /** Set on one line where there is room, else under one another. */
  readonly words: readonly string[];
  readonly quiet?: boolean;
}

interface Area {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** A place where a name may stand: its lines, and a line that leads there where it is far. */
interface Candidate {
  readonly anchor: "right" | "left" | "middle";
  readonly lines: readonly Placed[];
  readonly box: Area;
  readonly lead: Area | undefined;
}

const HIGH = 15;
/** Part of a circle that no name may cover. */
const CORE = 0.8;
/** Pixels between a symbol and its name: beside it, or at the end of a line. */
const AWAY = [0, 14, 30, 50];
/** Right, left, up, down, then aslant: towards the right first. */
const WAYS: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [Math.SQRT1_2, -Math.SQRT1_2],
  [Math.SQRT1_2, Math.SQRT1_2],
  [-Math.SQRT1_2, -Math.SQRT1_2],
  [-Math.SQRT1_2, Math.SQRT1_2],
];

const overlap = (a: Area, b: Area): boolean =>
  a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

const holds = (outer: Area, inner: Area): boolean =>
  inner.x1 >= outer.x1 && inner.x2 <= outer.x2 && inner.y1 >= outer.y1 && inner.y2 <= outer.y2;

const core = ({ x, y, r }: Symbol): Area => ({
  x1: x - r * CORE,
  x2: x + r * CORE,
  y1: y - r * CORE,
  y2: y + r * CORE,
});

const candidatesOf = (symbol: Symbol, lines: readonly string[]): Candidate[] => {
  const wide = widest(lines, SIZE.small);
  const high = lines.length * HIGH;
  return AWAY.flatMap((away) =>
    WAYS.map(([dx, dy]): Candidate => {
      const reach = symbol.r + 4 + away;
      const [x, y] = [symbol.x + dx * reach, symbol.y + dy * reach];
      const middle = dx === 0 ? y + (dy * high) / 2 - dy * 3 : y;
      const x1 = dx === 0 ? x - wide / 2 : dx > 0 ? x : x - wide;
      return {
        anchor: dx === 0 ? "middle" : dx > 0 ? "right" : "left",
        lines: lines.map((text, i) => ({
          x,
          y: middle + (i - (lines.length - 1) / 2) * HIGH,
          text,
        })),
        box: { x1, x2: x1 + wide, y1: middle - high / 2, y2: middle + high / 2 },
        lead:
          away === 0 ? undefined : { x1: symbol.x, y1: symbol.y, x2: x - dx * 2, y2: y - dy * 2 },
      };
    }),
  );
};

/** The places for a name, best first: on one line, then under one another. */
const candidates = (symbol: Labelled): Candidate[] => {
  const one = candidatesOf(symbol, [symbol.words.join(" ")]);
  return symbol.words.length === 1 ? one : [...one, ...candidatesOf(symbol, symbol.words)];
};

/**
 * Names the symbols in the order given, each where it covers neither a symbol nor another name, inside the frame:
 * beside its symbol, else a little away with a line; left out where there is no such place. At most `most` names.
 */
export function mapLabels(
  wanted: readonly Labelled[],
  symbols: readonly Symbol[],
  frame: Area,
  most: number,
  { direction }: Pick<ChartOptions, "direction">,
): Mark[] {
  const taken = symbols.map(core);
  const placed: (Candidate & { readonly quiet: boolean })[] = [];
  for (const symbol of wanted.slice(0, 2 * most)) {
    if (placed.length === most) break;
    const free = candidates(symbol).find(
      ({ box }) => holds(frame, box) && !taken.some((other) => overlap(box, other)),
    );
    if (free === undefined) continue;
    taken.push(free.box);
    placed.push({ ...free, quiet: symbol.quiet ?? false });
  }
  const of = (anchor: Candidate["anchor"]) =>
    placed
      .filter((label) => label.anchor === anchor)
      .flatMap(({ lines, quiet }) => lines.map((line) => ({ ...line, quiet })));
  const [right, left] =
    direction === "rtl" ? (["end", "start"] as const) : (["start", "end"] as const);
  const face = {
    size: SIZE.small,
    halo: true,
    weight: 600,
    fill: ({ quiet }: { readonly quiet: boolean }) => (quiet ? "var(--ink-2)" : "var(--ink)"),
  };
  return [
    rules(
      placed.flatMap(({ lead }) => lead ?? []),
      { stroke: "var(--ink)" },
    ),
    texts(of("right"), { ...face, anchor: right }),
    texts(of("left"), { ...face, anchor: left }),
    texts(of("middle"), { ...face, anchor: "middle" }),
  ];
}

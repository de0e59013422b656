import { type Mark, type Placed, texts } from "./marks.ts";
import { type ChartOptions, SIZE } from "./options.ts";
import { textWidth } from "./text.ts";

/** Something drawn, and its name. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly label: string;
}

interface Area {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** On which side of its symbol a name stands, on the page and not in reading order. */
type Side = "right" | "left" | "middle";

const HIGH = 16;
/** Part of a circle that no name may cover. */
const CORE = 0.75;

const overlap = (a: Area, b: Area): boolean =>
  a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;

const around = ({ x, y, r }: Labelled, part: number): Area => ({
  x1: x - r * part,
  x2: x + r * part,
  y1: y - r * part,
  y2: y + r * part,
});

/** The places where a name may stand, best first: `x` is where its text is anchored. */
const options = ({ x, y, r, label }: Labelled): { side: Side; x: number; y: number; box: Area }[] => {
  const wide = textWidth(label, SIZE.small);
  const box = (x1: number, middle: number): Area => ({
    x1,
    x2: x1 + wide,
    y1: middle - HIGH / 2,
    y2: middle + HIGH / 2,
  });
  const aside = r + 4;
  const above = r + HIGH / 2 + 1;
  return [
    { side: "right", x: x + aside, y, box: box(x + aside, y) },
    { side: "left", x: x - aside, y, box: box(x - aside - wide, y) },
    { side: "middle", x, y: y - above, box: box(x - wide / 2, y - above) },
    { side: "middle", x, y: y + above, box: box(x - wide / 2, y + above) },
  ];
};

/**
 * Names the symbols in the order given, each where it covers neither a symbol nor another name, inside the frame; a
 * name without such a place is left out. At most `most` names.
 */
export function mapLabels(
  wanted: readonly Labelled[],
  symbols: readonly Labelled[],
  frame: Area,
  most: number,
  { direction }: Pick<ChartOptions, "direction">,
): Mark[] {
  const taken = symbols.map((symbol) => around(symbol, CORE));
  const placed: (Placed & { readonly side: Side })[] = [];
  for (const symbol of wanted) {
    if (placed.length === most) break;
    const free = options(symbol).find(
      ({ box }) =>
        box.x1 >= frame.x1 &&
        box.x2 <= frame.x2 &&
        box.y1 >= frame.y1 &&
        box.y2 <= frame.y2 &&
        !taken.some((other) => overlap(box, other)),
    );
    if (free === undefined) continue;
    taken.push(free.box);
    placed.push({ side: free.side, x: free.x, y: free.y, text: symbol.label });
  }
  const of = (side: Side) => placed.filter((label) => label.side === side);
  const [right, left] =
    direction === "rtl" ? (["end", "start"] as const) : (["start", "end"] as const);
  const face = { size: SIZE.small, halo: true, weight: 600 };
  return [
    texts(of("right"), { ...face, anchor: right }),
    texts(of("left"), { ...face, anchor: left }),
    texts(of("middle"), { ...face, anchor: "middle" }),
  ];
}

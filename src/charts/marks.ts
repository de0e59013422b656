import { tenth, written } from "./finish.ts";
import type {
  Box,
  DotStyle,
  Drawn,
  Dressed,
  Mark,
  Of,
  Outline,
  Paint,
  Placed,
  Run,
  Spot,
  Style,
  TextStyle,
  Whole,
} from "./mark.ts";
import { type ChartOptions, SIZE } from "./options.ts";

/**
 * Marks are plain data in pixels: what stands where, in which paint. `paint` draws them once, `repaint` moves
 * what is drawn to another set of marks. Coordinates and numbers are finite.
 */
export type * from "./mark.ts";

const PAINT = ["fill", "fillOpacity", "stroke", "strokeOpacity", "strokeWidth"] as const;
const STROKE = ["strokeDasharray", "strokeLinejoin", "strokeLinecap"] as const;
const NONE: Paint = {};

/**
 * Parts the style into what the whole mark shares and what each row has for itself, and makes the rows. Charts are
 * made anew with every move of a brush, so nothing is copied here that can be shared, and each row is made once.
 */
function dress<T, D extends Dressed>(
  rows: readonly T[],
  make: (row: T, title: string | undefined, own: Paint, index: number) => D,
  style: Style<T>,
): { rows: D[]; whole: Whole } {
  const own: (keyof Paint)[] = [];
  const whole: Record<string, unknown> = {};
  for (const name of PAINT) {
    const value = style[name];
    if (typeof value === "function") own.push(name);
    else if (value !== undefined) whole[name] = value;
  }
  for (const name of STROKE) if (style[name] !== undefined) whole[name] = style[name];
  const paintOf = (row: T, i: number): Paint => {
    if (own.length === 0) return NONE;
    const paint: Record<string, string | number> = {};
    for (const name of own) {
      const value = style[name] as (row: T, index: number) => string | number;
      paint[name] = value(row, i);
    }
    return paint;
  };
  const { title } = style;
  return {
    whole,
    rows: rows.map((row, i) => make(row, title?.(row, i) || undefined, paintOf(row, i), i)),
  };
}

/** The rows that are drawn: mostly all, and then no others are made. */
const only = <T>(rows: readonly T[], isDrawn: (row: T) => boolean): readonly T[] =>
  rows.every(isDrawn) ? rows : rows.filter(isDrawn);

/** Marks without rows, which draw nothing: a chart that moves makes dozens of them a step. */
const NOTHING = {
  text: {
    kind: "text",
    face: { anchor: "start", line: "middle", size: SIZE.label, rotate: 0, figures: false },
    rows: [],
    whole: {},
  },
  box: { kind: "box", inset: 0, rows: [], whole: {} },
  rule: { kind: "rule", rows: [], whole: {} },
  line: { kind: "line", apart: false, rows: [], whole: {} },
  dot: { kind: "dot", diamond: false, rows: [], whole: {} },
  path: { kind: "path", isShort: true, rows: [], whole: {} },
} as const satisfies Record<Mark["kind"], Mark>;

const RIM = { stroke: "var(--paper)", strokeWidth: 4, strokeLinejoin: "round" } as const;
const hasWords = ({ text }: Placed): boolean => text !== "";
const placeText = (
  { x, y, text, key }: Placed,
  title: string | undefined,
  own: Paint,
): Drawn<Placed> => ({ x, y, text: text.replace(/[\r\n]+/g, " "), key, title, own });

/** Texts at fixed places, one line each. `start` and `end` follow the reading direction; an empty text is left out. */
export function texts<T extends Placed>(rows: readonly T[], style: TextStyle<T> = {}): Mark {
  const shown = only(rows, hasWords);
  if (shown.length === 0) return NOTHING.text;
  const { anchor = "start", line = "middle", size = SIZE.label, rotate = 0 } = style;
  const { fill = "var(--ink)", figures = false, halo, weight, title } = style;
  const shape = { anchor, line, size, rotate, figures };
  const face = weight === undefined ? shape : { ...shape, weight };
  const ink = halo === true ? { fill, ...RIM } : { fill };
  const paint = title === undefined ? ink : { ...ink, title };
  return { kind: "text", face, ...dress<T, Drawn<Placed>>(shown, placeText, paint) };
}

const placeBox = (
  { x1, x2, y1, y2, key }: Box,
  title: string | undefined,
  own: Paint,
): Drawn<Box> => ({
  x1: Math.min(x1, x2),
  x2: Math.max(x1, x2),
  y1: Math.min(y1, y2),
  y2: Math.max(y1, y2),
  key,
  title,
  own,
});

/** Boxes at fixed places, drawn smaller by `inset` pixels on each side. */
export function boxes<T extends Box>(
  rows: readonly T[],
  { inset = 0, ...style }: Style<T> & { readonly inset?: number } = {},
): Mark {
  if (rows.length === 0) return NOTHING.box;
  const bare = style.stroke !== undefined && style.fill === undefined ? { fill: "none" } : {};
  return { kind: "box", inset, ...dress<T, Drawn<Box>>(rows, placeBox, { ...bare, ...style }) };
}

interface Shaped extends Outline {
  d: string;
  readonly fill: string;
  readonly fillOpacity: number;
}

/** The outline of a box, smaller by `inset` on each side. */
function cornered({ x1, x2, y1, y2 }: Box, inset: number): string {
  const left = written(Math.min(x1, x2) + inset);
  const right = written(Math.max(x1, x2) - inset);
  const [top, bottom] = [Math.min(y1, y2) + inset, Math.max(y1, y2) - inset];
  return `M${left},${written(top)}H${right}V${written(bottom)}H${left}Z`;
}

/**
 * Boxes without words or keys of their own, drawn smaller by `inset` pixels on each side. Those of one paint are one element, which is cheaper to move, unless
 * the chart is drawn to be edited.
 */
export function bars<T extends Box>(
  rows: readonly T[],
  style: Pick<Style<T>, "fill" | "fillOpacity"> & { readonly inset?: number },
  { editable = false }: Pick<ChartOptions, "editable">,
): Mark {
  if (editable) return boxes(rows, style);
  const { fill: paint = "currentColor", fillOpacity: opacity = 1, inset = 0 } = style;
  const outlines: Shaped[] = [];
  let last: Shaped | undefined;
  rows.forEach((row, i) => {
    const fill = typeof paint === "function" ? paint(row, i) : paint;
    const fillOpacity = typeof opacity === "function" ? opacity(row, i) : opacity;
    if (last?.fill !== fill || last.fillOpacity !== fillOpacity)
      last = outlines.find((d) => d.fill === fill && d.fillOpacity === fillOpacity);
    if (last === undefined) {
      last = { d: "", fill, fillOpacity };
      outlines.push(last);
    }
    last.d += cornered(row, inset);
  });
  return shortPaths(outlines, { fill: (d) => d.fill, fillOpacity: (d) => d.fillOpacity });
}

const placeRule = (
  { x1, x2, y1, y2, key }: Box,
  title: string | undefined,
  own: Paint,
): Drawn<Box> => ({ x1, x2, y1, y2, key, title, own });
const RULE = { fill: "none", stroke: "var(--rule)" } as const;

/** Straight rules at fixed places. */
export const rules = <T extends Box>(rows: readonly T[], style: Style<T> = {}): Mark =>
  rows.length === 0
    ? NOTHING.rule
    : { kind: "rule", ...dress<T, Drawn<Box>>(rows, placeRule, { ...RULE, ...style }) };

const hasPoints = ({ points }: Run): boolean => points.length > 0;
const placeRun = ({ points, key }: Run, title: string | undefined, own: Paint): Drawn<Run> => ({
  points,
  key,
  title,
  own,
});
const ROUND = {
  fill: "none",
  stroke: "var(--ink)",
  strokeWidth: 1.5,
  strokeLinejoin: "round",
  strokeLinecap: "round",
} as const;

function runs<T extends Run>(rows: readonly T[], apart: boolean, style: Style<T>): Mark {
  const shown = only(rows, hasPoints);
  if (shown.length === 0) return NOTHING.line;
  return { kind: "line", apart, ...dress<T, Drawn<Run>>(shown, placeRun, { ...ROUND, ...style }) };
}

/** A line through the points of each row; a row without points is left out. */
export const lines = <T extends Run>(rows: readonly T[], style: Style<T> = {}): Mark =>
  runs(rows, false, style);

/** Discs of one size, those of a row as one element: far cheaper to move than dots, and without words of their own. */
export const discs = <T extends Run>(
  rows: readonly T[],
  { r, fill }: { readonly r: number; readonly fill: Of<T, string> },
): Mark => runs(rows, true, { stroke: fill, strokeWidth: 2 * r });

/** Upright rules as one element, for those that never move by themselves. */
export function uprights(
  rows: readonly { readonly x: number; readonly y1: number; readonly y2: number }[],
  stroke: string,
): Mark {
  let d = "";
  for (const { x, y1, y2 } of rows) d += `M${written(x)},${written(y1)}V${written(y2)}`;
  return shortPaths([{ d }], { stroke });
}

/** Upright bars of one width, in pixels, as one element: without words of their own. */
export const columns = (
  bars: readonly { readonly x: number; readonly y1: number; readonly y2: number }[],
  { width, fill }: { readonly width: number; readonly fill: string },
): Mark =>
  lines([{ points: bars.flatMap(({ x, y1, y2 }) => [{ x, y: y1 }, { x, y: y2 }, null]) }], {
    stroke: fill,
    strokeWidth: tenth(width),
    strokeLinecap: "butt",
  });

/** Dots at fixed places in the order given, so sort large ones to the front; a radius of zero draws nothing. */
export function dots<T extends Spot>(
  rows: readonly T[],
  { r = 3, diamond = false, ...style }: Style<T> & DotStyle<T> = {},
): Mark {
  const radius = (row: T, i: number): number => row.r ?? (typeof r === "function" ? r(row, i) : r);
  const radii = rows.map(radius);
  const isDrawn = (_: unknown, i: number): boolean => (radii[i] ?? 0) > 0;
  const drawn = radii.filter(isDrawn);
  if (drawn.length === 0) return NOTHING.dot;
  const filled = style.fill !== undefined && style.fill !== "none";
  const { fill = "none", stroke = filled ? "none" : "var(--ink)" } = style;
  const thick = stroke === "none" ? {} : { strokeWidth: 1.5 };
  const place = ({ x, y, key }: T, title: string | undefined, own: Paint, i: number) => ({
    x,
    y,
    r: drawn[i] ?? 0,
    key,
    title,
    own,
  });
  const paint = { ...thick, ...style, fill, stroke };
  return { kind: "dot", diamond, ...dress(rows.filter(isDrawn), place, paint) };
}

const hasOutline = ({ d }: Outline): boolean => d !== "";
const placeOutline = (
  { d, key }: Outline,
  title: string | undefined,
  own: Paint,
): Drawn<Outline> => ({ d, key, title, own });

const outlined =
  (isShort: boolean) =>
  <T extends Outline>(rows: readonly T[], style: Style<T> = {}): Mark => {
    const shown = only(rows, hasOutline);
    if (shown.length === 0) return NOTHING.path;
    const paint = { fill: "none", ...style };
    return { kind: "path", isShort, ...dress<T, Drawn<Outline>>(shown, placeOutline, paint) };
  };

/** Outlines: land, arcs, flows. Neither filled nor stroked unless the style says so. */
export const paths = outlined(false);

/** Outlines whose numbers have at most one decimal already: long ones are not read for longer numbers again. */
export const shortPaths = outlined(true);

import { tenth } from "./finish.ts";
import type {
  Box,
  DotStyle,
  Dressed,
  Keyed,
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
 * made anew with every move of a brush, so nothing is copied here that can be shared.
 */
function dress<T extends Keyed, D extends object>(
  rows: readonly T[],
  place: (row: T, index: number) => D,
  style: Style<T>,
): { rows: (D & Dressed)[]; whole: Whole } {
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
  const dressed = (row: T, i: number): D & Dressed => ({
    ...place(row, i),
    key: row.key,
    title: style.title?.(row, i) || undefined,
    own: paintOf(row, i),
  });
  return { whole, rows: rows.map(dressed) };
}

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
  line: { kind: "line", rows: [], whole: {} },
  dot: { kind: "dot", diamond: false, rows: [], whole: {} },
  path: { kind: "path", isShort: true, rows: [], whole: {} },
} as const satisfies Record<Mark["kind"], Mark>;

/** Texts at fixed places, one line each. `start` and `end` follow the reading direction; an empty text is left out. */
export function texts<T extends Placed>(rows: readonly T[], style: TextStyle<T> = {}): Mark {
  const shown = rows.filter((row) => row.text !== "");
  if (shown.length === 0) return NOTHING.text;
  const { anchor = "start", line = "middle", size = SIZE.label, rotate = 0 } = style;
  const { fill = "var(--ink)", figures = false, halo, weight, title } = style;
  const rim = { stroke: "var(--paper)", strokeWidth: 4, strokeLinejoin: "round" };
  const place = ({ x, y, text }: T) => ({ x, y, text: text.replace(/[\r\n]+/g, " ") });
  const face = { anchor, line, size, rotate, figures, ...(weight === undefined ? {} : { weight }) };
  const paint = { fill, ...(halo === true ? rim : {}), ...(title === undefined ? {} : { title }) };
  return { kind: "text", face, ...dress(shown, place, paint) };
}

/** Boxes at fixed places, drawn smaller by `inset` pixels on each side. */
export function boxes<T extends Box>(
  rows: readonly T[],
  { inset = 0, ...style }: Style<T> & { readonly inset?: number } = {},
): Mark {
  if (rows.length === 0) return NOTHING.box;
  const place = ({ x1, x2, y1, y2 }: T) => ({
    x1: Math.min(x1, x2),
    x2: Math.max(x1, x2),
    y1: Math.min(y1, y2),
    y2: Math.max(y1, y2),
  });
  const bare = style.stroke !== undefined && style.fill === undefined ? { fill: "none" } : {};
  return { kind: "box", inset, ...dress(rows, place, { ...bare, ...style }) };
}

interface Shaped extends Outline {
  d: string;
  readonly fill: string;
  readonly fillOpacity: number;
}

const cornered = ({ x1, x2, y1, y2 }: Box): string =>
  `M${tenth(x1)},${tenth(y1)}H${tenth(x2)}V${tenth(y2)}H${tenth(x1)}Z`;

/**
 * Boxes without words or keys of their own. Those of one paint are one element, which is cheaper to move, unless
 * the chart is drawn to be edited.
 */
export function bars<T extends Box>(
  rows: readonly T[],
  style: Pick<Style<T>, "fill" | "fillOpacity">,
  { editable = false }: Pick<ChartOptions, "editable">,
): Mark {
  if (editable) return boxes(rows, style);
  const { fill, fillOpacity } = style;
  const outlines = new Map<string, Shaped>();
  for (const [i, row] of rows.entries()) {
    const paint = typeof fill === "function" ? fill(row, i) : (fill ?? "currentColor");
    const opacity = typeof fillOpacity === "function" ? fillOpacity(row, i) : (fillOpacity ?? 1);
    const name = `${paint} ${opacity}`;
    const outline = outlines.get(name);
    if (outline !== undefined) outline.d += cornered(row);
    else outlines.set(name, { d: cornered(row), fill: paint, fillOpacity: opacity });
  }
  return shortPaths([...outlines.values()], {
    fill: (d) => d.fill,
    fillOpacity: (d) => d.fillOpacity,
  });
}

/** Straight rules at fixed places. */
export function rules<T extends Box>(rows: readonly T[], style: Style<T> = {}): Mark {
  if (rows.length === 0) return NOTHING.rule;
  const paint = { fill: "none", stroke: "var(--rule)", ...style };
  return { kind: "rule", ...dress(rows, ({ x1, x2, y1, y2 }) => ({ x1, x2, y1, y2 }), paint) };
}

const ROUND = { strokeLinejoin: "round", strokeLinecap: "round" } as const;

/** A line through the points of each row; a row without points is left out. */
export function lines<T extends Run>(rows: readonly T[], style: Style<T> = {}): Mark {
  const shown = rows.filter((row) => row.points.length > 0);
  if (shown.length === 0) return NOTHING.line;
  const paint = { fill: "none", stroke: "var(--ink)", strokeWidth: 1.5, ...ROUND, ...style };
  return { kind: "line", ...dress(shown, ({ points }) => ({ points }), paint) };
}

/** Discs of one size, those of a row as one element: far cheaper to move than dots, and without words of their own. */
export const discs = <T extends Run>(
  rows: readonly T[],
  { r, fill }: { readonly r: number; readonly fill: Of<T, string> },
): Mark =>
  lines(
    rows.map((row) => ({ row, points: row.points.flatMap((point) => [point, null]) })),
    {
      stroke: typeof fill === "function" ? ({ row }, i) => fill(row, i) : fill,
      strokeWidth: 2 * r,
    },
  );

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
  const place = ({ x, y }: T, i: number) => ({ x, y, r: drawn[i] ?? 0 });
  const paint = { ...thick, ...style, fill, stroke };
  return { kind: "dot", diamond, ...dress(rows.filter(isDrawn), place, paint) };
}

const outlined =
  (isShort: boolean) =>
  <T extends Outline>(rows: readonly T[], style: Style<T> = {}): Mark => {
    const shown = rows.filter((row) => row.d !== "");
    if (shown.length === 0) return NOTHING.path;
    const paint = { fill: "none", ...style };
    return { kind: "path", isShort, ...dress(shown, ({ d }) => ({ d }), paint) };
  };

/** Outlines: land, arcs, flows. Neither filled nor stroked unless the style says so. */
export const paths = outlined(false);

/** Outlines whose numbers have at most one decimal already: long ones are not read for longer numbers again. */
export const shortPaths = outlined(true);

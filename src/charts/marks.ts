import { SIZE } from "./options.ts";

/**
 * Marks are plain data in pixels: what stands where, in which paint. `paint` draws them once, `repaint` moves
 * what is drawn to another set of marks. Coordinates and numbers are finite.
 */

/** A value for the whole mark, or one for each row. */
export type Of<T, V> = V | ((row: T, index: number) => V);

/** What a row may carry besides its place. */
export interface Keyed {
  /** Identity across updates; written to the element as `data-key`. */
  readonly key?: string;
}

/** A line of text at a place, in pixels. */
export interface Placed extends Keyed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A box in pixels; its two x coordinates may come in either order. */
export interface Box extends Keyed {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** A line through points, in pixels. */
export interface Run extends Keyed {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** A round mark, in pixels; without a radius it takes that of the style. */
export interface Spot extends Keyed {
  readonly x: number;
  readonly y: number;
  readonly r?: number;
}

/** An outline in the language of SVG's `d`. */
export interface Outline extends Keyed {
  readonly d: string;
}

/** Paint that may differ from row to row. */
export interface Paint {
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeOpacity?: number;
  readonly strokeWidth?: number;
}

/** Paint that a whole mark shares. */
export interface Whole extends Paint {
  readonly strokeDasharray?: string;
  readonly strokeLinejoin?: string;
  readonly strokeLinecap?: string;
}

export type Style<T> = { readonly [K in keyof Paint]?: Of<T, NonNullable<Paint[K]>> } & Omit<
  Whole,
  keyof Paint
> & {
    /** Words of the element's `<title>`; none where they are empty. */
    readonly title?: (row: T, index: number) => string;
  };

export interface TextStyle<T = Placed> extends Pick<Style<T>, "title"> {
  readonly anchor?: "start" | "middle" | "end";
  readonly line?: "top" | "middle" | "bottom";
  readonly size?: number;
  readonly fill?: Of<T, string>;
  readonly weight?: number;
  /** A rim in the colour of the paper, for a text that crosses lines. */
  readonly halo?: boolean;
  /** Degrees, clockwise. */
  readonly rotate?: number;
  /** Tabular figures. */
  readonly figures?: boolean;
}

export type Face = Required<Pick<TextStyle, "anchor" | "line" | "size" | "rotate" | "figures">> &
  Pick<TextStyle, "weight">;

/** A row as it is drawn: its place, its own paint, its words. */
export type Drawn<T> = Omit<T, "key"> & {
  readonly key: string | undefined;
  readonly title: string | undefined;
  readonly own: Paint;
};

interface MarkOf<Kind extends string, T> {
  readonly kind: Kind;
  readonly rows: readonly Drawn<T>[];
  readonly whole: Whole;
}

export type TextMark = MarkOf<"text", Placed> & { readonly face: Face };
export type BoxMark = MarkOf<"box", Box> & { readonly inset: number };
export type RuleMark = MarkOf<"rule", Box>;
export type LineMark = MarkOf<"line", Run>;
export type DotMark = MarkOf<"dot", Required<Omit<Spot, "key">>> & { readonly diamond: boolean };
export type PathMark = MarkOf<"path", Outline>;
export type Mark = TextMark | BoxMark | RuleMark | LineMark | DotMark | PathMark;

const PAINT = ["fill", "fillOpacity", "stroke", "strokeOpacity", "strokeWidth"] as const;

/** Parts the style into what the whole mark shares and what each row has for itself. */
function dress<T extends Keyed, D>(
  rows: readonly T[],
  place: (row: T, index: number) => D,
  { title, ...style }: Style<T>,
): { rows: (D & Omit<Drawn<unknown>, never>)[]; whole: Whole } {
  const own = PAINT.filter((name) => typeof style[name] === "function");
  const whole = Object.fromEntries(
    Object.entries(style).filter(([, v]) => typeof v !== "function" && v !== undefined),
  ) as Whole;
  const nothing: Paint = {};
  const paintOf = (row: T, i: number): Paint => {
    if (own.length === 0) return nothing;
    const paint: Record<string, string | number> = {};
    for (const name of own) {
      const value = style[name] as (row: T, index: number) => string | number;
      paint[name] = value(row, i);
    }
    return paint;
  };
  return {
    whole,
    rows: rows.map((row, i) => ({
      ...place(row, i),
      key: row.key,
      title: title?.(row, i) || undefined,
      own: paintOf(row, i),
    })),
  };
}

/** Texts at fixed places, one line each. `start` and `end` follow the reading direction; an empty text is left out. */
export function texts<T extends Placed>(rows: readonly T[], style: TextStyle<T> = {}): Mark {
  const { anchor = "start", line = "middle", size = SIZE.label, rotate = 0 } = style;
  const { fill = "var(--ink)", figures = false, halo, weight, title } = style;
  const rim = { stroke: "var(--paper)", strokeWidth: 4, strokeLinejoin: "round" };
  const place = ({ x, y, text }: T) => ({ x, y, text: text.replace(/[\r\n]+/g, " ") });
  const shown = rows.filter((row) => row.text !== "");
  const face = { anchor, line, size, rotate, figures, ...(weight === undefined ? {} : { weight }) };
  const paint = { fill, ...(halo === true ? rim : {}), ...(title === undefined ? {} : { title }) };
  return { kind: "text", face, ...dress(shown, place, paint) };
}

/** Boxes at fixed places, drawn smaller by `inset` pixels on each side. */
export function boxes<T extends Box>(
  rows: readonly T[],
  { inset = 0, ...style }: Style<T> & { readonly inset?: number } = {},
): Mark {
  const place = ({ x1, x2, y1, y2 }: T) => ({
    x1: Math.min(x1, x2),
    x2: Math.max(x1, x2),
    y1: Math.min(y1, y2),
    y2: Math.max(y1, y2),
  });
  const bare = style.stroke !== undefined && style.fill === undefined ? { fill: "none" } : {};
  return { kind: "box", inset, ...dress(rows, place, { ...bare, ...style }) };
}

/** Straight rules at fixed places. */
export const rules = <T extends Box>(rows: readonly T[], style: Style<T> = {}): Mark => ({
  kind: "rule",
  ...dress(rows, ({ x1, x2, y1, y2 }) => ({ x1, x2, y1, y2 }), {
    fill: "none",
    stroke: "var(--rule)",
    ...style,
  }),
});

const ROUND = { strokeLinejoin: "round", strokeLinecap: "round" } as const;

/** A line through the points of each row; a row without points is left out. */
export const lines = <T extends Run>(rows: readonly T[], style: Style<T> = {}): Mark => ({
  kind: "line",
  ...dress(
    rows.filter((row) => row.points.length > 0),
    ({ points }) => ({ points }),
    { fill: "none", stroke: "var(--ink)", strokeWidth: 1.5, ...ROUND, ...style },
  ),
});

/** Dots at fixed places in the order given, so sort large ones to the front; a radius of zero draws nothing. */
export function dots<T extends Spot>(
  rows: readonly T[],
  { r = 3, diamond = false, ...style }: Style<T> & DotStyle<T> = {},
): Mark {
  const radius = (row: T, i: number): number => row.r ?? (typeof r === "function" ? r(row, i) : r);
  const placed = rows.map((row, i) => ({ row, r: radius(row, i) })).filter((d) => d.r > 0);
  const filled = style.fill !== undefined && style.fill !== "none";
  const { fill = "none", stroke = filled ? "none" : "var(--ink)" } = style;
  const thick = stroke === "none" ? {} : { strokeWidth: 1.5 };
  const radii = placed.map((d) => d.r);
  const place = ({ x, y }: T, i: number) => ({ x, y, r: radii[i] ?? 0 });
  const shown = placed.map((d) => d.row);
  return { kind: "dot", diamond, ...dress(shown, place, { ...thick, ...style, fill, stroke }) };
}

export interface DotStyle<T> {
  readonly r?: Of<T, number>;
  /** A diamond of the area of the circle. */
  readonly diamond?: boolean;
}

/** Outlines: land, arcs, flows. Neither filled nor stroked unless the style says so. */
export const paths = <T extends Outline>(rows: readonly T[], style: Style<T> = {}): Mark => ({
  kind: "path",
  ...dress(
    rows.filter((row) => row.d !== ""),
    ({ d }) => ({ d }),
    { fill: "none", ...style },
  ),
});

/** What marks are made of: see `marks.ts`. */

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

/** A line through points, in pixels; null: the line is interrupted. */
export interface Run extends Keyed {
  readonly points: readonly ({ readonly x: number; readonly y: number } | null)[];
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

/** What a row has besides its place. */
export interface Dressed {
  readonly key: string | undefined;
  readonly title: string | undefined;
  readonly own: Paint;
}

/** A row as it is drawn: its place, its own paint, its words. */
export type Drawn<T> = Omit<T, keyof Dressed> & Dressed;

interface MarkOf<Kind extends string, T> {
  readonly kind: Kind;
  readonly rows: readonly Drawn<T>[];
  readonly whole: Whole;
}

export type TextMark = MarkOf<"text", Placed> & { readonly face: Face };
export type BoxMark = MarkOf<"box", Box> & { readonly inset: number };
export type RuleMark = MarkOf<"rule", Box>;
/** `apart`: no line joins the points, each is a dot. */
export type LineMark = MarkOf<"line", Run> & { readonly apart: boolean };
export type DotMark = MarkOf<"dot", Required<Omit<Spot, "key">>> & { readonly diamond: boolean };
/** `isShort`: its numbers have at most one decimal already. */
export type PathMark = MarkOf<"path", Outline> & { readonly isShort: boolean };
export type Mark = TextMark | BoxMark | RuleMark | LineMark | DotMark | PathMark;

export interface DotStyle<T> {
  readonly r?: Of<T, number>;
  /** A diamond of the area of the circle. */
  readonly diamond?: boolean;
}

import * as Plot from "@observablehq/plot";
import { type ChartOptions, SIZE } from "./options.ts";

/** A channel that is already in pixels and must pass by Plot's scales. */
export const px = <T>(value: (datum: T, index: number) => number) =>
  ({ value, scale: null }) as const;

/** A line of text at a place, in pixels. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface TextStyle {
  readonly anchor?: "start" | "middle" | "end";
  readonly line?: "top" | "middle" | "bottom";
  readonly size?: number;
  readonly fill?: string;
  readonly weight?: number;
  /** A rim in the colour of the paper, for a text that crosses lines. */
  readonly halo?: boolean;
  readonly rotate?: number;
  /** Tabular figures. */
  readonly figures?: boolean;
}

/** Texts at fixed places. `start` and `end` follow the reading direction. */
export const texts = (rows: readonly Placed[], style: TextStyle = {}): Plot.Markish =>
  Plot.text(rows, {
    x: px<Placed>((d) => d.x),
    y: px<Placed>((d) => d.y),
    text: (d: Placed) => d.text,
    textAnchor: style.anchor ?? "start",
    lineAnchor: style.line ?? "middle",
    fontSize: style.size ?? SIZE.label,
    fill: style.fill ?? "var(--ink)",
    rotate: style.rotate ?? 0,
    ...(style.weight === undefined ? {} : { fontWeight: style.weight }),
    ...(style.figures === true ? { fontVariant: "tabular-nums" } : {}),
    ...(style.halo === true ? { stroke: "var(--paper)", strokeWidth: 4 } : {}),
  });

/** A box in pixels; its two x coordinates may come in either order. */
export interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** Boxes at fixed places. */
export const boxes = <T extends Box>(
  rows: readonly T[],
  style: Plot.RectOptions = {},
): Plot.Markish =>
  Plot.rect(rows, {
    x1: (d: T) => Math.min(d.x1, d.x2),
    x2: (d: T) => Math.max(d.x1, d.x2),
    y1: (d: T) => Math.min(d.y1, d.y2),
    y2: (d: T) => Math.max(d.y1, d.y2),
    ...style,
  });

/** Straight rules at fixed places. */
export const rules = <T extends Box>(
  rows: readonly T[],
  style: Plot.LinkOptions = {},
): Plot.Markish =>
  Plot.link(rows, {
    x1: px<T>((d) => d.x1),
    x2: px<T>((d) => d.x2),
    y1: px<T>((d) => d.y1),
    y2: px<T>((d) => d.y2),
    stroke: "var(--rule)",
    ...style,
  });

/** Plots marks without Plot's own axes, margins and random class name. */
export function draw(
  options: ChartOptions,
  height: number,
  marks: readonly Plot.Markish[],
): SVGSVGElement {
  const plot = Plot.plot({
    document: options.document,
    className: options.id,
    width: options.width,
    height,
    margin: 0,
    // Plot stretches a box over the whole frame where an axis has no scale.
    x: { axis: null, type: "linear", domain: [0, options.width], range: [0, options.width] },
    y: { axis: null, type: "linear", domain: [0, height], range: [0, height] },
    marks: [...marks],
  });
  return plot as SVGSVGElement;
}

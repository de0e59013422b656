import type { Mark } from "./marks.ts";
import type { ChartOptions } from "./options.ts";
import type { Group } from "./scene.ts";

/** A chart before it is drawn. */
export interface Drawing {
  /** Pixels. */
  readonly height: number;
  /** From back to front. */
  readonly marks: readonly Mark[];
  /** Makes the patterns that the marks refer to. */
  readonly defs?: (where: Pick<ChartOptions, "document" | "id">) => SVGDefsElement;
}

/** A mark as it stands in the SVG. */
export interface Drawn {
  readonly group: Group;
  /** null: the mark has no rows. */
  readonly element: Element | null;
  /** One for each shape of the group. */
  readonly shapes: readonly Element[];
}

/** What `repaint` must know of an SVG. */
export interface Painted {
  readonly options: ChartOptions;
  readonly drawing: Drawing;
  readonly defs: Element | undefined;
  readonly marks: readonly Drawn[];
}

const painted = new WeakMap<Element, Painted>();

/** What was last drawn into an SVG; undefined where neither `paint` nor `assemble` made it. */
export const lastPainted = (svg: Element): Painted | undefined => painted.get(svg);

/** Notes what was last drawn into an SVG. */
export const remember = (svg: Element, what: Painted): void => {
  painted.set(svg, what);
};

import { finish } from "./finish.ts";
import type { Mark } from "./marks.ts";
import type { ChartOptions } from "./options.ts";
import { draw } from "./plotted.ts";
import { type Group, groupOf } from "./scene.ts";

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

/** What was last drawn into an SVG; undefined where `paint` did not make it. */
export const lastPainted = (svg: Element): Painted | undefined => painted.get(svg);

/** Notes what was last drawn into an SVG. */
export const remember = (svg: Element, what: Painted): void => {
  painted.set(svg, what);
};

/** Pairs the marks with the groups that Plot drew for them, and writes the keys that Plot does not know. */
function pair(svg: Element, marks: readonly Mark[]): Drawn[] {
  const elements = Array.from(svg.children).filter((child) => child.localName === "g");
  let next = 0;
  const pairs = marks.map((mark): Drawn => {
    const group = groupOf(mark);
    if (group.shapes.length === 0) return { group, element: null, shapes: [] };
    const element = elements[next++];
    const shapes = Array.from(element?.children ?? []);
    if (element === undefined || shapes.length !== group.shapes.length)
      throw new Error(
        `A ${mark.kind} mark has ${group.shapes.length} rows and ${shapes.length} elements: give it finite coordinates.`,
      );
    for (const [i, { key }] of group.shapes.entries())
      if (key !== undefined) shapes[i]?.setAttribute("data-key", key);
    return { group, element, shapes };
  });
  return pairs;
}

/** Draws a chart. `repaint` can move the result to another drawing. */
export function paint(drawing: Drawing, options: ChartOptions): SVGSVGElement {
  const defs = drawing.defs?.(options);
  const svg = finish(draw(options, drawing.height, drawing.marks), options, defs);
  remember(svg, { options, drawing, defs, marks: pair(svg, drawing.marks) });
  return svg;
}

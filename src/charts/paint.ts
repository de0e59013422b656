import { type Drawing, type Drawn, remember } from "./drawing.ts";
import { finish } from "./finish.ts";
import type { Mark } from "./marks.ts";
import type { ChartOptions } from "./options.ts";
import { draw } from "./plotted.ts";
import { groupOf } from "./scene.ts";

/** Pairs the marks with the groups that Plot drew for them, and writes the keys that Plot does not know. */
function pair(svg: Element, marks: readonly Mark[]): Drawn[] {
  const elements = Array.from(svg.children).filter((child) => child.localName === "g");
  let next = 0;
  const pairs = marks.map((mark): Drawn => {
    if (mark.rows.length === 0) return { group: groupOf(mark), element: null, shapes: [] };
    const element = elements[next++];
    const shapes = Array.from(element?.children ?? []);
    if (element === undefined || shapes.length !== mark.rows.length)
      throw new Error(
        `A ${mark.kind} mark has ${mark.rows.length} rows and ${shapes.length} elements: give it finite coordinates.`,
      );
    const group = groupOf(mark);
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

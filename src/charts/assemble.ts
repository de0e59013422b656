import { type Drawing, type Drawn, remember } from "./drawing.ts";
import { groupElement, svgElement } from "./elements.ts";
import type { ChartOptions } from "./options.ts";
import { groupOf } from "./scene.ts";

/**
 * The SVG that `paint` draws, put together from its elements: for a page that works while its charts appear. A chart
 * takes a few milliseconds so, and no code of Plot is loaded; `repaint` can move it.
 */
export function assemble(drawing: Drawing, options: ChartOptions): SVGSVGElement {
  const { document } = options;
  const svg = svgElement(options, drawing.height);
  const defs = drawing.defs?.(options);
  if (defs !== undefined) svg.append(defs);
  const marks = drawing.marks.map((mark): Drawn => {
    const group = groupOf(mark);
    if (group.shapes.length === 0) return { group, element: null, shapes: [] };
    const element = groupElement(document, group);
    svg.append(element);
    return { group, element, shapes: Array.from(element.children) };
  });
  remember(svg, { options, drawing, defs, marks });
  return svg;
}

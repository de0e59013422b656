import { type Drawing, type Drawn, remember } from "./drawing.ts";
import { drawnMark, svgElement } from "./elements.ts";
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
    const drawn = drawnMark(document, groupOf(mark));
    if (drawn.element !== null) svg.append(drawn.element);
    return drawn;
  });
  remember(svg, { options, drawing, defs, marks });
  return svg;
}

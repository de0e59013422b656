import { parseHTML } from "linkedom";
import { bothWidths } from "../charts/both-widths.ts";
import type { Drawing } from "../charts/drawing.ts";
import type { ChartOptions } from "../charts/options.ts";
import { paint } from "../charts/paint.ts";

/** A document for charts drawn without a browser. */
export const buildDocument = (): Document => parseHTML("<html><body></body></html>").document;

/** Draws a chart for both widths; CSS shows the one that fits. Returns HTML. */
export const bake = (
  draw: (options: ChartOptions) => Element,
  options: Omit<ChartOptions, "document" | "width">,
): string => bothWidths(draw, options, buildDocument);

/** Paints a drawing as `bake` draws a chart. */
export const bakeDrawing = (
  drawing: (options: ChartOptions) => Drawing,
  options: Omit<ChartOptions, "document" | "width">,
): string => bake((all) => paint(drawing(all), all), options);

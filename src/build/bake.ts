import { parseHTML } from "linkedom";
import { bothWidths } from "../charts/both-widths.ts";
import type { ChartOptions } from "../charts/options.ts";

/** A document for charts drawn without a browser. */
export const buildDocument = (): Document => parseHTML("<html><body></body></html>").document;

/** Draws a chart for both widths; CSS shows the one that fits. Returns HTML. */
export const bake = (
  draw: (options: ChartOptions) => Element,
  options: Omit<ChartOptions, "document" | "width">,
): string => bothWidths(draw, options, buildDocument);

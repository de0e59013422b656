import { parseHTML } from "linkedom";
import type { ChartOptions } from "../charts/options.ts";

/** The two widths at which every chart is drawn at build: a phone and a column. */
export const BAKED_WIDTHS = { narrow: 328, wide: 680 } as const;

/** A document for charts drawn without a browser. */
export const buildDocument = (): Document => parseHTML("<html><body></body></html>").document;

/** Draws a chart for both widths; CSS shows the one that fits. Returns HTML. */
export const bake = (
  draw: (options: ChartOptions) => Element,
  options: Omit<ChartOptions, "document" | "width">,
): string => {
  const at = (size: keyof typeof BAKED_WIDTHS): string => {
    const chart = draw({
      ...options,
      id: `${options.id}-${size}`,
      document: buildDocument(),
      width: BAKED_WIDTHS[size],
    });
    return `<div class="drawn-${size}">${chart.outerHTML}</div>`;
  };
  return at("narrow") + at("wide");
};

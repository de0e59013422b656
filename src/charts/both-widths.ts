import type { ChartOptions } from "./options.ts";

/** The two widths for which a chart of a page is drawn before anyone knows the page's own: a phone and a column. */
export const BAKED_WIDTHS = { narrow: 328, wide: 680 } as const;

/** Draws a chart for both widths, each in a document of its own; CSS shows the one that fits. Returns HTML. */
export const bothWidths = (
  draw: (options: ChartOptions) => Element,
  options: Omit<ChartOptions, "document" | "width">,
  documentOf: () => Document,
): string => {
  const at = (size: keyof typeof BAKED_WIDTHS): string => {
    const chart = draw({
      ...options,
      id: `${options.id}-${size}`,
      document: documentOf(),
      width: BAKED_WIDTHS[size],
    });
    return `<div class="drawn-${size}">${chart.outerHTML}</div>`;
  };
  return at("narrow") + at("wide");
};

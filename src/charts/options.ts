/** What every chart is told besides its rows. Words and formatters arrive already localized. */
export interface ChartOptions {
  /** linkedom's at build, the browser's own otherwise. */
  readonly document: Document;
  /** Unique in the page: names the element, its class and its patterns. */
  readonly id: string;
  /** Pixels, 320 to 1200. A chart is drawn again for another width, never shrunk. */
  readonly width: number;
  readonly direction: "ltr" | "rtl";
  readonly ariaLabel: string;
  /** Whole: 250,000. */
  readonly formatNumber: (n: number) => string;
  /** Short, for axes: 250k. */
  readonly formatCompact: (n: number) => string;
  readonly formatPercent: (share01: number) => string;
  /** A calendar year or an age; plain digits when left out. */
  readonly formatYear?: (year: number) => string;
  /** Every bar is an element of its own, for those who edit the picture; else those of one paint are one element. */
  readonly editable?: boolean;
}

/** Type sizes inside charts, in pixels. Nothing is set smaller than `small`. */
export const SIZE = { small: 12, label: 13, strong: 14 } as const;

/** Prints a year or an age with the reader's digits. */
export const year = (options: ChartOptions, value: number): string =>
  options.formatYear?.(value) ?? String(value);

/** Turns a distance from the start edge into an x coordinate: the left edge, or the right in Arabic. */
export const inlineX =
  (options: Pick<ChartOptions, "direction" | "width">) =>
  (fromStart: number): number =>
    options.direction === "rtl" ? options.width - fromStart : fromStart;

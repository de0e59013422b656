import type { Span } from "./cell.ts";
import { groupBy } from "./cell.ts";
import type { AreaRatio } from "./ratio.ts";
import { type Joining, overWindow, publishedWindow, type WindowRatio } from "./sdg-window.ts";

/** A value of 16.4.2 as the custodians publish it. */
export interface OfficialValue {
  readonly area: string;
  /** Year as printed; the window is in the footnote. */
  readonly label: number;
  /** Percent, to two decimals. */
  readonly value: number;
  /** Verbatim; empty where there is none. */
  readonly footnote: string;
  /** Where the custodians have it from: `IAFQ`, or `SDG` for a separate submission. */
  readonly source: string;
}

/** Percentage points within which a recomputed value counts as the published one. */
export const TOLERANCE = 0.02;

export interface OfficialMatch {
  readonly official: OfficialValue;
  readonly span: Span;
  /** The footnote contradicts its label year. */
  readonly slip: boolean;
  readonly recomputed: WindowRatio;
  /** Recomputed less published, in points; null where nothing can be recomputed. */
  readonly difference: number | null;
  readonly outcome: "REPRODUCED" | "MISSED" | "UNTESTABLE";
}

/** How a form of the rule treats windows. */
export interface WindowRule {
  readonly joining: Joining;
  /** True: always the label year and the one after, whatever the footnote says. */
  readonly alwaysTwo: boolean;
}

export const PUBLISHED_WINDOWS: WindowRule = { joining: "mean", alwaysTwo: false };

/**
 * Published values beside those recomputed from yearly ratios of one release: reproduced within 0.02 points, missed,
 * or untestable because the release has no positive denominator (or an input without a value) in the window.
 */
export const officialAgainst = (
  officials: readonly OfficialValue[],
  years: readonly AreaRatio[],
  { joining, alwaysTwo }: WindowRule = PUBLISHED_WINDOWS,
): OfficialMatch[] => {
  const byArea = groupBy(years, (ratio) => ratio.area);
  return officials.map((official) => {
    const { area, label } = official;
    const window = publishedWindow(label, official.footnote);
    if (window === undefined) {
      const allowed = `"${label}-${label + 1} average based on available data", or nothing`;
      throw new Error(
        `${area} ${label}: footnote "${official.footnote}" is not known; allowed: ${allowed}.`,
      );
    }
    const span = alwaysTwo ? { from: label, to: label + 1 } : window.span;
    const recomputed = overWindow(area, byArea.get(area) ?? [], span, joining);
    const difference = recomputed.value === null ? null : recomputed.value - official.value;
    return {
      official,
      span,
      slip: window.slip,
      recomputed,
      difference,
      outcome:
        difference === null
          ? "UNTESTABLE"
          : Math.abs(difference) <= TOLERANCE
            ? "REPRODUCED"
            : "MISSED",
    };
  });
};

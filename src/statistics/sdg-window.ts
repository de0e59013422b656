import type { RatioNote } from "../standard/figure.ts";
import type { Span } from "./cell.ts";
import { type AreaRatio, type Ratio, traceOf } from "./ratio.ts";

/** How the years of a window are joined: the mean of their ratios, or one ratio of their sums. */
export type Joining = "mean" | "pooled";

/** The ratio of one area over a window of years. */
export interface WindowRatio extends Ratio {
  readonly area: string;
  readonly span: Span;
  /** The years with a positive denominator, which the value rests on. */
  readonly years: readonly AreaRatio[];
}

/** True where an input of a year has no value. */
const hasGap = ({ notes }: AreaRatio): boolean => notes.includes("INPUT_WITHOUT_VALUE");

const notesOf = (
  value: number | null,
  within: readonly AreaRatio[],
  used: readonly AreaRatio[],
): RatioNote[] => {
  if (within.some(hasGap)) return ["INPUT_WITHOUT_VALUE"];
  if (value === null) return [within.length === 0 ? "NOT_IN_RELEASE" : "DENOMINATOR_ZERO"];
  return [...new Set(used.flatMap((ratio) => ratio.notes))];
};

/**
 * One area's ratio over a window, in percent. Mean: the arithmetic mean of the yearly ratios; it has no numerator
 * and denominator of its own. Pooled: 100 × sum of N / sum of D. Years without a positive denominator are left
 * out; a year whose inputs have no value leaves the window without one, for nothing is imputed.
 * `years` are the yearly ratios of this area, one a year.
 */
export const overWindow = (
  area: string,
  years: readonly AreaRatio[],
  span: Span,
  joining: Joining,
): WindowRatio => {
  const within = years.filter(
    (ratio) => ratio.area === area && ratio.year >= span.from && ratio.year <= span.to,
  );
  const used = within.filter((ratio) => ratio.value !== null);
  const known = used.length > 0 && !within.some(hasGap);
  const n = used.reduce((sum, ratio) => sum + (ratio.n ?? 0), 0);
  const d = used.reduce((sum, ratio) => sum + (ratio.d ?? 0), 0);
  const mean = used.reduce((sum, ratio) => sum + (ratio.value ?? 0), 0) / used.length;
  const value = !known ? null : joining === "mean" ? mean : (100 * n) / d;
  const sums = known && joining === "pooled" ? { n, d } : { n: null, d: null };
  return {
    area,
    span,
    years: used,
    ...sums,
    value,
    ...traceOf(known ? used : within),
    notes: notesOf(value, within, used),
  };
};

/** The years that a published value covers. */
export interface PublishedWindow {
  readonly span: Span;
  /** True where the footnote contradicts the label, so that the window is read from the label. */
  readonly slip: boolean;
}

/**
 * The window of a published value: `Y-Y+1 average based on available data` covers Y and Y+1, no footnote the label
 * year alone. One slip of the source is known, the label year 2020 with `2021-2021`: where the second year is the
 * one after the label, the window is the label and that year. Undefined for any other text.
 */
export const publishedWindow = (label: number, footnote: string): PublishedWindow | undefined => {
  if (footnote === "") return { span: { from: label, to: label }, slip: false };
  const years = /^(\d{4})-(\d{4}) average based on available data$/.exec(footnote);
  if (years === null || Number(years[2]) !== label + 1) return undefined;
  return { span: { from: label, to: label + 1 }, slip: Number(years[1]) !== label };
};

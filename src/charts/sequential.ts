import { quantileSorted } from "d3";

/** How many steps the sequential ramp of `tokens.css` has. */
export const STEPS = 6;

/** One step of a ramp: counts from `from` to `to`, both included; null: no upper end. */
export interface Step {
  readonly index: number;
  readonly from: number;
  readonly to: number | null;
}

/** What counts as round, the roundest first: numbers that lie close together need finer limits. */
const ROUND: readonly (readonly number[])[] = [
  [1, 2, 5, 10],
  [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10],
  Array.from({ length: 19 }, (_, i) => 1 + i / 2),
  Array.from({ length: 91 }, (_, i) => (10 + i) / 10),
];
/** Fewer steps than this tell little. */
const ENOUGH = 4;

/** The next round whole number at or above n: 1, 2, 5, 10, 20, 50 … */
const roundUp = (n: number, round: readonly number[]): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, n)));
  return Math.ceil((round.find((k) => k * power >= n) ?? 10) * power);
};

/** Where the steps start, in order. `counts` are sorted. */
const startsOf = (counts: number[], round: readonly number[]): number[] => {
  const limits = Array.from({ length: STEPS - 1 }, (_, i) =>
    roundUp(quantileSorted(counts, (i + 1) / STEPS) ?? 1, round),
  );
  const most = counts.at(-1) ?? 1;
  const starts = [Math.min(1, counts[0] ?? 1), ...limits].filter((n) => n <= most);
  return [...new Set(starts)].sort((a, b) => a - b);
};

/** Steps with round limits, each holding about the same number of the values; zeros and absent values apart. */
export function sequentialSteps(values: readonly (number | null)[]): Step[] {
  const counts = values.filter((v): v is number => v !== null && v > 0).sort((a, b) => a - b);
  if (counts.length === 0) return [];
  // Where most values are the same, each different one counts once.
  let unique: readonly number[] = [];
  for (const from of [counts, [...new Set(counts)]])
    for (const round of ROUND) if (unique.length < ENOUGH) unique = startsOf(from, round);
  const spread = unique.length > 1 ? (STEPS - 1) / (unique.length - 1) : 0;
  return unique.map((from, i) => {
    const next = unique[i + 1];
    return { index: Math.round(i * spread) + 1, from, to: next === undefined ? null : next - 1 };
  });
}

/** As many steps of the same width as there are shades, from 1 to a known most. */
export const evenSteps = (most: number): Step[] => {
  const wide = Math.ceil(most / STEPS);
  const starts = Array.from({ length: STEPS }, (_, i) => i * wide + 1).filter((n) => n <= most);
  return starts.map((from, i) => ({ index: i + 1, from, to: Math.min(most, from + wide - 1) }));
};

/** The step a value falls in. */
export const stepOf = (steps: readonly Step[], value: number): Step | undefined =>
  steps.findLast((step) => value >= step.from) ?? steps[0];

/** The counts of a step in words: "5", "10–19", "50+". */
export function stepRange({ from, to }: Step, formatNumber: (n: number) => string): string {
  const first = formatNumber(from);
  if (to === null) return `${first}+`;
  return from === to ? first : `${first}–${formatNumber(to)}`;
}

/** The fill of a step, and the ink that can be read on it. */
export const stepFill = (step: Step): string => `var(--seq-${step.index})`;
export const stepInk = (step: Step): string => (step.index > 3 ? "var(--paper)" : "var(--ink)");

import { quantile } from "d3";

/** How many steps the sequential ramp of `tokens.css` has. */
export const STEPS = 6;

/** One step of a ramp: counts from `from` to `to`, both included; null: no upper end. */
export interface Step {
  readonly index: number;
  readonly from: number;
  readonly to: number | null;
}

/** The next round number at or above n: 1, 2, 5, 10, 20, 50 … */
const roundUp = (n: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, n)));
  return ([1, 2, 5, 10].find((k) => k * power >= n) ?? 10) * power;
};

/** Steps with round limits, each holding about the same number of the values; zeros and absent values apart. */
export function sequentialSteps(values: readonly (number | null)[]): Step[] {
  const counts = values.filter((v): v is number => v !== null && v > 0).sort((a, b) => a - b);
  if (counts.length === 0) return [];
  const limits = new Set<number>();
  for (let i = 1; i < STEPS; i += 1) limits.add(roundUp(quantile(counts, i / STEPS) ?? 1));
  const most = counts.at(-1) ?? 1;
  const starts = [Math.min(1, counts[0] ?? 1), ...limits].filter((n) => n <= most);
  const unique = [...new Set(starts)].sort((a, b) => a - b);
  const spread = unique.length > 1 ? (STEPS - 1) / (unique.length - 1) : 0;
  return unique.map((from, i) => {
    const next = unique[i + 1];
    return { index: Math.round(i * spread) + 1, from, to: next === undefined ? null : next - 1 };
  });
}

/** The step a value falls in. */
export const stepOf = (steps: readonly Step[], value: number): Step | undefined =>
  steps.findLast((step) => value >= step.from) ?? steps[0];

/** The fill of a step, and the ink that can be read on it. */
export const stepFill = (step: Step): string => `var(--seq-${step.index})`;
export const stepInk = (step: Step): string => (step.index > 3 ? "var(--paper)" : "var(--ink)");

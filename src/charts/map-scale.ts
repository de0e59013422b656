/** How large symbols are drawn, in pixels. A positive value is never drawn smaller than the least. */
export interface SizeScale {
  readonly of: (value: number) => number;
  /** Values below this are drawn larger than they are. */
  readonly from: number;
  /** Round values for a key, the largest first. */
  readonly steps: readonly number[];
}

/** The next round number at or below a positive one: 1, 2, 5, 10, 20, 50 … or 0.1, 0.2, 0.5. */
const roundDown = (n: number): number => {
  const power = Math.floor(Math.log10(n));
  const factor = [5, 2, 1].find((k) => k * 10 ** power <= n * (1 + 1e-9)) ?? 1;
  return power < 0 ? factor / 10 ** -power : factor * 10 ** power;
};

/** Shares of the largest round value that a key shows. */
const KEY = [1, 1 / 4, 1 / 25];

function scale(
  values: readonly number[],
  most: number,
  least: number,
  power: 1 | 2,
): SizeScale {
  const max = Math.max(0, ...values);
  if (max === 0) return { of: () => 0, from: 0, steps: [] };
  const from = max * (least / most) ** power;
  const steps = KEY.map((share) => roundDown(roundDown(max) * share));
  return {
    of: (value) => (value <= 0 ? 0 : Math.max(least, most * (value / max) ** (1 / power))),
    from,
    steps: [...new Set(steps)].filter((step) => step >= from),
  };
}

/** Radii of circles whose areas are in proportion to values. */
export const areaScale = (values: readonly number[], most: number, least = 1.5): SizeScale =>
  scale(values, most, least, 2);

/** Widths in proportion to values. */
export const widthScale = (values: readonly number[], most: number, least = 0.8): SizeScale =>
  scale(values, most, least, 1);

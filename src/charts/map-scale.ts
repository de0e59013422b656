/** How large symbols are drawn, in pixels. A positive value is never drawn smaller than the least. */
export interface SizeScale {
  readonly of: (value: number) => number;
  /** Positive values below this are drawn larger than they are. */
  readonly from: number;
  /** A round value at or below `from`, to be said where there are such values; undefined where there are none. */
  readonly lifted: number | undefined;
  /** Round values for a key, the largest first. */
  readonly steps: readonly number[];
}

/** The next round number at or below a positive one: 1, 2, 5, 10, 20, 50 … or 0.1, 0.2, 0.5. */
const roundDown = (n: number): number => {
  const power = Math.floor(Math.log10(n));
  const factor = [5, 2, 1].find((k) => k * 10 ** power <= n * (1 + 1e-9)) ?? 1;
  return power < 0 ? factor / 10 ** -power : factor * 10 ** power;
};

/** A positive number with all but its first two digits set to zero. */
const twoDigits = (n: number): number => {
  const power = Math.floor(Math.log10(n)) - 1;
  return power < 0
    ? Math.floor(n * 10 ** -power) / 10 ** -power
    : Math.floor(n / 10 ** power) * 10 ** power;
};

/** Shares of the largest round value that a key shows. */
const KEY = [1, 1 / 4, 1 / 25];

function scale(values: readonly number[], most: number, least: number, power: 1 | 2): SizeScale {
  const max = Math.max(0, ...values);
  if (max === 0) return { of: () => 0, from: 0, lifted: undefined, steps: [] };
  const from = max * (least / most) ** power;
  const steps = KEY.map((share) => roundDown(roundDown(max) * share));
  const first = values.every(Number.isInteger) ? Math.max(1, from) : from;
  return {
    of: (value) => (value <= 0 ? 0 : Math.max(least, most * (value / max) ** (1 / power))),
    from,
    lifted: values.some((value) => value > 0 && value < from) ? twoDigits(from) : undefined,
    steps: [...new Set(steps)].filter((step) => step >= first),
  };
}

/**
 * The radius of the largest circle, `most` pixels or less: as many circles of such values may cover a twenty-fifth of
 * a square as wide as the picture.
 */
export const largestRadius = (values: readonly number[], width: number, most: number): number => {
  const max = Math.max(0, ...values);
  const circles = max === 0 ? 1 : values.reduce((sum, value) => sum + value / max, 0);
  return Math.min(most, Math.sqrt((width * width) / 25 / Math.PI / circles));
};

/** Radii of circles whose areas are in proportion to values. */
export const areaScale = (values: readonly number[], most: number, least = 1.5): SizeScale =>
  scale(values, most, least, 2);

/** Widths in proportion to values. */
export const widthScale = (values: readonly number[], most: number, least = 2): SizeScale =>
  scale(values, most, least, 1);

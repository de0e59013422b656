import { type Cell, groupBy, isReported, sumOf } from "../../statistics/cell.ts";

/** A part of an area's sum over all years given. */
export interface AreaShare {
  readonly area: string;
  readonly part: number;
  /** Positive. */
  readonly whole: number;
  /** part / whole, between 0 and 1. */
  readonly share: number;
}

/** The part of each area's sum that some of its cells make up; areas that sum to zero have none. */
export const areaShares = (cells: readonly Cell[], isPart: (cell: Cell) => boolean): AreaShare[] =>
  [...groupBy(cells.filter(isReported), (cell) => cell.area)].flatMap(([area, own]) => {
    const whole = sumOf(own) ?? 0;
    const part = sumOf(own.filter(isPart)) ?? 0;
    return whole > 0 ? [{ area, part, whole, share: part / whole }] : [];
  });

/** The mean of shares, each area once; 0 without areas. */
export const meanShare = (shares: readonly AreaShare[]): number =>
  shares.reduce((sum, { share }) => sum + share, 0) / Math.max(1, shares.length);

/** The share of all parts in all wholes; 0 without areas. */
export const pooledShare = (shares: readonly AreaShare[]): number => {
  const whole = shares.reduce((sum, entry) => sum + entry.whole, 0);
  return whole === 0 ? 0 : shares.reduce((sum, { part }) => sum + part, 0) / whole;
};

/** How many shares lie in each of ten equal steps from 0 to 1; the last holds 1 itself. */
export const tenths = (shares: readonly AreaShare[]): number[] => {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const { share } of shares) {
    const at = Math.min(9, Math.floor(share * 10));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
};

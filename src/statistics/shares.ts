import { type Cell, groupBy, isReported, sumOf } from "./cell.ts";
import { totalsByArea } from "./totals.ts";

/** How areas are weighted in a share. */
export type Weight = "pooled" | "mean";

/** The share of one category. */
export interface Share {
  readonly code: string;
  /** Between 0 and 1; null when nothing is left to divide by. */
  readonly share: number | null;
  /** Sum of the category over the areas. */
  readonly count: number;
  /** Areas that report this category. */
  readonly areas: number;
}

/** Shares of all categories, with the denominator they rest on. */
export interface Shares {
  readonly weight: Weight;
  readonly shares: readonly Share[];
  /** Sum of all categories taken in: the pooled denominator. */
  readonly denominator: number;
  /** Areas with a positive sum: the number that a country mean divides by. */
  readonly areas: readonly string[];
}

/**
 * Shares of exclusive parts, over all years given.
 *
 * Pooled: sum over areas, then divide. Mean: each area's share over the years, then the unweighted mean of areas;
 * a category that an area does not give counts as 0 in its share, and areas whose categories sum to 0 are left out.
 * Categories in `without` enter neither numerator nor denominator.
 * Never call it with overlapping or cut-list categories: they have no denominator.
 */
export const sharesOf = (
  cells: readonly Cell[],
  weight: Weight,
  without: ReadonlySet<string>,
): Shares => {
  const kept = totalsByArea(cells.filter((cell) => isReported(cell) && !without.has(cell.code)));
  const byArea = groupBy(kept, (cell) => cell.area);
  const sums = new Map([...byArea].map(([area, group]) => [area, sumOf(group) ?? 0]));
  const areas = [...sums].flatMap(([area, sum]) => (sum > 0 ? [area] : [])).sort();
  const denominator = [...sums.values()].reduce((sum, value) => sum + value, 0);
  const shares = [...groupBy(kept, (cell) => cell.code)].map(([code, group]) => {
    const count = sumOf(group) ?? 0;
    const meanOfAreas =
      group.reduce((sum, cell) => {
        const whole = sums.get(cell.area) ?? 0;
        return whole > 0 ? sum + (cell.value ?? 0) / whole : sum;
      }, 0) / areas.length;
    const share = weight === "pooled" ? count / denominator : meanOfAreas;
    return { code, share: areas.length === 0 ? null : share, count, areas: group.length };
  });
  return { weight, shares, denominator, areas };
};

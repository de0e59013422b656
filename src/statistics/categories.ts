import { type AreaRatio, ratioOf } from "./ratio.ts";
import { exactSum, type SourceCell } from "./source-cell.ts";
import { byAreaYear } from "./trace-table.ts";

/** The source's own residual categories. */
export const RESIDUALS: ReadonlySet<string> = new Set(["_O", "_U"]);

/** The ratio of one category of one area and year. */
export interface CategoryRatio extends AreaRatio {
  readonly code: string;
}

/**
 * 100 × category / sum of the exclusive categories, of each area, year and category that the source gives.
 * Categories in `without` enter neither numerator nor denominator. Never call it with overlapping or listed ones.
 */
export const categoryRatios = (
  parts: readonly SourceCell[],
  without: ReadonlySet<string>,
): CategoryRatio[] =>
  byAreaYear(parts.filter((cell) => !without.has(cell.code))).flatMap((group) => {
    const whole = exactSum(group);
    return group.map((cell) => ({
      ...ratioOf(cell, cell.value, whole, { cells: group }),
      code: cell.code,
    }));
  });

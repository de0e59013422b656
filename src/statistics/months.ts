import { groupBy, isReported, type MonthCell } from "./cell.ts";

/** One month of a row: the sum of its parts. */
export interface MonthSum {
  readonly row: string;
  /** 1 to 12. */
  readonly month: number;
  /** Null where a part is missing or has no number. */
  readonly value: number | null;
  /** True where some parts, but not all, have a number. */
  readonly partial: boolean;
  /** Flags of all cells behind it, without repeats. */
  readonly flags: readonly string[];
}

/**
 * Sums monthly cells into rows of months. `rowOf` gives the row of a cell, `partOf` what it is a part of the row by,
 * as its area and category. A sum with a missing part is none: every part that occurs in any cell must be there, once,
 * with a number. Months without a cell are absent. Only for counts whose parts exclude each other.
 */
export const monthSums = (
  cells: readonly MonthCell[],
  rowOf: (cell: MonthCell) => string,
  partOf: (cell: MonthCell) => string,
): MonthSum[] => {
  const parts = new Set(cells.map(partOf)).size;
  const groups = groupBy(cells, (cell) => `${rowOf(cell)}\u0000${cell.month}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const reported = group.filter(isReported);
    const whole =
      reported.length === group.length &&
      group.length === parts &&
      new Set(group.map(partOf)).size === parts;
    return [
      {
        row: rowOf(first),
        month: first.month,
        value: whole ? reported.reduce((sum, cell) => sum + (cell.value ?? 0), 0) : null,
        partial: !whole && reported.length > 0,
        flags: [...new Set(group.flatMap((cell) => cell.flags))].sort(),
      },
    ];
  });
};

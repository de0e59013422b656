import { type Cell, groupBy, sumOf } from "./cell.ts";

/** Sum over areas of one category in one year, with the number of areas behind it. */
export interface YearTotal {
  readonly code: string;
  readonly year: number;
  readonly value: number | null;
  readonly areas: number;
  readonly flags: readonly string[];
}

/** Sums cells over areas, by category and year. Categories and years without a cell are absent. */
export const totalsByYear = (cells: readonly Cell[]): YearTotal[] =>
  [...groupBy(cells, (cell) => `${cell.code}\u0000${cell.year}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        code: first.code,
        year: first.year,
        value: sumOf(group),
        areas: new Set(group.filter((cell) => cell.value !== null).map((cell) => cell.area)).size,
        flags: [...new Set(group.flatMap((cell) => cell.flags))].sort(),
      },
    ];
  });

/** Sums cells over years, by area and category. */
export const totalsByArea = (cells: readonly Cell[]): Cell[] =>
  [...groupBy(cells, (cell) => `${cell.code}\u0000${cell.area}`).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        area: first.area,
        year: first.year,
        code: first.code,
        value: sumOf(group),
        flags: [...new Set(group.flatMap((cell) => cell.flags))].sort(),
      },
    ];
  });

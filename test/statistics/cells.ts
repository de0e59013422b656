import * as fc from "fast-check";
import type { Cell } from "../../src/statistics/cell.ts";

export const cell = (
  area: string,
  year: number,
  value: number | null,
  code = "_T",
  flags: readonly string[] = [],
): Cell => ({ area, year, code, value, flags });

export const AREAS = ["AAA", "BBB", "CCC", "DDD", "EEE"] as const;
export const CODES = ["PISTOL", "RIFLE", "_O", "_U"] as const;
export const SPAN = { from: 2016, to: 2019 } as const;

/** Any cells of some areas, years and categories, without two for one place; values may be missing or zero. */
export const anyCells: fc.Arbitrary<Cell[]> = fc.uniqueArray(
  fc.record({
    area: fc.constantFrom(...AREAS),
    year: fc.integer({ min: SPAN.from, max: SPAN.to }),
    code: fc.constantFrom(...CODES),
    value: fc.oneof(fc.constant(null), fc.constant(0), fc.nat({ max: 1_000_000 })),
    flags: fc.subarray(["SMALL_CELL", "TOP_N"]),
  }),
  { selector: ({ area, year, code }) => `${area} ${year} ${code}`, maxLength: 60 },
);

/** The same cells in any other order. */
export const shuffled = (cells: Cell[]): fc.Arbitrary<Cell[]> =>
  fc.shuffledSubarray(cells, { minLength: cells.length });

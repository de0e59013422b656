import * as fc from "fast-check";
import type { SourceCell } from "../../src/statistics/source-cell.ts";

/** A cell of arms seized with a made-up source row, one a place. */
export const source = (
  area: string,
  year: number,
  code: string,
  value: number | null,
  rest: Partial<SourceCell> = {},
): SourceCell => ({
  area,
  year,
  code,
  value,
  flags: [],
  indicator: "ARMS_SEIZED",
  row: `${area}-${year}-${code}`,
  ...rest,
});

/** A table of one area and year: its codes and values. */
export const tableOf = (
  area: string,
  year: number,
  values: Readonly<Record<string, number | null>>,
  rest: Partial<SourceCell> = {},
): SourceCell[] =>
  Object.entries(values).map(([code, value]) => source(area, year, code, value, rest));

/** Any table of exclusive categories of some areas and years, complete or not; values may be missing if asked for. */
export const anyTables = (codes: readonly string[], missing = false): fc.Arbitrary<SourceCell[]> =>
  fc
    .uniqueArray(
      fc.record({
        area: fc.constantFrom("AAA", "BBB", "CCC"),
        year: fc.integer({ min: 2016, max: 2018 }),
        code: fc.constantFrom(...codes),
        value: missing
          ? fc.oneof({ weight: 9, arbitrary: fc.nat({ max: 5000 }) }, fc.constant(null))
          : fc.nat({ max: 5000 }),
      }),
      { selector: ({ area, year, code }) => `${area} ${year} ${code}`, maxLength: 60 },
    )
    .map((cells) => cells.map(({ area, year, code, value }) => source(area, year, code, value)));

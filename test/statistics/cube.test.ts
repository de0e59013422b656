import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, yearsOf } from "../../src/statistics/cell.ts";
import {
  type Cube,
  cubeOf,
  maskOf,
  type Selection,
  sumsBy,
  sumsByCodeYear,
  withYears,
} from "../../src/statistics/cube.ts";
import {
  panelIn,
  reportersIn,
  reportingByYear,
  sharesIn,
} from "../../src/statistics/cube-areas.ts";
import { coverageOf, panelOf } from "../../src/statistics/panel.ts";
import { sharesOf } from "../../src/statistics/shares.ts";
import { totalsByYear } from "../../src/statistics/totals.ts";
import { AREAS, CODES, SPAN } from "./cells.ts";

interface Row extends Cell {
  readonly x: string;
}

const XS = ["F", "M"] as const;

/** Rows with a further dimension, so that an area, year and category may have two. */
const anyRows: fc.Arbitrary<Row[]> = fc.uniqueArray(
  fc.record({
    area: fc.constantFrom(...AREAS),
    year: fc.integer({ min: SPAN.from, max: SPAN.to }),
    code: fc.constantFrom(...CODES),
    x: fc.constantFrom(...XS),
    value: fc.oneof(fc.constant(null), fc.constant(0), fc.nat({ max: 1_000_000 })),
    flags: fc.constant([]),
  }),
  { selector: ({ area, year, code, x }) => `${area} ${year} ${code} ${x}`, maxLength: 90 },
);

const anySelection: fc.Arbitrary<Selection> = fc.record(
  {
    areas: fc.subarray([...AREAS, "ZZZ"]).map((list) => new Set(list)),
    codes: fc.subarray([...CODES]).map((list) => new Set<string>(list)),
    xs: fc.subarray([...XS]).map((list) => new Set<string>(list)),
    years: fc
      .tuple(fc.integer({ min: 2014, max: 2020 }), fc.integer({ min: 2014, max: 2020 }))
      .map(([from, to]) => ({ from, to })),
  },
  { requiredKeys: [] },
);

const selected = (rows: readonly Row[], { areas, codes, xs, years }: Selection): Row[] =>
  rows.filter(
    (row) =>
      (areas?.has(row.area) ?? true) &&
      (codes?.has(row.code) ?? true) &&
      (xs?.has(row.x) ?? true) &&
      (years === undefined || (row.year >= years.from && row.year <= years.to)),
  );

/** Checks a statistic of the cube against the same one of the selected rows. */
const holds = (check: (cube: Cube, selection: Selection, rows: readonly Row[]) => void) =>
  fc.assert(
    fc.property(anyRows, anySelection, (rows, selection) =>
      check(cubeOf(rows), selection, selected(rows, selection)),
    ),
    { numRuns: 300 },
  );

describe("a cube under a selection", () => {
  it("has the totals by year of the selected cells", () =>
    holds((cube, selection, rows) => {
      const sums = sumsByCodeYear(cube, maskOf(cube, selection));
      const years = yearsOf(cube.years);
      const found = cube.codes.flatMap((code, c) =>
        years.flatMap((year, y) => {
          const at = c * years.length + y;
          const areas = sums.areas[at] ?? 0;
          const value = areas === 0 ? null : (sums.value[at] ?? null);
          return sums.rows[at] === 0 ? [] : [{ code, year, value, areas, flags: [] }];
        }),
      );
      const expected = totalsByYear(rows);
      expect(found).toHaveLength(expected.length);
      expect(found).toEqual(expect.arrayContaining(expected));
    }));

  it("has the sums by each dimension of the selected cells", () =>
    holds((cube, selection, rows) => {
      const mask = maskOf(cube, selection);
      const dictionaries = {
        area: cube.areas,
        code: cube.codes,
        x: cube.xs,
        year: yearsOf(cube.years),
      };
      for (const by of ["area", "code", "x", "year"] as const) {
        const { value, reported } = sumsBy(cube, mask, by);
        const of = dictionaries[by].map((item) =>
          rows.filter((row) => row[by] === item && row.value !== null),
        );
        expect([...reported]).toEqual(of.map((list) => list.length));
        expect([...value]).toEqual(
          of.map((list) => list.reduce((sum, row) => sum + (row.value ?? 0), 0)),
        );
      }
    }));

  it("has the coverage and the panel of the selected cells", () =>
    holds((cube, selection, rows) => {
      const mask = maskOf(cube, selection);
      const reports = reportersIn(cube, mask);
      expect([...reportingByYear(cube, reports)]).toEqual(
        coverageOf(rows, cube.years).map((year) => year.reporting.length),
      );
      const years = selection.years ?? cube.years;
      const inside = {
        from: Math.max(years.from, cube.years.from),
        to: Math.min(years.to, cube.years.to),
      };
      expect(panelIn(cube, mask, reports)).toEqual(panelOf(rows, inside));
    }));

  it.each(["pooled", "mean"] as const)("has the %s shares of the selected cells", (weight) =>
    holds((cube, selection, rows) => {
      const without = new Set(cube.codes.filter((code) => code.startsWith("_")));
      const codes = new Set(
        cube.codes.filter((code) => !without.has(code) && (selection.codes?.has(code) ?? true)),
      );
      const found = sharesIn(cube, maskOf(cube, { ...selection, codes }), weight);
      const expected = sharesOf(rows, weight, without);
      expect(found.denominator).toBe(expected.denominator);
      expect(cube.areas.filter((_, i) => found.behind[i] === 1)).toEqual(expected.areas);
      for (const [i, code] of cube.codes.entries()) {
        const share = expected.shares.find((d) => d.code === code);
        expect(found.areas[i]).toBe(share?.areas ?? 0);
        expect(found.count[i]).toBe(share?.count ?? 0);
        if (share === undefined || share.share === null) expect(found.share[i]).toBeNaN();
        else expect(found.share[i]).toBeCloseTo(share.share, 12);
      }
    }),
  );
});

describe("a cube", () => {
  it("may be empty", () => {
    const cube = cubeOf([]);
    const mask = maskOf(cube, {});
    expect(sumsByCodeYear(cube, mask).value).toHaveLength(0);
    expect(panelIn(cube, mask, reportersIn(cube, mask))).toEqual([]);
    expect(sharesIn(cube, mask, "mean").denominator).toBe(0);
  });

  it("takes other years into the same mask", () =>
    holds((cube, selection) => {
      const { years = cube.years, ...rest } = selection;
      expect(withYears(cube, maskOf(cube, rest), years)).toEqual(maskOf(cube, selection));
    }));

  it("refuses a number that is none", () => {
    const row = { area: "AAA", year: 2016, code: "_T", value: Number.NaN };
    expect(() => cubeOf([row])).toThrow(/NaN is none/);
  });
});

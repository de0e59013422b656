import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { observation } from "../../src/standard/rows.ts";
import { categoryRatios } from "../../src/statistics/categories.ts";
import { aggregateRatio, ratioOf } from "../../src/statistics/ratio.ts";
import { exactSum, sourceCell } from "../../src/statistics/source-cell.ts";
import { anyTables, source, tableOf } from "./source-cells.ts";

const PLACE = { area: "AAA", year: 2016 };
const NONE: ReadonlySet<string> = new Set();

describe("sourceCell", () => {
  const row = observation(
    {
      dataset: "UNODC_IAFQ",
      release: "2025-05-12",
      indicator: "ARMS_SEIZED",
      ref_area: "MEX",
      time_period: "2016",
    },
    { weapon_type: "PISTOL", obs_value: 3, flags: "SMALL_CELL|DERIVED", source_row: "7" },
  );

  it("keeps area, year, category, value, flags and place", () => {
    expect(sourceCell(row, "weapon_type")).toEqual({
      area: "MEX",
      year: 2016,
      code: "PISTOL",
      value: 3,
      flags: ["SMALL_CELL", "DERIVED"],
      indicator: "ARMS_SEIZED",
      row: "7",
    });
    expect(sourceCell({ ...row, flags: "" }).flags).toEqual([]);
    expect(sourceCell(row).code).toBe("_T");
  });

  it("refuses a month", () => {
    expect(() => sourceCell({ ...row, freq: "M" })).toThrow("row 7: frequency M is not A");
  });
});

describe("exactSum", () => {
  it("is 0 for nothing and null as soon as one value is missing", () => {
    expect(exactSum([])).toBe(0);
    expect(exactSum(tableOf("AAA", 2016, { A: 1, B: 2 }))).toBe(3);
    expect(exactSum(tableOf("AAA", 2016, { A: 1, B: null, C: 2 }))).toBeNull();
  });
});

describe("ratioOf", () => {
  const cells = [
    source("AAA", 2016, "A", 5, { flags: ["SMALL_CELL"], row: "3" }),
    source("AAA", 2016, "B", 20, { flags: ["DERIVED", "SMALL_CELL"], row: "4" }),
    source("AAA", 2016, "C", 20, { row: "4" }),
  ];

  it("gives the percentage with its inputs and their flags, each once", () => {
    expect(ratioOf(PLACE, 5, 25, { cells })).toEqual({
      ...PLACE,
      n: 5,
      d: 25,
      value: 20,
      inputs: ["3", "4"],
      flags: ["DERIVED", "SMALL_CELL"],
      notes: [],
    });
    expect(ratioOf(PLACE, 5, 25, { cells, per: 1 }).value).toBe(0.2);
  });

  it("has no value, not 0, where it cannot divide, and says why", () => {
    expect(ratioOf(PLACE, 0, 0, { cells })).toMatchObject({
      value: null,
      notes: ["DENOMINATOR_ZERO"],
    });
    expect(ratioOf(PLACE, 5, null, { cells })).toMatchObject({
      value: null,
      notes: ["DENOMINATOR_ABSENT"],
    });
    expect(ratioOf(PLACE, null, null, { cells: [source("AAA", 2016, "A", null)] })).toMatchObject({
      value: null,
      notes: ["INPUT_WITHOUT_VALUE"],
    });
  });

  it("marks denominators below 20", () => {
    expect(ratioOf(PLACE, 1, 19, { cells }).notes).toEqual(["SMALL_DENOMINATOR"]);
    expect(ratioOf(PLACE, 1, 20, { cells }).notes).toEqual([]);
  });

  it("counts an absent numerator as 0 and says so", () => {
    const absent = ratioOf(PLACE, 0, 19, { cells, numeratorAbsent: true });
    expect(absent).toMatchObject({ value: 0, notes: ["NUMERATOR_ABSENT", "SMALL_DENOMINATOR"] });
    const nothing = ratioOf(PLACE, 0, 0, { cells, numeratorAbsent: true });
    expect(nothing.notes).toEqual(["DENOMINATOR_ZERO"]);
  });
});

describe("aggregateRatio", () => {
  const ratios = [
    ratioOf({ area: "BIG", year: 2016 }, 100, 1000, { cells: [] }),
    ratioOf({ area: "BIG", year: 2017 }, 300, 1000, { cells: [] }),
    ratioOf({ area: "SMALL", year: 2016 }, 9, 10, { cells: [source("SMALL", 2016, "A", 9)] }),
    ratioOf({ area: "ZERO", year: 2016 }, 0, 0, { cells: [] }),
  ];

  it("weighs every count alike when pooled, and every area alike in a mean", () => {
    expect(aggregateRatio(ratios, "pooled")).toEqual({
      weight: "pooled",
      value: (100 * 409) / 2010,
      n: 409,
      d: 2010,
      areas: ["BIG", "SMALL"],
      rows: 1,
      notes: [],
    });
    expect(aggregateRatio(ratios, "mean").value).toBeCloseTo((20 + 90) / 2, 12);
  });

  it("is null where no area has a ratio", () => {
    for (const weight of ["pooled", "mean"] as const)
      expect(aggregateRatio(ratios.slice(3), weight)).toMatchObject({ value: null, areas: [] });
  });

  it("lies between the smallest and the largest of its parts, with either weight", () => {
    fc.assert(
      fc.property(anyTables(["A", "B"]), fc.constantFrom("pooled", "mean"), (cells, weight) => {
        const parts = categoryRatios(cells, NONE).filter((ratio) => ratio.code === "A");
        const values = parts.flatMap((ratio) => ratio.value ?? []);
        const { value } = aggregateRatio(parts, weight);
        expect(value === null).toBe(values.length === 0);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });
});

describe("categoryRatios", () => {
  it("leaves categories out of numerator and denominator", () => {
    const cells = tableOf("AAA", 2016, { PISTOL: 10, RIFLE: 30, _O: 5, _U: 55 });
    const shares = (without: ReadonlySet<string>) =>
      categoryRatios(cells, without).map(({ code, value }) => [code, value]);
    expect(shares(NONE)).toEqual([
      ["PISTOL", 10],
      ["RIFLE", 30],
      ["_O", 5],
      ["_U", 55],
    ]);
    expect(shares(new Set(["_O", "_U"]))).toEqual([
      ["PISTOL", 25],
      ["RIFLE", 75],
    ]);
  });

  it("sums to 100 in every area and year that has a share at all", () => {
    fc.assert(
      fc.property(anyTables(["A", "B", "_O", "_U"], true), (cells) => {
        const ratios = categoryRatios(cells, NONE);
        for (const { area, year } of ratios) {
          const own = ratios.filter((ratio) => ratio.area === area && ratio.year === year);
          if (own.some((ratio) => ratio.value === null)) {
            expect(own.map((ratio) => ratio.value)).toEqual(own.map(() => null));
            continue;
          }
          expect(own.reduce((sum, ratio) => sum + (ratio.value ?? 0), 0)).toBeCloseTo(100, 9);
        }
      }),
    );
  });
});

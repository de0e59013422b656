import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupBy, isReported, sumOf, yearsOf } from "../../src/statistics/cell.ts";
import { totalsByArea, totalsByYear } from "../../src/statistics/totals.ts";
import { anyCells, cell, shuffled } from "./cells.ts";

describe("sumOf", () => {
  it("is null where nothing is reported, which is not zero", () => {
    expect(sumOf([])).toBeNull();
    expect(sumOf([cell("AAA", 2016, null)])).toBeNull();
    expect(sumOf([cell("AAA", 2016, 0)])).toBe(0);
    expect(sumOf([cell("AAA", 2016, null), cell("BBB", 2016, 3)])).toBe(3);
  });
});

describe("yearsOf", () => {
  it("has both ends, and nothing where the span is turned round", () => {
    expect(yearsOf({ from: 2016, to: 2018 })).toEqual([2016, 2017, 2018]);
    expect(yearsOf({ from: 2018, to: 2016 })).toEqual([]);
  });
});

describe("totalsByYear", () => {
  it("sums each category over areas, with the areas behind it and their flags", () => {
    const cells = [
      cell("AAA", 2016, 2, "PISTOL", ["TOP_N"]),
      cell("BBB", 2016, 3, "PISTOL", ["SMALL_CELL", "TOP_N"]),
      cell("CCC", 2016, null, "PISTOL"),
      cell("AAA", 2017, null, "PISTOL"),
      cell("AAA", 2016, 4, "RIFLE"),
    ];
    expect(totalsByYear(cells)).toEqual([
      { code: "PISTOL", year: 2016, value: 5, areas: 2, flags: ["SMALL_CELL", "TOP_N"] },
      { code: "PISTOL", year: 2017, value: null, areas: 0, flags: [] },
      { code: "RIFLE", year: 2016, value: 4, areas: 1, flags: [] },
    ]);
  });

  it("sums to the sum of all cells, in any order, and says null only where nobody reports", () => {
    const sorted = (cells: Parameters<typeof totalsByYear>[0]) =>
      totalsByYear(cells).toSorted((a, b) => a.year - b.year || (a.code < b.code ? -1 : 1));
    fc.assert(
      fc.property(
        anyCells.chain((cells) => fc.tuple(fc.constant(cells), shuffled(cells))),
        ([cells, others]) => {
          const totals = sorted(cells);
          expect(sorted(others)).toEqual(totals);
          const sum = totals.reduce((all, total) => all + (total.value ?? 0), 0);
          expect(sum).toBe(sumOf(cells) ?? 0);
          for (const total of totals) expect(total.value === null).toBe(total.areas === 0);
        },
      ),
    );
  });
});

describe("totalsByArea", () => {
  it("sums each area over the years, and keeps an area that reports nothing as null", () => {
    const cells = [cell("AAA", 2016, 2), cell("AAA", 2017, 3), cell("BBB", 2016, null)];
    expect(totalsByArea(cells).map(({ area, value }) => [area, value])).toEqual([
      ["AAA", 5],
      ["BBB", null],
    ]);
  });

  it("sums to the sum of all cells", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        expect(sumOf(totalsByArea(cells))).toBe(sumOf(cells));
      }),
    );
  });
});

describe("groupBy", () => {
  it("keeps every item, in order, in one group", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const groups = groupBy(cells, (entry) => entry.area);
        for (const [area, group] of groups)
          expect(group).toEqual(cells.filter((entry) => entry.area === area));
        expect([...groups.values()].flat()).toHaveLength(cells.length);
      }),
    );
  });
});

describe("isReported", () => {
  it("takes zero for a number", () => {
    expect(isReported(cell("AAA", 2016, 0))).toBe(true);
    expect(isReported(cell("AAA", 2016, null))).toBe(false);
  });
});

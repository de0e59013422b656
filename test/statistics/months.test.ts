import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MonthCell } from "../../src/statistics/cell.ts";
import { monthSums } from "../../src/statistics/months.ts";

const cell = (area: string, year: number, month: number, value: number | null): MonthCell => ({
  area,
  year,
  month,
  code: "_T",
  value,
  flags: value === null ? ["UNPUBLISHED"] : [],
});
const byYear = (cells: readonly MonthCell[]) =>
  monthSums(
    cells,
    (d) => String(d.year),
    (d) => `${d.area} ${d.code}`,
  );

describe("months summed over areas", () => {
  it("are the sum where every part has a number", () => {
    expect(byYear([cell("A", 2020, 1, 3), cell("B", 2020, 1, 0)])).toEqual([
      { row: "2020", month: 1, value: 3, partial: false, flags: [] },
    ]);
  });

  it("are none where a part is absent, without a number, or there twice", () => {
    const absent = byYear([cell("A", 2020, 1, 3), cell("B", 2020, 1, 4), cell("A", 2020, 2, 5)]);
    expect(absent.map((d) => [d.month, d.value, d.partial])).toEqual([
      [1, 7, false],
      [2, null, true],
    ]);
    const empty = byYear([cell("A", 2020, 1, 3), cell("B", 2020, 1, null)]);
    expect(empty).toEqual([
      { row: "2020", month: 1, value: null, partial: true, flags: ["UNPUBLISHED"] },
    ]);
    expect(byYear([cell("A", 2020, 1, null)]).map((d) => d.partial)).toEqual([false]);
    expect(byYear([cell("A", 2020, 1, 3), cell("A", 2020, 1, 4)])[0]?.value).toBeNull();
  });

  it("never exceed or fall below what is reported", () => {
    const any = fc.uniqueArray(
      fc.record({
        area: fc.constantFrom("A", "B", "C"),
        year: fc.integer({ min: 2020, max: 2022 }),
        month: fc.integer({ min: 1, max: 3 }),
        value: fc.option(fc.nat(500), { nil: null }),
      }),
      { selector: (d) => `${d.area} ${d.year} ${d.month}` },
    );
    fc.assert(
      fc.property(any, (rows) => {
        const cells = rows.map((d) => cell(d.area, d.year, d.month, d.value));
        const areas = new Set(cells.map((d) => d.area));
        for (const sum of byYear(cells)) {
          const own = cells.filter((d) => String(d.year) === sum.row && d.month === sum.month);
          const numbers = own.flatMap((d) => (d.value === null ? [] : [d.value]));
          const whole = numbers.length === areas.size;
          expect(sum.value).toBe(whole ? numbers.reduce((a, b) => a + b, 0) : null);
          expect(sum.partial).toBe(!whole && numbers.length > 0);
        }
      }),
    );
  });
});

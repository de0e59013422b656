import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sexRatios, sortSexes } from "../../src/statistics/persons.ts";
import { anyTables, tableOf } from "./source-cells.ts";

const OUTLIER = { flags: ["OUTLIER_SCOPE"] };
const CELLS = [
  ...tableOf("AAA", 2016, { F: 5, M: 45, _U: 50 }),
  ...tableOf("BBB", 2016, { F: 1, M: 4 }),
  ...tableOf("MEN", 2016, { M: 4, _U: 3 }),
  ...tableOf("GAP", 2016, { F: null, M: 4 }),
  ...tableOf("ODD", 2016, { F: 5000, M: 40000 }, OUTLIER),
];

describe("sortSexes", () => {
  it("counts country-years with women and men, and lists those of another population", () => {
    const { counted, outliers } = sortSexes(CELLS);
    expect([...new Set(counted.map((cell) => cell.area))]).toEqual(["AAA", "BBB"]);
    expect([...new Set(outliers.map((cell) => cell.area))]).toEqual(["ODD"]);
  });
});

describe("sexRatios", () => {
  const { counted } = sortSexes(CELLS);
  const values = (residual: "WITH" | "WITHOUT") =>
    sexRatios(counted, "F", residual).map(({ area, value }) => [area, value]);

  it("divides by those of known sex, or by all", () => {
    expect(values("WITHOUT")).toEqual([
      ["AAA", 10],
      ["BBB", 20],
    ]);
    expect(values("WITH")).toEqual([
      ["AAA", 5],
      ["BBB", 20],
    ]);
  });

  it("names the unknown among its inputs only where it counts them", () => {
    const inputs = (residual: "WITH" | "WITHOUT") =>
      sexRatios(counted, "M", residual)[0]?.inputs ?? [];
    expect(inputs("WITH")).toContain("AAA-2016-_U");
    expect(inputs("WITHOUT")).not.toContain("AAA-2016-_U");
  });

  it("has women and men of known sex add up to 100, and is never larger with the unknown", () => {
    fc.assert(
      fc.property(anyTables(["F", "M", "_U"]), (cells) => {
        const all = sortSexes(cells).counted;
        const women = sexRatios(all, "F", "WITHOUT");
        const men = sexRatios(all, "M", "WITHOUT");
        const among = sexRatios(all, "F", "WITH");
        for (const [at, ratio] of women.entries()) {
          expect(ratio.value === null).toBe(ratio.d === 0);
          if (ratio.value === null) continue;
          expect(ratio.value + (men[at]?.value ?? Number.NaN)).toBeCloseTo(100, 9);
          expect(among[at]?.value ?? Number.NaN).toBeLessThanOrEqual(ratio.value + 1e-9);
        }
      }),
    );
  });
});

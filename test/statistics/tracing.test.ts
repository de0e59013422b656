import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TRACE_PARTS, traceTotal } from "../../src/statistics/trace-table.ts";
import { armsPerCase, markedShares, tracedShares } from "../../src/statistics/tracing.ts";
import { anyTables, source, tableOf } from "./source-cells.ts";

describe("traceTotal", () => {
  const total = (values: Record<string, number | null>) => traceTotal(tableOf("AAA", 2016, values));

  it("is the total line, and names no other cell, where line and parts agree", () => {
    const { value, basis, cells } = total({ PENDING: 3, _U: 1, TOTAL_REPORTED: 4 });
    expect([value, basis, cells.map((cell) => cell.code)]).toEqual([
      4,
      "TOTAL",
      ["TOTAL_REPORTED"],
    ]);
  });

  it("is the largest of total line, subtotals with unknown, and parts", () => {
    expect(total({ PENDING: 9, TOTAL_REPORTED: 4 })).toMatchObject({ value: 9, basis: "PARTS" });
    expect(total({ PENDING: 9, IDENTIFIABLE_TOTAL: 10, _U: 2 })).toMatchObject({
      value: 12,
      basis: "SUBTOTALS",
    });
    expect(total({ PENDING: 9, TOTAL_REPORTED: 40 })).toMatchObject({ value: 40, basis: "TOTAL" });
  });

  it("takes the parts where there is no total line, zero too", () => {
    expect(total({ PENDING: 0 })).toMatchObject({ value: 0, basis: "PARTS" });
  });

  it("is unknown where a part has no value", () => {
    expect(total({ PENDING: null, TOTAL_REPORTED: 4 }).value).toBeNull();
  });

  it("is never below the sum of the parts, nor below the total line", () => {
    fc.assert(
      fc.property(anyTables([...TRACE_PARTS, "TOTAL_REPORTED", "IDENTIFIABLE_TOTAL"]), (cells) => {
        const table = cells.filter((cell) => cell.area === "AAA" && cell.year === 2016);
        const value = traceTotal(table).value ?? Number.NaN;
        const sum = (of: typeof table) => of.reduce((all, cell) => all + (cell.value ?? 0), 0);
        expect(value).toBeGreaterThanOrEqual(sum(table.filter((c) => TRACE_PARTS.has(c.code))));
        expect(value).toBeGreaterThanOrEqual(sum(table.filter((c) => c.code === "TOTAL_REPORTED")));
      }),
    );
  });
});

describe("tracedShares", () => {
  it("divides the traced by all arms of the table", () => {
    const cells = tableOf("AAA", 2016, {
      ILLEGIT_OWNER_NATIONAL: 6,
      ILLEGIT_OWNER_FOREIGN: 3,
      DIVERSION_OTHERWISE: 1,
      LEGIT_OWNER_NATIONAL: 20,
      NOT_ID_ERASED: 10,
      TOTAL_REPORTED: 40,
    });
    expect(tracedShares(cells)).toMatchObject([{ n: 10, d: 40, value: 25, notes: [] }]);
    expect(tracedShares(cells)[0]?.inputs).toHaveLength(4);
  });

  it("has no value for an empty table", () => {
    expect(tracedShares(tableOf("AAA", 2016, { TOTAL_REPORTED: 0 }))).toMatchObject([
      { value: null, notes: ["DENOMINATOR_ZERO"] },
    ]);
  });
});

describe("markedShares", () => {
  const cells = tableOf("AAA", 2016, { UNIQUELY_MARKED: 30, ALTERED: 10, NOT_MARKED: 20, _U: 60 });

  it("divides by its own four categories, or by the three known", () => {
    expect(markedShares(cells, "WITH")).toMatchObject([{ n: 30, d: 120, value: 25 }]);
    expect(markedShares(cells, "WITHOUT")).toMatchObject([{ n: 30, d: 60, value: 50 }]);
  });

  it("has no value where all are unknown and the unknown are left out", () => {
    const unknown = tableOf("AAA", 2016, { UNIQUELY_MARKED: 0, _U: 9 });
    expect(markedShares(unknown, "WITHOUT")).toMatchObject([{ value: null }]);
    expect(markedShares(unknown, "WITH")).toMatchObject([
      { value: 0, notes: ["SMALL_DENOMINATOR"] },
    ]);
  });
});

describe("armsPerCase", () => {
  const arms = [2016, 2017, 2018].map((year) => source("AAA", year, "_T", 60));
  const cases = [
    source("AAA", 2016, "_T", 40, { indicator: "SEIZURE_CASES", row: "c1" }),
    source("AAA", 2017, "_T", 0, { indicator: "SEIZURE_CASES", row: "c2" }),
    source("BBB", 2018, "_T", 9, { indicator: "SEIZURE_CASES", row: "c3" }),
  ];

  it("divides arms by the cases of the same area and year, else says why not", () => {
    expect(armsPerCase(arms, cases).map(({ value, notes }) => [value, notes.join()])).toEqual([
      [1.5, ""],
      [null, "DENOMINATOR_ZERO"],
      [null, "DENOMINATOR_ABSENT"],
    ]);
    expect(armsPerCase(arms, cases)[0]?.inputs).toEqual(["AAA-2016-_T", "c1"]);
  });
});

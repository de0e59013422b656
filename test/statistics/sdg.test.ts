import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sdgByRule, sdgByWording } from "../../src/statistics/sdg.ts";
import { sdgPoints } from "../../src/statistics/sdg-series.ts";
import { overWindow, publishedWindow } from "../../src/statistics/sdg-window.ts";
import { TRACE_PARTS } from "../../src/statistics/trace-table.ts";
import { anyTables, source, tableOf } from "./source-cells.ts";

const FOUND = { indicator: "ARMS_FOUND" } as const;

/** Every line of the table has another power of two, so that a sum says which lines are in it. */
const FULL = tableOf("AAA", 2016, {
  LEGIT_OWNER_NATIONAL: 1,
  ILLEGIT_OWNER_NATIONAL: 2,
  ILLEGIT_OWNER_FOREIGN: 4,
  DIVERSION_OTHERWISE: 8,
  ATTEMPTED_NO_DIVERSION: 16,
  PENDING: 32,
  NOT_INITIATED: 64,
  NOT_ID_ERASED: 128,
  NOT_ID_ILLICIT_MANUFACTURE: 256,
  NOT_ID_NO_INFORMATION: 512,
  _U: 1024,
  IDENTIFIABLE_TOTAL: 127,
  NOT_IDENTIFIABLE_TOTAL: 896,
  TOTAL_REPORTED: 2047,
});

describe("sdgByRule", () => {
  it("takes the three traced lines over the seven traceable ones, of arms seized only", () => {
    const [ratio, ...more] = sdgByRule([
      ...FULL,
      ...FULL.map((cell) => ({ ...cell, ...FOUND })),
      source("AAA", 2016, "TRACED_TO_PURCHASER", 9999),
    ]);
    expect(more).toEqual([]);
    expect(ratio).toMatchObject({ n: 2 + 4 + 8, d: 2 + 4 + 8 + 16 + 32 + 64 + 1024, notes: [] });
    expect(ratio?.value).toBeCloseTo((100 * 14) / 1150, 12);
    expect(ratio?.inputs).toHaveLength(7);
  });

  it("has 0 for absent lines, and no value where nothing is traceable", () => {
    expect(sdgByRule(tableOf("AAA", 2016, { PENDING: 50 }))).toMatchObject([{ n: 0, value: 0 }]);
    const legit = sdgByRule(tableOf("AAA", 2016, { LEGIT_OWNER_NATIONAL: 50 }));
    expect(legit).toMatchObject([{ n: 0, d: 0, value: null, notes: ["DENOMINATOR_ZERO"] }]);
    expect(legit[0]?.inputs).toEqual(["AAA-2016-LEGIT_OWNER_NATIONAL"]);
  });

  it("imputes nothing for a line without a value", () => {
    const cells = tableOf("AAA", 2016, { ILLEGIT_OWNER_NATIONAL: null, PENDING: 50 });
    expect(sdgByRule(cells)).toMatchObject([{ value: null, notes: ["INPUT_WITHOUT_VALUE"] }]);
  });

  it("lies between 0 and 100, and counts each year of each area for itself", () => {
    fc.assert(
      fc.property(anyTables([...TRACE_PARTS], true), (cells) => {
        const ratios = sdgByRule(cells);
        const places = ratios.map(({ area, year }) => `${area} ${year}`);
        expect(new Set(places)).toEqual(new Set(cells.map(({ area, year }) => `${area} ${year}`)));
        for (const { value } of ratios) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe("sdgByWording", () => {
  it("takes the traced lines over all arms of the tables of seized, found and surrendered", () => {
    const found = tableOf("AAA", 2016, { ILLEGIT_OWNER_FOREIGN: 10, NOT_ID_ERASED: 43 }, FOUND);
    expect(sdgByWording([...FULL, ...found])).toMatchObject([{ n: 24, d: 2100 }]);
  });

  it("is there for an area that found arms and seized none", () => {
    const found = tableOf("BBB", 2016, { ILLEGIT_OWNER_FOREIGN: 10, TOTAL_REPORTED: 40 }, FOUND);
    expect(sdgByWording(found)).toMatchObject([{ area: "BBB", value: 25 }]);
    expect(sdgByRule(found)).toEqual([]);
  });

  it("never exceeds 100", () => {
    fc.assert(
      fc.property(anyTables([...TRACE_PARTS, "TOTAL_REPORTED"]), (cells) => {
        for (const { value } of sdgByWording(cells)) expect(value ?? 0).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe("overWindow", () => {
  const years = sdgByRule([
    ...tableOf("AAA", 2016, { ILLEGIT_OWNER_NATIONAL: 10, PENDING: 90 }),
    ...tableOf("AAA", 2017, { ILLEGIT_OWNER_NATIONAL: 200, PENDING: 200 }),
    ...tableOf("AAA", 2018, { LEGIT_OWNER_NATIONAL: 7 }),
    ...tableOf("AAA", 2019, { PENDING: null }),
    ...tableOf("BBB", 2016, { PENDING: 1 }),
  ]);
  const over = (from: number, to: number, joining: "mean" | "pooled") =>
    overWindow("AAA", years, { from, to }, joining);

  it("takes the mean of the ratios, or the ratio of the sums", () => {
    expect(over(2016, 2017, "mean")).toMatchObject({ value: 30, n: null, d: null });
    expect(over(2016, 2017, "pooled")).toMatchObject({ value: 42, n: 210, d: 500 });
    expect(over(2016, 2017, "mean").inputs).toHaveLength(4);
  });

  it("leaves a year without a denominator out, and an absent one", () => {
    for (const joining of ["mean", "pooled"] as const) {
      expect(over(2017, 2018, joining)).toMatchObject({ value: 50, notes: [] });
      expect(over(2015, 2016, joining)).toMatchObject({ value: 10 });
      expect(over(2018, 2018, joining)).toMatchObject({ value: null, notes: ["DENOMINATOR_ZERO"] });
      expect(over(2020, 2021, joining)).toMatchObject({ value: null, notes: ["NOT_IN_RELEASE"] });
    }
  });

  it("has no value where an input of the window has none", () => {
    expect(over(2018, 2019, "mean")).toMatchObject({ value: null, notes: ["INPUT_WITHOUT_VALUE"] });
    const both = overWindow("AAA", years, { from: 2017, to: 2019 }, "pooled");
    expect(both).toMatchObject({ value: null, n: null, notes: ["INPUT_WITHOUT_VALUE"] });
    expect(both.inputs).toContain("AAA-2019-PENDING");
  });

  it("has mean and pooled value between the yearly ones", () => {
    fc.assert(
      fc.property(anyTables([...TRACE_PARTS]), fc.constantFrom("mean", "pooled"), (cells, how) => {
        const ratios = sdgByRule(cells);
        const { value, years: used } = overWindow("AAA", ratios, { from: 2016, to: 2018 }, how);
        const values = used.flatMap((ratio) => ratio.value ?? []);
        expect(value === null).toBe(values.length === 0);
        if (value === null) return;
        expect(value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });
});

describe("publishedWindow", () => {
  it("reads the window of the footnote, and the label year alone without one", () => {
    const two = "2016-2017 average based on available data";
    expect(publishedWindow(2016, two)).toEqual({ span: { from: 2016, to: 2017 }, slip: false });
    expect(publishedWindow(2022, "")).toEqual({ span: { from: 2022, to: 2022 }, slip: false });
  });

  it("reads Spain's slip from its label year", () => {
    const slip = "2021-2021 average based on available data";
    expect(publishedWindow(2020, slip)).toEqual({ span: { from: 2020, to: 2021 }, slip: true });
  });

  it("reads nothing from other words, nor from a window elsewhere", () => {
    expect(publishedWindow(2016, "2016-2017 average")).toBeUndefined();
    expect(publishedWindow(2016, "2017-2018 average based on available data")).toBeUndefined();
  });
});

describe("sdgPoints", () => {
  const points = sdgPoints([
    ...tableOf("AAA", 2016, { ILLEGIT_OWNER_NATIONAL: 10, PENDING: 90 }),
    ...tableOf("AAA", 2017, { ILLEGIT_OWNER_NATIONAL: 200, PENDING: 200 }),
  ]);
  const values = (indicator: string) =>
    points
      .filter((point) => point.indicator === indicator)
      .map(({ label, span, ratio }) => [label, span.from, span.to, ratio.value]);

  it("labels a mean with its first year and pooled years with the second", () => {
    expect(values("SDG_16_4_2_RULE")).toEqual([
      [2016, 2016, 2016, 10],
      [2017, 2017, 2017, 50],
    ]);
    expect(values("SDG_16_4_2_RULE_MEAN")).toEqual([
      [2016, 2016, 2017, 30],
      [2017, 2017, 2018, 50],
    ]);
    expect(values("SDG_16_4_2_RULE_POOLED")).toEqual([
      [2016, 2015, 2016, 10],
      [2017, 2016, 2017, 42],
    ]);
  });

  it("labels no year in which the area has no tracing row", () => {
    expect(new Set(points.map(({ label }) => label))).toEqual(new Set([2016, 2017]));
    expect(points).toHaveLength(12);
  });
});

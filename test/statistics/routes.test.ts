import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossingShares, routesOf } from "../../src/statistics/routes.ts";
import type { SourceCell } from "../../src/statistics/source-cell.ts";
import { BANDS, bandShares, UNDER } from "../../src/statistics/time-to-crime.ts";
import { source, tableOf } from "./source-cells.ts";

/** A full matrix: recovered in the area of a row, sold in that of a column. */
const matrix = (areas: readonly string[], counts: readonly (readonly number[])[]): SourceCell[] =>
  areas.flatMap((recovered, row) =>
    areas.map((sold, column) => source(recovered, 2016, sold, counts[row]?.[column] ?? 0)),
  );

const AREAS = ["US-AA", "US-BB", "US-CC"];
const CELLS = matrix(AREAS, [
  [100, 20, 30],
  [5, 200, 1],
  [0, 4, 0],
]);

describe("routesOf", () => {
  it("gives in, out, within, net and shares of each area", () => {
    const [first, , third] = routesOf(CELLS);
    expect(first).toMatchObject({
      area: "US-AA",
      year: 2016,
      in: { value: 50 },
      out: { value: 5 },
      within: { value: 100 },
      net: { value: 45 },
      inShare: { n: 50, d: 150 },
      outShare: { n: 5, d: 105 },
    });
    expect(first?.inShare.value).toBeCloseTo(100 / 3, 12);
    expect(third).toMatchObject({ within: { value: 0 }, inShare: { value: 100 } });
  });

  it("names the matrix cells behind each number", () => {
    const [first] = routesOf(CELLS);
    expect(first?.in.inputs).toEqual(["US-AA-2016-US-BB", "US-AA-2016-US-CC"]);
    expect(first?.out.inputs).toEqual(["US-BB-2016-US-AA", "US-CC-2016-US-AA"]);
    expect(first?.within.inputs).toEqual(["US-AA-2016-US-AA"]);
  });

  it("says nothing of recoveries in an area that is a source only", () => {
    const routes = routesOf([...CELLS, source("US-AA", 2016, "CAN", 2)]);
    const canada = routes.find(({ area }) => area === "CAN");
    expect(canada).toMatchObject({
      in: { value: null },
      within: { value: null },
      net: { value: null },
      out: { value: 2 },
      inShare: { value: null },
    });
    expect(routes.find(({ area }) => area === "US-AA")?.in.value).toBe(52);
  });

  it("keeps years apart", () => {
    const later = CELLS.map((cell) => ({ ...cell, year: 2017, value: 1 }));
    const years = routesOf([...CELLS, ...later]);
    expect(years.map(({ year, within }) => [year, within.value])).toEqual([
      [2016, 100],
      [2016, 200],
      [2016, 0],
      [2017, 1],
      [2017, 1],
      [2017, 1],
    ]);
  });

  it("has as many in as out over all areas: nets sum to 0", () => {
    const row = fc.array(fc.nat({ max: 9999 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 3 }), (counts) => {
        const routes = routesOf(matrix(AREAS, counts));
        const sum = (part: "in" | "out" | "net" | "within") =>
          routes.reduce((all, each) => all + (each[part].value ?? Number.NaN), 0);
        expect(sum("in")).toBe(sum("out"));
        expect(sum("net")).toBe(0);
        expect(sum("in") + sum("within")).toBe(counts.flat().reduce((all, one) => all + one, 0));
      }),
    );
  });
});

describe("crossingShares", () => {
  it("is the share of the whole matrix off its diagonal", () => {
    expect(crossingShares(CELLS, "USA")).toMatchObject([
      { area: "USA", year: 2016, n: 60, d: 360 },
    ]);
  });
});

describe("bandShares", () => {
  const cells = tableOf("US-AA", 2020, {
    M0T2: 10,
    M3T6: 20,
    M7T11: 30,
    M12T23: 40,
    M24T35: 50,
    M_GE36: 50,
  });

  it("divides by the firearms whose time is known", () => {
    expect(bandShares(cells, UNDER.UNDER_1_YEAR)).toMatchObject([{ n: 60, d: 200, value: 30 }]);
    expect(bandShares(cells, UNDER.UNDER_3_YEARS)).toMatchObject([{ n: 150, d: 200, value: 75 }]);
    const all = BANDS.flatMap((band) => bandShares(cells, [band])[0]?.value ?? []);
    expect(all.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 12);
  });

  it("has no denominator where a band is absent", () => {
    expect(bandShares(cells.slice(1), ["M3T6"])).toMatchObject([
      { value: null, notes: ["DENOMINATOR_ABSENT"] },
    ]);
  });
});

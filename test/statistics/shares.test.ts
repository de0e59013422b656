import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOf } from "../../src/statistics/cell.ts";
import { type Shares, sharesOf } from "../../src/statistics/shares.ts";
import { anyCells, cell, shuffled } from "./cells.ts";

const NONE: ReadonlySet<string> = new Set();
const RESIDUAL: ReadonlySet<string> = new Set(["_O", "_U"]);
const weights = fc.constantFrom("pooled" as const, "mean" as const);
const lefts = fc.constantFrom(NONE, RESIDUAL);

const shareOf = ({ shares }: Shares, code: string) =>
  shares.find((entry) => entry.code === code)?.share;

/** A large area with 10 % pistols, a small one with 90 %. */
const TWO = [
  cell("BIG", 2016, 100, "PISTOL"),
  cell("BIG", 2016, 900, "RIFLE"),
  cell("SMALL", 2016, 9, "PISTOL"),
  cell("SMALL", 2016, 1, "RIFLE"),
];

describe("sharesOf", () => {
  it("weighs every arm alike when pooled, and every area alike in a mean", () => {
    expect(shareOf(sharesOf(TWO, "pooled", NONE), "PISTOL")).toBeCloseTo(109 / 1010, 12);
    expect(shareOf(sharesOf(TWO, "mean", NONE), "PISTOL")).toBeCloseTo(0.5, 12);
  });

  it("counts a category that an area does not give as 0 in the area's share", () => {
    const cells = [...TWO, cell("THIRD", 2016, 10, "RIFLE")];
    const shares = sharesOf(cells, "mean", NONE);
    expect(shareOf(shares, "PISTOL")).toBeCloseTo(1 / 3, 12);
    expect(shares.shares.find((entry) => entry.code === "PISTOL")?.areas).toBe(2);
  });

  it("leaves areas out that have nothing to divide by", () => {
    const cells = [...TWO, cell("ZERO", 2016, 0, "PISTOL"), cell("NONE", 2016, null, "PISTOL")];
    const shares = sharesOf(cells, "mean", NONE);
    expect(shares.areas).toEqual(["BIG", "SMALL"]);
    expect(shareOf(shares, "PISTOL")).toBeCloseTo(0.5, 12);
  });

  it("takes what is left out from numerator and denominator", () => {
    const cells = [...TWO, cell("BIG", 2016, 5000, "_U"), cell("ODD", 2016, 5, "_O")];
    const shares = sharesOf(cells, "pooled", RESIDUAL);
    expect(shares.denominator).toBe(1010);
    expect(shares.areas).toEqual(["BIG", "SMALL"]);
    expect(shareOf(shares, "_U")).toBeUndefined();
  });

  it("sums the years of an area before it divides", () => {
    const cells = [
      cell("AAA", 2016, 1, "PISTOL"),
      cell("AAA", 2017, 99, "RIFLE"),
      cell("AAA", 2017, null, "PISTOL"),
    ];
    for (const weight of ["pooled", "mean"] as const)
      expect(shareOf(sharesOf(cells, weight, NONE), "PISTOL")).toBeCloseTo(0.01, 12);
  });

  it("is null, not zero and not NaN, where nothing is reported or all is zero", () => {
    for (const weight of ["pooled", "mean"] as const) {
      expect(sharesOf([], weight, NONE)).toMatchObject({ shares: [], areas: [], denominator: 0 });
      const zeros = sharesOf([cell("AAA", 2016, 0, "PISTOL")], weight, NONE);
      expect(shareOf(zeros, "PISTOL")).toBeNull();
    }
  });

  it("gives parts of one whole: each between 0 and 1, together 1", () => {
    fc.assert(
      fc.property(anyCells, weights, lefts, (cells, weight, without) => {
        const { shares, areas, denominator } = sharesOf(cells, weight, without);
        const kept = cells.filter((entry) => !without.has(entry.code));
        expect(denominator).toBe(sumOf(kept) ?? 0);
        if (areas.length === 0) {
          for (const entry of shares) expect(entry.share).toBeNull();
          return;
        }
        const sum = shares.reduce((total, entry) => total + (entry.share ?? Number.NaN), 0);
        expect(sum).toBeCloseTo(1, 9);
        for (const { share } of shares) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  it("is the same for both weightings where there is one area", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const one = cells.filter((entry) => entry.area === "AAA");
        const mean = sharesOf(one, "mean", NONE);
        for (const entry of sharesOf(one, "pooled", NONE).shares)
          expect(shareOf(mean, entry.code) ?? -1).toBeCloseTo(entry.share ?? -1, 9);
      }),
    );
  });

  it("does not depend on the order of the cells, and never reads a missing value as zero", () => {
    fc.assert(
      fc.property(
        anyCells.chain((cells) => fc.tuple(fc.constant(cells), shuffled(cells))),
        weights,
        ([cells, others], weight) => {
          const reported = sharesOf(
            cells.filter((entry) => entry.value !== null),
            weight,
            NONE,
          );
          const all = sharesOf(others, weight, NONE);
          expect(all.areas).toEqual(reported.areas);
          expect(all.shares).toHaveLength(reported.shares.length);
          for (const { code, share, areas } of reported.shares) {
            expect(shareOf(all, code) ?? -1).toBeCloseTo(share ?? -1, 9);
            expect(all.shares.find((entry) => entry.code === code)?.areas).toBe(areas);
          }
        },
      ),
    );
  });
});

import { describe, expect, it } from "vitest";
import type { Share, Shares } from "../../src/statistics/shares.ts";
import { answer, totalOf } from "./real.ts";

/** Year, reporting States, sum, sum without the United States: domain.md, section 10. */
const ARMS_SEIZED = [
  [2004, 2, 6193, 6193],
  [2005, 2, 3828, 3828],
  [2006, 2, 19797, 19797],
  [2007, 2, 8653, 8653],
  [2008, 3, 7601, 7601],
  [2009, 3, 11774, 11774],
  [2010, 23, 122525, 122525],
  [2011, 24, 137515, 137515],
  [2012, 27, 160762, 160762],
  [2013, 26, 353048, 108004],
  [2014, 4, 284546, 39841],
  [2015, 3, 304532, 35186],
  [2016, 78, 553807, 265647],
  [2017, 78, 545779, 225518],
  [2018, 52, 549992, 215260],
  [2019, 44, 479434, 126740],
  [2020, 34, 567664, 175601],
  [2021, 45, 203537, 203537],
  [2022, 43, 252115, 252115],
  [2023, 35, 169499, 169499],
] as const;

describe("UNODC, arms seized, all that report", () => {
  it("has the number of States and the sum of every year, with and without the United States", async () => {
    const all = await answer({});
    const without = await answer({ areas: all.slice.areas.filter((area) => area !== "USA") });
    const table = all.coverage.map(({ year, reporting }) => [
      year,
      reporting.length,
      totalOf(all, year),
      totalOf(without, year),
    ]);
    expect(table).toEqual(ARMS_SEIZED);
    for (const [year, states] of ARMS_SEIZED)
      expect(all.totals.find((total) => total.year === year)?.areas).toBe(states);
  });

  it("has the United States join in 2013 and leave in 2021, so that no line may join the years", async () => {
    const { coverage, balanced } = await answer({});
    const changes = (side: "joined" | "left") =>
      coverage.flatMap((year) => (year[side].includes("USA") ? [year.year] : []));
    expect(changes("joined")).toEqual([2013]);
    expect(changes("left")).toEqual([2021]);
    expect(balanced).toBe(false);
  });

  it("has 81 States in 2016 and 2017 together, 75 of them in both", async () => {
    const both = await answer({ from: 2016, to: 2017 });
    expect(both.members).toHaveLength(81);
    expect(both.panel).toHaveLength(75);
  });
});

describe("UNODC, arms seized, the same States in every year", () => {
  it("is flat from 2016 to 2022, with ten States", async () => {
    const same = await answer({ panel: "same", from: 2016, to: 2022 });
    expect(same.members).toEqual("COL ESP GBR GRC JPN LTU MAR MEX SVK SWE".split(" "));
    expect(same.trend.map((line) => line.points.map((point) => point.value))).toEqual([
      [54908, 47895, 41853, 42419, 50155, 53135, 56839],
    ]);
    expect(same.balanced).toBe(true);
  });

  it.each([
    [2016, 2017, 75],
    [2016, 2019, 29],
    [2016, 2020, 17],
    [2016, 2022, 10],
    [2016, 2023, 7],
    [2018, 2022, 11],
    [2019, 2022, 12],
    [2020, 2022, 18],
    [2021, 2022, 29],
    [2021, 2023, 18],
  ])("from %i to %i has %i States", async (from, to, size) => {
    const same = await answer({ panel: "same", from, to });
    expect(same.panel).toHaveLength(size);
    expect(same.members).toEqual(same.panel);
    expect(same.coverage.map((year) => year.reporting.length)).toEqual(
      same.coverage.map(() => size),
    );
  });

  it("from 2016 to 2023 are these seven", async () => {
    const { panel } = await answer({ panel: "same", from: 2016, to: 2023 });
    expect(panel).toEqual("COL ESP GBR GRC JPN MAR SVK".split(" "));
  });
});

describe("UNODC, arms seized by weapon type, 2016 and 2017", () => {
  const types = { by: "weapon_type", from: 2016, to: 2017, measure: "share" } as const;
  const percent = (shares: Shares | null, code: string): string => {
    const found: Share | undefined = shares?.shares.find((entry) => entry.code === code);
    return ((found?.share ?? Number.NaN) * 100).toFixed(1);
  };

  it.each([
    ["PISTOL", "38.3", "50.0", "45.1"],
    ["REVOLVER", "14.3", "18.1", "16.4"],
    ["RIFLE", "19.3", "16.5", "14.9"],
    ["SHOTGUN", "24.2", "14.7", "13.3"],
    ["SUBMACHINE_GUN", "2.8", "0.2", "0.2"],
    ["MACHINE_GUN", "1.2", "0.4", "0.4"],
  ])(
    "%s: %s per cent if each State counts once, %s pooled, %s of all",
    async (code, mean, pooled, all) => {
      const without = await answer({ ...types, weight: "mean", residual: "without" });
      const withAll = await answer({ ...types, weight: "pooled" });
      expect(percent(without.shares, code)).toBe(mean);
      expect(percent(without.otherShares, code)).toBe(pooled);
      expect(percent(withAll.shares, code)).toBe(all);
    },
  );

  it("rests on 71 States, of which one has only other or unknown", async () => {
    const withAll = await answer(types);
    const without = await answer({ ...types, residual: "without" });
    expect(withAll.shares?.areas).toHaveLength(71);
    expect(without.shares?.areas).toHaveLength(70);
    expect(percent(withAll.shares, "_O")).toBe("2.7");
    expect(percent(withAll.shares, "_U")).toBe("7.1");
  });

  it("never has shares above one whole", async () => {
    for (const weight of ["pooled", "mean"] as const)
      for (const residual of ["with", "without"] as const) {
        const { shares } = await answer({ ...types, weight, residual });
        const sum = shares?.shares.reduce((total, entry) => total + (entry.share ?? 0), 0);
        expect(sum).toBeCloseTo(1, 10);
      }
  });
});

describe("ATF, from State of sale to State of recovery", () => {
  const flows = {
    dataset: "US_ATF_FLOWS",
    indicator: "ARMS_TRACED",
    from: 2010,
    to: 2020,
  } as const;
  const TRACED = [
    145604, 149276, 156346, 166426, 170344, 190538, 211384, 239175, 254700, 269250, 306686,
  ];

  it("has the known national total of each year, equal to the sum of the States of recovery", async () => {
    const country = await answer(flows);
    const states = await answer({ ...flows, level: "SUBNATIONAL" });
    TRACED.forEach((traced, index) => {
      expect(totalOf(country, 2010 + index)).toBe(traced);
      expect(totalOf(states, 2010 + index)).toBe(traced);
    });
    expect(states.members).toHaveLength(54);
    expect(states.balanced).toBe(true);
  });

  it("has States of sale that sum to the same totals, at both levels", async () => {
    for (const level of ["COUNTRY", "SUBNATIONAL"] as const) {
      const { totals } = await answer({ ...flows, level, by: "origin_area" });
      const sums = TRACED.map((_, index) =>
        totals
          .filter((total) => total.year === 2010 + index)
          .reduce((sum, total) => sum + (total.value ?? 0), 0),
      );
      expect(sums).toEqual(TRACED);
    }
  });
});

describe("FBI, weapons arrests", () => {
  const arrests = { dataset: "US_FBI_ARRESTS", indicator: "ARRESTS_WEAPONS" } as const;
  const YOUNG = ["Y0T9", "Y10T12", "Y13T14", "Y15", "Y16", "Y17"];

  it("has 102,522 men and 10,097 women of full age in 2016, and 15,821 minors", async () => {
    const bands = await answer({ ...arrests, by: "age", from: 2016, to: 2016 });
    const codes = bands.totals.map((total) => total.code);
    expect(codes).toEqual(expect.arrayContaining(YOUNG));
    const adults = codes.filter((code) => !YOUNG.includes(code));
    const bySex = await answer({
      ...arrests,
      by: "sex",
      from: 2016,
      to: 2016,
      filters: { age: adults },
    });
    expect(totalOf(bySex, 2016, "M")).toBe(102522);
    expect(totalOf(bySex, 2016, "F")).toBe(10097);
    const minors = await answer({ ...arrests, from: 2016, to: 2016, filters: { age: YOUNG } });
    expect(totalOf(minors, 2016)).toBe(15821);
  });

  it("has bands and sexes that sum to the total of every year", async () => {
    const years = { from: 1994, to: 2016 };
    const total = await answer({ ...arrests, ...years });
    expect(total.totals).toHaveLength(23);
    for (const by of ["sex", "age"] as const) {
      const { totals } = await answer({ ...arrests, ...years, by });
      for (const { year, value } of total.totals) {
        const parts = totals.filter((part) => part.year === year);
        expect(parts.reduce((sum, part) => sum + (part.value ?? 0), 0)).toBe(value);
      }
    }
  });
});

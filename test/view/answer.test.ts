import { describe, expect, it } from "vitest";
import type { Dimension } from "../../src/standard/dimensions.ts";
import { sliceOf } from "../../src/view/catalogue.ts";
import { chooseCodes, chooseIndicator, settle, toggleCode } from "../../src/view/choose.ts";
import { DEFAULT_VIEW } from "../../src/view/view.ts";
import { answer, data, TOTALS, totalOf } from "./real.ts";

const PISTOLS = { by: "weapon_type", filters: { weapon_type: ["PISTOL"] } } as const;

describe("a share", () => {
  // Of the chosen categories alone pistols would be "100 % of all arms seized".
  it("of a chosen category is its share of the whole", async () => {
    const span = { from: 2016, to: 2017, measure: "share" } as const;
    const all = await answer({ by: "weapon_type", ...span });
    const pistols = await answer({ ...PISTOLS, ...span });
    expect(pistols.shares).toEqual(all.shares);
    expect(pistols.trend).toEqual(all.trend.filter((line) => line.code === "PISTOL"));
    expect(pistols.trend[0]?.points[0]?.value).toBeLessThan(0.6);
    expect(pistols.cells.every((cell) => cell.code === "PISTOL")).toBe(true);
  });

  it("is not given where categories overlap, nor of a cut list, nor of percentages", async () => {
    const overlapping = await answer({ by: "offence_context" });
    expect(overlapping.slice.additivity).toBe("OVERLAPPING");
    expect(overlapping.shares).toBeNull();
    const listed = await answer({
      dataset: "US_ATF_PROFILES",
      indicator: "ARMS_TRACED",
      level: "SUBNATIONAL",
      by: "calibre",
    });
    expect(listed.slice.additivity).toBe("LISTED");
    expect(listed.shares).toBeNull();
    const rates = settle(data.catalogue, {
      ...TOTALS,
      dataset: "UNODC_CTS_HOMICIDE",
      indicator: "VICTIMS_HOMICIDE",
      unit: "PER_100000_POP",
      by: "sex",
      measure: "share",
    });
    expect([rates.measure, rates.areas.length]).toEqual(["count", 1]);
  });
});

describe("an index", () => {
  const view = settle(data.catalogue, { ...TOTALS, measure: "index", from: 2016, to: 2022 });

  it("is of the same areas in every year, the first of which is 100", async () => {
    expect(view.panel).toBe("same");
    const [indexed, counted] = await Promise.all([
      answer(view),
      answer({ ...view, measure: "count" }),
    ]);
    expect(indexed.members).toHaveLength(10);
    const values = indexed.trend[0]?.points.map((point) => point.value);
    const base = totalOf(counted, 2016) ?? 0;
    expect(base).toBe(54908);
    expect(values?.[0]).toBe(100);
    expect(values?.[6]).toBeCloseTo((100 * 56839) / 54908, 10);
  });
});

describe("areas left out", () => {
  it("stand behind no number", async () => {
    const { totals, members, everyArea } = await answer({ without: ["USA"], from: 2016, to: 2017 });
    expect(members).not.toContain("USA");
    expect(everyArea.map((cell) => cell.area)).not.toContain("USA");
    expect(totals.map((total) => total.value)).toEqual([265647, 225518]);
  });

  it("are not those that are chosen", () => {
    const view = settle(data.catalogue, { ...TOTALS, areas: ["MEX"], without: ["MEX", "USA"] });
    expect(view.without).toEqual(["USA"]);
  });
});

describe("every area that reports", () => {
  it("is there beside the chosen ones and beside the panel", async () => {
    const chosen = await answer({ areas: ["MEX"], from: 2016, to: 2022, panel: "same" });
    expect(chosen.byArea.map((cell) => cell.area)).toEqual(["MEX"]);
    expect(chosen.everyArea.length).toBeGreaterThan(80);
  });
});

describe("what does not add up over areas", () => {
  it("is drawn area by area, with the latest number of each", async () => {
    const official = await answer({
      dataset: "UN_SDG_16_4_2",
      indicator: "SDG_16_4_2",
      unit: "PT",
      from: 2010,
      to: 2024,
    });
    expect(official.lines).toBe("areas");
    expect(official.trend).toHaveLength(43);
    const mexico = official.byArea.find((cell) => cell.area === "MEX");
    expect([mexico?.year, mexico?.value]).toEqual([2024, 67]);
    const [line] = official.trend.filter(({ code }) => code === "MEX");
    expect(line?.points.find((point) => point.year === 2021)?.value).toBe(99.52);
  });

  it("is not summed over categories either", async () => {
    const all = await answer({ by: "offence_context" });
    const codes = all.trend.slice(0, 2).map((line) => line.code);
    const two = await answer({ by: "offence_context", filters: { offence_context: codes } });
    const [code = ""] = codes;
    const one = await answer({ by: "offence_context", filters: { offence_context: [code] } });
    expect([all.byArea, two.byArea]).toEqual([[], []]);
    expect(one.byArea.length).toBeGreaterThan(5);
  });
});

describe("a category that a reader chooses", () => {
  it("of a dimension that is not crossed with the one shown makes that dimension the one shown", () => {
    const view = chooseCodes(data.catalogue, DEFAULT_VIEW, "marking", ["NOT_MARKED"]);
    expect([view.by, view.filters]).toEqual(["marking", { marking: ["NOT_MARKED"] }]);
    expect(sliceOf(data.catalogue, view)).toBeDefined();
  });

  it("always leaves a view that some source has published", () => {
    for (const slice of data.catalogue.filter((entry) => entry.freq === "A"))
      for (const [dimension, codes] of Object.entries(slice.codes)) {
        const { dataset, indicator, unit, level } = slice;
        const start = chooseIndicator(data.catalogue, DEFAULT_VIEW, dataset, indicator);
        const view = { ...start, unit, level };
        if (sliceOf(data.catalogue, view) === undefined) continue;
        const next = toggleCode(data.catalogue, view, dimension as Dimension, codes?.[0] ?? "");
        expect(sliceOf(data.catalogue, next), `${indicator} ${dimension}`).toBeDefined();
      }
  });
});

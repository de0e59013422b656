import { describe, expect, it } from "vitest";
import { catalogueBeside, datasetsBeside, viewBeside } from "../../src/view/beside.ts";
import type { Slice } from "../../src/view/catalogue.ts";
import { DEFAULT_VIEW } from "../../src/view/view.ts";

const slice = (change: Partial<Slice>): Slice => ({
  dataset: "UNODC_IAFQ",
  indicator: "ARMS_SEIZED",
  freq: "A",
  unit: "NUMBER",
  level: "COUNTRY",
  breakdown: "weapon_type",
  additivity: "PART",
  years: [2020],
  areas: ["ESP", "MEX"],
  codes: { weapon_type: ["PISTOL"] },
  rows: 2,
  ...change,
});

describe("what stands beside a return", () => {
  it("is of the areas of the file alone; a table without any is not there", () => {
    const found = catalogueBeside(new Set(["KEN", "MEX"]), [
      slice({}),
      slice({ breakdown: "_T", areas: ["ESP"] }),
    ]);
    expect(found).toEqual([slice({ areas: ["MEX"] })]);
  });

  it("is of datasets that count the same, those with the very table first", () => {
    const catalogue = [
      slice({ dataset: "BR_RJ_ISP", breakdown: "_T" }),
      slice({}),
      slice({ dataset: "US_ATF_FLOWS", level: "SUBNATIONAL" }),
      slice({ dataset: "UN_SDG_16_4_2", unit: "PT" }),
      slice({ dataset: "MX_SESNSP_VICTIMS", indicator: "ARMS_FOUND" }),
    ];
    expect(datasetsBeside(catalogue, { ...DEFAULT_VIEW, dataset: "OWN_RETURN" })).toEqual([
      "UNODC_IAFQ",
      "BR_RJ_ISP",
    ]);
    expect(datasetsBeside([], DEFAULT_VIEW)).toEqual([]);
  });

  it("is the same question to another dataset, of its current releases", () => {
    const own = { ...DEFAULT_VIEW, dataset: "OWN_RETURN", release: "r", from: 2020 } as const;
    expect(viewBeside(own, "UNODC_IAFQ")).toEqual({
      ...own,
      dataset: "UNODC_IAFQ",
      release: "",
    });
  });
});

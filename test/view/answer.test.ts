import { describe, expect, it } from "vitest";
import { settle } from "../../src/view/choose.ts";
import { answer, data, TOTALS } from "./real.ts";

const PISTOLS = { by: "weapon_type", filters: { weapon_type: ["PISTOL"] } } as const;

describe("a share", () => {
  // Chosen categories are not a whole: pistols alone would be "100 % of all arms seized".
  it("is not given of a whole that the reader has cut", async () => {
    const { shares, otherShares } = await answer({ ...PISTOLS, from: 2016, to: 2017 });
    expect([shares, otherShares]).toEqual([null, null]);
  });

  it("is not offered for chosen categories", () => {
    const view = settle(data.catalogue, { ...TOTALS, ...PISTOLS, measure: "share" });
    expect(view.measure).toBe("count");
  });

  it("is not given where categories overlap, nor of a cut list", async () => {
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
  });
});

import { describe, expect, it } from "vitest";
import { siteData } from "../../src/build/site-data.ts";
import { calendarOf, publishedOn } from "../../src/components/data/calendar.ts";

const { releases, versions } = await siteData();

describe("the calendar of releases", () => {
  it("reads a day or a quarter, and nothing out of the month of a copy or of the data", () => {
    expect(publishedOn("2025-05-12")).toEqual({ kind: "day", day: "2025-05-12" });
    expect(publishedOn("2026.Q3.G.01")).toEqual({ kind: "quarter", year: 2026, quarter: 3 });
    for (const name of ["CY2020", "study-2019", "copy-2026-03", "2025-06", "1994-2016"])
      expect(publishedOn(name)).toBeUndefined();
  });

  it("has the releases of UNODC with the months between them, the newest first, and our versions", () => {
    const entries = calendarOf(releases, versions);
    const unodc = entries.filter(({ dataset }) => dataset === "UNODC_IAFQ");
    expect(unodc.map(({ label, since }) => [label, since])).toEqual([
      ["release 12/05/2025", 9],
      ["release 26/08/2024", 26],
      ["release 17/06/2022", undefined],
    ]);
    expect(entries.filter(({ dataset }) => dataset === undefined)).toHaveLength(versions.length);
    const days = entries.flatMap(({ when }) => (when.kind === "day" ? [when.day] : []));
    expect(days).toEqual(days.toSorted().reverse());
  });
});

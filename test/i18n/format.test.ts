import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatFor } from "../../src/i18n/format.ts";
import { codelistOf, inListOrder, labelOf } from "../../src/i18n/labels.ts";
import { LOCALES, localeOf, speechOf } from "../../src/i18n/locales.ts";
import { DIMENSIONS } from "../../src/standard/dimensions.ts";
import { data } from "../view/real.ts";

describe("formatFor", () => {
  const f = formatFor("en");

  it("writes numbers, shares, years and lists as English does", () => {
    expect(f.number(1234567)).toBe("1,234,567");
    expect(f.compact(1234567)).toBe("1.2M");
    expect(f.percent(0.3825)).toBe("38.3%");
    expect(f.percent(0)).toBe("0%");
    expect(f.year(2016)).toBe("2016");
    expect(f.date(new Date(2026, 10, 25))).toBe("November 25, 2026");
    expect(f.list(["a", "b", "c"])).toBe("a, b, and c");
    expect(f.bytes(12_400_000)).toBe("12.4 MB");
    expect(f.plural(1)).toBe("one");
  });

  it("never groups a year and never rounds a count", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (value) => {
        expect(f.year(value)).toBe(String(value));
        expect(Number(f.number(value).replaceAll(",", ""))).toBe(value);
      }),
    );
  });

  it.each(["ar", "zh", "fr", "ru", "es"])("works in %s", (language) => {
    const other = formatFor(language);
    for (const text of [
      other.number(12345.6),
      other.compact(1e6),
      other.percent(0.5),
      other.year(2016),
    ])
      expect(text).toMatch(/\S/);
  });

  it("refuses what is no language tag", () => {
    expect(() => formatFor("no language")).toThrow(RangeError);
  });
});

describe("labels", () => {
  const { areas } = data.names;

  it("has a label for every code that the data hold", () => {
    for (const slice of data.catalogue) {
      expect(labelOf("indicator", slice.indicator, areas)).toMatch(/\S/);
      for (const area of slice.areas) expect(labelOf("ref_area", area, areas)).toMatch(/\S/);
      for (const dimension of DIMENSIONS)
        for (const code of slice.codes[dimension] ?? [])
          expect(labelOf(dimension, code, areas)).toMatch(/\S/);
    }
  });

  it("refuses an unknown code, and names of objects' own parts", () => {
    expect(() => labelOf("sex", "X", areas)).toThrow('CL_SEX has no code "X".');
    expect(() => labelOf("sex", "constructor", areas)).toThrow(/CL_SEX/);
    expect(() => labelOf("obs_value", "1", areas)).toThrow(/no code list/);
    expect(() => labelOf("ref_area", "XXX", areas)).toThrow(/CL_AREA/);
    expect(codelistOf("obs_value")).toBeUndefined();
  });

  it("orders codes as their list does, and leaves areas as they come", () => {
    expect(inListOrder("weapon_type", ["_U", "RIFLE", "PISTOL"])).toEqual([
      "PISTOL",
      "RIFLE",
      "_U",
    ]);
    expect(inListOrder("origin_area", ["US-TX", "US-AL"])).toEqual(["US-TX", "US-AL"]);
  });
});

describe("locales", () => {
  it("have English at the root, and each path and tag once", () => {
    expect(localeOf(undefined).tag).toBe("en");
    expect(localeOf("").tag).toBe("en");
    expect(new Set(LOCALES.map((locale) => locale.path)).size).toBe(LOCALES.length);
    expect(() => localeOf("xx")).toThrow(/xx/);
  });

  it("have a word for every dimension, and for one State and for many", () => {
    for (const locale of LOCALES) {
      const { m } = speechOf(locale);
      for (const dimension of DIMENSIONS) expect(m.dimensions[dimension]).toMatch(/\S/);
    }
    const { m } = speechOf(localeOf(""));
    expect(m.areas("1", 1, "COUNTRY")).toBe("1 State");
    expect(m.areas("10", 10, "COUNTRY")).toBe("10 States");
  });
});

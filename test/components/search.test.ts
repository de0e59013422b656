import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchEntries } from "../../src/build/search-entries.ts";
import { siteData } from "../../src/build/site-data.ts";
import { find, indexed, plain } from "../../src/components/search/find.ts";
import { localeOf, speechOf } from "../../src/i18n/locales.ts";
import { decodeView } from "../../src/view/url.ts";

const data = await siteData();
const entries = searchEntries(data, speechOf(localeOf(undefined)));
const index = indexed(entries);
const names = (text: string, kind: string) =>
  find(index, text)
    .find((part) => part.kind === kind)
    ?.entries.map(({ name }) => name) ?? [];

describe("the index", () => {
  it("has every address once, and no view that the catalogue cannot answer", () => {
    const addresses = entries.map(({ address }) => address);
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const { address, kind } of entries) {
      if (kind !== "indicator") continue;
      const { notes } = decodeView(address.replace(/^explore\/\??/, ""), data.catalogue);
      expect({ address, notes }).toEqual({ address, notes: [] });
    }
  });
});

describe("a search", () => {
  it("finds areas by name, by code, in other languages and without accents", () => {
    expect(names("mex", "area")[0]).toBe("Mexico");
    expect(names("DEU", "area")[0]).toBe("Germany");
    expect(names("allemagne", "area")[0]).toBe("Germany");
    expect(names("turkiye", "area")[0]).toBe("Türkiye");
    expect(names("Мексика", "area")[0]).toBe("Mexico");
    expect(names("us-tx", "area")[0]).toBe("Texas");
    expect(names("caribbean", "area")).toContain("Latin America and the Caribbean");
  });

  it("finds figures and terms by words in any order", () => {
    expect(names("sex arrested", "indicator")[0]).toMatch(/arrested.* by sex/i);
    expect(names("tracing", "term").length).toBeGreaterThan(0);
    expect(names("coverage", "page")).toEqual(["Coverage"]);
  });

  it("finds every entry by its whole name, and nothing by what is nowhere", () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries), (entry) => {
        const all = find(index, entry.name).flatMap((part) => part.entries);
        expect(all.map(({ name }) => plain(name))).toContain(plain(entry.name));
      }),
    );
    expect(find(index, "xqzw")).toEqual([]);
    expect(find(index, "  ")).toEqual([]);
  });

  it("stands any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const { entries: some, count } of find(index, text)) {
          expect(some.length).toBeGreaterThan(0);
          expect(count).toBeGreaterThanOrEqual(some.length);
        }
      }),
    );
  });
});

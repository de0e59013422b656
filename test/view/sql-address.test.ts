import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSqlLink, encodeSqlLink, MAX_LINK } from "../../src/view/sql-address.ts";

const KNOWN = ["UNODC_IAFQ", "US_ATF_FLOWS", "UNODC_IAFQ@2024-08-26"];

describe("a link to a query", () => {
  it("comes back as it went out, whatever the query", () => {
    const sql = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 300 }),
      fc.constantFrom("SELECT 'a&b=c#d+e%20'\n\t-- ü ≥ 💡\nFROM x", ""),
    );
    fc.assert(
      fc.property(sql, fc.subarray(KNOWN), (text, tables) => {
        const search = encodeSqlLink({ sql: text, tables, version: "1.1.0" });
        expect(decodeSqlLink(`?${search}`, KNOWN)).toEqual({
          sql: text,
          tables,
          version: "1.1.0",
          unusable: [],
        });
      }),
    );
  });

  it("is not made of a query that is too long", () => {
    const link = (length: number) =>
      encodeSqlLink({ sql: "x".repeat(length), tables: [], version: "1.1.0" });
    expect(link(MAX_LINK)).toBeDefined();
    expect(link(MAX_LINK + 1)).toBeUndefined();
  });

  it.each([
    ["", { unusable: [] }],
    [`?sql=${"x".repeat(MAX_LINK + 1)}`, { unusable: ["sql"] }],
    ["?sql=a%00b", { unusable: ["sql"] }],
    ["?tables=UNODC_IAFQ~NOPE", { tables: ["UNODC_IAFQ"], unusable: ["tables"] }],
    ["?tables=__proto__", { tables: [], unusable: ["tables"] }],
    ["?data=latest", { unusable: ["data"] }],
    ["?sql=SELECT+1&data=1.0.0", { sql: "SELECT 1", version: "1.0.0", unusable: [] }],
  ])("%s is read as far as it can be used", (search, found) => {
    expect(decodeSqlLink(search, KNOWN)).toEqual(found);
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (search) => {
        expect(decodeSqlLink(search, KNOWN).unusable).toBeInstanceOf(Array);
      }),
    );
  });
});

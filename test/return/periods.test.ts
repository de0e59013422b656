import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessDecimal, parseNumber } from "../../src/return/numbers.ts";
import { type DateOrder, guessOrder, parseMonth, parsePeriod } from "../../src/return/periods.ts";

const day = fc.date({
  min: new Date("1900-01-01T00:00:00Z"),
  max: new Date("2100-12-31T00:00:00Z"),
  noInvalidDate: true,
});

describe("periods", () => {
  it("are read from a day in any order and with any separator", () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom<DateOrder>("YMD", "DMY", "MDY"),
        fc.constantFrom("-", "/", ".", " "),
        fc.constantFrom("", " 13:45", "T08:00:00Z", " 8:05 pm"),
        fc.boolean(),
        (date, order, separator, time, padded) => {
          const [year = "", month = "", dayOf = ""] = date.toISOString().slice(0, 10).split("-");
          const part = (text: string) => (padded ? text : String(Number(text)));
          const parts = { Y: year, M: part(month), D: part(dayOf) };
          const text = [...order].map((letter) => parts[letter as "Y" | "M" | "D"]).join(separator);
          expect(parsePeriod(text + time, order)).toEqual({
            year: Number(year),
            month: Number(month),
          });
        },
      ),
    );
  });

  it.each([
    ["2021", 2021, null],
    ["2021-03", 2021, 3],
    ["3/2021", 2021, 3],
    ["20210304", 2021, 3],
    ["4 mars 2021", 2021, 3],
    ["4 de marzo de 2021", 2021, 3],
    ["March 4, 2021", 2021, 3],
    ["12-Aug-2021", 2021, 8],
    ["août 2021", 2021, 8],
    ["Dic. 2021", 2021, 12],
  ])("are read from %s", (text, year, month) => {
    expect(parsePeriod(text, "DMY")).toEqual({ year, month });
  });

  it.each([
    "",
    "21/03/04",
    "31/02/2021",
    "2021-13",
    "00/01/2021",
    "soon",
    "1/2/3",
    "99999",
    "2500",
  ])("are not read from %j", (text) => {
    expect(parsePeriod(text, "DMY")).toBeUndefined();
  });

  it("tell days from months by a day above 12, and say when none does", () => {
    expect(guessOrder(["03/04/2021", "25/04/2021"])).toEqual({ order: "DMY", ambiguous: false });
    expect(guessOrder(["03/04/2021", "04/25/2021"])).toEqual({ order: "MDY", ambiguous: false });
    expect(guessOrder(["03/04/2021", "05/06/2021"])).toEqual({ order: "DMY", ambiguous: true });
    expect(guessOrder(["2021-04-03"])).toEqual({ order: "YMD", ambiguous: false });
  });

  it("have months by number or by name", () => {
    expect(["1", "12", "Mayo", "févr.", "13", "0", "x"].map(parseMonth)).toEqual([
      1,
      12,
      5,
      2,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("numbers", () => {
  it("are read back with the separators of the reader's language", () => {
    const languages = [
      ["en", "."],
      ["de", ","],
      ["fr", ","],
      ["es", ","],
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 3 }),
        ([language, decimal], whole, digits) => {
          const value = whole / 10 ** digits;
          const options = { maximumFractionDigits: digits, useGrouping: true };
          const text = new Intl.NumberFormat(language, options).format(value);
          expect(parseNumber(text, decimal)).toBeCloseTo(value, 6);
        },
      ),
    );
  });

  it.each(["", "1,2,3", "1.2.3", "12a", "--1", "1,23", "NaN", "Infinity"])(
    "are not read from %j",
    (text) => {
      expect(parseNumber(text, ".")).toBeUndefined();
    },
  );

  it("of a column of counts prove their decimal character, or are read with the point", () => {
    expect(guessDecimal(["1.234", "12"])).toBe(",");
    expect(guessDecimal(["1,5", "2"])).toBe(",");
    expect(guessDecimal(["1.234,5"])).toBe(",");
    expect(guessDecimal(["1.5", "2"])).toBe(".");
    expect(guessDecimal(["1,234"])).toBe(".");
  });
});

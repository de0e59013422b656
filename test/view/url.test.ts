import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakdownDimensions, type Dimension } from "../../src/standard/dimensions.ts";
import { sliceOf } from "../../src/view/catalogue.ts";
import { settle } from "../../src/view/choose.ts";
import { decodeView, encodeView } from "../../src/view/url.ts";
import { type By, DEFAULT_VIEW, PANELS, type View } from "../../src/view/view.ts";
import { data } from "./real.ts";

const { catalogue } = data;
const yearly = catalogue.filter((slice) => slice.freq === "A");
const encode = (view: View) => encodeView(view, "1.2.3");

/** Any view that the catalogue can answer: a slice, its dimensions as categories or filters, and any switch. */
const anyView: fc.Arbitrary<View> = fc.constantFrom(...yearly).chain((slice) => {
  const dimensions = breakdownDimensions(slice.breakdown);
  const by = fc.constantFrom<By[]>("_T", ...dimensions);
  const some = (codes: readonly string[]) =>
    fc
      .subarray([...codes], { minLength: 1 })
      .chain((kept) => fc.shuffledSubarray(kept, { minLength: 1 }));
  const filtersOf = (chosen: By) =>
    fc
      .tuple(
        ...dimensions.map((dimension) => {
          const codes = some(slice.codes[dimension] ?? []);
          const entry = codes.map((kept): [Dimension, string[]] => [dimension, kept]);
          return dimension === chosen ? fc.option(entry, { nil: undefined }) : entry;
        }),
      )
      .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== undefined)));
  const year = fc.integer({ min: 1990, max: 2030 });
  return by.chain((chosen) =>
    fc
      .record({
        dataset: fc.constant(slice.dataset),
        indicator: fc.constant(slice.indicator),
        by: fc.constant(chosen),
        unit: fc.constant(slice.unit),
        level: fc.constant(slice.level),
        years: fc.tuple(year, year),
        areas: fc.oneof(fc.constant([]), some(slice.areas)),
        without: fc.oneof(fc.constant([]), some(slice.areas)),
        filters: filtersOf(chosen),
        panel: fc.constantFrom("same" as const, "all" as const),
        measure: fc.constantFrom<View["measure"]>("count", "share", "index"),
        weight: fc.constantFrom("pooled" as const, "mean" as const),
        residual: fc.constantFrom("with" as const, "without" as const),
        outliers: fc.constantFrom("with" as const, "without" as const),
        arrange: fc.constantFrom<View["arrange"]>("bars", "stacked", "grouped"),
        multiples: fc.constantFrom<View["multiples"]>("area", "category"),
        scale: fc.constantFrom<View["scale"]>("common", "own"),
        routes: fc.constantFrom<View["routes"]>("sankey", "matrix", "arcs"),
        rows: fc.constantFrom<View["rows"]>("category", "area", "year"),
        names: fc.constantFrom<View["names"]>("labels", "codes", "both"),
        large: fc.constantFrom<View["large"]>("", ...PANELS),
      })
      .map(({ years: [a, b], ...view }) =>
        settle(catalogue, { ...view, release: "", from: Math.min(a, b), to: Math.max(a, b) }),
      ),
  );
});

describe("an address", () => {
  it("brings back every view that the catalogue can answer, without a note", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(sliceOf(catalogue, view)).toBeDefined();
        const decoded = decodeView(encode(view), catalogue);
        expect(decoded.view).toEqual(view);
        expect(decoded.notes).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same after a second round", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const search = encode(view);
        expect(encode(decodeView(search, catalogue).view)).toBe(search);
      }),
    );
  });

  it("holds only what differs from the default view, and the version of the data", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const names = [...new URLSearchParams(encode(view)).keys()];
        const named = (of: View) =>
          new Map<string, unknown>(
            Object.entries({
              ...of,
              area: of.areas.join("."),
              leave: of.without.join("."),
              years: `${of.from}-${of.to}`,
            }),
          );
        const [plain, standard] = [named(view), named(DEFAULT_VIEW)];
        for (const name of names.filter((name) => name !== "data" && name !== "v"))
          if (!(name in view.filters)) expect(plain.get(name)).not.toEqual(standard.get(name));
        expect(names.includes("data")).toBe(names.length > 0);
      }),
    );
  });

  it("is empty for the default view, and empty means the default view", () => {
    expect(encode(DEFAULT_VIEW)).toBe("");
    expect(decodeView("", catalogue)).toEqual({
      view: DEFAULT_VIEW,
      notes: [],
      dataVersion: undefined,
    });
  });

  it("says which version of the data it was made with", () => {
    const search = encodeView({ ...DEFAULT_VIEW, panel: "all" }, "0.9.0");
    expect(search).toBe("panel=all&v=2&data=0.9.0");
    expect(decodeView(search, catalogue).dataVersion).toBe("0.9.0");
  });

  it("has a separator that no code and no area contains", () => {
    const codes = catalogue.flatMap((slice) => [
      ...slice.areas,
      ...Object.values(slice.codes).flat(),
    ]);
    expect(codes.filter((code) => code.includes("."))).toEqual([]);
  });
});

describe("a broken address", () => {
  const answerable = (search: string) => {
    const { view, notes } = decodeView(search, catalogue);
    expect(sliceOf(catalogue, view)).toBeDefined();
    expect(view.from).toBeLessThanOrEqual(view.to);
    expect(settle(catalogue, view)).toEqual(view);
    return { view, notes };
  };
  const NAMES = ["dataset", "indicator", "by", "from", "to", "area", "level", "panel", "measure"];
  const DIMENSION_NAMES = ["sex", "age", "weapon_type", "origin_area", "trace_status"];
  const WORDS = [
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "prototype",
    "",
    ".",
    "...",
  ];

  it("always gives a view that can be answered, whatever stands in it", () => {
    const known = catalogue.flatMap((slice) => [slice.dataset, slice.indicator, slice.breakdown]);
    const name = fc.constantFrom(...NAMES, ...DIMENSION_NAMES, ...WORDS);
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(
        ...known,
        ...WORDS,
        "_T",
        "M",
        "USA",
        "US-CA",
        "SUBNATIONAL",
        "share",
        "9999",
      ),
    );
    const pairs = fc.array(fc.tuple(name, value), { maxLength: 8 });
    fc.assert(fc.property(fc.string(), (search) => void answerable(search)));
    fc.assert(fc.property(fc.string({ unit: "binary" }), (search) => void answerable(search)));
    fc.assert(fc.property(fc.webQueryParameters(), (search) => void answerable(search)));
    fc.assert(
      fc.property(pairs, (list) => void answerable(new URLSearchParams(list).toString())),
      { numRuns: 500 },
    );
  });

  it.each([
    ["years=20x6-2022", "years", "20x6-2022"],
    ["years=2020", "years", "2020"],
    ["years=", "years", ""],
    ["from=20x6", "years", "20x6-2022"],
    ["to=-2020", "years", "2016--2020"],
    ["release=2019-01-01", "release", "2019-01-01"],
    ["by=colour", "by", "colour"],
    ["by=__proto__", "by", "__proto__"],
    ["dataset=constructor", "dataset", "constructor"],
    ["panel=both", "panel", "both"],
    ["weapon_type=toString", "weapon_type", "toString"],
    ["area=__proto__", "area", "__proto__"],
    ["area=XXX", "area", "XXX"],
    ["__proto__=x", "__proto__", "x"],
    ["utm_source=mail", "utm_source", "mail"],
  ])("%s is named and left out", (search, parameter, value) => {
    const { view, notes } = answerable(search);
    expect(notes).toEqual([{ parameter, value }]);
    expect(view).toEqual(DEFAULT_VIEW);
  });

  it("keeps what it can use of a list", () => {
    const { view, notes } = answerable("area=MEX.XXX.COL.MEX&weapon_type=PISTOL.LASER.PISTOL");
    expect(view.areas).toEqual(["MEX", "COL"]);
    expect(view.filters).toEqual({ weapon_type: ["PISTOL"] });
    expect(notes).toEqual([
      { parameter: "weapon_type", value: "LASER" },
      { parameter: "area", value: "XXX" },
    ]);
  });

  it("has its years put in order and brought within what is published", () => {
    expect(answerable("from=2021&to=2017").view).toMatchObject({ from: 2017, to: 2021 });
    expect(answerable("from=1000&to=9999").view).toMatchObject({ from: 2004, to: 2023 });
    expect(answerable("from=1000&to=1001").view).toMatchObject({ from: 2004, to: 2023 });
  });

  it("becomes the default view, with a note, where no source has such a table", () => {
    const { view, notes } = answerable("by=sex");
    expect(view).toEqual(DEFAULT_VIEW);
    expect(notes).toEqual([{ parameter: "by", value: "UNODC_IAFQ ARMS_SEIZED sex" }]);
  });

  it("is quoted in a note no longer than 80 characters", () => {
    const { notes } = answerable(`by=${"x".repeat(5000)}&${"y".repeat(5000)}=1`);
    for (const note of notes) {
      expect(note.parameter.length).toBeLessThanOrEqual(80);
      expect(note.value.length).toBeLessThanOrEqual(80);
    }
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAll } from "../../pipelines/steps/check.ts";
import { flagAll } from "../../pipelines/steps/flag.ts";
import { checkManifest } from "../../pipelines/steps/manifest.ts";
import {
  loadCodes,
  loadFiles,
  loadObservations,
  withDatabase,
} from "../../pipelines/steps/table.ts";
import type { CodeList } from "../../src/standard/code.ts";
import { CODE_LISTS } from "../../src/standard/codelists/index.ts";
import { derivedTotals, sumSameKey } from "../../src/standard/derive.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { joinFlags, observation, splitFlags } from "../../src/standard/rows.ts";
import { temporaryFolder, textFile } from "./files.ts";

const HEAD = {
  dataset: "UNODC_IAFQ",
  release: "2025-05-12",
  indicator: "ARMS_SEIZED",
  ref_area: "AGO",
  time_period: "2016",
} as const;
const PLACE = { source_row: "4", source_detail: "category=x" };
const headline = (value: number | null): Observation =>
  observation(HEAD, { ...PLACE, obs_value: value });
const type = (code: Observation["weapon_type"], value: number | null): Observation =>
  observation(HEAD, {
    ...PLACE,
    weapon_type: code,
    breakdown: "weapon_type",
    additivity: "PART",
    obs_value: value,
  });
const marking = (code: Observation["marking"], value: number): Observation =>
  observation(HEAD, {
    ...PLACE,
    marking: code,
    breakdown: "marking",
    additivity: code === "TOTAL_REPORTED" ? "TOTAL" : "PART",
    obs_value: value,
  });
const flagsAfter = (...rows: Observation[]): string[] => flagAll(rows).map((row) => row.flags);

describe("flags from the numbers", () => {
  it("compares types with the headline and flags the parts", () => {
    const parts = [type("PISTOL", 4), type("RIFLE", 5)];
    expect(flagsAfter(headline(9), ...parts)).toEqual(["", "", ""]);
    expect(flagsAfter(headline(10), ...parts)).toEqual(["", "PARTS_LT_TOTAL", "PARTS_LT_TOTAL"]);
    expect(flagsAfter(headline(8), ...parts)).toEqual(["", "PARTS_GT_TOTAL", "PARTS_GT_TOTAL"]);
  });

  it("compares other breakdowns with their own total line only", () => {
    expect(flagsAfter(headline(9), marking("ALTERED", 5))).toEqual(["", ""]);
    expect(flagsAfter(headline(5), marking("TOTAL_REPORTED", 6), marking("ALTERED", 5))).toEqual([
      "",
      "PARTS_LT_TOTAL",
      "PARTS_LT_TOTAL",
    ]);
  });

  it("does not compare when a part has no value, or in another year", () => {
    expect(flagsAfter(headline(10), type("PISTOL", null))).toEqual(["", ""]);
    expect(flagsAfter({ ...headline(10), time_period: "2017" }, type("PISTOL", 4))).toEqual([
      "",
      "",
    ]);
  });

  it("doubts a zero total without a positive number, and no other zero", () => {
    expect(flagsAfter(headline(0))).toEqual(["FALSE_ZERO_SUSPECT"]);
    expect(flagsAfter(headline(0), type("PISTOL", 0))).toEqual(["FALSE_ZERO_SUSPECT", ""]);
    expect(flagsAfter(headline(0), marking("ALTERED", 1))).toEqual(["", ""]);
    expect(flagsAfter(headline(3), marking("TOTAL_REPORTED", 0))).toEqual([
      "",
      "FALSE_ZERO_SUSPECT",
    ]);
    expect(flagsAfter({ ...headline(0), flags: "DERIVED" })).toEqual(["DERIVED"]);
  });
});

describe("derived totals", () => {
  it("equal the sum of their parts, whatever the order", () => {
    const codes = ["PISTOL", "RIFLE", "SHOTGUN", "REVOLVER"] as const;
    const counts = fc.array(fc.nat(1e6), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(counts, (values) => {
        const rows = values.map((value, at) => type(codes[at] ?? "_U", value));
        const change = { weapon_type: "_T", breakdown: "_T", additivity: "TOTAL" } as const;
        const totals = derivedTotals(rows, change);
        expect(totals).toHaveLength(1);
        expect(totals[0]?.obs_value).toBe(values.reduce((a, b) => a + b, 0));
        expect(totals[0]?.source_row).toBe(`n=${values.length}`);
        expect(derivedTotals(rows.toReversed(), change)[0]?.obs_value).toBe(totals[0]?.obs_value);
      }),
    );
  });

  it("have no value when a part has none, and keep only flags that all parts share", () => {
    const rows = [
      { ...type("PISTOL", 1), flags: "AREA_MERGED|REKEYED_COPY" },
      { ...type("RIFLE", null), flags: "REKEYED_COPY" },
    ];
    expect(derivedTotals(rows, { weapon_type: "_T" })).toMatchObject([
      { obs_value: null, obs_status: "O", flags: "REKEYED_COPY|DERIVED" },
    ]);
  });

  it("sum rows of one key and leave the others alone", () => {
    const rows = [type("PISTOL", 1), type("RIFLE", 2), { ...type("PISTOL", 3), source_row: "9" }];
    const summed = sumSameKey(rows, () => ["MERGED_LABELS"]);
    expect(summed.map((row) => [row.obs_value, row.flags, row.source_row])).toEqual([
      [4, "MERGED_LABELS", "4+9"],
      [2, "", "4"],
    ]);
  });

  it("join flags once each, in the order of the list", () => {
    const flags = ["SMALL_CELL", "DERIVED", "TOP_N", "DERIVED"];
    expect(splitFlags(joinFlags(flags))).toEqual(["TOP_N", "DERIVED", "SMALL_CELL"]);
    expect(splitFlags(joinFlags([]))).toEqual([]);
  });
});

const CODES = [
  ...Object.values<CodeList>(CODE_LISTS).flatMap((list) =>
    list.codes.map(({ code }) => ({ codelist: list.id, code, level: "" })),
  ),
  { codelist: "CL_AREA", code: "_T", level: "_T" },
  { codelist: "CL_AREA", code: "AGO", level: "COUNTRY" },
];

/** Ids of the rules that fail on the rows. */
const failing = (...rows: Observation[]): Promise<string[]> =>
  withDatabase(async (db) => {
    await loadObservations(db, rows);
    await loadCodes(db, CODES);
    await loadFiles(db, [{ dataset: HEAD.dataset, release: HEAD.release, paths: ["x/f.xlsx"] }]);
    const checks = await checkAll(db);
    return checks.filter((check) => check.status === "FAIL").map((check) => check.id);
  });

describe("checks of the table", () => {
  it("pass on a sound table", async () => {
    expect(await failing(headline(9), type("PISTOL", 4))).toEqual([]);
  });

  it.each<[string, Partial<Observation>]>([
    ["codes-ref_area", { ref_area: "XXX", area_level: "COUNTRY" }],
    ["codes-flags", { flags: "DERIVED|NO_SUCH_FLAG" }],
    ["pattern-time_period", { time_period: "16" }],
    ["missing-value-status", { obs_value: null }],
    ["missing-value-status", { obs_status: "O" }],
    ["value-range", { obs_value: -1 }],
    ["value-range", { obs_value: Number.NaN }],
    ["value-range", { obs_value: Number.POSITIVE_INFINITY }],
    ["whole-counts", { obs_value: 1.5 }],
    ["breakdown", { breakdown: "marking" }],
    ["breakdown", { weapon_type: "PISTOL" }],
    ["not-applicable", { sex: "_T" }],
    ["not-applicable", { calibre: "_Z" }],
    ["additivity-total", { additivity: "PART" }],
    ["area-level", { area_level: "SUBNATIONAL" }],
    ["source-row", { source_row: "" }],
  ])("%s fails on %o", async (id, change) => {
    expect(await failing({ ...headline(1), ...change })).toContain(id);
  });

  it("unique-key fails on two rows of one key", async () => {
    expect(await failing(headline(1), headline(2))).toEqual(["unique-key"]);
  });
});

describe("manifest", () => {
  it("notes a file that is not the listed one, and is silent without a list", async () => {
    const raw = await temporaryFolder();
    const path = await textFile(raw, "a/f.csv", "x");
    expect(await checkManifest(raw, [path])).toEqual([]);
    const hash = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";
    await textFile(raw, "MANIFEST.csv", `path,sha256\ndata/raw/a/f.csv,${hash}\n`);
    expect(await checkManifest(raw, [path])).toMatchObject([{ status: "PASS", count: 1 }]);
    await textFile(raw, "a/f.csv", "y");
    expect(await checkManifest(raw, [path])).toMatchObject([
      { status: "WARNING", examples: ["a/f.csv"] },
    ]);
  });
});

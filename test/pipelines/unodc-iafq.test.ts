import { describe, expect, it } from "vitest";
import { standardizeIafq, unodcIafq } from "../../pipelines/sources/unodc-iafq.ts";
import { readIafqFile } from "../../pipelines/sources/unodc-iafq-read.ts";
import type { Observation } from "../../src/standard/observation.ts";
import {
  AREAS,
  type Cell,
  IAFQ_HEADER,
  iafqRow,
  iafqSheet,
  problemsOf,
  temporaryFolder,
  workbook,
} from "./files.ts";

const read = async (rows: readonly Cell[][]): Promise<readonly Observation[]> => {
  const path = await workbook(await temporaryFolder(), "iafq.xlsx", rows, "data");
  return standardizeIafq(await readIafqFile(path), AREAS).observations;
};
const readRows = (...changes: Record<string, Cell>[]): Promise<readonly Observation[]> =>
  read(iafqSheet(changes.map(iafqRow)));

const located = (Category: string, VALUE: number): Record<string, Cell> => ({
  Dimension: "by location",
  Category,
  VALUE,
});
const TRACED = "Uniquely identifiable - tracing procedure pending";
const CONDITION = { Dimension: "by condition", Category: "otherwise illicitly manufactured" };
const ILLEGITIMATE = "Uniquely identifiable - from illegitimate owner in national registry";

describe("UNODC mapping", () => {
  it("turns a headline row into a total without breakdown", async () => {
    const [row] = await readRows({});
    expect(row).toMatchObject({
      dataset: "UNODC_IAFQ",
      release: "2025-05-12",
      indicator: "ARMS_SEIZED",
      ref_area: "AGO",
      time_period: "2016",
      sex: "_Z",
      weapon_type: "_T",
      obs_value: 10,
      obs_status: "A",
      breakdown: "_T",
      additivity: "TOTAL",
      source_row: "4",
      source_detail: "indicator=Arms seized; dimension=Total; category=Total; source=IAFQ",
    });
  });

  it("keeps the total line inside a breakdown apart from the headline", async () => {
    const rows = await readRows({}, { Dimension: "by marking", Category: "Total", VALUE: 9 });
    expect(rows[1]).toMatchObject({
      marking: "TOTAL_REPORTED",
      breakdown: "marking",
      additivity: "TOTAL",
    });
  });

  it("reads the total by type of found arms as the headline", async () => {
    const [row] = await readRows({ Indicator: "Arms found", Dimension: "by type" });
    expect(row).toMatchObject({ indicator: "ARMS_FOUND", weapon_type: "_T", breakdown: "_T" });
  });

  it("reads the total line `Surrendered` and the labels of 2022", async () => {
    const rows = await readRows(
      { Indicator: "Arms surrendered", Dimension: "by marking", Category: "Surrendered" },
      { Dimension: "by other suspected offences", Category: "Drugs", Year: 2016 },
    );
    expect(rows[0]?.marking).toBe("TOTAL_REPORTED");
    expect(rows[1]).toMatchObject({
      offence_context: "DRUG_TRAFFICKING",
      additivity: "OVERLAPPING",
      flags: "MULTI_RESPONSE",
    });
  });

  it("reads two totals by location as place, then tracing", async () => {
    const rows = await readRows(located("Total", 5), located("Total", 6));
    expect(rows.map((row) => [row.seizure_place, row.trace_status])).toEqual([
      ["TOTAL_REPORTED", "_T"],
      ["_T", "TOTAL_REPORTED"],
    ]);
  });

  it("gives a single total by location to the table that has parts, else leaves it ambiguous", async () => {
    const place = await readRows(located("land borders", 5), located("Total", 5));
    const trace = await readRows(located(TRACED, 5), located("Total", 5));
    const both = await readRows(located(TRACED, 5), located("other", 5), located("Total", 5));
    const none = await readRows(located("Total", 5));
    expect(place[1]?.seizure_place).toBe("TOTAL_REPORTED");
    expect(trace[1]?.trace_status).toBe("TOTAL_REPORTED");
    expect(both[2]?.seizure_place).toBe("TOTAL_REPORTED");
    expect(none[0]).toMatchObject({
      seizure_place: "TOTAL_REPORTED",
      flags: "AMBIGUOUS_TOTAL",
      obs_status: "V",
    });
  });

  it("sums the two lines under a paired label and says so", async () => {
    const rows = await readRows({ ...CONDITION, VALUE: 3 }, { ...CONDITION, VALUE: 4 });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ obs_value: 7, flags: "PAIRED_LABEL", source_row: "4+5" });
  });

  it("takes the value from the known conflicting pair", async () => {
    const azerbaijan = { Iso3_code: "AZE", Country: "Azerbaijan", Year: "2023" };
    const rows = await readRows(
      { ...azerbaijan, ...located(ILLEGITIMATE, 1) },
      { ...azerbaijan, ...located(ILLEGITIMATE, 2) },
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      obs_value: null,
      obs_status: "O",
      flags: "CONFLICTING_DUPLICATE",
    });
    expect(rows[0]?.source_detail).toContain("values=1 / 2");
  });

  it("marks the United States and the outliers of Türkiye", async () => {
    const convicted = "Individuals convicted for illicit trafficking in weapons";
    const turkiye = { Iso3_code: "TUR", Country: "Türkiye", Indicator: convicted, Age: "Total" };
    const rows = await readRows(
      { Iso3_code: "USA", Country: "United States" },
      { ...turkiye, Sex: "Female", Year: "2021" },
      { ...turkiye, Sex: "Female", Year: "2019" },
    );
    expect(rows.map((row) => [row.obs_status, row.flags, row.breakdown])).toEqual([
      ["D", "SOURCE_DIFFERS", "_T"],
      ["V", "OUTLIER_SCOPE", "sex"],
      ["A", "", "sex"],
    ]);
  });

  it("reads swapped columns by their headers", async () => {
    const header = [...IAFQ_HEADER].reverse();
    const rows = await read(iafqSheet([iafqRow({}).reverse()], header));
    expect(rows).toEqual(await readRows({}));
  });

  it("loads the newest release in the folder, whatever the file names", async () => {
    const raw = await temporaryFolder();
    const older = iafqSheet([iafqRow({ VALUE: 1 })]);
    older[1] = ["26/08/2024"];
    const name = (end: string) => `unodc-iafq/data_iafq_firearms_trafficking_${end}.xlsx`;
    await workbook(raw, name("b"), older);
    await workbook(raw, name("a"), iafqSheet([iafqRow({ VALUE: 2 })]));
    const result = await unodcIafq.read(raw, AREAS);
    expect(result.releases.map((release) => release.release)).toEqual(["2025-05-12"]);
    expect(result.observations.map((row) => row.obs_value)).toEqual([2]);
  });
});

describe("UNODC damage", () => {
  const replaceHeader = (from: string, to: string): string[] =>
    IAFQ_HEADER.map((name) => (name === from ? to : name));

  it.each<[string, Record<string, Cell>, RegExp]>([
    [
      "a renamed category",
      { Dimension: "by type", Category: "Pistol" },
      /row 4, column G: value "Pistol" is not a known Category; allowed: "pistol"/,
    ],
    [
      "a label with a stray space",
      { Dimension: "by type", Category: "pistol " },
      /column G: value "pistol "/,
    ],
    [
      "a corrected spelling",
      { Dimension: "by type", Category: "rifle (Including Carbine)" },
      /column G/,
    ],
    [
      "an unknown indicator",
      { Indicator: "Arms lost" },
      /column E: value "Arms lost" is not a known Indicator/,
    ],
    ["an unknown dimension", { Dimension: "by colour" }, /column F: value "by colour"/],
    [
      "a dimension the indicator cannot have",
      { Indicator: "Ammunition seized", Dimension: "by type", Category: "pistol" },
      /column F/,
    ],
    ["an unknown area", { Iso3_code: "XXX" }, /column A: value "XXX"/],
    ["a region in place of a country", { Iso3_code: "202" }, /column A: value "202"/],
    ["a sex for arms", { Sex: "Male" }, /column H: value "Male"/],
    ["another unit", { "Unit of measurement": "Rate" }, /column K: value "Rate"/],
    ["a year that is none", { Year: "2016/17" }, /column J: value "2016\/17" is not a year/],
    ["a suppressed value", { VALUE: "<5" }, /column L: value "<5" is not a count/],
    ["a number stored as text", { VALUE: "12" }, /column L: value "12" is not a count/],
    ["a decimal comma", { VALUE: "1,5" }, /column L: value "1,5" is not a count/],
    ["a fraction", { VALUE: 1.5 }, /column L: value 1.5 is not a count/],
    ["a negative value", { VALUE: -1 }, /column L: value -1 is not a count/],
    ["an empty value", { VALUE: null }, /column L: value \(empty cell\) is not a count/],
    ["an empty label", { Category: null }, /column G: value \(empty cell\)/],
  ])("refuses %s", async (_, change, message) => {
    expect(await problemsOf(() => readRows(change))).toMatch(message);
  });

  it("refuses a repeated row", async () => {
    expect(await problemsOf(() => readRows({}, {}))).toMatch(/row 5, .*repeats the key of row 4/);
  });

  it("refuses a third line under a paired label", async () => {
    expect(await problemsOf(() => readRows(CONDITION, CONDITION, CONDITION))).toMatch(/row 6/);
  });

  it("refuses a third total by location", async () => {
    const total = located("Total", 1);
    expect(await problemsOf(() => readRows(total, total, total))).toMatch(
      /row 6: is total number 3/,
    );
  });

  it("refuses a dropped preamble", async () => {
    const rows = iafqSheet([iafqRow({})]).slice(2);
    expect(await problemsOf(() => read(rows))).toMatch(/row 1, column A: .*"UNODC"/);
  });

  it("refuses a stamp in another form", async () => {
    const rows = iafqSheet([iafqRow({})]);
    rows[1] = ["2025-05-12"];
    expect(await problemsOf(() => read(rows))).toMatch(/row 2, column A: .*dd\/mm\/yyyy/);
  });

  it("refuses a renamed, a missing and an added header", async () => {
    const renamed = iafqSheet([iafqRow({})], replaceHeader("VALUE", "Value"));
    const missing = iafqSheet([iafqRow({})], IAFQ_HEADER.slice(0, 12));
    const added = iafqSheet([[...iafqRow({}), "x"]], [...IAFQ_HEADER, "Note"]);
    expect(await problemsOf(() => read(renamed))).toMatch(/row 3, column L: value "Value"/);
    expect(await problemsOf(() => read(missing))).toMatch(/row 3: .*header "Source"|column M/);
    expect(await problemsOf(() => read(added))).toMatch(/row 3, column N: value "Note"/);
  });

  it("refuses exchanged headers, because the labels no longer fit", async () => {
    const swapped = IAFQ_HEADER.map((name) =>
      name === "Sex" ? "Category" : name === "Category" ? "Sex" : name,
    );
    const rows = iafqSheet([iafqRow({ Dimension: "by type", Category: "pistol" })], swapped);
    expect(await problemsOf(() => read(rows))).toMatch(/value "pistol" is not a known Sex/);
  });

  it("refuses a footnote row", async () => {
    const rows = [...iafqSheet([iafqRow({})]), ["Source: UNODC"]];
    expect(await problemsOf(() => read(rows))).toMatch(/row 5, column B: value \(empty cell\)/);
  });

  it("names every wrong cell, not only the first", async () => {
    const text = await problemsOf(() => readRows({ Iso3_code: "XXX" }, { Sex: "Male" }));
    expect(text.split("\n")).toHaveLength(2);
  });
});

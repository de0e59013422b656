import { describe, expect, it } from "vitest";
import { readUnodcTable } from "../../pipelines/read/unodc-table.ts";
import { standardizeIafq, unodcIafq } from "../../pipelines/sources/unodc-iafq.ts";
import { COUNT } from "../../src/standard/layouts/unodc-table.ts";
import type { Observation } from "../../src/standard/observation.ts";
import {
  AREAS,
  type Cell,
  IAFQ_HEADER,
  iafqRow,
  iafqSheet,
  problemsOf,
  temporaryFolder,
  textFile,
  workbook,
} from "./files.ts";

const standardized = async (rows: readonly Cell[][]) => {
  const path = await workbook(await temporaryFolder(), "iafq.xlsx", rows, "data");
  return standardizeIafq(await readUnodcTable(path, COUNT), AREAS);
};
const read = async (rows: readonly Cell[][]): Promise<readonly Observation[]> =>
  (await standardized(rows)).observations;
const checksOf = async (...changes: Record<string, Cell>[]): Promise<Record<string, number>> => {
  const { checks } = await standardized(iafqSheet(changes.map(iafqRow)));
  const found = checks.filter(({ status }) => status === "WARNING");
  return Object.fromEntries(found.map(({ id, count }) => [id, count]));
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

  it("tells two totals by location apart by their parts, whatever their order", async () => {
    const parts = [located("land borders", 5), located(TRACED, 6)];
    const rows = await readRows(...parts, located("Total", 6), located("Total", 5));
    expect(
      rows.slice(2).map((row) => [row.seizure_place, row.trace_status, row.obs_value]),
    ).toEqual([
      ["_T", "TOTAL_REPORTED", 6],
      ["TOTAL_REPORTED", "_T", 5],
    ]);
    expect(await checksOf(...parts, located("Total", 6), located("Total", 5))).toEqual({
      "iafq-totals-out-of-order-2025-05-12": 1,
    });
  });

  it("sums the tracing subtotals where the release has no lines under them", async () => {
    const subtotal = "Uniquely identifiable - total uniquely identifiable through marking";
    const unknown = "Unknown status regarding marking";
    const rows = await readRows(
      located(subtotal, 4),
      located(unknown, 2),
      located("Total", 6),
      located("Total", 5),
    );
    expect(rows.slice(2).map((row) => row.trace_status)).toEqual(["TOTAL_REPORTED", "_T"]);
  });

  it("leaves a pair without parts ambiguous in a file whose order another pair contradicts", async () => {
    const other = { Year: "2017" };
    const doubtful = [located("Total", 7), located("Total", 8)].map((row) => ({
      ...row,
      ...other,
    }));
    const contradicted = [located("land borders", 5), located("Total", 6), located("Total", 5)];
    const flags = async (...rows: Record<string, Cell>[]) =>
      (await readRows(...rows)).filter((row) => row.time_period === "2017").map((row) => row.flags);
    expect(await flags(...doubtful)).toEqual(["", ""]);
    expect(await flags(...doubtful, ...contradicted)).toEqual([
      "AMBIGUOUS_TOTAL",
      "AMBIGUOUS_TOTAL",
    ]);
  });

  it("gives a single total that equals the tracing results only to them", async () => {
    const rows = await readRows(located("other", 84), located(TRACED, 5), located("Total", 5));
    expect(rows[2]?.trace_status).toBe("TOTAL_REPORTED");
  });

  it("marks figures from traces, whoever reports them, and no others of that country", async () => {
    const american = { Iso3_code: "USA", Country: "United States" };
    const rows = await readRows(
      { ...american, Source: "ATF" },
      { ...american, Year: "2017", Source: "IAFQ" },
    );
    expect(rows.map((row) => [row.obs_status, row.flags])).toEqual([
      ["D", "SOURCE_DIFFERS"],
      ["A", ""],
    ]);
  });

  it("marks the outliers of Türkiye by total, with their parts, until a release corrects them", async () => {
    const row = (Sex: string, Year: string, VALUE: number): Record<string, Cell> => ({
      Iso3_code: "TUR",
      Country: "Türkiye",
      Indicator: "Individuals convicted for illicit trafficking in weapons",
      Age: "Total",
      Sex,
      Year,
      VALUE,
    });
    const rows = await readRows(
      row("Total", "2021", 692281),
      row("Female", "2021", 471),
      row("Total", "2019", 393),
      row("Total", "2022", 320),
    );
    expect(rows.map(({ obs_status, flags, breakdown }) => [obs_status, flags, breakdown])).toEqual([
      ["V", "OUTLIER_SCOPE", "_T"],
      ["V", "OUTLIER_SCOPE", "sex"],
      ["A", "", "_T"],
      ["A", "", "_T"],
    ]);
  });

  it("reads swapped columns by their headers", async () => {
    const header = [...IAFQ_HEADER].reverse();
    const rows = await read(iafqSheet([iafqRow({}).reverse()], header));
    expect(rows).toEqual(await readRows({}));
  });

  it("loads every release in the folder under its own date, and takes the newest names", async () => {
    const raw = await temporaryFolder();
    const name = (end: string) => `unodc-iafq/data_iafq_firearms_trafficking_${end}.xlsx`;
    const older = iafqSheet([iafqRow({ VALUE: 1, Country: "The Angola", Year: 2016 })]);
    older[1] = ["26/08/2024"];
    await workbook(raw, name("b"), older);
    await workbook(raw, name("a"), iafqSheet([iafqRow({ VALUE: 2 })]));
    const newest = [IAFQ_HEADER, iafqRow({ VALUE: 3 })].map((cells) => cells.join(",")).join("\n");
    await textFile(raw, name("2026-01-31").replace("xlsx", "csv"), newest);
    const result = await unodcIafq.read(raw, AREAS);
    expect(result.releases.map(({ release, label }) => [release, label])).toEqual([
      ["2024-08-26", "release 26/08/2024"],
      ["2025-05-12", "release 12/05/2025"],
      ["2026-01-31", "release 31/01/2026"],
    ]);
    expect(result.observations.map((row) => [row.release, row.obs_value])).toEqual([
      ["2024-08-26", 1],
      ["2025-05-12", 2],
      ["2026-01-31", 3],
    ]);
    expect(result.areaNames.get("AGO")).toBe("Angola");
    expect(new Set(result.checks.map(({ id }) => id)).size).toBe(result.checks.length);
  });
});

describe("UNODC rows that share a key", () => {
  const angola = { Dimension: "by type", Category: "pistol" };

  it("lose their value when they differ, wherever that is, and both values are kept", async () => {
    const pair = [
      { ...located(ILLEGITIMATE, 1), Source: "IAFQ" },
      { ...located(ILLEGITIMATE, 2), Source: "SDG" },
    ];
    const [row, ...others] = await readRows(...pair);
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      obs_value: null,
      obs_status: "O",
      flags: "CONFLICTING_DUPLICATE",
      source_row: "4+5",
    });
    expect(row?.source_detail).toMatch(/source=IAFQ \+ .*source=SDG; values=1 \/ 2$/);
    expect(await checksOf(...pair)).toEqual({ "iafq-conflicting-duplicates-2025-05-12": 1 });
  });

  it("give their value once when they agree, in all cells or in all but the source", async () => {
    for (const Source of ["IAFQ", "SDG"]) {
      const pair = [angola, { ...angola, Source }];
      expect(await readRows(...pair)).toMatchObject([
        { obs_value: 10, obs_status: "A", flags: "DUPLICATE_DROPPED", source_row: "4+5" },
      ]);
      expect(await checksOf(...pair)).toEqual({ "iafq-repeated-rows-2025-05-12": 1 });
    }
  });

  it("lose their value when a paired label has a third line, even an equal one", async () => {
    expect(await readRows(CONDITION, CONDITION, CONDITION)).toMatchObject([
      { obs_value: null, flags: "CONFLICTING_DUPLICATE", source_row: "4+5+6" },
    ]);
  });

  it("lose their value when three totals by location differ", async () => {
    const rows = await readRows(located("Total", 1), located("Total", 2), located("Total", 3));
    expect(rows).toMatchObject([
      { seizure_place: "TOTAL_REPORTED", flags: "AMBIGUOUS_TOTAL|CONFLICTING_DUPLICATE" },
    ]);
    expect(rows[0]?.source_detail).toMatch(/values=1 \/ 2 \/ 3$/);
  });

  it("stop the run when one label is doubled in bulk: a pair that nobody knows, or rows pasted twice", async () => {
    const years = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...angola, Year: String(2010 + at) }));
    expect(await readRows(...years(10), ...years(10))).toHaveLength(10);
    expect(await problemsOf(() => readRows(...years(11), ...years(11)))).toMatch(
      /row 15, column G: .*pistol.* repeats the key of row 4, .* 11 times .*PAIRED_LABELS/,
    );
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

  it("refuses the name of one country under the code of another", async () => {
    const wrong = readRows({}, { Iso3_code: "AZE", Country: "Angola", Year: "2017" });
    expect(await problemsOf(() => wrong)).toMatch(
      /row 5, column B: value "Angola" is the name of AGO, but the row says AZE/,
    );
  });

  it("reports, but takes, a second spelling of a country and another region", async () => {
    const rows = [{}, { Year: "2017" }, { Year: "2018", Country: "ANGOLA", Region: "Asia" }];
    expect(await checksOf(...rows)).toEqual({
      "iafq-area-names-2025-05-12": 1,
      "iafq-regions-2025-05-12": 1,
    });
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

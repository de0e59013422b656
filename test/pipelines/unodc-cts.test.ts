import { describe, expect, it } from "vitest";
import { unodcCts } from "../../pipelines/sources/unodc-cts.ts";
import { CTS_AREAS, CTS_AREAS_DROPPED } from "../../pipelines/sources/unodc-cts-areas.ts";
import type { SourceResult } from "../../pipelines/steps/source.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { areaMap } from "./areas.ts";
import {
  type Cell,
  IAFQ_HEADER as HEADER,
  problemsOf,
  temporaryFolder,
  textFile,
  workbook,
} from "./files.ts";

const AREAS = areaMap({
  JAM: "COUNTRY",
  GBR: "COUNTRY",
  XKX: "COUNTRY",
  "GB-EAW": "SUBNATIONAL",
  "001": "REGION",
  "009": "REGION",
});

const VICTIMS = "Victims of intentional homicide";
const ESTIMATE = "Victims of Intentional Homicide - Regional Estimate";
const RATE = "Rate per 100,000 population";
const FIREARMS = { Dimension: "by mechanisms", Category: "Firearms or explosives - firearms" };

type Change = Readonly<Record<string, Cell>>;

/** One data row; all victims of Jamaica, 2020, unless told otherwise. */
const ctsRow = (change: Change): Cell[] => {
  const row: Change = {
    Iso3_code: "JAM",
    Country: "Jamaica",
    Region: "Americas",
    Subregion: "Latin America and the Caribbean",
    Indicator: VICTIMS,
    Dimension: "Total",
    Category: "Total",
    Sex: "Total",
    Age: "Total",
    Year: 2020,
    "Unit of measurement": "Counts",
    VALUE: 1000,
    Source: "CTS",
    ...change,
  };
  return HEADER.map((name) => row[name] ?? null);
};

const sheet = (rows: readonly Cell[][], header = HEADER, stamp = "08/08/2022"): Cell[][] => [
  ["UNODC"],
  [stamp],
  [...header],
  ...rows,
];

const NAME = "unodc-cts/data_cts_intentional_homicide.xlsx";

const readSheet = async (rows: readonly Cell[][]): Promise<SourceResult> => {
  const raw = await temporaryFolder();
  await workbook(raw, NAME, rows, "data_cts_intentional_homicide");
  return unodcCts.read(raw, AREAS);
};
const read = (...changes: Change[]): Promise<SourceResult> => readSheet(sheet(changes.map(ctsRow)));
const rowsOf = async (...changes: Change[]): Promise<readonly Observation[]> =>
  (await read(...changes)).observations;
const checkOf = (result: SourceResult, id: string) =>
  result.checks.find((check) => check.id === id);

describe("CTS homicide mapping", () => {
  it("turns a count by firearm into a total of its own indicator, labels verbatim", async () => {
    const rows = await rowsOf(
      { ...FIREARMS, VALUE: 1117 },
      { ...FIREARMS, VALUE: 37.7216909178528, "Unit of measurement": RATE },
    );
    expect(rows[0]).toMatchObject({
      dataset: "UNODC_CTS_HOMICIDE",
      release: "2022-08-08",
      indicator: "VICTIMS_HOMICIDE_FIREARM",
      ref_area: "JAM",
      time_period: "2020",
      sex: "_T",
      age: "_T",
      weapon_type: "_Z",
      unit_measure: "NUMBER",
      obs_value: 1117,
      obs_status: "A",
      breakdown: "_T",
      additivity: "TOTAL",
      area_level: "COUNTRY",
      flags: "",
      source_detail:
        "indicator=Victims of intentional homicide; dimension=by mechanisms; category=Firearms or explosives - firearms; sex=Total; age=Total; source=CTS",
      source_row: "4",
    });
    expect(rows[1]).toMatchObject({
      unit_measure: "PER_100000_POP",
      obs_value: 37.7216909178528,
      obs_status: "A",
      source_row: "5",
    });
  });

  it("gives nested mechanisms and relationships indicators of their own", async () => {
    const mechanism = (Category: string) => ({ ...FIREARMS, Category });
    const relation = (end: string) => ({
      Dimension: "by relationship to perpetrator",
      Category: `Intimate partner or family member${end}`,
    });
    const rows = await rowsOf(
      mechanism("Firearms or explosives"),
      mechanism("Firearms or explosives - firearms"),
      mechanism("Another weapon"),
      mechanism("Another weapon - sharp object"),
      relation(""),
      relation(": Intimate partner"),
      relation(": Family member"),
    );
    expect(rows.map((row) => row.indicator.replace("VICTIMS_HOMICIDE_", ""))).toEqual([
      "FIREARM_EXPLOSIVE",
      "FIREARM",
      "OTHER_WEAPON",
      "SHARP",
      "IPFM",
      "IP",
      "FM",
    ]);
    expect(rows.every((row) => row.breakdown === "_T" && row.additivity === "TOTAL")).toBe(true);
  });

  it("breaks down by sex, and by sex and age, in exclusive parts", async () => {
    const rows = await rowsOf(
      {},
      { Sex: "Male" },
      { Sex: "Female", Age: "10 -14" },
      { Sex: "Female", Age: "Unknown" },
      { Age: "60 and older" },
      {
        Dimension: "by relationship to perpetrator",
        Category: "Perpetrator unknown",
        Sex: "Female",
      },
    );
    expect(rows.map((row) => [row.sex, row.age, row.breakdown, row.additivity])).toEqual([
      ["_T", "_T", "_T", "TOTAL"],
      ["M", "_T", "sex", "PART"],
      ["F", "Y10T14", "sex+age", "PART"],
      ["F", "_U", "sex+age", "PART"],
      ["_T", "Y_GE60", "age", "PART"],
      ["F", "_T", "sex", "PART"],
    ]);
  });

  it("never lets rates by sex or contexts be added up", async () => {
    const context = { Dimension: "by situational context", Category: "Socio-political homicide" };
    const terrorism = { ...context, Category: "Socio-political homicide - terrorist offences" };
    const rows = await rowsOf(
      { "Unit of measurement": RATE, VALUE: 1.5 },
      { "Unit of measurement": RATE, VALUE: 2.5, Sex: "Male" },
      context,
      terrorism,
      { ...terrorism, Sex: "Female" },
      { ...context, Category: "Unknown types of homicide" },
    );
    expect(rows.map((row) => [row.offence_context, row.breakdown, row.additivity])).toEqual([
      ["_T", "_T", "TOTAL"],
      ["_T", "sex", "OVERLAPPING"],
      ["SOCIO_POLITICAL", "offence_context", "OVERLAPPING"],
      ["TERRORISM", "offence_context", "OVERLAPPING"],
      ["TERRORISM", "sex+offence_context", "OVERLAPPING"],
      ["_U", "offence_context", "OVERLAPPING"],
    ]);
    expect(rows.every((row) => row.indicator === "VICTIMS_HOMICIDE")).toBe(true);
  });

  it("takes the level from the list of areas and keeps a label that is not of the list", async () => {
    const rows = await rowsOf(
      { Iso3_code: "GBR" },
      { Iso3_code: "GBR_EW", Country: "United Kingdom (England and Wales)" },
      { Iso3_code: "KOS", Country: "Kosovo under UNSCR 1244" },
      { Iso3_code: "BIG5_OECANIA", Country: "All Oceania", Indicator: ESTIMATE, VALUE: 10.5 },
    );
    expect(rows.map((row) => [row.ref_area, row.area_level, row.obs_status])).toEqual([
      ["GBR", "COUNTRY", "A"],
      ["GB-EAW", "SUBNATIONAL", "A"],
      ["XKX", "COUNTRY", "A"],
      ["009", "REGION", "E"],
    ]);
    expect(rows[0]?.source_detail).not.toContain("area=");
    expect(rows[2]?.source_detail).toMatch(/^area=Kosovo under UNSCR 1244; indicator=/);
    expect(rows[3]?.indicator).toBe("VICTIMS_HOMICIDE_ESTIMATE");
  });

  it("marks a count with a fraction and its rate as estimated, and leaves the value alone", async () => {
    const result = await read(
      { Sex: "Female", VALUE: 33.48 },
      { Sex: "Female", VALUE: 1.2, "Unit of measurement": RATE },
      { Sex: "Male", VALUE: 66 },
    );
    expect(result.observations.map((row) => [row.obs_value, row.obs_status])).toEqual([
      [33.48, "E"],
      [1.2, "E"],
      [66, "A"],
    ]);
    expect(checkOf(result, "cts-fractional-counts")).toMatchObject({ status: "WARNING", count: 1 });
    expect(checkOf(result, "cts-sexes-without-total")).toMatchObject({
      status: "WARNING",
      count: 2,
    });
  });

  it("counts every row that is not loaded, by reason", async () => {
    const result = await read(
      {},
      { Sex: "Unknown", VALUE: 1 },
      { Sex: "Unknown", VALUE: 2 },
      { Indicator: "Persons arrested/suspected for intentional homicide", Sex: "Male" },
      { Indicator: "Death due to intentional homicide in prison", "Unit of measurement": RATE },
      { Indicator: `${VICTIMS} – City-level data`, Dimension: "by location", Category: "1st" },
      { Dimension: "by citizenship", Category: "Foreign citizens", Sex: "Male" },
      { Iso3_code: "IRQ_C", Country: "Iraq (Central Iraq)" },
      { Iso3_code: "CHA", Country: "Channel Island" },
    );
    expect(result.observations).toHaveLength(1);
    expect(result.releases[0]?.rowsRead).toBe(9);
    const message = checkOf(result, "cts-rows")?.message ?? "";
    expect(checkOf(result, "cts-rows")).toMatchObject({ status: "PASS", count: 9 });
    expect(message).toContain("1 loaded, 8 not loaded");
    expect(message).toContain("2 × sex unknown");
    expect(message).toContain("1 × IRQ_C Iraq (Central Iraq): part of Iraq");
    expect(message).toContain("1 × by citizenship");
  });

  it("keeps a zero as a reported zero", async () => {
    const [row] = await rowsOf({ ...FIREARMS, VALUE: 0 });
    expect(row).toMatchObject({ obs_value: 0, obs_status: "A" });
  });

  it("loads every release in the folder, oldest first, and names no area", async () => {
    const raw = await temporaryFolder();
    const newer = sheet([ctsRow({ VALUE: 2 })], HEADER, "01/09/2024");
    await workbook(raw, "unodc-cts/data_cts_intentional_homicide_a.xlsx", newer);
    await workbook(raw, "unodc-cts/data_cts_intentional_homicide_b.xlsx", sheet([ctsRow({})]));
    const result = await unodcCts.read(raw, AREAS);
    expect(result.releases.map((release) => release.release)).toEqual(["2022-08-08", "2024-09-01"]);
    expect(result.observations.map((row) => [row.release, row.obs_value])).toEqual([
      ["2022-08-08", 1000],
      ["2024-09-01", 2],
    ]);
    expect(result.areaNames.size).toBe(0);
    await workbook(raw, "unodc-cts/data_cts_intentional_homicide_c.xlsx", newer);
    expect(await problemsOf(() => unodcCts.read(raw, AREAS))).toMatch(/same release date/);
  });

  it("reads the same content as comma-separated text", async () => {
    const raw = await temporaryFolder();
    const rows = sheet([ctsRow(FIREARMS), ctsRow({ Sex: "Male", VALUE: 0.5 })]);
    const text = rows
      .map((cells) => HEADER.map((_, at) => `"${cells[at] ?? ""}"`).join(","))
      .join("\n");
    const name = NAME.replace(".xlsx", ".csv");
    await textFile(raw, name, `\uFEFF${text}\n`);
    const fromText = await unodcCts.read(raw, AREAS);
    const fromSheet = await readSheet(rows);
    expect(fromText.observations).toEqual(fromSheet.observations);
  });

  it("reads swapped columns by their headers", async () => {
    const { observations } = await readSheet(
      sheet([ctsRow(FIREARMS).reverse()], [...HEADER].reverse()),
    );
    expect(observations).toEqual(await rowsOf(FIREARMS));
  });

  it("maps each code of the file once, to an area of its own", () => {
    const codes = Object.values(CTS_AREAS);
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(CTS_AREAS_DROPPED).filter((code) => Object.hasOwn(CTS_AREAS, code))).toEqual(
      [],
    );
  });
});

describe("CTS homicide damage", () => {
  it.each<[string, Change, RegExp]>([
    [
      "an unknown indicator",
      { Indicator: "Victims of homicide" },
      /row 4, column E: .*not a known Indicator/,
    ],
    [
      "an unknown dimension",
      { Dimension: "by colour" },
      /column F: value "by colour" .*"by mechanisms"/,
    ],
    [
      "an unknown category",
      { ...FIREARMS, Category: "Firearms" },
      /column G: value "Firearms" is not/,
    ],
    [
      "a category of another dimension",
      { ...FIREARMS, Category: "Total" },
      /column G: value "Total"/,
    ],
    ["a label with a stray blank", { Sex: "Male " }, /column H: value "Male " is not a known Sex/],
    ["an unknown age", { Age: "10-14" }, /column I: value "10-14" is not a known Age.*"10 -14"/],
    ["another unit", { "Unit of measurement": "Rate" }, /column K: value "Rate"/],
    ["an unknown area", { Iso3_code: "XXX" }, /column A: value "XXX" is not a known Iso3_code/],
    ["a code of our own", { Iso3_code: "GB-EAW" }, /column A: value "GB-EAW"/],
    ["a region among countries", { Iso3_code: "WORLD" }, /column A: value "WORLD"/],
    ["a country among regions", { Indicator: ESTIMATE }, /column A: value "JAM"/],
    ["a year that is none", { Year: "2020*" }, /column J: value "2020\*"/],
    ["a suppressed value", { VALUE: "<5" }, /column L: value "<5" is not a count or a rate/],
    ["a number stored as text", { VALUE: "12" }, /column L: value "12"/],
    ["a thousands comma", { VALUE: "1,117" }, /column L: value "1,117"/],
    ["a negative value", { VALUE: -1 }, /column L: value -1/],
    ["an empty value", { VALUE: null }, /column L: value \(empty cell\)/],
    ["a fraction of a firearm victim", { ...FIREARMS, VALUE: 1.5 }, /column L: value 1.5/],
    ["a fraction in an age band", { Sex: "Male", Age: "0-9", VALUE: 1.5 }, /column L: value 1.5/],
  ])("refuses %s", async (_, change, message) => {
    expect(await problemsOf(() => rowsOf(change))).toMatch(message);
  });

  it("refuses an area that the list of areas lost", async () => {
    const kosovo = { Iso3_code: "KOS" };
    const raw = await temporaryFolder();
    await workbook(raw, NAME, sheet([ctsRow(kosovo)]));
    expect(await problemsOf(() => unodcCts.read(raw, areaMap({ JAM: "COUNTRY" })))).toMatch(
      /column A: value "KOS"/,
    );
  });

  it("refuses a repeated row", async () => {
    expect(await problemsOf(() => rowsOf(FIREARMS, {}, { ...FIREARMS, VALUE: 3 }))).toMatch(
      /row 6: repeats the key of row 4/,
    );
  });

  it("refuses a missing header, a dropped preamble and a footnote", async () => {
    const rows = sheet([ctsRow({})]);
    const headless = rows.filter((_, at) => at !== 2);
    expect(await problemsOf(() => readSheet(headless))).toMatch(/row 3.*header/);
    expect(await problemsOf(() => readSheet(rows.slice(2)))).toMatch(/row 1, column A: .*"UNODC"/);
    expect(await problemsOf(() => readSheet([...rows, ["Source: UNODC"]]))).toMatch(/row 5/);
  });

  it("refuses exchanged headers, because the labels no longer fit", async () => {
    const swapped = HEADER.map((name) => (name === "Sex" ? "Age" : name === "Age" ? "Sex" : name));
    const rows = sheet([ctsRow({ Sex: "Male", Age: "0-9" })], swapped);
    expect(await problemsOf(() => readSheet(rows))).toMatch(/value "0-9" is not a known Sex/);
  });

  it("names every wrong row, not only the first", async () => {
    const text = await problemsOf(() => rowsOf({ Iso3_code: "XXX" }, { Sex: "x" }));
    expect(text.split("\n")).toHaveLength(2);
  });
});

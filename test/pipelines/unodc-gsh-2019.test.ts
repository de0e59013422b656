import { describe, expect, it } from "vitest";
import { unodcGsh2019 } from "../../pipelines/sources/unodc-gsh-2019.ts";
import { GSH_AREAS, GSH_DROPPED } from "../../pipelines/sources/unodc-gsh-2019-areas.ts";
import { GSH_INDICATORS } from "../../pipelines/sources/unodc-gsh-2019-labels.ts";
import type { SourceResult } from "../../pipelines/steps/source.ts";
import { areaMap } from "./areas.ts";
import { problemsOf, temporaryFolder, textFile } from "./files.ts";

const AREAS = areaMap({ JAM: "COUNTRY", TUR: "COUNTRY", XKX: "COUNTRY", "GB-EAW": "SUBNATIONAL" });
const HEADER = ["Country", "Region", "Subregion", "Indicator", "2008", "2009", "2010"];
const FIREARMS = "Homicide by Firearms";
const MEN = "Male Homicide by Firearms";
const WOMEN = "Female Homicide by Firearms";

/** Filled cells: value by indicator, all in 2009. */
type Cells = Readonly<Record<string, string>>;

/** The fifty lines of one area. */
const lines = (cells: Cells, area = "Jamaica"): string[][] =>
  [...GSH_INDICATORS].map((indicator) => [
    area,
    "Americas",
    "Caribbean",
    indicator,
    "",
    cells[indicator] ?? "",
    "",
  ]);

const csv = (rows: readonly (readonly string[])[], header: readonly string[] = HEADER): string =>
  `${[header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\r\n")}\r\n`;

const read = async (content: string | Uint8Array): Promise<SourceResult> => {
  const raw = await temporaryFolder();
  await textFile(raw, "unodc-homicide-study-2019/homicide_study_2019_annex.csv", content);
  return unodcGsh2019.read(raw, AREAS);
};

const lineOf = (indicator: string): number => [...GSH_INDICATORS].indexOf(indicator) + 2;

describe("homicide study 2019 mapping", () => {
  it("turns total, men and women into a total and two parts", async () => {
    const { observations } = await read(
      csv(lines({ [FIREARMS]: "1291", [MEN]: "1203", [WOMEN]: "88" })),
    );
    expect(
      observations.map((row) => [row.sex, row.obs_value, row.breakdown, row.additivity]),
    ).toEqual([
      ["_T", 1291, "_T", "TOTAL"],
      ["M", 1203, "sex", "PART"],
      ["F", 88, "sex", "PART"],
    ]);
    expect(observations[1]).toMatchObject({
      dataset: "UNODC_GSH_2019",
      release: "study-2019",
      indicator: "VICTIMS_HOMICIDE_FIREARM",
      ref_area: "JAM",
      time_period: "2009",
      age: "_T",
      weapon_type: "_Z",
      offence_context: "_T",
      unit_measure: "NUMBER",
      obs_status: "A",
      area_level: "COUNTRY",
      flags: "",
      source_detail: "area=Jamaica; indicator=Male Homicide by Firearms",
      source_row: `${lineOf(MEN)}:F`,
    });
  });

  it("makes no row of unknown sex where men and women miss the total, either way", async () => {
    for (const total of ["9", "10", "11", "14"]) {
      const { observations } = await read(
        csv(lines({ [FIREARMS]: total, [MEN]: "8", [WOMEN]: "2" })),
      );
      expect(observations.map((row) => [row.sex, row.obs_value])).toEqual([
        ["_T", Number(total)],
        ["M", 8],
        ["F", 2],
      ]);
    }
  });

  it("keeps a zero, and gives nothing for an empty cell", async () => {
    const { observations } = await read(csv(lines({ [FIREARMS]: "0" })));
    expect(observations.map((row) => [row.obs_value, row.obs_status])).toEqual([[0, "A"]]);
  });

  it("loads a rate only where its count is absent, never additive by sex", async () => {
    const { observations, checks } = await read(
      csv(
        lines({
          [FIREARMS]: "5",
          "Firearms Rate": "0.2",
          "Sharp Objects Rate": "1.5",
          "Male Homicide Rate by Firearms": "0.4",
        }),
      ),
    );
    expect(
      observations.map((row) => [row.indicator, row.unit_measure, row.obs_value, row.additivity]),
    ).toEqual([
      ["VICTIMS_HOMICIDE_FIREARM", "NUMBER", 5, "TOTAL"],
      ["VICTIMS_HOMICIDE_FIREARM", "PER_100000_POP", 0.4, "OVERLAPPING"],
      ["VICTIMS_HOMICIDE_SHARP", "PER_100000_POP", 1.5, "TOTAL"],
    ]);
    expect(checks.find((check) => check.id === "gsh-rows")?.message).toContain(
      "Filled cells of the loaded rows: 4, of which 3 are observations and 1 rates",
    );
  });

  it("keeps parts of a country apart, flags renamed areas, keeps the label of Kosovo", async () => {
    const { observations } = await read(
      csv(
        ["United Kingdom (England and Wales)", "Turkey", "Kosovo under UNSCR 1244"].flatMap(
          (area) => lines({ [FIREARMS]: "7" }, area),
        ),
      ),
    );
    expect(observations.map((row) => [row.ref_area, row.area_level, row.flags])).toEqual([
      ["GB-EAW", "SUBNATIONAL", ""],
      ["TUR", "COUNTRY", "AREA_ALIAS"],
      ["XKX", "COUNTRY", ""],
    ]);
    expect(observations[2]?.source_detail).toContain("area=Kosovo under UNSCR 1244;");
  });

  it("counts every line that is not loaded, by reason", async () => {
    const rows = [
      ...lines({ [FIREARMS]: "7", "Homicide Total Count": "9" }),
      ...lines({ [FIREARMS]: "3" }, "Iraq (Kurdistan Region)"),
    ];
    const { observations, checks, releases } = await read(csv(rows));
    expect(observations).toHaveLength(1);
    expect(releases[0]?.rowsRead).toBe(100);
    expect(checks.find((check) => check.id === "gsh-rows")).toMatchObject({
      status: "PASS",
      count: 100,
      message: expect.stringContaining(
        "24 loaded, 50 of areas that are not loaded, 26 of indicators",
      ),
    });
    expect(checks.find((check) => check.id === "gsh-areas-not-loaded")).toMatchObject({
      status: "WARNING",
      count: 50,
      examples: [
        "Iraq (Kurdistan Region): part of Iraq without a code, beside the whole, 1 filled cells",
      ],
    });
  });

  it("gives no area names and maps no two names to one code", async () => {
    const { areaNames } = await read(csv(lines({})));
    expect(areaNames.size).toBe(0);
    const codes = Object.values(GSH_AREAS);
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(GSH_DROPPED).filter((name) => Object.hasOwn(GSH_AREAS, name))).toEqual([]);
  });

  it("reads text columns in another order, another span of years and a byte-order mark alike", async () => {
    const rows = lines({ [FIREARMS]: "12", [MEN]: "11", [WOMEN]: "1" });
    const years = (cells: readonly string[]): string[] => cells.slice(4);
    const moved = (cells: readonly string[]): string[] => [
      ...years(cells),
      ...cells.slice(0, 4).reverse(),
    ];
    const reordered = csv(rows.map(moved), moved(HEADER));
    const earlier = (cells: readonly string[], first: string): string[] => [
      ...cells.slice(0, 4),
      first,
      ...years(cells),
    ];
    const withBefore = csv(
      rows.map((row) => earlier(row, "3")),
      earlier(HEADER, "2007"),
    );
    const values = async (content: string) =>
      (await read(content)).observations.map((row) => [row.time_period, row.sex, row.obs_value]);
    const plain = await values(csv(rows));
    expect(await values(reordered)).toEqual(plain);
    expect(await values(`\uFEFF${csv(rows)}`)).toEqual(plain);
    expect((await values(withBefore)).filter(([year]) => year === "2007")).toHaveLength(12);
    expect((await read(reordered)).observations[0]?.source_row).toBe(`${lineOf(FIREARMS)}:B`);
  });

  it("refuses years out of order: exchanged titles would give every number another year", async () => {
    const header = HEADER.with(4, "2009").with(5, "2008");
    expect(await problemsOf(() => read(csv(lines({ [FIREARMS]: "12" }), header)))).toMatch(
      /row 1, column E: value "2009" is out of order; allowed: years from old to new/,
    );
  });
});

describe("homicide study 2019 damage", () => {
  it.each<[string, string]>([
    ["text", "n/a"],
    ["a suppressed count", "<5"],
    ["a negative count", "-1"],
    ["a thousands comma", "1,234"],
    ["a fraction", "1.5"],
    ["a stray blank", " 5"],
    ["a number in another form", "1e3"],
  ])("refuses %s in a year cell", async (_, value) => {
    const message = await problemsOf(() => read(csv(lines({ [MEN]: value }))));
    expect(message).toContain(
      `row ${lineOf(MEN)}, column F: value ${JSON.stringify(value)} is not a count; allowed: digits only`,
    );
  });

  it.each(["4,1", "-0.1", "x", "1."])("refuses the rate %s", async (value) => {
    const message = await problemsOf(() => read(csv(lines({ "Firearms Rate": value }))));
    expect(message).toMatch(/column F: value .* is not a rate/);
  });

  it("refuses an unknown area and an unknown indicator", async () => {
    expect(await problemsOf(() => read(csv(lines({}, "Jamaica "))))).toMatch(
      /row 2, column Country: value "Jamaica " is not a known Country/,
    );
    const rows = lines({}).map((row) => row.map((cell) => (cell === MEN ? `${MEN}s` : cell)));
    expect(await problemsOf(() => read(csv(rows)))).toMatch(
      /column Indicator: value "Male Homicide by Firearmss" is not a known Indicator; allowed: /,
    );
  });

  it("refuses an area whose code is not in the list of areas", async () => {
    expect(await problemsOf(() => read(csv(lines({}, "Italy"))))).toMatch(
      /value "Italy" stands for ITA, which is not in the list of areas/,
    );
  });

  it("refuses exchanged headers, because the labels no longer fit", async () => {
    const header = ["Region", "Country", ...HEADER.slice(2)];
    expect(await problemsOf(() => read(csv(lines({}), header)))).toMatch(
      /column Country: value "Americas" is not a known Country/,
    );
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      "renamed column",
      HEADER.map((name) => (name === "Country" ? "Area" : name)),
      /column A.*"Area"/,
    ],
    [
      "year that is none",
      HEADER.map((name) => (name === "2009" ? "2009*" : name)),
      /column F.*"2009\*"/,
    ],
    [
      "missing year",
      HEADER.map((name) => (name === "2009" ? "2012" : name)),
      /has no column for 2009/,
    ],
    ["year twice", HEADER.map((name) => (name === "2010" ? "2009" : name)), /"2009" exactly once/],
  ])("refuses a header with a %s", async (_, header, message) => {
    expect(await problemsOf(() => read(csv(lines({}), header)))).toMatch(message);
  });

  it("refuses a missing header line, a missing column, an empty file", async () => {
    const rows = lines({ [FIREARMS]: "5" });
    const [first = [], ...others] = rows;
    expect(await problemsOf(() => read(csv(others, first)))).toMatch(/row 1, column A.*header/);
    const without = (row: readonly string[]) => row.filter((_, at) => at !== 3);
    expect(await problemsOf(() => read(csv(rows.map(without), without(HEADER))))).toMatch(
      /column "Indicator" exactly once/,
    );
    expect(await problemsOf(() => read(""))).toMatch(/has no column for a year/);
    expect(await problemsOf(() => read(csv([])))).toMatch(/has no data row/);
  });

  it("refuses a repeated line, a missing line and a footnote", async () => {
    const rows = lines({ [FIREARMS]: "5" });
    const repeated = rows[3] ?? [];
    expect(await problemsOf(() => read(csv([...rows, repeated])))).toMatch(
      /row 52, column Indicator: .* is there already for Jamaica/,
    );
    expect(await problemsOf(() => read(csv(rows.slice(0, -1))))).toMatch(
      /value "Jamaica" has 49 of 50 indicators/,
    );
    const footnote = `${csv(rows)}"Source: UNODC"\r\n`;
    expect(await problemsOf(() => read(footnote))).toMatch(/row 52: .*has 1 fields instead of 7/);
  });

  it("reads Latin-1 and UTF-8 letters alike: a name with an accent is named as it is", async () => {
    const text = csv(lines({}, "Curaçao"));
    const expected = /value "Curaçao" is not a known Country/;
    expect(await problemsOf(() => read(Buffer.from(text, "latin1")))).toMatch(expected);
    expect(await problemsOf(() => read(Buffer.from(text, "utf8")))).toMatch(expected);
  });
});

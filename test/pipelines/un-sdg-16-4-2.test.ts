import { describe, expect, it } from "vitest";
import { unSdg1642 } from "../../pipelines/sources/un-sdg-16-4-2.ts";
import type { Area } from "../../src/standard/codelists/area.ts";
import { AREAS, problemsOf, temporaryFolder, textFile } from "./files.ts";

const HEADER = "iso3,country,m49,year,valuePercent,nature,source,reportingType,footnotes";
const AVERAGE = "2016-2017 average based on available data";
const CSV = "VC_ARM_SZTRACE_2026-Q3.csv";
const LINES = [
  `AGO,Angola,24,2016,17.71,C,IAFQ,G,${AVERAGE}`,
  "AZE,Azerbaijan,31,2024,0.0,C,SDG,G,",
  "TUR,Türkiye,792,2017,100.0,C,IAFQ,G,2021-2021 average based on available data",
];

const M49: Readonly<Record<string, string>> = { AGO: "024", AZE: "031", TUR: "792", "002": "002" };
const KNOWN: ReadonlyMap<string, Area> = new Map(
  [...AREAS].map(([code, area]) => [code, { ...area, m49: M49[code] ?? "" }]),
);

/** One record of the API's answer. */
const record = (line: string, change: object = {}): object => {
  const [, name = "", m49 = "", year = "", value = "", nature = "", source = "", type = "", note] =
    line.split(",");
  return {
    goal: ["16"],
    target: ["16.4"],
    indicator: ["16.4.2"],
    series: "VC_ARM_SZTRACE",
    seriesDescription: "Proportion of seized, found or surrendered arms",
    geoAreaCode: m49,
    geoAreaName: name,
    timePeriodStart: Number(year),
    value,
    source,
    footnotes: [note],
    attributes: { Nature: nature, Units: "PERCENT" },
    dimensions: { "Reporting Type": type },
    ...change,
  };
};

const page = (records: readonly object[], change: object = {}): string =>
  JSON.stringify({
    size: 25,
    totalElements: records.length,
    totalPages: 1,
    pageNumber: 1,
    attributes: [],
    dimensions: [],
    data: records,
    ...change,
  });

type Files = Readonly<Record<string, string | Uint8Array>>;
const readFiles = async (files: Files) => {
  const raw = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await textFile(raw, `un-sdg-16-4-2/${name}`, content);
  }
  return unSdg1642.read(raw, KNOWN);
};
const csv = (...lines: readonly string[]): string => `${[HEADER, ...lines].join("\n")}\n`;
const json = (number: number, release = "2026.Q3.G.01"): string =>
  `VC_ARM_SZTRACE_${release}_page${number}.json`;
const refusal = (files: Files) => problemsOf(() => readFiles(files));
const check = ({ checks }: Awaited<ReturnType<typeof readFiles>>, id: string) =>
  checks.find((one) => one.id === id);

describe("SDG 16.4.2, the flattened file", () => {
  it("gives one percentage a country and year, with its footnote verbatim", async () => {
    const { observations, releases } = await readFiles({ [CSV]: csv(...LINES) });
    expect(observations).toHaveLength(3);
    expect(observations[0]).toMatchObject({
      dataset: "UN_SDG_16_4_2",
      release: "2026.Q3.G.01",
      indicator: "SDG_16_4_2",
      freq: "A",
      ref_area: "AGO",
      time_period: "2016",
      sex: "_T",
      trace_status: "_T",
      unit_measure: "PT",
      obs_value: 17.71,
      obs_status: "A",
      breakdown: "_T",
      area_level: "COUNTRY",
      flags: "TRANSCRIBED|TWO_YEAR_MEAN",
      source_detail: `nature=C; source=IAFQ; reporting=G; footnote=${AVERAGE}`,
      source_row: "2",
    });
    expect(observations[1]).toMatchObject({
      obs_value: 0,
      flags: "TRANSCRIBED",
      source_detail: "nature=C; source=SDG; reporting=G",
    });
    expect(releases).toMatchObject([{ release: "2026.Q3.G.01", rowsRead: 3 }]);
  });

  it("keeps a slip in a footnote and warns of it", async () => {
    const result = await readFiles({ [CSV]: csv(...LINES) });
    expect(result.observations[2]?.flags).toBe("TRANSCRIBED|TWO_YEAR_MEAN");
    expect(result.observations[2]?.source_detail).toContain("2021-2021 average");
    expect(check(result, "sdg-footnote-window")).toMatchObject({ status: "WARNING", count: 1 });
    expect(check(result, "sdg-footnote-wording")?.status).toBe("PASS");
  });

  it.each([
    "Estimated by the custodian",
    "2016-2018 average based on available data",
    "2017-2016 average based on available data",
  ])("keeps the unknown footnote %j without taking it for a mean of two years", async (note) => {
    const result = await readFiles({ [CSV]: csv(`AGO,Angola,24,2016,1,C,IAFQ,G,${note}`) });
    expect(result.observations[0]).toMatchObject({ flags: "TRANSCRIBED" });
    expect(result.observations[0]?.source_detail).toContain(`footnote=${note}`);
    expect(check(result, "sdg-footnote-wording")).toMatchObject({ status: "WARNING", count: 1 });
  });

  it.each<[string, (content: string) => string]>([
    ["a byte-order mark", (content) => `\uFEFF${content}`],
    ["Windows line ends", (content) => content.replaceAll("\n", "\r\n")],
    ["M49 codes with their zeros", (content) => content.replace(",24,", ",024,")],
    ["no last line end", (content) => content.trimEnd()],
  ])("reads %s", async (_, change) => {
    const { observations } = await readFiles({ [CSV]: change(csv(...LINES)) });
    expect(observations).toEqual((await readFiles({ [CSV]: csv(...LINES) })).observations);
  });
});

describe("SDG 16.4.2, the API's answer", () => {
  const records = LINES.map((line) => record(line));

  it("gives the same observations, not flagged as transcribed", async () => {
    const flat = await readFiles({ [CSV]: csv(...LINES) });
    const answer = await readFiles({ [json(1)]: page(records) });
    expect(answer.observations).toEqual(
      flat.observations.map((one, at) => ({
        ...one,
        flags: one.flags.replace(/TRANSCRIBED\|?/, ""),
        source_row: String(at + 1),
      })),
    );
    expect(answer.observations[0]?.flags).toBe("TWO_YEAR_MEAN");
  });

  it("joins pages by number, not by name", async () => {
    const lines = Array.from({ length: 11 }, (_, at) => `AGO,Angola,24,${2010 + at},${at},C,I,G,`);
    const files = lines.map((line, at): [string, string] => [
      json(at + 1),
      page([record(line)], { totalElements: 11, totalPages: 11 }),
    ]);
    const { observations, releases } = await readFiles(Object.fromEntries(files));
    expect(observations.map((one) => one.obs_value)).toEqual(lines.map((_, at) => at));
    expect(observations.at(-1)?.source_row).toBe("11");
    expect(releases).toMatchObject([{ rowsRead: 11 }]);
    expect(releases[0]?.paths).toHaveLength(11);
  });

  it("takes several footnotes, an empty list, and a region", async () => {
    const { observations } = await readFiles({
      [json(1)]: page([
        record(LINES[0] ?? "", { footnotes: [AVERAGE, "", "Second note"] }),
        record(LINES[1] ?? "", { footnotes: [] }),
        record(LINES[1] ?? "", { geoAreaCode: "2" }),
      ]),
    });
    expect(observations[0]?.source_detail).toContain(`footnote=${AVERAGE} | Second note`);
    expect(observations[1]?.source_detail).not.toContain("footnote");
    expect(observations[2]).toMatchObject({ ref_area: "002", area_level: "REGION" });
  });

  it("is used in place of the flattened file of its release, and compared with it", async () => {
    const same = await readFiles({ [CSV]: csv(...LINES), [json(1)]: page(records) });
    expect(same.observations.map((one) => one.flags)).toEqual([
      "TWO_YEAR_MEAN",
      "",
      "TWO_YEAR_MEAN",
    ]);
    expect(check(same, "sdg-transcription")).toMatchObject({ status: "PASS", count: 0 });
    expect(same.releases).toHaveLength(1);
    const slip = csv(...LINES).replace("17.71", "17.17");
    const other = await readFiles({ [CSV]: slip, [json(1)]: page(records) });
    expect(other.observations[0]?.obs_value).toBe(17.71);
    expect(check(other, "sdg-transcription")).toMatchObject({
      status: "WARNING",
      count: 2,
      examples: [`${CSV} row 2: AGO 2016 17.17`, `${json(1)} row 1: AGO 2016 17.71`],
    });
  });

  it("stands beside another release", async () => {
    const next = json(1, "2026.Q4.G.01");
    const { releases, observations } = await readFiles({
      [CSV]: csv(...LINES),
      [next]: page(records),
    });
    expect(releases.map(({ release }) => release)).toEqual(["2026.Q3.G.01", "2026.Q4.G.01"]);
    expect(observations).toHaveLength(6);
  });

  it.each<[string, Files, RegExp]>([
    ["a missing page", { [json(1)]: page(records, { totalPages: 2 }) }, /page 2 is missing/],
    [
      "a page too many",
      { [json(1)]: page(records), [json(2)]: page(records) },
      /page 2 .*too many/,
    ],
    ["a first page that is not there", { [json(2)]: page(records) }, /page 1 is missing/],
    [
      "records that are lost",
      { [json(1)]: page(records, { totalElements: 4 }) },
      /3 records.*says 4/,
    ],
    [
      "another series",
      { [json(1)]: page([record(LINES[0] ?? "", { series: "X" })]) },
      /data\[0\]\.series/,
    ],
    [
      "a value that is no text",
      { [json(1)]: page([record("", { value: 1 })]) },
      /data\[0\]\.value/,
    ],
    [
      "another unit",
      { [json(1)]: page([record("", { attributes: { Nature: "C", Units: "NUMBER" } })]) },
      /Units/,
    ],
    [
      "a value that is none",
      { [json(1)]: page([record(LINES[0] ?? "", { value: "NaN" })]) },
      /row 1, column value: value "NaN"/,
    ],
    [
      "an unknown area",
      { [json(1)]: page([record(LINES[0] ?? "", { geoAreaCode: "199" })]) },
      /row 1, column geoAreaCode: value "199"/,
    ],
    [
      "half a year",
      { [json(1)]: page([record(LINES[0] ?? "", { timePeriodStart: 2016.5 })]) },
      /timePeriodStart: value "2016.5"/,
    ],
    [
      "a national series",
      { [json(1)]: page([record(LINES[0] ?? "", { dimensions: { "Reporting Type": "N" } })]) },
      /Reporting Type: value "N"/,
    ],
    ["text that is cut", { [json(1)]: page(records).slice(0, -9) }, /page1\.json: is not JSON/],
    ["an answer without data", { [json(1)]: "{}" }, /column data/],
  ])("is refused with %s", async (_, files, message) => {
    expect(await refusal(files)).toMatch(message);
  });
});

describe("SDG 16.4.2, damage to the flattened file", () => {
  const [angola = "", ...rest] = LINES;

  it.each<[string, string, RegExp]>([
    ["an unknown area", angola.replace(",24,", ",999,"), /row 2, column m49: value "999"/],
    ["an ISO3 of another area", angola.replace("AGO", "AZE"), /iso3: value "AZE" .*allowed: AGO/],
    ["a year of two digits", angola.replace(",2016,", ",16,"), /column year: value "16"/],
    ["a window as a year", angola.replace(",2016,", ",2016-2017,"), /year: value "2016-2017"/],
    ["more than all", angola.replace("17.71", "100.01"), /valuePercent: value "100.01"/],
    ["a negative value", angola.replace("17.71", "-1"), /column valuePercent: value "-1"/],
    ["a suppressed value", angola.replace("17.71", "<5"), /column valuePercent: value "<5"/],
    ["a percent sign", angola.replace("17.71", "17.71%"), /valuePercent: value "17.71%"/],
    ["an empty value", angola.replace("17.71", ""), /valuePercent: value "".*0 to 100/],
    ["a quoted decimal comma", angola.replace("17.71", '"17,71"'), /valuePercent: value "17,71"/],
    ["a decimal comma", angola.replace("17.71", "17,71"), /row 2: .*10 fields instead of 9/],
    ["an unknown nature", angola.replace(",C,", ",Z,"), /column nature: value "Z".*C, CA, G, E, M/],
    ["a national series", angola.replace(",G,", ",N,"), /column reportingType: value "N"/],
    ["a total row", ",World,1,2016,17.71,C,IAFQ,G,", /row 2, column m49: value "1"/],
  ])("refuses %s", async (_, line, message) => {
    expect(await refusal({ [CSV]: csv(line, ...rest) })).toMatch(message);
  });

  it("refuses an area and year twice, and swapped columns", async () => {
    expect(await refusal({ [CSV]: csv(...LINES, angola) })).toMatch(
      /row 5, column m49: value "24" is there in 2016 already, in row 2/,
    );
    const swapped = csv(...LINES).replace("year,valuePercent", "valuePercent,year");
    expect(await refusal({ [CSV]: swapped })).toMatch(/row 2, column year: value "17.71"/);
  });

  it("refuses another separator or encoding, a missing column, lone carriage returns", async () => {
    const content = csv(...LINES);
    expect(await refusal({ [CSV]: content.replaceAll(",", ";") })).toMatch(
      /row 1: .*column "iso3"/,
    );
    expect(await refusal({ [CSV]: Buffer.from(content, "latin1") })).toMatch(/row 4: is not UTF-8/);
    expect(await refusal({ [CSV]: content.replace("nature", "Nature") })).toMatch(
      /"nature" exactly/,
    );
    expect(await refusal({ [CSV]: content.replaceAll("\n", "\r") })).toMatch(
      /^VC_ARM_SZTRACE_2026/,
    );
  });

  it("refuses a file whose name does not say its release, and an empty folder", async () => {
    expect(await refusal({ "VC_ARM_SZTRACE.csv": csv(...LINES) })).toMatch(
      /^VC_ARM_SZTRACE\.csv: does not name its release.*<year>-Q<quarter>\.csv/,
    );
    expect(await refusal({ "readme.txt": "" })).toMatch(/^un-sdg-16-4-2\/: has no file/);
  });
});

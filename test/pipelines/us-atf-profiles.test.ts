import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { usAtfProfiles } from "../../pipelines/sources/us-atf-profiles.ts";
import { cleanLabel } from "../../pipelines/sources/us-atf-profiles-rows.ts";
import { problemsOf, temporaryFolder, textFile } from "./files.ts";

const HEADER =
  "State,Year,Section_raw,Category_or_Location,Value,Note,Note2,Section,Category_or_Place";
const TYPES = "Firearms Types Recovered in State";

type Change = Partial<Record<"State" | "Year" | "raw" | "label" | "value" | "section", string>>;

const line = (change: Change): string => {
  const row = { State: "Alabama", Year: "2020", raw: "Types", label: "Pistols", value: "5" };
  const { State, Year, raw, label, value, section } = { ...row, section: TYPES, ...change };
  return Papa.unparse([[State, Year, raw, label, value, "", "", section, label]]);
};

const read = async (...changes: Change[]) => {
  const raw = await temporaryFolder();
  const text = `${[HEADER, ...changes.map(line)].join("\n")}\n`;
  await textFile(raw, "us-atf-trace-profiles/state_pages_2020-2023.csv", text);
  return usAtfProfiles.read(raw, new Map());
};

describe("ATF State pages mapping", () => {
  it("maps each section to its dimension and says whether the list is cut", async () => {
    const { observations } = await read(
      {},
      { section: "Age of Possessors", label: "Over 50" },
      { section: "Top Calibers Reported", label: ".22 Cal" },
    );
    expect(
      observations.map((row) => [row.weapon_type, row.age, row.calibre, row.additivity, row.flags]),
    ).toEqual([
      ["PISTOL", "_T", "_T", "PART", ""],
      ["_T", "Y_GE51", "_T", "PART", ""],
      ["_T", "_T", "CAL_22", "LISTED", "TOP_N"],
    ]);
    expect(observations[0]).toMatchObject({ ref_area: "US-AL", area_level: "SUBNATIONAL" });
  });

  it("sums labels of one code, and parts of arms apart from arms", async () => {
    const { observations } = await read(
      { label: "Derringers", value: "2" },
      { label: "Other*", value: "3" },
      { label: "Silencers", value: "4" },
      { label: "Receivers/Frames", value: "1" },
    );
    expect(observations).toMatchObject([
      { weapon_type: "_O", obs_value: 5, flags: "MERGED_LABELS|MIXED_OTHER", source_row: "2+3" },
      { indicator: "PARTS_TRACED", weapon_type: "_Z", obs_value: 5, breakdown: "_T" },
    ]);
  });

  it("cleans labels before comparing them", async () => {
    expect(cleanLabel(".45\u00A0Cal\u200B ")).toBe(".45 Cal");
    const { observations, checks } = await read(
      { section: "Top Calibers Reported", label: ".45 Cal" },
      { section: "Top Calibers Reported", label: ".45\u00A0Cal" },
    );
    expect(observations).toMatchObject([
      { calibre: "CAL_45", obs_value: 5, flags: "DUPLICATE_DROPPED|TOP_N" },
    ]);
    expect(checks.find((check) => check.id === "profiles-copies")?.count).toBe(1);
  });

  it("keeps the copy that has a section title, drops empty rows and leaves cities out", async () => {
    const { observations, checks } = await read(
      { raw: "" },
      {},
      { label: "", value: "" },
      { section: "Top Recovery Cities in State", label: "Mobile" },
    );
    expect(observations.map((row) => row.source_row)).toEqual(["3"]);
    expect(checks.map((check) => check.count)).toEqual([1, 1, 1]);
  });

  it("flags the wider legal term and the shortened name", async () => {
    const { observations } = await read({ State: "District Columbia", label: "Machinegun" });
    expect(observations).toMatchObject([{ ref_area: "US-DC", flags: "DEF_DIFFERS|AREA_ALIAS" }]);
  });
});

describe("ATF State pages damage", () => {
  it.each<[string, Change, RegExp]>([
    ["an unknown State", { State: "Alabamma" }, /row 2, column State: value "Alabamma"/],
    ["a renamed label", { label: "Pistol" }, /column Category_or_Place: value "Pistol"/],
    ["an unknown section", { section: "Types" }, /column Section: value "Types"/],
    ["a thousands separator", { value: "1,234" }, /column Value: value "1,234" is not a count/],
    ["a suppressed value", { value: "<5" }, /column Value: value "<5" is not a count/],
    ["a negative value", { value: "-5" }, /column Value: value "-5" is not a count/],
    ["an empty value", { value: "" }, /column Value: value "" is not a count/],
    ["a year that is none", { Year: "20" }, /column Year: value "20"/],
  ])("refuses %s", async (_, change, message) => {
    expect(await problemsOf(() => read(change))).toMatch(message);
  });

  it("refuses two values of one category", async () => {
    expect(await problemsOf(() => read({}, { value: "6" }))).toMatch(/row 3, .*contradicts line 2/);
  });
});

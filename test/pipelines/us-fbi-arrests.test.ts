import { describe, expect, it } from "vitest";
import { usFbiArrests } from "../../pipelines/sources/us-fbi-arrests.ts";
import {
  ADULTS,
  columnsOf,
  JUVENILES,
  type Part,
} from "../../pipelines/sources/us-fbi-arrests-columns.ts";
import { problemsOf, temporaryFolder, textFile } from "./files.ts";

/** Cells of one row: every band 1 for men and 2 for women, totals to fit. */
const row = (part: Part, change: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const bands = Object.keys(part.bands).length;
  const counts = columnsOf(part).map(({ column, sex, isTotal }) => {
    const one = sex === "M" ? 1 : 2;
    return [column, String(isTotal ? one * bands : one)];
  });
  const base = { year: "2016", offense_code: "ASR_WEAP", agencies: "9", population: "99" };
  return { ...base, ...Object.fromEntries(counts), ...change };
};

const csv = (rows: readonly Record<string, string>[]): string => {
  const header = Object.keys(rows[0] ?? {});
  return `${[header, ...rows.map((cells) => header.map((name) => cells[name]))].map((cells) => cells.join(",")).join("\n")}\n`;
};

const read = async (
  adults: readonly Record<string, string>[],
  juveniles = [row(JUVENILES)],
): ReturnType<typeof usFbiArrests.read> => {
  const raw = await temporaryFolder();
  await textFile(raw, `us-fbi-arrests/${ADULTS.file}`, csv(adults));
  await textFile(raw, `us-fbi-arrests/${JUVENILES.file}`, csv(juveniles));
  return usFbiArrests.read(raw, new Map());
};

describe("FBI arrests mapping", () => {
  it("keeps the cells and derives both sexes, all ages and the grand total", async () => {
    const other = row(ADULTS, { offense_code: "ASR_ARSON" });
    const { observations } = await read([other, row(ADULTS)]);
    const find = (sex: string, age: string) =>
      observations.find((one) => one.sex === sex && one.age === age);
    expect(observations).toHaveLength(2 * (17 + 7) + (17 + 7) + 2 + 1);
    expect(find("F", "Y18")).toMatchObject({
      obs_value: 2,
      breakdown: "sex+age",
      additivity: "PART",
      obs_status: "D",
      flags: "",
      source_row: "3:f_18",
    });
    expect(find("M", "Y_GE18")).toMatchObject({ obs_value: 16, additivity: "SUBTOTAL", flags: "" });
    expect(find("_T", "Y18")).toMatchObject({
      obs_value: 3,
      breakdown: "age",
      additivity: "PART",
      flags: "DERIVED",
    });
    expect(find("_T", "Y0T17")).toMatchObject({ obs_value: 18, additivity: "SUBTOTAL" });
    expect(find("F", "_T")).toMatchObject({ obs_value: 44, breakdown: "sex", additivity: "PART" });
    expect(find("_T", "_T")).toMatchObject({
      obs_value: 66,
      breakdown: "_T",
      additivity: "TOTAL",
      flags: "DERIVED",
      obs_status: "D",
    });
    expect(find("_T", "_T")?.source_detail).toContain("agencies=9; population=99");
  });
});

describe("FBI arrests damage", () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ["text in a count", { m_18: "n/a" }, /row 2, column m_18: value "n\/a" is not a count/],
    ["an empty count", { f_65p: "" }, /column f_65p: value "" is not a count/],
    ["a negative count", { m_18: "-1" }, /column m_18: value "-1" is not a count/],
    ["bands that do not add up", { m_18: "2" }, /column total_male: .*sum of its age bands.*17/],
    ["a population that is no number", { population: "1e6" }, /column population/],
    ["other years than the other file", { year: "2015" }, /has other years.*allowed: 2015/],
  ])("refuses %s", async (_, change, message) => {
    expect(await problemsOf(() => read([row(ADULTS, change)]))).toMatch(message);
  });

  it("refuses a year twice and a file without weapons rows", async () => {
    expect(await problemsOf(() => read([row(ADULTS), row(ADULTS)]))).toMatch(/row 3, .*already/);
    const arson = row(ADULTS, { offense_code: "ASR_ARSON" });
    expect(await problemsOf(() => read([arson]))).toMatch(/no row is about weapons/);
  });

  it("refuses a missing band", async () => {
    const { m_18, ...rest } = row(ADULTS);
    expect(m_18).toBe("1");
    expect(await problemsOf(() => read([rest]))).toMatch(/column "m_18"/);
  });
});

import { describe, expect, it } from "vitest";
import { sdgByRule } from "../../src/statistics/sdg.ts";
import { casesOf } from "../../src/statistics/sdg-case.ts";
import { completedRatios, type SdgTables } from "../../src/statistics/sdg-completed.ts";
import { type Explained, explain } from "../../src/statistics/sdg-explain.ts";
import { type OfficialValue, officialAgainst } from "../../src/statistics/sdg-official.ts";
import { fitTable, VARIANTS } from "../../src/statistics/sdg-variants.ts";
import { source, tableOf } from "./source-cells.ts";

const official = (
  label: number,
  value: number,
  rest: Partial<OfficialValue> = {},
): OfficialValue => ({
  area: "AAA",
  label,
  value,
  footnote: `${label}-${label + 1} average based on available data`,
  source: "IAFQ",
  ...rest,
});

const SINGLE = { footnote: "" };

const release = (name: string, rest: Partial<SdgTables>): SdgTables => ({
  release: name,
  tracing: [],
  headlines: [],
  markings: [],
  ...rest,
});

/** A year with N of D traced, the rest pending. */
const year = (at: number, n: number, d: number) =>
  tableOf("AAA", at, { ILLEGIT_OWNER_NATIONAL: n, PENDING: d - n });

const found = (
  officials: readonly OfficialValue[],
  newest: Partial<SdgTables>,
  older: readonly SdgTables[] = [],
): Explained[] => casesOf(officials, release("2025-01-01", newest), older).map(explain);

const codes = (explained: readonly Explained[]): string[][] =>
  explained.map(({ code, also }) => [code, ...also.map((finding) => finding.code)]);

describe("officialAgainst", () => {
  const years = sdgByRule([...year(2016, 30, 100), ...year(2017, 50, 100)]);
  const outcome = (value: OfficialValue) => officialAgainst([value], years)[0]?.outcome;

  it("reproduces within 0.02 points", () => {
    expect(outcome(official(2016, 40.019))).toBe("REPRODUCED");
    expect(outcome(official(2016, 39.981))).toBe("REPRODUCED");
    expect(outcome(official(2016, 40.03))).toBe("MISSED");
    expect(outcome(official(2016, 30, SINGLE))).toBe("REPRODUCED");
  });

  it("cannot test what the release does not hold, and never takes it for 0", () => {
    const other = official(2016, 0, { area: "BBB" });
    expect(officialAgainst([other], years)).toMatchObject([
      { outcome: "UNTESTABLE", difference: null, recomputed: { notes: ["NOT_IN_RELEASE"] } },
    ]);
  });

  it("keeps a slip of the footnote and says so", () => {
    const footnote = "2017-2017 average based on available data";
    const [match] = officialAgainst([official(2016, 40, { footnote })], years);
    expect(match).toMatchObject({ slip: true, outcome: "REPRODUCED", official: { footnote } });
  });

  it("stops at a footnote that it cannot read", () => {
    expect(() => officialAgainst([official(2016, 40, { footnote: "estimate" })], years)).toThrow(
      'AAA 2016: footnote "estimate" is not known',
    );
  });
});

describe("completedRatios", () => {
  const tracing = tableOf("AAA", 2016, {
    ILLEGIT_OWNER_NATIONAL: 12,
    LEGIT_OWNER_NATIONAL: 5,
    NOT_ID_ERASED: 23,
  });
  const markings = tableOf("AAA", 2016, { UNIQUELY_MARKED: 30, _U: 2, NOT_MARKED: 40 });
  const ratios = (headline: number | null) =>
    completedRatios(
      release("r", { tracing, markings, headlines: [source("AAA", 2016, "_T", headline)] }),
    ).map(({ basis, n, d }) => [basis, n, d]);

  it("counts the arms missing from a short table in D", () => {
    expect(ratios(48)).toEqual([
      ["SEIZED", 12, 48 - 23 - 5],
      ["MARKED", 12, 30 + 2 - 5],
    ]);
  });

  it("leaves tables alone that cover the headline, and years without one", () => {
    expect(ratios(40)).toEqual([]);
    expect(ratios(39)).toEqual([]);
    expect(ratios(null)).toEqual([]);
    expect(completedRatios(release("r", { tracing, markings }))).toEqual([]);
  });

  it("does not take a State's own total for short because its parts are", () => {
    const own = [...tracing, source("AAA", 2016, "TOTAL_REPORTED", 48)];
    const headlines = [source("AAA", 2016, "_T", 48)];
    expect(completedRatios(release("r", { tracing: own, headlines }))).toEqual([]);
  });
});

describe("explain", () => {
  const two = [...year(2016, 30, 100), ...year(2017, 50, 100)];

  it("has nothing to explain where the rule gives the value", () => {
    expect(found([official(2016, 40)], { tracing: two })).toEqual([]);
  });

  it("names another source first", () => {
    const [one] = found([official(2016, 77.77, { source: "SDG" })], { tracing: two });
    expect(one).toMatchObject({ code: "OTHER_SOURCE", evidence: "source=SDG" });
  });

  it("finds the numbers of an older release", () => {
    const before = release("2022-01-01", {
      tracing: [...year(2016, 10, 100), ...year(2017, 50, 100)],
    });
    const [one] = found([official(2016, 30)], { tracing: two }, [before]);
    expect(one).toMatchObject({ code: "EXPLAINED_OLDER_RELEASE", evidence: "release=2022-01-01" });
    expect(codes(found([official(2016, 31)], { tracing: two }, [before]))).toEqual([
      ["UNEXPLAINED"],
    ]);
  });

  it("finds one year alone", () => {
    const [one] = found([official(2016, 50)], { tracing: two });
    expect(one).toMatchObject({ code: "ONE_YEAR_ONLY", evidence: "2017=50/100" });
  });

  it("finds a year outside the window", () => {
    const tracing = [...two, ...year(2018, 27, 99)];
    const [one] = found([official(2016, 27.27)], { tracing });
    expect(one).toMatchObject({
      code: "ARITHMETIC_CANDIDATE_OTHER_YEAR",
      evidence: "2018=27/99",
    });
  });

  it("finds a short table completed to what was seized", () => {
    const headlines = [source("AAA", 2017, "_T", 160)];
    const [one] = found([official(2016, 30.63)], { tracing: two, headlines });
    expect(one).toMatchObject({
      code: "ARITHMETIC_CANDIDATE_COMPLETED",
      evidence: "2016=30/100 TABLE; 2017=50/160 SEIZED",
    });
  });

  it("finds one ratio of a shared year that gives two neighbouring values", () => {
    const tracing = [...two, ...year(2018, 80, 100)];
    const pair = [official(2016, 25.5), official(2017, 50.5)];
    const both = found(pair, { tracing });
    expect(both.map(({ code, evidence }) => [code, evidence])).toEqual([
      ["ARITHMETIC_CANDIDATE_SHARED_YEAR", "2017=21.00 instead of 50.00; also gives=2017"],
      ["ARITHMETIC_CANDIDATE_SHARED_YEAR", "2017=21.00 instead of 50.00; also gives=2016"],
    ]);
    const apart = [official(2016, 25.5), official(2017, 50.6)];
    expect(codes(found(apart, { tracing }))).toEqual([["UNEXPLAINED"], ["UNEXPLAINED"]]);
  });

  it("finds an incomplete window where the missing year can give the value, and only there", () => {
    const tracing = year(2016, 30, 100);
    const [one] = found([official(2016, 55)], { tracing });
    expect(one).toMatchObject({
      code: "WINDOW_INCOMPLETE",
      evidence: "2016=30/100 TABLE; 2017 would need=80.00",
    });
    expect(codes(found([official(2016, 91.23)], { tracing }))).toEqual([["UNEXPLAINED"]]);
  });

  it("finds a line kept in D only, and counts what it tried", () => {
    const tracing = tableOf("AAA", 2016, {
      ILLEGIT_OWNER_NATIONAL: 13,
      ILLEGIT_OWNER_FOREIGN: 20,
      PENDING: 70,
    });
    const [one] = found([official(2016, 12.62, SINGLE)], { tracing });
    expect(one).toMatchObject({
      code: "ARITHMETIC_CANDIDATE_CATEGORY",
      evidence: "2016=13/103 ILLEGIT_OWNER_FOREIGN in D only",
    });
    expect(one?.tried).toBe(7);
  });

  it("finds one digit exchanged, and keeps rival findings", () => {
    const tracing = tableOf("AAA", 2016, { ILLEGIT_OWNER_NATIONAL: 60, PENDING: 30, _U: 10 });
    const findings = found([official(2016, 66.67, SINGLE)], { tracing });
    expect(codes(findings)).toEqual([["ARITHMETIC_CANDIDATE_CATEGORY"]]);
    expect(codes(found([official(2016, 61, SINGLE)], { tracing }))).toEqual([
      ["ARITHMETIC_CANDIDATE_DIGIT"],
    ]);
  });

  it("takes no match at exactly 0 or 100 for evidence", () => {
    const tracing = [...year(2016, 30, 100), ...year(2017, 100, 100), ...year(2018, 0, 100)];
    expect(codes(found([official(2016, 100), official(2016, 0)], { tracing }))).toEqual([
      ["UNEXPLAINED"],
      ["UNEXPLAINED"],
    ]);
  });

  it("says why a value cannot be tested", () => {
    const tracing = [
      ...tableOf("AAA", 2016, { LEGIT_OWNER_NATIONAL: 5 }),
      ...tableOf("AAA", 2018, { ILLEGIT_OWNER_NATIONAL: null }),
    ];
    const open = [2016, 2018, 2020].map((label) => official(label, 12.34, SINGLE));
    expect(found(open, { tracing }).map(({ code, evidence }) => [code, evidence])).toEqual([
      ["DENOMINATOR_ZERO", "tracing rows=1"],
      ["INPUT_WITHOUT_VALUE", "tracing rows=1"],
      ["NOT_IN_RELEASE", "tracing rows=0"],
    ]);
  });
});

describe("fitTable", () => {
  it("scores each form of the rule on the same values", () => {
    const tracing = [
      ...year(2016, 30, 100),
      ...tableOf("AAA", 2017, { ILLEGIT_OWNER_NATIONAL: 100, PENDING: 100, NOT_ID_ERASED: 200 }),
      ...tableOf("AAA", 2017, { ILLEGIT_OWNER_FOREIGN: 1 }, { indicator: "ARMS_FOUND" }),
    ];
    const officials = [official(2016, 40), official(2016, 43.33), official(2019, 5)];
    const fit = fitTable(officials, release("r", { tracing }));
    expect(fit.map(({ variant }) => variant)).toEqual(VARIANTS.map(({ id }) => id));
    expect(fit.map(({ reproduced, testable }) => [reproduced, testable])).toEqual([
      [1, 2],
      [0, 2],
      [1, 2],
      [1, 2],
      [0, 2],
      [0, 2],
      [1, 2],
    ]);
  });
});

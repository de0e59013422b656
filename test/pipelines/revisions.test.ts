import { describe, expect, it } from "vitest";
import { checkPlausibility } from "../../pipelines/steps/check-plausibility.ts";
import { checkRevisions } from "../../pipelines/steps/check-revisions.ts";
import { flagCoverageBreaks } from "../../pipelines/steps/coverage.ts";
import { changesSql, flagRevisions, releasePairs } from "../../pipelines/steps/revisions.ts";
import { loadFiles, loadObservations, query, withDatabase } from "../../pipelines/steps/table.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { observation } from "../../src/standard/rows.ts";

const at = (
  release: string,
  ref_area: string,
  value: number | null,
  rest: Partial<Observation> = {},
): Observation =>
  observation(
    { dataset: "UNODC_IAFQ", release, indicator: "ARMS_SEIZED", ref_area, time_period: "2016" },
    { obs_value: value, source_row: "4", source_detail: "category=x", ...rest },
  );

const [FIRST, SECOND, THIRD] = ["2022-06-17", "2024-08-26", "2025-05-12"] as const;
const flagsOf = (...rows: Observation[]): string[] => flagRevisions(rows).map((row) => row.flags);

describe("what later releases say of an older one", () => {
  it("flags a changed value on the older row only", () => {
    expect(flagsOf(at(FIRST, "AGO", 5), at(SECOND, "AGO", 6))).toEqual(["REVISED_LATER", ""]);
    expect(flagsOf(at(FIRST, "AGO", 5), at(SECOND, "AGO", 5))).toEqual(["", ""]);
  });

  it("proves a zero false when it is dropped or turns positive, and not when it stays", () => {
    expect(flagsOf(at(FIRST, "AGO", 0), at(SECOND, "BRA", 1))).toEqual([
      "FALSE_ZERO_PROVED|DROPPED_LATER",
      "",
    ]);
    expect(flagsOf(at(FIRST, "AGO", 0), at(SECOND, "AGO", 7))).toEqual([
      "FALSE_ZERO_PROVED|REVISED_LATER",
      "",
    ]);
    expect(flagsOf(at(FIRST, "AGO", 0), at(SECOND, "AGO", 0))).toEqual(["", ""]);
  });

  it("does not call dropped what the newest release holds again", () => {
    const rows = [at(FIRST, "AGO", 5), at(SECOND, "BRA", 1), at(THIRD, "AGO", 5)];
    expect(flagsOf(...rows)).toEqual(["", "DROPPED_LATER", ""]);
  });

  it("leaves alone datasets whose releases add periods", () => {
    const flows = (release: string, time_period: string): Observation =>
      observation(
        {
          dataset: "US_ATF_FLOWS",
          release,
          indicator: "ARMS_TRACED",
          ref_area: "US-TX",
          time_period,
        },
        { obs_value: 1, area_level: "SUBNATIONAL" },
      );
    expect(flagsOf(flows("CY2019", "2019"), flows("CY2020", "2020"))).toEqual(["", ""]);
    expect(releasePairs([{ dataset: "US_ATF_FLOWS", release: "CY2019" }])).toEqual([]);
  });

  it("pairs every release with every later one", () => {
    const releases = [THIRD, FIRST, SECOND].map((release) => ({
      dataset: "UNODC_IAFQ" as const,
      release,
    }));
    expect(releasePairs(releases).map(({ from, to }) => `${from} ${to}`)).toEqual([
      `${FIRST} ${SECOND}`,
      `${FIRST} ${THIRD}`,
      `${SECOND} ${THIRD}`,
    ]);
  });

  it("lists what two releases do not share, with both values, and counts it in the report", async () => {
    const pair = { dataset: "UNODC_IAFQ", from: FIRST, to: SECOND } as const;
    const rows = [
      at(FIRST, "AGO", 0),
      at(FIRST, "BRA", 2),
      at(FIRST, "CHL", null, { obs_status: "O" }),
      at(FIRST, "COL", 4),
      at(SECOND, "BRA", 3),
      at(SECOND, "CHL", 1),
      at(SECOND, "COL", 4),
      at(SECOND, "DEU", 9),
    ];
    await withDatabase(async (db) => {
      await loadObservations(db, rows);
      const found = await query(
        db,
        `SELECT kind, ref_area, old_obs_value, new_obs_value FROM (${changesSql(pair)})`,
      );
      expect(found.map((row) => Object.values(row))).toEqual([
        ["DROPPED", "AGO", 0, null],
        ["CHANGED", "BRA", 2, 3],
        ["CHANGED", "CHL", null, 1],
        ["ADDED", "DEU", null, 9],
      ]);
      const checks = await checkRevisions(db, [pair]);
      expect(checks.map(({ status, count }) => [status, count])).toEqual([
        ["PASS", 1],
        ["WARNING", 1],
        ["WARNING", 2],
      ]);
      expect(checks[1]?.examples).toEqual(["ARMS_SEIZED AGO 2016: 0 → (none) (row 4 → –)"]);
    });
  });
});

describe("breaks in coverage", () => {
  const areas = Array.from({ length: 10 }, (_, index) => `A${String(index).padStart(2, "0")}`);
  const year = (time_period: string, big: number | undefined): Observation[] => [
    ...areas.map((area) => at(THIRD, area, 10, { time_period })),
    ...(big === undefined ? [] : [at(THIRD, "USA", big, { time_period })]),
  ];
  const flagged = (rows: Observation[]): string[] =>
    flagCoverageBreaks(rows)
      .filter((row) => row.flags !== "")
      .map((row) => `${row.ref_area} ${row.time_period} ${row.flags}`);

  it("flags the first and the last year of an area that moves the sum", () => {
    const rows = [...year("2012", undefined), ...year("2013", 100), ...year("2014", 100)];
    expect(flagged([...rows, ...year("2015", undefined)])).toEqual([
      "USA 2013 COVERAGE_BREAK",
      "USA 2014 COVERAGE_BREAK",
    ]);
  });

  it("does not flag a small area, the edges of the data, or a handful of areas", () => {
    expect(flagged([...year("2012", undefined), ...year("2013", 5)])).toEqual([]);
    expect(flagged([...year("2013", 100), ...year("2014", 100)])).toEqual([]);
    const few = (rows: Observation[]) => rows.filter((row) => row.ref_area > "A05");
    expect(flagged(few([...year("2012", undefined), ...year("2013", 100)]))).toEqual([]);
  });
});

describe("plausibility", () => {
  const outcome = async (...rows: Observation[]): Promise<Record<string, string>> =>
    withDatabase(async (db) => {
      await loadObservations(db, rows);
      await loadFiles(db, [
        { dataset: "UNODC_IAFQ", release: THIRD, paths: ["a.xlsx"] },
        { dataset: "UN_SDG_16_4_2", release: "2026.Q3.G.01", paths: ["b.csv"] },
      ]);
      const checks = await checkPlausibility(db);
      return Object.fromEntries(checks.map(({ id, status, count }) => [id, `${status} ${count}`]));
    });

  it("refuses percentages above 100 and periods after the release", async () => {
    const share = observation(
      {
        dataset: "UN_SDG_16_4_2",
        release: "2026.Q3.G.01",
        indicator: "SDG_16_4_2",
        ref_area: "MEX",
        time_period: "2021",
      },
      { unit_measure: "PT", obs_value: 100.1 },
    );
    expect(await outcome(share)).toMatchObject({ "percent-range": "FAIL 1" });
    expect(await outcome({ ...share, obs_value: 100 })).toMatchObject({
      "percent-range": "PASS 0",
    });
    expect(await outcome(at(THIRD, "AGO", 1, { time_period: "2026" }))).toMatchObject({
      "period-after-release": "FAIL 1",
    });
    expect(await outcome(at(THIRD, "AGO", 1, { time_period: "2025" }))).toMatchObject({
      "period-after-release": "PASS 0",
    });
  });

  it("points at a value far from its series, unless a flag explains it", async () => {
    const series = (last: number, flags = "") => [
      at(THIRD, "TUR", 30, { time_period: "2017" }),
      at(THIRD, "TUR", 20, { time_period: "2018" }),
      at(THIRD, "TUR", last, { time_period: "2019", flags }),
    ];
    const id = "value-far-from-series";
    expect((await outcome(...series(3000)))[id]).toBe("WARNING 1");
    expect((await outcome(...series(999)))[id]).toBe("PASS 0");
    expect((await outcome(...series(3000, "OUTLIER_SCOPE")))[id]).toBe("PASS 0");
  });
});

import { beforeAll, describe, expect, it } from "vitest";
import { openNativeEngine } from "../../src/engine/native.ts";
import { codesCsvChunks } from "../../src/export/csv.ts";
import { sdmxCsvChunks } from "../../src/export/sdmx/csv.ts";
import { checkReturn } from "../../src/return/check.ts";
import { readRaw } from "../../src/return/file.ts";
import { readStandard, standardQuery } from "../../src/return/standard.ts";
import { COLUMN_NAMES } from "../../src/standard/observation.ts";
import type { Row } from "../../src/view/query.ts";
import { DATA } from "../pipelines/raw.ts";
import { openReturn } from "./database.ts";

/** One database for all tests: each makes its tables anew. */
const database = openReturn();

const open = async (text: string) => {
  const raw = await readRaw(new Blob([text]));
  const { table, columns, findings } = readStandard(raw);
  const db = await database;
  await db.insert(table);
  await db.run(standardQuery(columns, "2026-11-01"));
  return { db, findings };
};

/** The columns that a file keeps as they are; the rest is the reader's own. */
const KEPT = COLUMN_NAMES.filter((name) => !["dataset", "source_row"].includes(name));

const observations = async (db: Awaited<ReturnType<typeof open>>["db"]): Promise<readonly Row[]> =>
  db.ask({ sql: `SELECT ${KEPT.join(", ")} FROM own_observation ORDER BY ALL`, params: [] });

describe("a file of ours, opened again", () => {
  let rows: readonly Row[] = [];
  beforeAll(async () => {
    const engine = await openNativeEngine(DATA);
    rows = await engine.query({
      sql: `SELECT * FROM "observation_UNODC_IAFQ" WHERE ref_area IN ('MEX', 'ALB') ORDER BY ref_area, time_period, source_row`,
      params: [],
    });
  });

  it.each([
    ["CSV", () => [...codesCsvChunks(rows)].join("")],
    ["SDMX-CSV", () => [...sdmxCsvChunks(rows, "UNODC_IAFQ")].join("")],
  ])("as %s has the same observations and breaks no rule", async (_, text) => {
    expect(rows.length).toBeGreaterThan(200);
    const { db, findings } = await open(text());
    expect(findings).toEqual([]);
    const expected = rows.map((row) => KEPT.map((name) => row[name]).join("|")).sort();
    const found = (await observations(db))
      .map((row) => KEPT.map((name) => row[name]).join("|"))
      .sort();
    expect(found).toEqual(expected);
    const failed = (await checkReturn(db)).filter(({ status }) => status === "FAIL");
    expect(failed).toEqual([]);
  });
});

describe("a short file in the standard", () => {
  it("gets what it leaves out from what it has", async () => {
    const { db } = await open(
      "indicator,ref_area,time_period,obs_value,weapon_type\nARMS_SEIZED,MEX,2021,9,_T\nARMS_SEIZED,MEX,2021-03,4,PISTOL\nPERSONS_ARRESTED,US-TX,2021,,_Z\n",
    );
    const rows = await db.ask({
      sql: "SELECT concat_ws(' ', dataset, release, freq, sex, weapon_type, unit_measure, obs_status, breakdown, additivity, area_level, source_row, line) AS row FROM own_observation ORDER BY line",
      params: [],
    });
    expect(rows.map(({ row }) => row)).toEqual([
      "OWN_RETURN 2026-11-01 A _Z _T NUMBER A _T TOTAL COUNTRY 2 2.0",
      "OWN_RETURN 2026-11-01 M _Z PISTOL NUMBER A weapon_type PART COUNTRY 3 3.0",
      "OWN_RETURN 2026-11-01 A _T _Z NUMBER O _T TOTAL SUBNATIONAL 4 4.0",
    ]);
    expect(await checkReturn(db)).toEqual([]);
  });

  it("is refused without a column that nothing can stand in for", async () => {
    const raw = await readRaw(new Blob(["indicator,ref_area,time_period\na,b,2020\n"]));
    expect(() => readStandard(raw)).toThrow("column-missing: obs_value");
  });
});

const HEADER =
  "indicator,ref_area,time_period,sex,weapon_type,unit_measure,obs_value,obs_status,breakdown,additivity,area_level,flags";
const GOOD = "ARMS_SEIZED,MEX,2021,_Z,_T,NUMBER,9,A,_T,TOTAL,COUNTRY,";

describe("a damaged file in the standard", () => {
  const found = async (line: string) => {
    const { db, findings } = await open(`${HEADER}\n${GOOD}\n${line}\n`);
    return [...findings, ...(await checkReturn(db))].flatMap((group) =>
      group.findings.map(
        ({ line, column, value }) =>
          `${group.rule} ${group.status} ${line} ${column} ${value}${group.codelist === undefined ? "" : ` (${group.codelist})`}`,
      ),
    );
  };

  it("without damage has no finding", async () => {
    expect(await found("ARMS_SEIZED,MEX,2020,_Z,_T,NUMBER,9,A,_T,TOTAL,COUNTRY,")).toEqual([]);
  });

  it.each([
    [
      "ARMS_SIEZED,MEX,2020,_Z,_T,NUMBER,9,A,_T,TOTAL,COUNTRY,",
      ["codes-indicator FAIL 3 indicator ARMS_SIEZED (CL_INDICATOR)"],
    ],
    [
      "ARMS_SEIZED,XXX,2020,_Z,_T,NUMBER,9,A,_T,TOTAL,COUNTRY,",
      ["codes-ref_area FAIL 3 ref_area XXX (CL_AREA)", "area-level FAIL 3 area_level COUNTRY"],
    ],
    [
      "ARMS_SEIZED,MEX,2020/21,_Z,_T,NUMBER,9,A,_T,TOTAL,COUNTRY,",
      ["pattern-time_period FAIL 3 time_period 2020/21"],
    ],
    [
      "ARMS_SEIZED,MEX,2020,_Z,BOW,NUMBER,9,A,weapon_type,PART,COUNTRY,",
      ["codes-weapon_type FAIL 3 weapon_type BOW (CL_WEAPON_TYPE)"],
    ],
    ["ARMS_SEIZED,MEX,2020,F,_T,NUMBER,9,A,sex,PART,COUNTRY,", ["not-applicable FAIL 3 sex F"]],
    [
      "ARMS_SEIZED,MEX,2020,_Z,_T,NUMBER,-9,A,_T,TOTAL,COUNTRY,",
      ["value-range FAIL 3 obs_value -9"],
    ],
    [
      "ARMS_SEIZED,MEX,2020,_Z,_T,NUMBER,9.5,A,_T,TOTAL,COUNTRY,",
      ["whole-counts FAIL 3 obs_value 9.5"],
    ],
    [
      "ARMS_SEIZED,MEX,2020,_Z,_T,NUMBER,nine,O,_T,TOTAL,COUNTRY,",
      ["value-number FAIL 3 obs_value nine"],
    ],
    [
      "ARMS_SEIZED,MEX,2020,_Z,_T,NUMBER,,A,_T,TOTAL,COUNTRY,",
      ["missing-value-status FAIL 3 obs_status A"],
    ],
    [
      "ARMS_SEIZED,MEX,2020,_Z,_T,NUMBER,9,O,_T,TOTAL,COUNTRY,",
      ["missing-value-status FAIL 3 obs_status O"],
    ],
    [
      "ARMS_SEIZED,MEX,2020,_Z,PISTOL,NUMBER,9,A,_T,PART,COUNTRY,",
      ["breakdown FAIL 3 breakdown _T", "additivity-total FAIL 3 additivity PART"],
    ],
    [
      "ARMS_SEIZED,MEX,2020,_Z,_T,NUMBER,9,A,_T,TOTAL,REGION,",
      ["area-level FAIL 3 area_level REGION"],
    ],
    [
      "ARMS_SEIZED,MEX,2020,_Z,_T,NUMBER,9,A,_T,TOTAL,COUNTRY,BROKEN",
      ["codes-flags FAIL 3 flags BROKEN (CL_FLAG)"],
    ],
    [
      "ARMS_SEIZED,MEX,2020,_Z,_T,PT,101,A,_T,TOTAL,COUNTRY,",
      ["percent-range FAIL 3 obs_value 101"],
    ],
    [
      "ARMS_SEIZED,MEX,2027,_Z,_T,NUMBER,9,A,_T,TOTAL,COUNTRY,",
      ["period-after-release FAIL 3 time_period 2027"],
    ],
    [
      GOOD,
      [
        "unique-key FAIL 2 null ARMS_SEIZED MEX 2021",
        "unique-key FAIL 3 null ARMS_SEIZED MEX 2021",
      ],
    ],
  ])("names line, column and value of %s", async (line, findings) => {
    expect(await found(line)).toEqual(findings);
  });

  it("tells men and women that miss the total, by the line of the total", async () => {
    const person = (sex: string, value: number, breakdown: string, additivity: string) =>
      `PERSONS_ARRESTED,MEX,2021,${sex},_Z,NUMBER,${value},A,${breakdown},${additivity},COUNTRY,`;
    const { db } = await open(
      [
        HEADER,
        person("_T", 9, "_T", "TOTAL"),
        person("F", 2, "sex", "PART"),
        person("M", 6, "sex", "PART"),
      ].join("\n"),
    );
    const groups = await checkReturn(db);
    expect(groups.map(({ rule, count }) => `${rule} ${count}`)).toEqual([
      "sexes-add-up 1",
      "flag-parts-lt-total 2",
    ]);
    expect(groups[0]?.findings[0]).toMatchObject({ line: 2, column: "sex" });
  });
});

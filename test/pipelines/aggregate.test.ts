import type { DuckDBConnection } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { checkAll } from "../../pipelines/steps/check.ts";
import { checkRecords } from "../../pipelines/steps/check-records.ts";
import { loadCodes, query, withDatabase } from "../../pipelines/steps/table.ts";
import { aggregateSql, type Coverage } from "../../src/standard/aggregate.ts";
import type { CodeList } from "../../src/standard/code.ts";
import { CODE_LISTS } from "../../src/standard/codelists/index.ts";
import { COLUMN_NAMES, observationTableSql } from "../../src/standard/observation.ts";
import {
  RECORD_COLUMNS,
  type RecordColumn,
  recordObservationsSql,
} from "../../src/standard/records.ts";

type RecordRow = Record<RecordColumn, string | number | null>;

const COVERAGE: Coverage = { from: "2015-07", to: "2017-06", confStatus: "N" };
const CODES = [
  ...Object.values<CodeList>(CODE_LISTS).flatMap((list) =>
    list.codes.map(({ code }) => ({ codelist: list.id, code, level: "" })),
  ),
  { codelist: "CL_DATASET", code: "SYNTHETIC_TEST", level: "" },
  { codelist: "CL_AREA", code: "_T", level: "_T" },
  { codelist: "CL_AREA", code: "_Z", level: "_T" },
  { codelist: "CL_AREA", code: "AGO", level: "COUNTRY" },
  { codelist: "CL_AREA", code: "US-TX", level: "SUBNATIONAL" },
];

/** One pistol seized in Angola in March 2016, unless told otherwise. */
const record = (change: Partial<RecordRow> = {}): RecordRow => ({
  dataset: "SYNTHETIC_TEST",
  release: "2017-07-31",
  record: "1",
  ref_area: "AGO",
  month: "2016-03",
  weapon_type: "PISTOL",
  marking: "UNIQUELY_MARKED",
  seizure_place: "LAND_BORDER",
  trace_status: "PENDING",
  sex: "M",
  age: "Y18T21",
  arms: 1,
  ...change,
});

/** The relation `observations` over `records`: their aggregates as a table, or themselves as a view. */
const AGGREGATES = `${observationTableSql("observations")};
  INSERT INTO observations ${aggregateSql("records", COVERAGE)}`;
const ONE_BY_ONE = `CREATE VIEW observations AS ${recordObservationsSql("records")}`;

/** A database with the records and what `prepare` makes of them. */
const withRecords = <T>(
  records: readonly RecordRow[],
  prepare: string,
  work: (db: DuckDBConnection) => Promise<T>,
): Promise<T> =>
  withDatabase(async (db) => {
    await loadCodes(db, CODES);
    const columns = RECORD_COLUMNS.map(
      ({ name }) => `${name} ${name === "arms" ? "INTEGER" : "VARCHAR"}`,
    );
    await db.run(`CREATE TABLE records (${columns.join(", ")})`);
    const places = RECORD_COLUMNS.map((_, at) => `$${at + 1}`).join(", ");
    for (const row of records) {
      const cells = RECORD_COLUMNS.map(({ name }) => row[name]);
      await db.run(`INSERT INTO records VALUES (${places})`, cells);
    }
    await db.run("CREATE TABLE files (dataset VARCHAR, release VARCHAR, file VARCHAR)");
    await db.run("INSERT INTO files VALUES ('SYNTHETIC_TEST', '2017-07-31', 'return.parquet')");
    await db.run(prepare);
    return work(db);
  });

/** The aggregates as text: frequency, area, period, breakdown, code, value, records, flags. */
const aggregated = (...records: RecordRow[]): Promise<string[]> =>
  withRecords(records, AGGREGATES, async (db) => {
    const rows = await query(
      db,
      `SELECT concat_ws(' ', freq, ref_area, time_period, breakdown,
         CASE breakdown WHEN 'weapon_type' THEN weapon_type WHEN 'marking' THEN marking
           WHEN 'seizure_place' THEN seizure_place WHEN 'trace_status' THEN trace_status END,
         coalesce(obs_value::INTEGER::VARCHAR, '(empty)'), obs_status, source_row, flags) AS line
       FROM observations ORDER BY line`,
    );
    return rows.map(({ line }) => String(line));
  });

const failing = (db: DuckDBConnection): Promise<string[]> =>
  checkAll(db).then((checks) =>
    checks.filter(({ status }) => status === "FAIL").map(({ id, count }) => `${id} ${count}`),
  );

describe("aggregates of records", () => {
  it("count the arms of an area and month, and by each dimension alone", async () => {
    const lines = await aggregated(
      record({ arms: 4 }),
      record({ record: "2", weapon_type: "RIFLE", arms: 3 }),
      record({ record: "3", ref_area: "US-TX", trace_status: "_U", sex: "_Z", age: "_Z" }),
    );
    expect(lines.filter((line) => line.startsWith("M"))).toEqual([
      "M AGO 2016-03 _T 7 A n=2 DERIVED",
      "M AGO 2016-03 marking UNIQUELY_MARKED 7 A n=2 DERIVED",
      "M AGO 2016-03 seizure_place LAND_BORDER 7 A n=2 DERIVED",
      "M AGO 2016-03 trace_status PENDING 7 A n=2 DERIVED",
      "M AGO 2016-03 weapon_type PISTOL 4 A n=1 DERIVED|SMALL_CELL",
      "M AGO 2016-03 weapon_type RIFLE 3 A n=1 DERIVED|SMALL_CELL",
      "M US-TX 2016-03 _T 1 A n=1 DERIVED|SMALL_CELL",
      "M US-TX 2016-03 marking UNIQUELY_MARKED 1 A n=1 DERIVED|SMALL_CELL",
      "M US-TX 2016-03 seizure_place LAND_BORDER 1 A n=1 DERIVED|SMALL_CELL",
      "M US-TX 2016-03 trace_status _U 1 A n=1 DERIVED|SMALL_CELL",
      "M US-TX 2016-03 weapon_type PISTOL 1 A n=1 DERIVED|SMALL_CELL",
    ]);
  });

  it("give a year only where the return covers all of it, and no zero anywhere", async () => {
    const lines = await aggregated(
      record({ month: "2015-08" }),
      record({ month: "2016-01", arms: 2 }),
      record({ month: "2016-12", arms: 5 }),
      record({ month: "2017-01" }),
    );
    const totals = lines.filter((line) => line.includes(" _T "));
    expect(totals).toEqual([
      "A AGO 2016 _T 7 A n=2 DERIVED",
      "M AGO 2015-08 _T 1 A n=1 DERIVED|SMALL_CELL",
      "M AGO 2016-01 _T 2 A n=1 DERIVED|SMALL_CELL",
      "M AGO 2016-12 _T 5 A n=1 DERIVED",
      "M AGO 2017-01 _T 1 A n=1 DERIVED|SMALL_CELL",
    ]);
  });

  it("have no value when a record in them has none", async () => {
    const lines = await aggregated(
      record({ arms: 4 }),
      record({ record: "2", weapon_type: "RIFLE", arms: null }),
    );
    expect(lines).toContain("A AGO 2016 _T (empty) O n=2 DERIVED");
    expect(lines).toContain("M AGO 2016-03 weapon_type RIFLE (empty) O n=1 DERIVED");
    expect(lines).toContain("M AGO 2016-03 weapon_type PISTOL 4 A n=1 DERIVED|SMALL_CELL");
  });

  it("pass the checks of the table, with level, additivity and confidentiality", async () => {
    const records = [record({ arms: 4 }), record({ record: "2", ref_area: "US-TX" })];
    await withRecords(records, AGGREGATES, async (db) => {
      expect(await failing(db)).toEqual([]);
      const kinds = await query(
        db,
        `SELECT DISTINCT ref_area, area_level, additivity, conf_status FROM observations
         WHERE breakdown IN ('_T', 'marking') AND freq = 'A' ORDER BY ALL`,
      );
      expect(kinds.map((kind) => Object.values(kind).join(" "))).toEqual([
        "AGO COUNTRY PART N",
        "AGO COUNTRY TOTAL N",
        "US-TX SUBNATIONAL PART N",
        "US-TX SUBNATIONAL TOTAL N",
      ]);
    });
  });

  it("keep an unknown code and area for the checks to find, and add nothing to them", async () => {
    const records = [record({ weapon_type: "CATAPULT" }), record({ ref_area: "XXX" })];
    await withRecords(records, AGGREGATES, async (db) => {
      expect(await failing(db)).toEqual([
        "codes-ref_area 10",
        "codes-weapon_type 2",
        "codes-area_level 10",
        "area-level 10",
      ]);
    });
  });
});

/** Checks that fail on the records themselves and on the records as observations. */
const failingRecords = (...records: RecordRow[]): Promise<string[]> =>
  withRecords(records, ONE_BY_ONE, async (db) => {
    const own = (await checkRecords(db, COVERAGE)).filter(({ status }) => status === "FAIL");
    return [...own.map(({ id, count }) => `${id} ${count}`), ...(await failing(db))];
  });

describe("records as observations", () => {
  it("have the columns of the standard and pass its checks", async () => {
    const records = [record(), record({ record: "2", weapon_type: "_U", sex: "_Z", age: "_Z" })];
    await withRecords(records, ONE_BY_ONE, async (db) => {
      const [row] = await query(db, "FROM observations WHERE source_row = '1'");
      expect(Object.keys(row ?? {})).toEqual(COLUMN_NAMES);
      expect(row).toMatchObject({
        sex: "_Z",
        breakdown: "weapon_type+marking+seizure_place+trace_status",
        additivity: "PART",
        conf_status: "N",
        source_detail: "sex=M; age=Y18T21",
      });
    });
    expect(await failingRecords(...records)).toEqual([]);
  });

  it.each<[Partial<RecordRow>, string[]]>([
    [{ marking: null }, ["records-complete 1", "breakdown 1"]],
    [{ record: null }, ["records-complete 1"]],
    [{ trace_status: "IDENTIFIABLE_TOTAL" }, ["records-one-arm 1"]],
    [{ marking: "TOTAL_REPORTED" }, ["records-one-arm 1"]],
    [{ weapon_type: "_T" }, ["records-one-arm 1", "breakdown 1"]],
    [{ sex: "_T" }, ["records-person 1"]],
    [{ age: "Y18T99" }, ["records-person 1"]],
    [{ sex: "_Z" }, ["records-person 1"]],
    [{ month: "2016" }, ["records-month 1"]],
    [{ month: "2016-13" }, ["records-month 1"]],
    [{ month: "2017-07" }, ["records-month 1"]],
    [{ arms: 0 }, ["records-arms 1"]],
    [{ arms: -2 }, ["value-range 1"]],
    [{ arms: null }, ["missing-value-status 1"]],
    [{ seizure_place: "MOON" }, ["codes-seizure_place 1"]],
    [{ ref_area: "XXX" }, ["codes-ref_area 1", "codes-area_level 1", "area-level 1"]],
  ])("fail with %o", async (change, expected) => {
    expect(await failingRecords(record({ record: "2", month: "2016-05" }), record(change))).toEqual(
      expected,
    );
  });

  it("fail when arms that agree in all codes are not one line", async () => {
    expect(await failingRecords(record(), record({ record: "2", sex: "F" }))).toEqual([
      "unique-key 2",
    ]);
  });
});

import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NO_RAW, openDatabase, openObservations, openSheet, RAW, table } from "./raw.ts";

const PAGES = join(RAW, "us-atf-trace-profiles/state_pages_2020-2023.csv");
const FBI = join(RAW, "us-fbi-arrests");
const YEARS = Array.from({ length: 11 }, (_, at) => String(2010 + at));

/** Holds `o` (our table) and `pages`, `adults`, `juveniles` (the raw files as text). */
let db: DuckDBConnection;
const ask = (sql: string): Promise<unknown[][]> => table(db, sql);

const open = async (): Promise<void> => {
  db = await openDatabase();
  await openObservations(db);
  const view = (name: string, path: string) =>
    db.run(`CREATE VIEW ${name} AS SELECT * FROM read_csv('${path}', all_varchar = true)`);
  await view("pages", PAGES);
  await view("adults", join(FBI, "arrests_national_adults.csv"));
  await view("juveniles", join(FBI, "arrests_national_juvenile.csv"));
};

const FLOWS = [
  145604, 149276, 156346, 166426, 170344, 190538, 211384, 239175, 254700, 269250, 306686,
];

describe.skipIf(NO_RAW)("United States, real data (skipped without the raw folder)", () => {
  beforeAll(open);
  afterAll(() => db.closeSync());

  describe("ATF flows", () => {
    it("has the known total of each year, three times: cells, by recovery, by source", async () => {
      const rows = await ask(
        `SELECT time_period,
         sum(obs_value) FILTER (area_level = 'SUBNATIONAL' AND breakdown = 'origin_area'),
         sum(obs_value) FILTER (area_level = 'SUBNATIONAL' AND breakdown = '_T'),
         sum(obs_value) FILTER (area_level = 'COUNTRY' AND breakdown = 'origin_area'),
         sum(obs_value) FILTER (area_level = 'COUNTRY' AND breakdown = '_T')
       FROM o WHERE dataset = 'US_ATF_FLOWS' GROUP BY 1 ORDER BY 1`,
      );
      expect(rows).toEqual(YEARS.map((year, at) => [year, ...Array(4).fill(FLOWS[at])]));
    });

    it("equals the printed grand total of every workbook, read as plain cells", async () => {
      const printed: unknown[] = [];
      for (const year of YEARS) {
        await openSheet(db, `y${year}`, `us-atf-trace-flows/trace_${year}.xlsx`, 57);
        const sql = `SELECT c56::BIGINT FROM y${year} WHERE c1 IN ('TOTAL', 'TOTALS')`;
        printed.push((await table(db, sql))[0]?.[0]);
      }
      expect(printed).toEqual(FLOWS);
    });

    it("has 32,130 cells, two firearms from Canada and six wrong printed totals in 2012", async () => {
      expect(
        await ask(
          `SELECT count(*) FILTER (area_level = 'SUBNATIONAL' AND breakdown = 'origin_area'),
           sum(obs_value) FILTER (ref_area = 'USA' AND origin_area = 'CAN'),
           string_agg(origin_area, ' ' ORDER BY origin_area) FILTER (flags LIKE '%PRINTED%')
         FROM o WHERE dataset = 'US_ATF_FLOWS'`,
        ),
      ).toEqual([[32130, 2, "US-CA US-GA US-MI US-NC US-OR US-PA"]]);
    });
  });

  describe("ATF State pages", () => {
    it("removes 279 of 10,896 rows: 10,617 distinct categories remain", async () => {
      expect(
        await ask(
          `SELECT (SELECT count(*) FROM pages), count(*) FROM (SELECT DISTINCT State, Year, Section,
           trim(replace(replace(Category_or_Place, chr(160), ' '), chr(8203), '')) FROM pages
           WHERE Value IS NOT NULL AND Value <> '')`,
        ),
      ).toEqual([[10896, 10617]]);
      const rows = await ask(
        `SELECT sum(length(source_row) - length(replace(source_row, '+', '')) + 1)::BIGINT
       FROM o WHERE dataset = 'US_ATF_PROFILES'`,
      );
      expect(rows).toEqual([[10617 - 1614]]);
    });

    it("keeps every count of each section", async () => {
      const ours = await ask(
        `SELECT sum(obs_value) FILTER (breakdown IN ('weapon_type', '_T')),
         sum(obs_value) FILTER (breakdown = 'age'), sum(obs_value) FILTER (breakdown = 'calibre'),
         sum(obs_value) FILTER (breakdown = 'offence_context')
       FROM o WHERE dataset = 'US_ATF_PROFILES'`,
      );
      const section = (name: string) => `sum(v) FILTER (Section = '${name}')::BIGINT`;
      const raw = await ask(
        `SELECT ${section("Firearms Types Recovered in State")}, ${section("Age of Possessors")},
         ${section("Top Calibers Reported")}, ${section("Top Crimes Reported")}
       FROM (SELECT DISTINCT State, Year, Section, Value::BIGINT AS v,
         trim(replace(replace(Category_or_Place, chr(160), ' '), chr(8203), '')) AS category
         FROM pages WHERE Value IS NOT NULL AND Value <> '')`,
      );
      expect(ours).toEqual(raw);
      expect(ours[0]?.slice(0, 2)).toEqual([1630167, 1050060]);
    });

    it("has the sums of the 37 areas with four years, types and parts together", async () => {
      const rows = await ask(
        `WITH p AS (SELECT * FROM o WHERE dataset = 'US_ATF_PROFILES')
       SELECT sum(obs_value) FROM p WHERE breakdown IN ('weapon_type', '_T') AND ref_area IN
         (SELECT ref_area FROM p GROUP BY 1 HAVING count(DISTINCT time_period) = 4)
       GROUP BY time_period ORDER BY time_period`,
      );
      expect(rows.flat()).toEqual([335717, 388082, 424223, 430979]);
    });

    it("shows the same traces as the workbook of 2020: all 778 cells are equal", async () => {
      expect(
        await ask(
          `SELECT count(*), count(*) FILTER (p.obs_value = f.obs_value) FROM o p JOIN o f
           ON f.dataset = 'US_ATF_FLOWS' AND p.ref_area = f.ref_area
           AND p.origin_area = f.origin_area AND p.time_period = f.time_period
         WHERE p.dataset = 'US_ATF_PROFILES' AND p.breakdown = 'origin_area'`,
        ),
      ).toEqual([[778, 778]]);
    });
  });

  describe("FBI arrests", () => {
    it("has the printed totals of adults and juveniles in all 23 years", async () => {
      const ours = await ask(
        `SELECT time_period, age, sum(obs_value) FILTER (sex = 'M'),
         sum(obs_value) FILTER (sex = 'F') FROM o
       WHERE dataset = 'US_FBI_ARRESTS' AND additivity = 'SUBTOTAL' GROUP BY 1, 2 ORDER BY 1, 2`,
      );
      const raw = await ask(
        `SELECT year, age, total_male::BIGINT, total_female::BIGINT FROM (
         SELECT *, 'Y_GE18' AS age FROM adults UNION ALL BY NAME
         SELECT *, 'Y0T17' AS age FROM juveniles)
       WHERE offense_code = 'ASR_WEAP' ORDER BY 1, 2`,
      );
      expect(ours).toHaveLength(46);
      expect(ours).toEqual(raw);
      expect(raw).toContainEqual(["2016", "Y_GE18", 102522, 10097]);
    });

    it("has bands and halves that add up to one total a year", async () => {
      const rows = await ask(
        `SELECT DISTINCT
         sum(obs_value) FILTER (breakdown = 'sex+age' AND additivity = 'PART') = total,
         sum(obs_value) FILTER (breakdown = 'age' AND additivity = 'PART') = total,
         sum(obs_value) FILTER (breakdown = 'age' AND additivity = 'SUBTOTAL') = total,
         sum(obs_value) FILTER (breakdown = 'sex') = total
       FROM (SELECT *, max(obs_value) FILTER (breakdown = '_T') OVER (PARTITION BY time_period)
         AS total FROM o WHERE dataset = 'US_FBI_ARRESTS') GROUP BY time_period, total`,
      );
      expect(rows).toEqual([[true, true, true, true]]);
    });
  });
});

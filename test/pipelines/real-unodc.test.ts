import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openIafq } from "./iafq-database.ts";
import { NO_RAW, table } from "./raw.ts";

const SEIZED = "indicator = 'ARMS_SEIZED'";

/** Holds `o` (our table of the newest release) and `raw` (the cells of its workbook, unmapped). */
let db: DuckDBConnection;
const ask = (sql: string): Promise<unknown[][]> => table(db, sql);

/** `Arms seized` by year: countries, sum, sum without the United States. */
const BY_YEAR = [
  ["2004", 2, 6193, 6193],
  ["2005", 2, 3828, 3828],
  ["2006", 2, 19797, 19797],
  ["2007", 2, 8653, 8653],
  ["2008", 3, 7601, 7601],
  ["2009", 3, 11774, 11774],
  ["2010", 23, 122525, 122525],
  ["2011", 24, 137515, 137515],
  ["2012", 27, 160762, 160762],
  ["2013", 26, 353048, 108004],
  ["2014", 4, 284546, 39841],
  ["2015", 3, 304532, 35186],
  ["2016", 78, 553807, 265647],
  ["2017", 78, 545779, 225518],
  ["2018", 52, 549992, 215260],
  ["2019", 44, 479434, 126740],
  ["2020", 34, 567664, 175601],
  ["2021", 45, 203537, 203537],
  ["2022", 43, 252115, 252115],
  ["2023", 35, 169499, 169499],
];

describe.skipIf(NO_RAW)("UNODC, real data (skipped without the raw folder)", () => {
  beforeAll(async () => {
    db = await openIafq();
  }, 30_000);
  afterAll(() => db.closeSync());

  it("turns 16,710 rows into 16,544 observations and loses no count", async () => {
    expect(await ask("SELECT (SELECT count(*) FROM raw), count(*) FROM o")).toEqual([
      [16710, 16544],
    ]);
    const quarantined = 6578 + 26553 + 11159 + 20176;
    expect(
      await ask("SELECT (SELECT sum(value)::BIGINT FROM raw) - sum(obs_value)::BIGINT FROM o"),
    ).toEqual([[quarantined]]);
  });

  it("has the known headline totals of each year", async () => {
    const without = (value: string) => `sum(${value}) FILTER (`;
    expect(
      await ask(
        `SELECT time_period, count(*), sum(obs_value), ${without("obs_value")} ref_area <> 'USA')
         FROM o WHERE ${SEIZED} AND breakdown = '_T' GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual(BY_YEAR);
    expect(
      await ask(
        `SELECT year, count(*), sum(value)::BIGINT, ${without("value")} iso <> 'USA')::BIGINT FROM raw
         WHERE indicator = 'Arms seized' AND dimension = 'Total' GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual(BY_YEAR);
  });

  it("has 530 headline rows, and 81 countries in 2016 or 2017", async () => {
    expect(
      await ask(
        `SELECT count(*), count(DISTINCT ref_area) FILTER (time_period IN ('2016', '2017'))
         FROM o WHERE ${SEIZED} AND breakdown = '_T'`,
      ),
    ).toEqual([[530, 81]]);
  });

  it("has the balanced panel of ten countries", async () => {
    const panel = "'COL','ESP','GBR','GRC','JPN','LTU','MAR','MEX','SVK','SWE'";
    const rows = await ask(
      `SELECT sum(obs_value) FROM o WHERE ${SEIZED} AND breakdown = '_T'
         AND time_period BETWEEN '2016' AND '2022' AND ref_area IN (${panel})
       GROUP BY time_period ORDER BY time_period`,
    );
    expect(rows.flat()).toEqual([54908, 47895, 41853, 42419, 50155, 53135, 56839]);
  });

  it("flags the country-years whose types do not add up: 44 below, 8 above, as the cells show", async () => {
    const flagged = `SELECT 1 FROM o WHERE ${SEIZED} AND breakdown = 'weapon_type' AND flags LIKE`;
    const years = (flag: string) =>
      `(SELECT count(*) FROM (${flagged.replace("SELECT 1", "SELECT DISTINCT ref_area, time_period")} '%${flag}%'))`;
    expect(await ask(`SELECT ${years("PARTS_LT_TOTAL")}, ${years("PARTS_GT_TOTAL")}`)).toEqual([
      [44, 8],
    ]);
    expect(
      await ask(
        `WITH parts AS (SELECT iso, year, sum(value) FILTER (dimension = 'by type') AS parts,
             any_value(value) FILTER (dimension = 'Total') AS total
           FROM raw WHERE indicator = 'Arms seized' GROUP BY iso, year)
         SELECT count(*) FILTER (parts < total), count(*) FILTER (parts = total),
           count(*) FILTER (parts > total) FROM parts`,
      ),
    ).toEqual([[44, 416, 8]]);
  });

  it("splits the totals by location: 141 pairs, 135 place, 13 tracing, 10 ambiguous", async () => {
    const totals = (where: string) => `(SELECT count(*) FROM o WHERE ${SEIZED} AND ${where})`;
    expect(
      await ask(
        `SELECT ${totals("seizure_place = 'TOTAL_REPORTED' AND flags NOT LIKE '%AMBIGUOUS%'")},
           ${totals("trace_status = 'TOTAL_REPORTED'")}, ${totals("flags LIKE '%AMBIGUOUS_TOTAL%'")}`,
      ),
    ).toEqual([[141 + 135, 141 + 13, 10]]);
  });

  it("sums 145 and 19 pairs and takes the value from two", async () => {
    expect(
      await ask(
        `SELECT count(*) FILTER (flags LIKE '%PAIRED_LABEL%' AND breakdown = 'condition'),
           count(*) FILTER (flags LIKE '%PAIRED_LABEL%' AND breakdown = 'offence_context'),
           count(*) FILTER (condition = 'ILLICIT_OTHER_OR_UNKNOWN'),
           count(*) FILTER (offence_context = 'TRAFFICKING_AND_OTHER_TRAFFICKING'),
           count(*) FILTER (obs_value IS NULL)
         FROM o`,
      ),
    ).toEqual([[145, 19, 211, 32, 2]]);
  });

  it("doubts zero totals of persons and tracing as counted from the cells", async () => {
    const doubted = await ask(
      `SELECT indicator, count(*) FROM o WHERE flags LIKE '%FALSE_ZERO_SUSPECT%'
         AND (indicator LIKE 'PERSONS%' OR (trace_status = 'TOTAL_REPORTED'
           AND indicator <> 'ARMS_SEIZED')) GROUP BY 1 ORDER BY 1`,
    );
    expect(doubted).toEqual([
      ["ARMS_FOUND", 6],
      ["ARMS_SURRENDERED", 10],
      ["PERSONS_ARRESTED", 6],
      ["PERSONS_CONVICTED", 11],
      ["PERSONS_PROSECUTED", 8],
      ["PERSONS_TARGETED", 5],
    ]);
    const zeros = await ask(
      `SELECT count(*) FROM raw WHERE value = 0 AND sex = 'Total' AND dimension = 'Total'
         AND indicator LIKE 'Individuals%'`,
    );
    expect(zeros).toEqual([[6 + 11 + 8 + 5]]);
  });

  it("has men, women and unknown that add up to the total", async () => {
    expect(
      await ask(
        `SELECT indicator, count(*), count(*) FILTER (total = parts) FROM (
           SELECT indicator, sum(value) FILTER (sex = 'Total') AS total,
             sum(value) FILTER (sex <> 'Total') AS parts FROM raw
           WHERE indicator LIKE 'Individuals%' AND dimension = 'Total'
           GROUP BY iso, indicator, year
           HAVING bool_or(sex = 'Male') AND bool_or(sex = 'Female') AND bool_or(sex = 'Total'))
         GROUP BY 1 ORDER BY 1`,
      ).then((rows) => rows.map(([, all, equal]) => [all, equal])),
    ).toEqual([
      [59, 59],
      [29, 29],
      [31, 31],
    ]);
  });
});

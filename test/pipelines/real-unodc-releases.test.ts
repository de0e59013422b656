import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readUnodcTable } from "../../pipelines/read/unodc-table.ts";
import { readOnlySheet } from "../../pipelines/read/xlsx.ts";
import { readAreas } from "../../pipelines/sources/un-m49.ts";
import { standardizeIafq } from "../../pipelines/sources/unodc-iafq.ts";
import { COUNT } from "../../src/standard/layouts/unodc-table.ts";
import { temporaryFolder, textFile } from "./files.ts";
import { openIafq, RELEASES, releaseFile } from "./iafq-database.ts";
import { NO_RAW, RAW, table } from "./raw.ts";

const [FIRST, SECOND, THIRD] = RELEASES;

/** Labels of 2022 as the later releases spell them. */
const RENAMED = `CASE WHEN dimension <> 'by other suspected offences' THEN category
  ELSE coalesce(MAP {'illicit offences': 'Illicit trafficking of firearms',
    'Drugs': 'Drug trafficking', 'Other trafficking': 'Other type of trafficking',
    'Terrorism': 'Acts of terrorism'}[category], category) END`;

let db: DuckDBConnection;
const ask = (sql: string): Promise<unknown[][]> => table(db, sql);

const open = async (): Promise<void> => {
  db = await openIafq();
  await db.run(
    `CREATE VIEW keyed AS SELECT release, iso, indicator, dimension, ${RENAMED} AS category, sex,
       age, year, list_sort(list(value)) AS given FROM cells GROUP BY ALL`,
  );
};

/** Common keys, changed, dropped, added. */
const step = async (from: string, to: string): Promise<unknown[][]> =>
  ask(
    `SELECT count(*) FILTER (a.given IS NOT NULL AND b.given IS NOT NULL),
       count(*) FILTER (a.given <> b.given), count(*) FILTER (b.given IS NULL),
       count(*) FILTER (a.given IS NULL)
     FROM (FROM keyed WHERE release = '${from}') a FULL JOIN (FROM keyed WHERE release = '${to}') b
       USING (iso, indicator, dimension, category, sex, age, year)`,
  );

describe.skipIf(NO_RAW)("UNODC releases, real data (skipped without the raw folder)", () => {
  beforeAll(open, 30_000);
  afterAll(() => db.closeSync());

  it("have the known rows, keys, countries and years", async () => {
    expect(
      await ask(
        `SELECT release, count(*), (SELECT count(*) FROM keyed k WHERE k.release = c.release),
           count(DISTINCT iso), min(year), max(year) FROM cells c GROUP BY release ORDER BY release`,
      ),
    ).toEqual([
      [FIRST, 11032, 10834, 107, "2004", "2021"],
      [SECOND, 15468, 15156, 116, "2004", "2023"],
      [THIRD, 16710, 16403, 119, "2004", "2024"],
    ]);
  });

  it("changed, dropped and added the known keys from one to the next", async () => {
    expect(await step(FIRST, SECOND)).toEqual([[10750, 35, 84, 4406]]);
    expect(await step(SECOND, THIRD)).toEqual([[14233, 56, 923, 2170]]);
  });

  it("become one observation a key, and lose no count but the four that conflict", async () => {
    expect(
      await ask(
        `SELECT release, count(*), count(*) FILTER (obs_value IS NULL),
           (SELECT sum(value) FROM cells c WHERE c.release = every.release)::BIGINT - sum(obs_value)::BIGINT
         FROM every GROUP BY release ORDER BY release`,
      ),
    ).toEqual([
      [FIRST, 10917, 0, 0],
      [SECOND, 15323, 0, 0],
      [THIRD, 16544, 2, 6578 + 26553 + 11159 + 20176],
    ]);
    const pairs = await ask(
      `SELECT release, count(*) FROM keyed WHERE len(given) = 2 AND category IN
         ('otherwise illicitly manufactured',
          'Illicit trafficking of arms and other types of trafficking')
       GROUP BY release ORDER BY release`,
    );
    expect(pairs).toEqual([
      [FIRST, 11032 - 10917],
      [SECOND, 15468 - 15323],
      [THIRD, 16710 - 16544 - 2],
    ]);
  });

  it("agree in the totals of 2016 and 2017", async () => {
    expect(
      await ask(
        `SELECT DISTINCT time_period, count(*), sum(obs_value) FROM every
         WHERE indicator = 'ARMS_SEIZED' AND breakdown = '_T' AND time_period IN ('2016', '2017')
         GROUP BY release, time_period ORDER BY time_period`,
      ),
    ).toEqual([
      ["2016", 78, 553807],
      ["2017", 78, 545779],
    ]);
  });

  it("give the renamed labels of 2022 the codes of the later ones", async () => {
    const codes = await ask(
      `SELECT release, string_agg(DISTINCT offence_context, ' ' ORDER BY offence_context) FROM every
       WHERE indicator = 'ARMS_SEIZED' AND breakdown = 'offence_context' GROUP BY 1 ORDER BY 1`,
    );
    expect(new Set(codes.map(([, list]) => list)).size).toBe(1);
    expect(String(codes[0]?.[1]).split(" ")).toHaveLength(8);
  });

  it("have the known zero totals, and the flag doubts those that nothing supports", async () => {
    const zeros = await ask(
      `SELECT indicator, list(zeros ORDER BY release), list(totals ORDER BY release) FROM (
         SELECT release, indicator, count(*) FILTER (value = 0)::INTEGER AS zeros, count(*)::INTEGER AS totals
         FROM cells WHERE category = 'Total' AND
           (dimension = 'by location' OR (dimension = 'Total' AND sex = 'Total')) GROUP BY ALL)
       GROUP BY indicator ORDER BY indicator`,
    );
    expect(zeros.map(([name, ...counts]) => [String(name).slice(0, 19), ...counts])).toEqual([
      ["Arms found", [0, 62, 6], [25, 114, 65]],
      ["Arms seized", [3, 80, 12], [282, 455, 440]],
      ["Arms surrendered", [0, 73, 10], [42, 128, 72]],
      ["Individuals arreste", [1, 52, 6], [48, 134, 103]],
      ["Individuals convict", [5, 80, 11], [28, 115, 52]],
      ["Individuals prosecu", [2, 77, 8], [23, 108, 46]],
      ["Individuals targete", [0, 48, 5], [60, 147, 123]],
    ]);
    const flagged = await ask(
      `SELECT indicator, list(n ORDER BY release) FROM (
         SELECT release, indicator, count(*) FILTER (flags LIKE '%FALSE_ZERO_SUSPECT%')::INTEGER AS n
         FROM every WHERE trace_status = 'TOTAL_REPORTED' OR seizure_place = 'TOTAL_REPORTED'
           OR (indicator LIKE 'PERSONS%' AND breakdown = '_T') GROUP BY ALL)
       GROUP BY indicator ORDER BY indicator`,
    );
    expect(flagged).toEqual([
      ["ARMS_FOUND", [0, 62, 6]],
      ["ARMS_SEIZED", [3, 80, 11]],
      ["ARMS_SURRENDERED", [0, 73, 10]],
      ["PERSONS_ARRESTED", [1, 52, 6]],
      ["PERSONS_CONVICTED", [5, 80, 11]],
      ["PERSONS_PROSECUTED", [2, 77, 8]],
      ["PERSONS_TARGETED", [0, 48, 5]],
    ]);
  });

  it("have place totals that equal the places, where file order alone would miss 13 in each older release", async () => {
    const places = `'national territory', 'land borders', 'vessels and harbours',
      'planes and airports', 'other', 'unknown'`;
    expect(
      await ask(
        `WITH located AS (SELECT release, iso, year, sum(value) FILTER (category IN (${places})) AS parts,
             list(value ORDER BY r) FILTER (category = 'Total') AS totals
           FROM cells WHERE indicator = 'Arms seized' AND dimension = 'by location' GROUP BY ALL),
         mapped AS (FROM every WHERE seizure_place = 'TOTAL_REPORTED')
         SELECT l.release, count(*), count(*) FILTER (obs_value = parts),
           count(*) FILTER (totals[1] = parts)
         FROM located l JOIN mapped m
           ON l.release = m.release AND iso = ref_area AND year = time_period
         WHERE parts IS NOT NULL GROUP BY 1 ORDER BY 1`,
      ),
    ).toEqual([
      [FIRST, 179, 177, 164],
      [SECOND, 235, 233, 220],
      [THIRD, 272, 270, 270],
    ]);
  });

  it("give the same observations as text with other columns first, with or without the stamp", async () => {
    const areas = await readAreas(RAW);
    const path = join(RAW, releaseFile(THIRD));
    const expected = standardizeIafq(await readUnodcTable(path, COUNT), areas).observations;
    const { rows } = await readOnlySheet(path);
    const turned = rows.map((row, at) => (at < 2 ? row.slice(0, 1) : [...row].reverse()));
    const folder = await temporaryFolder();
    const read = async (from: number, name: string) => {
      const text = Papa.unparse(turned.slice(from) as unknown[][], { newline: "\r\n" });
      const file = await textFile(folder, name, `\uFEFF${text}`);
      return standardizeIafq(await readUnodcTable(file, COUNT), areas).observations;
    };
    expect(expected).toHaveLength(16544);
    expect(await read(0, "stamped.csv")).toEqual(expected);
    const moved = expected.map((row) => ({
      ...row,
      source_row: row.source_row
        .split("+")
        .map((line) => Number(line) - 2)
        .join("+"),
    }));
    expect(await read(2, `named_${THIRD}.csv`)).toEqual(moved);
  }, 30_000);
});

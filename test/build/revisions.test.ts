import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RevisionData, revisionData } from "../../src/build/revisions.ts";
import { siteData } from "../../src/build/site-data.ts";
import { sumChanges } from "../../src/components/data/change-sums.ts";
import { worstRelease, zeroCounts } from "../../src/components/revisions/zeros.ts";
import { isGap, isTakenBack } from "../../src/statistics/revisions.ts";
import { openDatabase, openObservations, table } from "../pipelines/raw.ts";

const RELEASES = ["2022-06-17", "2024-08-26", "2025-05-12"] as const;
const [FIRST, SECOND, THIRD] = RELEASES;
const DIMENSIONS =
  "sex, age, weapon_type, marking, condition, legal_ground, offence_context, seizure_place, trace_status, origin_area";
const KEY = `indicator, ref_area, time_period, ${DIMENSIONS}`;

let db: DuckDBConnection;
let revisions: RevisionData;

beforeAll(async () => {
  db = await openDatabase();
  await openObservations(db);
  for (const [at, release] of RELEASES.entries())
    await db.run(
      `CREATE VIEW r${at} AS SELECT ${KEY}, breakdown, additivity, obs_value AS value FROM o
       WHERE dataset = 'UNODC_IAFQ' AND release = '${release}'`,
    );
  await db.run(
    `CREATE VIEW wide AS SELECT ${KEY}, a.value AS a, b.value AS b, c.value AS c,
       a.breakdown IS NOT NULL AS in_a, b.breakdown IS NOT NULL AS in_b, c.breakdown IS NOT NULL AS in_c,
       coalesce(a.breakdown, b.breakdown, c.breakdown) AS breakdown,
       coalesce(a.additivity, b.additivity, c.additivity) AS additivity
     FROM r0 a FULL JOIN r1 b USING (${KEY}) FULL JOIN r2 c USING (${KEY})`,
  );
  revisions = await revisionData(await siteData());
});
afterAll(() => db.closeSync());

const ask = (sql: string): Promise<unknown[][]> => table(db, sql);

/** Changed, dropped, dropped zeros and added between two of the views r0, r1, r2. */
const stepSql = (from: number, to: number, by: string): string =>
  `SELECT ${by === "" ? "" : `${by},`} count(*) FILTER (x.breakdown IS NOT NULL AND y.breakdown IS NOT NULL
       AND x.value IS DISTINCT FROM y.value) AS changed,
     count(*) FILTER (y.breakdown IS NULL) AS dropped,
     count(*) FILTER (y.breakdown IS NULL AND x.value = 0) AS zeros,
     count(*) FILTER (x.breakdown IS NULL) AS added
   FROM r${from} x FULL JOIN r${to} y USING (${KEY}) ${by === "" ? "" : `GROUP BY ${by} HAVING changed + dropped + added > 0`}`;

describe("the releases side by side", () => {
  it("have the known rows, States and years", async () => {
    expect(
      revisions.releases.map((release) => [
        release.release,
        release.rows_read,
        release.areas.length,
        release.first_period,
        release.last_period,
      ]),
    ).toEqual([
      [FIRST, 11032, 107, "2004", "2021"],
      [SECOND, 15468, 116, "2004", "2023"],
      [THIRD, 16710, 119, "2004", "2024"],
    ]);
    for (const [at, release] of revisions.releases.entries())
      expect(
        await ask(
          `SELECT count(*), string_agg(DISTINCT ref_area, ' ' ORDER BY ref_area) FROM r${at}`,
        ),
      ).toEqual([[release.observations, release.areas.join(" ")]]);
  });

  it("lose Czechia and gain four States from the second to the third", () => {
    const [, before, after] = revisions.releases.map(({ areas }) => areas);
    expect(before?.filter((area) => !after?.includes(area))).toEqual(["CZE"]);
    expect(after?.filter((area) => !before?.includes(area))).toEqual(["BTN", "DEU", "GIB", "ZWE"]);
  });

  it.each([
    [0, 1],
    [1, 2],
    [0, 2],
  ])("changed, dropped and added from release %i to %i what plain SQL finds", async (from, to) => {
    const own = revisions.changes.filter(
      (row) => row.from_release === RELEASES[from] && row.to_release === RELEASES[to],
    );
    const numbers = (rows: typeof own): number[] => {
      const { changed, dropped, dropped_zeros, added } = sumChanges(rows);
      return [changed, dropped, dropped_zeros, added];
    };
    expect(await ask(stepSql(from, to, ""))).toEqual([numbers(own)]);
    for (const by of ["indicator", "ref_area"] as const) {
      const groups = [...Map.groupBy(own, (row) => row[by])];
      const found = await ask(stepSql(from, to, by));
      expect(found.map(String).sort()).toEqual(
        groups.map(([code, rows]) => String([code, ...numbers(rows)])).sort(),
      );
    }
  });
});

describe("the history of values", () => {
  it("holds every number of every release", async () => {
    expect(await ask("SELECT count(*) FROM wide")).toEqual([[revisions.histories.length]]);
  });

  it("lists what a later release changed or dropped, with what each release has", async () => {
    const found = await ask(
      `SELECT ref_area, time_period, indicator, breakdown,
         CASE WHEN in_a THEN coalesce(a::BIGINT::VARCHAR, 'none') END,
         CASE WHEN in_b THEN coalesce(b::BIGINT::VARCHAR, 'none') END,
         CASE WHEN in_c THEN coalesce(c::BIGINT::VARCHAR, 'none') END
       FROM wide WHERE (in_a AND NOT in_b) OR (in_b AND NOT in_c)
         OR (in_a AND in_b AND a IS DISTINCT FROM b) OR (in_b AND in_c AND b IS DISTINCT FROM c)`,
    );
    const own = revisions.histories
      .filter(({ held }) => isTakenBack(held))
      .map(({ area, year, indicator, codes, held }) => [
        area,
        year,
        indicator,
        codes.length === 0 ? "_T" : codes.map(([name]) => name).join("+"),
        ...held.map((one) => (one === undefined ? null : (one.value ?? "none"))),
      ]);
    expect(own).toHaveLength(1122);
    expect(own.map(String).sort()).toEqual(found.map(String).sort());
  });

  it("has 84 rows on shotguns that are missing in 2024 and back in 2025 with the same values", async () => {
    const gaps = revisions.histories.filter(({ held }) => isGap(held));
    const counts = Map.groupBy(gaps, ({ indicator, codes }) => `${indicator} ${codes.join()}`);
    expect([...counts].map(([name, members]) => [name, members.length])).toEqual([
      ["ARMS_FOUND weapon_type,SHOTGUN", 44],
      ["ARMS_SURRENDERED weapon_type,SHOTGUN", 40],
    ]);
    expect(gaps.every(({ held }) => held[0]?.value === held[2]?.value)).toBe(true);
    expect(
      await ask("SELECT count(*), sum(c)::BIGINT FROM wide WHERE in_a AND NOT in_b AND in_c"),
    ).toEqual([[84, gaps.reduce((sum, { held }) => sum + (held[2]?.value ?? 0), 0)]]);
  });
});

describe("the false zeros of 2024", () => {
  it("are the known zero totals and all totals of each release", () => {
    expect(worstRelease(revisions.histories)).toBe(1);
    expect(
      zeroCounts(revisions.histories).map(({ code, releases }) => [
        code,
        ...releases.map(({ zeros, totals }) => `${zeros}/${totals}`),
      ]),
    ).toEqual([
      ["PERSONS_ARRESTED", "1/48", "52/134", "6/103"],
      ["PERSONS_PROSECUTED", "2/23", "77/108", "8/46"],
      ["PERSONS_CONVICTED", "5/28", "80/115", "11/52"],
      ["PERSONS_TARGETED", "0/60", "48/147", "5/123"],
      ["ARMS_FOUND", "0/25", "62/114", "6/65"],
      ["ARMS_SURRENDERED", "0/42", "73/128", "10/72"],
      ["ARMS_SEIZED", "3/282", "80/455", "12/440"],
    ]);
  });

  it("appeared without a row before, and were taken back, as plain SQL counts", async () => {
    const found = await ask(
      `SELECT indicator, count(*) FILTER (NOT in_a), count(*) FILTER (NOT in_c OR c IS DISTINCT FROM 0)
       FROM wide WHERE b = 0 AND (
         (indicator IN ('PERSONS_ARRESTED', 'PERSONS_PROSECUTED', 'PERSONS_CONVICTED', 'PERSONS_TARGETED') AND breakdown = '_T')
         OR seizure_place = 'TOTAL_REPORTED' OR trace_status = 'TOTAL_REPORTED') GROUP BY 1`,
    );
    const own = zeroCounts(revisions.histories).map(({ code, appeared, takenBack }) => [
      code,
      appeared,
      takenBack,
    ]);
    expect(own.map(String).sort()).toEqual(found.map(String).sort());
  });
});

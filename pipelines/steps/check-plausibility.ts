import type { DuckDBConnection } from "@duckdb/node-api";
import { PLACE } from "./check.ts";
import { type Check, examplesOf } from "./source.ts";
import { query } from "./table.ts";

/** How many times the median of a series' other years a value must be before a person should look at it. */
const FAR = 50;
/** Below this a jump is noise. */
const SMALL = 1000;

interface Doubt {
  readonly id: string;
  readonly status: "FAIL" | "WARNING";
  readonly message: string;
  readonly where: string;
}

const DOUBTS: readonly Doubt[] = [
  {
    id: "percent-range",
    status: "FAIL",
    message: "Percentages above 100.",
    where: "unit_measure = 'PT' AND obs_value > 100",
  },
  {
    id: "period-after-release",
    status: "FAIL",
    message: "Periods later than the release that reports them.",
    where: `regexp_matches(release, '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$') AND
      substr(time_period, 1, 4) > substr(release, 1, 4)`,
  },
  {
    id: "value-far-from-series",
    status: "WARNING",
    message: `Yearly totals at least ${FAR} times the median of the other years of their area and not flagged as another population: to be looked at by a person.`,
    where: `NOT contains(flags, 'OUTLIER_SCOPE') AND obs_value >= ${SMALL}
      AND (dataset, release, indicator, ref_area, time_period) IN (
        SELECT (a.dataset, a.release, a.indicator, a.ref_area, a.time_period)
        FROM yearly a JOIN yearly b ON a.dataset = b.dataset AND a.release = b.release
          AND a.indicator = b.indicator AND a.ref_area = b.ref_area AND a.time_period <> b.time_period
        WHERE a.obs_value >= ${SMALL}
        GROUP BY a.dataset, a.release, a.indicator, a.ref_area, a.time_period, a.obs_value
        HAVING count(*) >= 2 AND a.obs_value >= ${FAR} * greatest(median(b.obs_value), 1))
      AND breakdown = '_T' AND freq = 'A' AND unit_measure = 'NUMBER'`,
  },
];

const YEARLY = `CREATE OR REPLACE TEMP VIEW yearly AS SELECT * FROM observations
  WHERE breakdown = '_T' AND freq = 'A' AND unit_measure = 'NUMBER' AND obs_value IS NOT NULL`;

/** Values that cannot be (FAIL) and values that a person should look at (WARNING), of all datasets. */
export const checkPlausibility = async (db: DuckDBConnection): Promise<Check[]> => {
  await db.run(YEARLY);
  const checks: Check[] = [];
  for (const { id, status, message, where } of DOUBTS) {
    const rows = await query(
      db,
      `SELECT ${PLACE} AS place, count(*) OVER ()::INTEGER AS n FROM observations
       WHERE ${where} ORDER BY place LIMIT 5`,
    );
    const count = Number(rows[0]?.n ?? 0);
    checks.push({
      id,
      stage: "check",
      status: count === 0 ? "PASS" : status,
      count,
      message,
      examples: examplesOf(rows.map((row) => String(row.place))),
    });
  }
  return checks;
};

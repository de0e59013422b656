import type { TableRule, Tables } from "./rule.ts";

/** How many times the median of a series' other years a value must be before a person should look at it. */
const FAR = 50;
/** Below this a jump is noise. */
const SMALL = 1000;

const yearly = ({ observations }: Tables): string =>
  `CREATE OR REPLACE TEMP VIEW yearly AS SELECT * FROM ${observations}
  WHERE breakdown = '_T' AND freq = 'A' AND unit_measure = 'NUMBER' AND obs_value IS NOT NULL`;

/** Values that cannot be (FAIL) and values that a person should look at (WARNING), of any table of observations. */
export const plausibilityRules = (tables: Tables): readonly TableRule[] => [
  {
    id: "percent-range",
    status: "FAIL",
    message: "Percentages above 100.",
    column: "obs_value",
    where: "unit_measure = 'PT' AND obs_value > 100",
  },
  {
    id: "period-after-release",
    status: "FAIL",
    message: "Periods later than the release that reports them.",
    column: "time_period",
    where: `regexp_matches(release, '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$') AND
      substr(time_period, 1, 4) > substr(release, 1, 4)`,
  },
  {
    id: "value-far-from-series",
    status: "WARNING",
    message: `Yearly totals at least ${FAR} times the median of the other years of their area and not flagged as another population: to be looked at by a person.`,
    column: "obs_value",
    prepare: yearly(tables),
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

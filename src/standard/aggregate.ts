import type { Observation } from "./observation.ts";
import { dimensionsSql, marginsSql, observationsSql } from "./observation-sql.ts";
import { RECORD_DIMENSIONS } from "./records.ts";
import { quote } from "./sql.ts";

/** What the caller knows of a return and the records themselves cannot say. */
export interface Coverage {
  /** First and last month that the return covers wholly, as `2016-03`. */
  readonly from: string;
  readonly to: string;
  /** Confidentiality of the counts: `N` until somebody has looked at the small ones. */
  readonly confStatus: Observation["conf_status"];
}

const SERIES = ["dataset", "release", "ref_area"];
const SERIES_LIST = SERIES.join(", ");
const DIMENSION_LIST = RECORD_DIMENSIONS.join(", ");

/** One count a month for every area, and for every code of each dimension. */
const monthlySql = (records: string): string =>
  marginsSql({
    records,
    freq: "M",
    period: "month",
    series: SERIES,
    dimensions: RECORD_DIMENSIONS,
    sets: [[], ...RECORD_DIMENSIONS.map((name) => [name])],
  });

/** The months of each year that the return covers from January to December. */
const yearlySql = ({ from, to }: Coverage): string =>
  `SELECT 'A' AS freq, ${SERIES_LIST}, substr(time_period, 1, 4) AS time_period, ${DIMENSION_LIST},
      breakdown, CASE WHEN count(arms) = count(*) THEN sum(arms) END AS arms, sum(n) AS n
    FROM monthly
    WHERE substr(time_period, 1, 4) || '-01' >= ${quote(from)}
      AND substr(time_period, 1, 4) || '-12' <= ${quote(to)}
    GROUP BY ${SERIES_LIST}, substr(time_period, 1, 4), ${DIMENSION_LIST}, breakdown`;

/**
 * SELECT of the standard's columns: arms seized by area and month, and by area and year where the return covers
 * the whole year; each as a total and by every dimension of a record, one at a time. `records` is a table, a view
 * or a subquery with RECORD_COLUMNS. A cell without a record gets no row: whether it is a zero, the records cannot
 * say. A count has no value (`O`) when a record in it has none. Flagged DERIVED, and SMALL_CELL from 1 to 4;
 * `n=…` in source_row is the number of records. Needs table `codes`.
 */
export const aggregateSql = (records: string, coverage: Coverage): string => {
  const dimensions = Object.fromEntries(RECORD_DIMENSIONS.map((name) => [name, `r.${name}`]));
  const select = observationsSql(
    {
      dataset: "r.dataset",
      release: "r.release",
      indicator: "'ARMS_SEIZED'",
      freq: "r.freq",
      ref_area: "r.ref_area",
      time_period: "r.time_period",
      ...dimensionsSql("ARMS_SEIZED", dimensions),
      unit_measure: "'NUMBER'",
      obs_value: "r.arms::DOUBLE",
      obs_status: "CASE WHEN r.arms IS NULL THEN 'O' ELSE 'A' END",
      conf_status: quote(coverage.confStatus),
      breakdown: "r.breakdown",
      additivity: "CASE WHEN r.breakdown = '_T' THEN 'TOTAL' ELSE 'PART' END",
      source_detail: "'derived=sum over records'",
      flags: "CASE WHEN r.arms BETWEEN 1 AND 4 THEN 'DERIVED|SMALL_CELL' ELSE 'DERIVED' END",
      source_row: "'n=' || r.n",
    },
    "r",
  );
  return `WITH monthly AS MATERIALIZED (${monthlySql(records)}),
      yearly AS (${yearlySql(coverage)}), r AS (FROM monthly UNION ALL BY NAME FROM yearly)
    ${select}`;
};

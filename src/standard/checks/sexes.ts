import type { Tables } from "./rule.ts";

/**
 * SELECT of one row for each dataset, release, indicator, area and year of persons that gives men, women and a total:
 * `place`, `differs` (whether men, women and unknown do not add up to the total), `total`, `parts`, and `source_row`
 * of the total.
 */
export const sexesSql = ({ observations }: Pick<Tables, "observations">): string =>
  `SELECT place, total, parts, source_row,
      abs(total - parts) > 1e-6 OR (total IS NULL) <> (parts IS NULL) AS differs
    FROM (SELECT dataset || ' ' || indicator || ' ' || ref_area || ' ' || time_period AS place,
       sum(obs_value) FILTER (sex = '_T') AS total, sum(obs_value) FILTER (sex <> '_T') AS parts,
       any_value(source_row) FILTER (sex = '_T') AS source_row
     FROM ${observations} WHERE breakdown IN ('_T', 'sex') AND sex <> '_Z' AND age IN ('_T', '_Z')
       AND unit_measure = 'NUMBER' AND freq = 'A'
     GROUP BY dataset, release, indicator, ref_area, time_period
     HAVING count(*) FILTER (sex = 'M') > 0 AND count(*) FILTER (sex = 'F') > 0
       AND count(*) FILTER (sex = '_T') > 0)`;

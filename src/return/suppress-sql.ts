import { CODE_LISTS } from "../standard/codelists/index.ts";
import { DIMENSIONS, type Dimension } from "../standard/dimensions.ts";
import { COLUMN_NAMES } from "../standard/observation.ts";
import { quote } from "../standard/sql.ts";
import type { Query } from "../view/query.ts";
import { OWN } from "./standardize.ts";

/** Tables that suppression works with: every count in its group, and what is hidden. */
export const SUPPRESSION = { cells: "own_cell", hidden: "own_hidden" } as const;

/** Groups of counts of which none is the sum of counts elsewhere: one indicator, country and year. */
const GROUP = "release, indicator, unit_measure, country, year";

const ask = (sql: string): Query => ({ sql, params: [] });

/**
 * Numbers every count of the return in its group (`grp`, `cell` from 0) and in its table (`tab`: one breakdown, by year
 * or by month, of one area).
 */
export const cellsQuery = (): Query =>
  ask(`CREATE OR REPLACE TABLE ${SUPPRESSION.cells} AS
    SELECT (dense_rank() OVER (ORDER BY ${GROUP}))::INTEGER AS grp,
      (row_number() OVER (PARTITION BY ${GROUP} ORDER BY freq, ref_area, breakdown, place) - 1)::INTEGER AS cell,
      (dense_rank() OVER (PARTITION BY ${GROUP} ORDER BY freq, ref_area, breakdown) - 1)::INTEGER AS tab, *
    FROM (SELECT o.rowid AS place, freq, release, indicator, unit_measure, ref_area, time_period,
        ${DIMENSIONS.join(", ")}, breakdown, additivity, obs_value AS value,
        substr(time_period, 1, 4) AS year, coalesce(nullif(c.parent, ''), ref_area) AS country
      FROM ${OWN.observations} o LEFT JOIN (SELECT code, any_value(parent) AS parent FROM ${OWN.codes}
        WHERE codelist = 'CL_AREA' GROUP BY code) c ON c.code = o.ref_area
      WHERE unit_measure = 'NUMBER' AND obs_value IS NOT NULL)`);

/** The groups that hold a count from 1 to 4: their values in order of `cell`, and of each the table and its width. */
export const valuesQuery = (): Query =>
  ask(`SELECT grp::DOUBLE AS grp, string_agg(value::VARCHAR, ',' ORDER BY cell) AS numbers,
      string_agg(tab::VARCHAR, ',' ORDER BY cell) AS tabs, string_agg(crossed::VARCHAR, ',' ORDER BY cell) AS crossed
    FROM (SELECT *, (CASE breakdown WHEN '_T' THEN 0 ELSE length(breakdown) - length(replace(breakdown, '+', '')) + 1 END)
        + (freq = 'M')::INTEGER AS crossed FROM ${SUPPRESSION.cells})
    GROUP BY grp HAVING count(*) FILTER (value > 0 AND value < 5) > 0 ORDER BY grp`);

const KEYS = ["grp", "freq", "ref_area", "time_period", ...DIMENSIONS];

const equal = (except: readonly string[]): string =>
  KEYS.filter((key) => !except.includes(key))
    .map((key) => `t.${key} = p.${key}`)
    .join(" AND ");

const PAIRS = "grp, total, part";

const pairs = (axis: string, except: readonly string[], condition: string): string =>
  `SELECT ${quote(axis)} AS axis, t.grp, t.cell AS total, p.cell AS part
    FROM ${SUPPRESSION.cells} p JOIN ${SUPPRESSION.cells} t ON ${equal(except)} AND ${condition}`;

const isPart = "p.additivity IN ('PART', 'LISTED')";

/** Tracing subtotals: the code that each of their parts belongs to. */
const parentSql = (column: string): string => {
  const cases = CODE_LISTS.CL_TRACE_STATUS.codes.flatMap((code) =>
    "parent" in code ? `WHEN ${quote(code.code)} THEN ${quote(code.parent)}` : [],
  );
  return `CASE ${column} ${cases.join(" ")} END`;
};

const byDimension = (dimension: Dimension): string[] => {
  const differs = `p.${dimension} <> t.${dimension} AND p.${dimension} <> '_T'`;
  return [
    pairs(dimension, [dimension], `${isPart} AND ${differs} AND t.${dimension} = '_T'`),
    pairs(
      `${dimension} total`,
      [dimension],
      `${isPart} AND ${differs} AND t.${dimension} = 'TOTAL_REPORTED'`,
    ),
  ];
};

const SUBTOTALS = [
  pairs("subtotal", ["trace_status"], `t.trace_status = ${parentSql("p.trace_status")}`),
  ...["_T", "TOTAL_REPORTED"].map((code) =>
    pairs(
      `subtotals ${code}`,
      ["trace_status"],
      `t.trace_status = ${quote(code)} AND p.trace_status NOT IN ('_T', 'TOTAL_REPORTED')
        AND (p.additivity = 'SUBTOTAL' OR ${parentSql("p.trace_status")} IS NULL)`,
    ),
  ),
];

const MONTHS = pairs(
  "months",
  ["freq", "time_period"],
  "t.freq = 'A' AND p.freq = 'M' AND substr(p.time_period, 1, 4) = t.time_period",
);

const AREAS = pairs("areas", ["ref_area"], "t.ref_area = p.country AND p.ref_area <> p.country");

/**
 * What is the sum of what: one row a group, relations `total:part|part…` joined by `;`. Parts of a breakdown add up to
 * the count without that dimension and to the total line inside it, tracing parts to their subtotals, months to the year,
 * parts of a country to the country. `dimensions` are those that the return breaks down.
 */
export const relationsQuery = (dimensions: readonly Dimension[]): Query => {
  const sources = [
    ...dimensions.flatMap(byDimension),
    ...(dimensions.includes("trace_status") ? SUBTOTALS : []),
    MONTHS,
    AREAS,
  ];
  return ask(`SELECT grp::DOUBLE AS grp, string_agg(total || ':' || parts, ';' ORDER BY axis, total) AS relations
    FROM (SELECT axis, grp, total, string_agg(part::VARCHAR, '|' ORDER BY part) AS parts
      FROM (SELECT axis, ${PAIRS} FROM (${sources.join(" UNION ALL ")})) GROUP BY axis, grp, total)
    GROUP BY grp ORDER BY grp`);
};

/** The breakdowns of the return, one a row. */
export const breakdownsQuery = (): Query =>
  ask(`SELECT DISTINCT breakdown FROM ${OWN.observations} ORDER BY breakdown`);

/**
 * Makes the table that is exported. With `protect`, what table `own_hidden` (`grp`, `cell`, `kind`) names
 * has no number (status Q, confidential), rows of kind 2 are left out, and numbers of records are left out everywhere,
 * because they would tell the same. Without it, rows are as they are, and marked as not for publication.
 */
export const publishQuery = (protect: boolean): Query => {
  const table = `CREATE OR REPLACE TABLE ${OWN.publication} AS`;
  if (!protect) return ask(`${table} SELECT ${COLUMN_NAMES.join(", ")} FROM ${OWN.observations}`);
  const replaced: Readonly<Record<string, string>> = {
    obs_value: "CASE WHEN kind IS NULL THEN obs_value END",
    obs_status: "CASE WHEN kind IS NULL THEN obs_status ELSE 'Q' END",
    conf_status: "CASE WHEN kind IS NULL THEN 'F' ELSE 'C' END",
    flags:
      "CASE WHEN kind IS NULL THEN flags WHEN contains(flags, 'DERIVED') THEN 'DERIVED' ELSE '' END",
    source_detail: "CASE WHEN kind IS NULL THEN source_detail ELSE 'suppressed' END",
    source_row:
      "CASE WHEN kind IS NOT NULL THEN 'suppressed' WHEN source_row LIKE 'n=%' THEN 'records' ELSE source_row END",
  };
  return ask(`${table} SELECT ${COLUMN_NAMES.map((name) => (replaced[name] === undefined ? `o.${name}` : `${replaced[name]} AS ${name}`)).join(", ")}
    FROM ${OWN.observations} o
    LEFT JOIN (SELECT place, kind FROM ${SUPPRESSION.cells} JOIN ${SUPPRESSION.hidden} USING (grp, cell)) h
      ON h.place = o.rowid
    WHERE kind IS NULL OR kind < 2`);
};

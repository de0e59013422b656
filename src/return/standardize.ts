import { BREAKDOWN_SQL } from "../standard/checks/table-rules.ts";
import { breakdownKey, type Dimension } from "../standard/dimensions.ts";
import { dimensionsSql, marginsSql, observationsSql } from "../standard/observation-sql.ts";
import { OWN_RETURN } from "../standard/own-return.ts";
import { quote } from "../standard/sql.ts";
import type { Query } from "../view/query.ts";
import type { Applied } from "./apply.ts";
import { type Mapping, mappedDimensions } from "./mapping.ts";
import { OWN_ROWS } from "./own-rows.ts";
import { ADDITIVITY_SQL } from "./row-sql.ts";

/**
 * Tables of a return in the database: the mapped rows, their observations (the columns of the standard and `line`,
 * which is null for counts of several rows), what of these may be given to others, and `(codelist, code, level)`.
 */
export const OWN = {
  rows: OWN_ROWS,
  observations: "own_observation",
  /** What others may have of the observations. */
  publication: "own_publication",
  codes: "own_codes",
} as const;

/** Every set of at most `size` of some dimensions, the empty set first. */
const subsets = (dimensions: readonly Dimension[], size: 1 | 2): Dimension[][] => [
  [],
  ...dimensions.map((dimension) => [dimension]),
  ...(size === 1
    ? []
    : dimensions.flatMap((one, at) => dimensions.slice(at + 1).map((other) => [one, other]))),
];

/**
 * The breakdowns that records are counted by: by year the total, each dimension and each pair of them; by month the
 * total and each dimension. Wider crosses hold little but ones, and could not be protected.
 */
export const materialized = (mapping: Mapping): Readonly<Record<"A" | "M", readonly string[]>> => {
  const dimensions = mappedDimensions(mapping);
  return {
    A: subsets(dimensions, 2).map(breakdownKey),
    M: subsets(dimensions, 1).map(breakdownKey),
  };
};

/** The years that the file covers from January to December. */
const coveredSql = ({ covers }: Mapping): string =>
  covers === null
    ? "true"
    : `time_period || '-01' >= ${quote(covers.from)} AND time_period || '-12' <= ${quote(covers.to)}`;

const every = (dimensions: readonly Dimension[], condition: (name: Dimension) => string): string =>
  dimensions.map(condition).join(" AND ") || "true";

const commonColumns = (mapping: Mapping) => ({
  dataset: quote(OWN_RETURN.code),
  release: quote(mapping.release),
  indicator: quote(mapping.indicator),
  ref_area: "r.ref_area",
  ...dimensionsSql(
    mapping.indicator,
    Object.fromEntries(mappedDimensions(mapping).map((name) => [name, `r.${name}`])),
  ),
  unit_measure: "'NUMBER'",
  conf_status: "'N'",
});

/** Parts add up, except in a breakdown by a dimension that some rows are left out of: that list is cut. */
const recordAdditivity = (partial: readonly Dimension[]): string => {
  const part =
    partial.length === 0
      ? "'PART'"
      : `CASE WHEN ${every(partial, (name) => `r.${name} = '_T'`)} THEN 'PART' ELSE 'LISTED' END`;
  return `CASE WHEN r.breakdown = '_T' THEN 'TOTAL' ELSE ${part} END`;
};

const recordsSql = (mapping: Mapping, { partial, hasMonths }: RowShape): string => {
  const dimensions = mappedDimensions(mapping);
  const margins = (freq: "A" | "M", period: string, size: 1 | 2) =>
    marginsSql({
      records: OWN.rows,
      freq,
      period,
      series: ["ref_area"],
      dimensions,
      sets: subsets(dimensions, size),
    });
  const columns = {
    ...commonColumns(mapping),
    freq: "r.freq",
    time_period: "r.time_period",
    obs_value: "r.arms::DOUBLE",
    obs_status: "'A'",
    breakdown: "r.breakdown",
    additivity: recordAdditivity(partial),
    source_detail: "'derived=sum over records'",
    flags: "CASE WHEN r.arms BETWEEN 1 AND 4 THEN 'DERIVED|SMALL_CELL' ELSE 'DERIVED' END",
    source_row: "'n=' || r.n",
  };
  const years = `FROM (${margins("A", "year", 2)}) WHERE ${coveredSql(mapping)}`;
  const months = hasMonths ? `UNION ALL BY NAME FROM (${margins("M", "month", 1)})` : "";
  return `WITH r AS (SELECT * FROM (${years} ${months}) WHERE ${every(dimensions, (name) => `${name} <> ''`)})
    SELECT *, NULL::DOUBLE AS line FROM (${observationsSql(columns, "r", OWN.codes)})`;
};

const countsSql = (mapping: Mapping, { hasMonths }: RowShape): string => {
  const dimensions = mappedDimensions(mapping);
  const columns = {
    ...commonColumns(mapping),
    freq: hasMonths ? "'M'" : "'A'",
    time_period: `r.${hasMonths ? "month" : "year"}`,
    obs_value: "CASE WHEN NOT isnan(r.arms) THEN r.arms END",
    obs_status: "CASE WHEN isnan(r.arms) THEN 'O' ELSE 'A' END",
    breakdown: "''",
    additivity: "''",
    source_detail: "'line=' || r.line::INTEGER",
    flags: "''",
    source_row: "(r.line::INTEGER)::VARCHAR",
  };
  const rows = `(FROM ${OWN.rows} WHERE ${every(dimensions, (name) => `${name} <> ''`)}) r`;
  return `SELECT * REPLACE (${BREAKDOWN_SQL} AS breakdown, ${ADDITIVITY_SQL} AS additivity),
      source_row::DOUBLE AS line
    FROM (${observationsSql(columns, rows, OWN.codes)})`;
};

/** What of the mapped rows decides how they are counted. */
export type RowShape = Pick<Applied, "partial" | "hasMonths">;

/**
 * Makes the observations of a mapped file out of its rows: records are counted, by year and by month, as
 * {@link materialized} says; a finished count is one observation. A year is counted only where the mapping says that the file
 * covers all of it, a month only where every row has one. A cell without a record gets no row: whether it is a zero,
 * the records cannot say. Needs the tables of the rows and the codes.
 */
export const standardizeQuery = (mapping: Mapping, shape: RowShape): Query => ({
  sql: `CREATE OR REPLACE TABLE ${OWN.observations} AS ${
    mapping.rows === "RECORDS" ? recordsSql(mapping, shape) : countsSql(mapping, shape)
  }`,
  params: [],
});

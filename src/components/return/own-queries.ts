import type { Dimension } from "../../standard/dimensions.ts";
import { COLUMN_NAMES, KEY_COLUMNS } from "../../standard/observation.ts";
import type { Query, Row } from "../../view/query.ts";

/** One table of a return that can be drawn: areas of one level, one indicator in one unit, of one release. */
export interface OwnTable {
  readonly release: string;
  readonly indicator: string;
  readonly unit: string;
  readonly level: string;
  /** Areas with yearly figures. */
  readonly areas: readonly string[];
  /** Yearly breakdowns, `_T` for totals. */
  readonly breakdowns: readonly string[];
  /** Monthly totals are there. */
  readonly monthly: boolean;
  readonly years: readonly string[];
}

/** What is drawn of a table: one area, or all of them together where `area` is empty. */
export interface OwnChoice {
  readonly table: OwnTable;
  readonly area: string;
}

const list = (column: string): string =>
  `string_agg(DISTINCT CAST(${column} AS VARCHAR), '|' ORDER BY CAST(${column} AS VARCHAR))`;
const text = (column: string): string => `CAST(${column} AS VARCHAR) AS ${column}`;
const sum =
  "CASE WHEN count(obs_value) = count(*) THEN CAST(sum(obs_value) AS DOUBLE) END AS value";

/** The query for {@link tablesFrom}. `table` is a name of our own. */
export const tablesQuery = (table: string): Query => ({
  sql: `SELECT ${["release", "indicator", "unit_measure", "area_level"].map(text).join(", ")},
    ${list("ref_area")} FILTER (freq = 'A') AS areas, ${list("breakdown")} FILTER (freq = 'A') AS breakdowns,
    ${list("substr(CAST(time_period AS VARCHAR), 1, 4)")} FILTER (freq = 'A') AS years,
    CAST(count(*) FILTER (freq = 'M' AND breakdown = '_T') AS DOUBLE) AS months, CAST(count(*) AS DOUBLE) AS n
    FROM ${table} GROUP BY 1, 2, 3, 4 ORDER BY n DESC`,
  params: [],
});

const textIn = (row: Row, column: string): string => {
  const value = row[column];
  return typeof value === "string" ? value : "";
};
const listIn = (row: Row, column: string): string[] =>
  textIn(row, column).split("|").filter(Boolean);

/** The tables of an answer to {@link tablesQuery}, the largest first. */
export const tablesFrom = (rows: readonly Row[]): OwnTable[] =>
  rows.map((row) => ({
    release: textIn(row, "release"),
    indicator: textIn(row, "indicator"),
    unit: textIn(row, "unit_measure"),
    level: textIn(row, "area_level"),
    areas: listIn(row, "areas"),
    breakdowns: listIn(row, "breakdowns"),
    years: listIn(row, "years"),
    monthly: Number(row["months"]) > 0,
  }));

const whereOf = (
  { table, area }: OwnChoice,
  freq: "A" | "M",
  breakdown: string,
): { where: string; params: string[] } => ({
  where: `release = ? AND indicator = ? AND unit_measure = ? AND area_level = ? AND freq = ? AND breakdown = ?
    AND additivity IN (${breakdown === "_T" ? "'TOTAL'" : "'PART', 'OVERLAPPING', 'LISTED'"})${area === "" ? "" : " AND ref_area = ?"}`,
  params: [
    table.release,
    table.indicator,
    table.unit,
    table.level,
    freq,
    breakdown,
    ...(area === "" ? [] : [area]),
  ],
});

/** Totals by period, with the number of areas behind each: columns `period`, `value`, `areas`. */
export const totalsQuery = (table: string, choice: OwnChoice, freq: "A" | "M"): Query => {
  const { where, params } = whereOf(choice, freq, "_T");
  return {
    sql: `SELECT CAST(time_period AS VARCHAR) AS period, ${sum}, CAST(count(DISTINCT ref_area) AS DOUBLE) AS areas
      FROM ${table} WHERE ${where} GROUP BY period ORDER BY period`,
    params,
  };
};

/** One year broken down: columns `code` (of the first dimension), `other` (of the second, or empty), `value`. */
export const partsQuery = (
  table: string,
  choice: OwnChoice,
  dimensions: readonly [Dimension, Dimension?],
  breakdown: string,
  year: string,
): Query => {
  const [first, second] = dimensions;
  const { where, params } = whereOf(choice, "A", breakdown);
  return {
    sql: `SELECT CAST(${first} AS VARCHAR) AS code, ${second === undefined ? "''" : `CAST(${second} AS VARCHAR)`} AS other, ${sum}
      FROM ${table} WHERE ${where} AND CAST(time_period AS VARCHAR) = ? GROUP BY ALL ORDER BY code, other`,
    params: [...params, year],
  };
};

/** Yearly totals of one area in a published table: columns as {@link totalsQuery}. */
export const publishedQuery = (table: string, indicator: string, area: string): Query => ({
  sql: `SELECT CAST(time_period AS VARCHAR) AS period, ${sum}, 1.0::DOUBLE AS areas FROM ${table}
    WHERE indicator = ? AND ref_area = ? AND freq = 'A' AND unit_measure = 'NUMBER' AND breakdown = '_T' AND additivity = 'TOTAL'
    GROUP BY period ORDER BY period`,
  params: [indicator, area],
});

/** All observations of a table, whole, in the order of their key. */
export const wholeQuery = (table: string): Query => ({
  sql: `SELECT ${COLUMN_NAMES.map((name) => (name === "obs_value" ? name : text(name))).join(", ")}
    FROM ${table} ORDER BY ${KEY_COLUMNS.join(", ")}`,
  params: [],
});

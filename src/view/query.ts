import { COLUMN_NAMES, KEY_COLUMNS } from "../standard/observation.ts";
import type { AnyDatasetId } from "../standard/own-return.ts";
import type { Cell, MonthCell } from "../statistics/cell.ts";
import { type Condition, conditionsOf, observationConditions, type Thread } from "./conditions.ts";
import type { View } from "./view.ts";

export type { Thread } from "./conditions.ts";

/** A value that may come back from a query. */
export type Scalar = string | number | null;

/** A finished query: text with `?` placeholders, and what is bound to them in order. */
export interface Query {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** One row of an answer, by column name. */
export type Row = Readonly<Record<string, Scalar>>;

/**
 * Name of the table that holds the observations of a dataset, quoted: of the releases that stand for it now, or of
 * one that a newer release has replaced.
 */
export const observationTable = (dataset: AnyDatasetId, release = ""): string =>
  `"observation_${dataset}${release === "" ? "" : `@${release.replaceAll('"', "")}`}"`;

const yearOf = "CAST(substr(CAST(time_period AS VARCHAR), 1, 4) AS INTEGER)";

/** A condition in SQL, and what is bound to its placeholders. */
const sqlOf = (condition: Condition): Query => {
  if (condition.kind === "years")
    return { sql: `${yearOf} BETWEEN ? AND ?`, params: [condition.from, condition.to] };
  if (condition.kind === "without-flag")
    return { sql: "NOT contains(CAST(flags AS VARCHAR), ?)", params: [condition.flag] };
  const { kind, column, values } = condition;
  const list = values.map(() => "?").join(", ");
  return { sql: `${column} ${kind === "in" ? "IN" : "NOT IN"} (${list})`, params: values };
};

const where = (conditions: readonly Condition[]): string =>
  conditions.map((condition) => sqlOf(condition).sql).join(" AND ");

const paramsOf = (conditions: readonly Condition[]): (string | number)[] =>
  conditions.flatMap((condition) => [...sqlOf(condition).params]);

const sumSql =
  "CASE WHEN count(obs_value) = count(*) THEN CAST(sum(obs_value) AS DOUBLE) END AS value";
const flagsSql =
  "string_agg(DISTINCT CAST(flags AS VARCHAR), '|' ORDER BY CAST(flags AS VARCHAR)) AS flags";

const codeSql = (view: View): string => (view.by === "_T" ? "'_T'" : `CAST(${view.by} AS VARCHAR)`);

/**
 * One number for each area, year and category of the table behind a view: all its years, areas and categories.
 * Where one of the summed observations has no number, the cell has none: a sum with a missing part is not a sum.
 */
export const cellsQuery = (view: View): Query => {
  const conditions = conditionsOf(view, "table");
  return {
    sql: `SELECT CAST(ref_area AS VARCHAR) AS area, ${yearOf} AS year, ${codeSql(view)} AS code, ${sumSql}, ${flagsSql} FROM ${observationTable(view.dataset, view.release)} WHERE ${where(conditions)} GROUP BY ALL ORDER BY area, year, code`,
    params: paramsOf(conditions),
  };
};

/** As {@link cellsQuery}, by month: one number for each area, year, month and category. */
export const monthCellsQuery = (view: View): Query => {
  const conditions = conditionsOf(view, "table", "M");
  return {
    sql: `SELECT CAST(ref_area AS VARCHAR) AS area, ${yearOf} AS year, CAST(substr(CAST(time_period AS VARCHAR), 6, 2) AS INTEGER) AS month, ${codeSql(view)} AS code, ${sumSql}, ${flagsSql} FROM ${observationTable(view.dataset, view.release)} WHERE ${where(conditions)} GROUP BY ALL ORDER BY area, year, month, code`,
    params: paramsOf(conditions),
  };
};

/** The observations of the view, whole, in the order of the standard; narrowed to one number where asked. */
export const observationsQuery = (view: View, thread?: Thread): Query => {
  const conditions = observationConditions(view, thread);
  return {
    sql: `SELECT * FROM ${observationTable(view.dataset, view.release)} WHERE ${where(conditions)} ORDER BY release, CAST(ref_area AS VARCHAR), CAST(time_period AS VARCHAR), source_row`,
    params: paramsOf(conditions),
  };
};

/** All observations of a dataset, or of a release that was replaced, whole, in the order of their key. */
export const datasetQuery = (dataset: AnyDatasetId, release = ""): Query => ({
  sql: `SELECT ${COLUMN_NAMES.join(", ")} FROM ${observationTable(dataset, release)} ORDER BY ${KEY_COLUMNS.join(", ")}`,
  params: [],
});

const text = (value: Scalar | undefined, column: string): string => {
  if (typeof value !== "string") throw new Error(`The engine returned no text in "${column}".`);
  return value;
};

const number = (value: Scalar | undefined, column: string): number => {
  if (typeof value === "number") return value;
  throw new Error(`The engine returned no number in "${column}".`);
};

const numberOrNull = (value: Scalar | undefined, column: string): number | null => {
  if (value === null || typeof value === "number") return value;
  throw new Error(`The engine returned no number in "${column}".`);
};

const NO_FLAGS: readonly string[] = [];

const cellFrom = (row: Row): Cell => {
  const flags = text(row["flags"] ?? "", "flags");
  return {
    area: text(row["area"], "area"),
    year: number(row["year"], "year"),
    code: text(row["code"], "code"),
    value: numberOrNull(row["value"], "value"),
    flags: flags === "" ? NO_FLAGS : [...new Set(flags.split("|").filter(Boolean))].sort(),
  };
};

/** The cells of an answer to {@link cellsQuery}. Throws when a column has another type. */
export const cellsFrom = (rows: readonly Row[]): Cell[] => rows.map(cellFrom);

/** The cells of an answer to {@link monthCellsQuery}. Throws when a column has another type. */
export const monthCellsFrom = (rows: readonly Row[]): MonthCell[] =>
  rows.map((row) => ({ ...cellFrom(row), month: number(row["month"], "month") }));

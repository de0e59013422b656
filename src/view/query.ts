import type { DatasetId } from "../standard/codelists/dataset.ts";
import type { Dimension } from "../standard/dimensions.ts";
import { COLUMN_NAMES, type ColumnName, KEY_COLUMNS } from "../standard/observation.ts";
import type { Cell } from "../statistics/cell.ts";
import { breakdownOf, RESIDUAL, type View } from "./view.ts";

/** A value that may come back from a query. */
export type Scalar = string | number | null;

/** A finished query: text with `?` placeholders, and what is bound to them in order. */
export interface Query {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

/** One row of an answer, by column name. */
export type Row = Readonly<Record<string, Scalar>>;

/** Name of the table that holds the observations of a dataset. */
export const observationTable = (dataset: DatasetId): string => `observation_${dataset}`;

interface Condition {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

const isIn = (column: ColumnName, values: readonly string[]): Condition => ({
  sql: `${column} IN (${values.map(() => "?").join(", ")})`,
  params: values,
});

const isNotIn = (column: ColumnName, values: readonly string[]): Condition => ({
  sql: `${column} NOT IN (${values.map(() => "?").join(", ")})`,
  params: values,
});

const yearOf = "CAST(substr(CAST(time_period AS VARCHAR), 1, 4) AS INTEGER)";

/**
 * The rows that a view may touch: one dataset, indicator, frequency, unit, area level and breakdown, and of
 * its rows only those that may stand beside one another. No view can reach a total and its parts at once.
 */
const conditionsOf = (view: View): Condition[] => {
  const breakdown = breakdownOf(view);
  const additivity = breakdown === "_T" ? ["TOTAL"] : ["PART", "OVERLAPPING", "LISTED"];
  const filters = Object.entries(view.filters).flatMap(([dimension, codes]) =>
    codes === undefined || codes.length === 0 ? [] : [isIn(dimension as Dimension, codes)],
  );
  return [
    isIn("indicator", [view.indicator]),
    isIn("freq", ["A"]),
    isIn("unit_measure", ["NUMBER"]),
    isIn("area_level", [view.level]),
    isIn("breakdown", [breakdown]),
    isIn("additivity", additivity),
    { sql: `${yearOf} BETWEEN ? AND ?`, params: [view.from, view.to] },
    ...(view.areas.length === 0 ? [] : [isIn("ref_area", view.areas)]),
    ...filters,
    ...(view.outliers === "with"
      ? []
      : [{ sql: "NOT contains(CAST(flags AS VARCHAR), ?)", params: ["OUTLIER_SCOPE"] }]),
  ];
};

const where = (conditions: readonly Condition[]): string =>
  conditions.map((condition) => condition.sql).join(" AND ");

const paramsOf = (conditions: readonly Condition[]): (string | number)[] =>
  conditions.flatMap((condition) => [...condition.params]);

/**
 * One number for each area, year and category of the view. Where one of the summed observations has no
 * number, the cell has none: a sum with a missing part is not a sum.
 */
export const cellsQuery = (view: View): Query => {
  const conditions = conditionsOf(view);
  const code = view.by === "_T" ? "'_T'" : `CAST(${view.by} AS VARCHAR)`;
  return {
    sql: `SELECT CAST(ref_area AS VARCHAR) AS area, ${yearOf} AS year, ${code} AS code, CASE WHEN count(obs_value) = count(*) THEN CAST(sum(obs_value) AS DOUBLE) END AS value, string_agg(DISTINCT CAST(flags AS VARCHAR), '|' ORDER BY CAST(flags AS VARCHAR)) AS flags FROM ${observationTable(view.dataset)} WHERE ${where(conditions)} GROUP BY ALL ORDER BY area, year, code`,
    params: paramsOf(conditions),
  };
};

/** Narrows the rows behind one number. */
export interface Thread {
  readonly areas: readonly string[];
  readonly year?: number;
  readonly code?: string;
}

/** The observations of the view, whole, in the order of the standard; narrowed to one number where asked. */
export const observationsQuery = (view: View, thread?: Thread): Query => {
  const conditions = [
    ...conditionsOf(view),
    ...(view.residual === "with" || view.by === "_T" ? [] : [isNotIn(view.by, [...RESIDUAL])]),
    ...(thread === undefined || thread.areas.length === 0 ? [] : [isIn("ref_area", thread.areas)]),
    ...(thread?.year === undefined ? [] : [{ sql: `${yearOf} = ?`, params: [thread.year] }]),
    ...(thread?.code === undefined || view.by === "_T" ? [] : [isIn(view.by, [thread.code])]),
  ];
  return {
    sql: `SELECT * FROM ${observationTable(view.dataset)} WHERE ${where(conditions)} ORDER BY release, CAST(ref_area AS VARCHAR), CAST(time_period AS VARCHAR), source_row`,
    params: paramsOf(conditions),
  };
};

/** All observations of a dataset, whole, in the order of their key. */
export const datasetQuery = (dataset: DatasetId): Query => ({
  sql: `SELECT ${COLUMN_NAMES.join(", ")} FROM ${observationTable(dataset)} ORDER BY ${KEY_COLUMNS.join(", ")}`,
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

/** The cells of an answer to {@link cellsQuery}. Throws when a column has another type. */
export const cellsFrom = (rows: readonly Row[]): Cell[] =>
  rows.map((row) => ({
    area: text(row["area"], "area"),
    year: number(row["year"], "year"),
    code: text(row["code"], "code"),
    value: numberOrNull(row["value"], "value"),
    flags: [
      ...new Set(
        text(row["flags"] ?? "", "flags")
          .split("|")
          .filter(Boolean),
      ),
    ].sort(),
  }));

import { type IndicatorId, notApplicableDimensions } from "./codelists/indicator.ts";
import { DIMENSIONS, type Dimension } from "./dimensions.ts";
import { COLUMN_NAMES, type ColumnName } from "./observation.ts";

/** SQL of every dimension of an indicator: the given expressions, else `_T`, `_Z` where it cannot exist. */
export const dimensionsSql = (
  indicator: IndicatorId,
  given: Partial<Record<Dimension, string>>,
): Record<Dimension, string> => {
  const absent = new Set(notApplicableDimensions(indicator));
  const code = (dimension: Dimension) => (absent.has(dimension) ? "'_Z'" : "'_T'");
  return Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, given[dimension] ?? code(dimension)]),
  ) as Record<Dimension, string>;
};

/**
 * SELECT of the standard's columns, each from its expression, out of `from`, whose alias `r` has a column
 * `ref_area`. The level of an area comes from table `codes`; it is empty, and fails the checks, where the area is
 * not known.
 */
export const observationsSql = (
  columns: Record<Exclude<ColumnName, "area_level">, string>,
  from: string,
  codes = "codes",
): string => {
  const expressions = { ...columns, area_level: "coalesce(c.level, '')" };
  return `SELECT ${COLUMN_NAMES.map((name) => `${expressions[name]} AS ${name}`).join(", ")}
    FROM ${from} LEFT JOIN (SELECT code, level FROM ${codes} WHERE codelist = 'CL_AREA') c
      ON c.code = r.ref_area`;
};

/** Counts to be made of records. */
export interface Margins {
  /** A table, view or subquery with the columns of `series`, `period`, the dimensions of `sets`, and `arms`. */
  readonly records: string;
  readonly freq: "A" | "M";
  /** Column of the period of a record. */
  readonly period: string;
  /** Columns that every count is given for. */
  readonly series: readonly string[];
  /** The dimensions of every count. */
  readonly dimensions: readonly Dimension[];
  /** The breakdowns to count, each a set of dimensions; the empty set is the total. */
  readonly sets: readonly (readonly Dimension[])[];
}

/**
 * SELECT of one count for each series, period, breakdown and its codes, in one reading of the records: `freq`, the
 * series, `time_period`, every dimension (`_T` where the breakdown has it not), `breakdown`, `arms` (none where a
 * record in it has none) and `n`, the number of records.
 */
export const marginsSql = ({
  records,
  freq,
  period,
  series,
  dimensions,
  sets,
}: Margins): string => {
  const columns = dimensions.map(
    (name) => `CASE WHEN grouping(${name}) = 0 THEN ${name} ELSE '_T' END AS ${name}`,
  );
  const broken = dimensions.map((name) => `CASE WHEN grouping(${name}) = 0 THEN '${name}' END`);
  const breakdown =
    broken.length === 0
      ? "'_T'"
      : `coalesce(nullif(concat_ws('+', ${broken.join(", ")}), ''), '_T')`;
  const key = [...series, period].join(", ");
  return `SELECT '${freq}' AS freq, ${[...series, `${period} AS time_period`, ...columns].join(", ")},
      ${breakdown} AS breakdown,
      CASE WHEN count(arms) = count(*) THEN sum(arms) END AS arms, count(*) AS n
    FROM ${records}
    GROUP BY GROUPING SETS (${sets.map((set) => `(${[key, ...set].join(", ")})`).join(", ")})`;
};

import type { ColumnName } from "../observation.ts";

/** The tables that rules read: observations with the columns of the standard, and `(codelist, code, level)`. */
export interface Tables {
  readonly observations: string;
  readonly codes: string;
}

/** A rule on single observations: rows that `where` selects break it. */
export interface TableRule {
  readonly id: string;
  /** FAIL: nothing may be published. WARNING: a person should look. */
  readonly status: "FAIL" | "WARNING";
  readonly message: string;
  /** The column that is wrong; absent where it is the row as a whole. */
  readonly column?: ColumnName;
  /** SQL that is run before, for what `where` needs. */
  readonly prepare?: string;
  readonly where: string;
}

/** A number as text in SQL, whole numbers without decimals. */
export const valueText = (column: string): string =>
  `CASE WHEN try_cast(${column} AS BIGINT) = ${column} THEN try_cast(${column} AS BIGINT)::VARCHAR ELSE ${column}::VARCHAR END`;

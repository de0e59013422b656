import { quote } from "../standard/sql.ts";
import type { Scalar } from "../view/query.ts";

/** A column of a result: its name as the query gives it, and DuckDB's name of its type. */
export interface ResultColumn {
  readonly name: string;
  readonly type: string;
  readonly numeric: boolean;
}

/** Rows that a reader's query gave, as many of them as are kept. */
export interface Result {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Scalar[])[];
  /** There are more rows than these. */
  readonly more: boolean;
}

/** Rows that are kept of one result. */
export const MAX_ROWS = 10_000;
/** Cells that are kept of one result: a result of many columns keeps fewer rows. */
const MAX_CELLS = 1_000_000;
/** Characters that are kept of one text; a longer one ends in an ellipsis. */
export const MAX_TEXT = 10_000;

/** How many rows a result of so many columns keeps. */
export const rowsKept = (columns: number): number =>
  Math.max(1, Math.min(MAX_ROWS, Math.floor(MAX_CELLS / Math.max(1, columns))));

/** A reader's text, and whether it asks for the plan of the query instead of its rows. */
interface Reading {
  readonly sql: string;
  readonly explain: "" | "EXPLAIN " | "EXPLAIN ANALYZE ";
}

const readingOf = (text: string): Reading => {
  const found = /^\s*EXPLAIN\s+(ANALYZE\s+)?/i.exec(text);
  if (found === null) return { sql: text, explain: "" };
  return {
    sql: text.slice(found[0].length),
    explain: found[1] === undefined ? "EXPLAIN " : "EXPLAIN ANALYZE ",
  };
};

/**
 * A reader's text as a table. DuckDB's own parser reads it inside `query()`, which takes one SELECT statement (in any
 * of its spellings: FROM, WITH, VALUES, TABLE, DESCRIBE, SUMMARIZE, SHOW, PIVOT, UNPIVOT) and refuses all else, so
 * nothing that could change a table is ever handed to the engine as a statement.
 */
const asTable = (sql: string): string => `query(${quote(sql)})`;

/** The statement that checks and binds a reader's text, runs nothing of it, and names its columns and types. */
export const describeSql = (text: string): string =>
  `DESCRIBE FROM ${asTable(readingOf(text).sql)}`;

/** How versions of DuckDB say that a text is not one reading statement. */
const REFUSALS = [
  "Expected a single SELECT statement",
  "A CTE needs a SELECT",
  "PIVOT statements without explicit IN clauses",
];

/** Whether an error of {@link describeSql} means that the text is not one reading statement. */
export const isRefusal = (message: string): boolean =>
  REFUSALS.some((refusal) => message.includes(refusal));

const DOUBLE_TYPES = /^(U?(TINYINT|SMALLINT|INTEGER)|FLOAT|DOUBLE)$/;
const EXACT_TYPES = /^(U?(BIGINT|HUGEINT)|BIGNUM|DECIMAL\(.*\))$/;

/** A column as its name and DuckDB's type make it; the words of an ENUM are left out. */
export const resultColumn = (name: string, type: string): ResultColumn => ({
  name,
  type: type.replace(/ENUM\(.*\)/, "ENUM"),
  numeric: DOUBLE_TYPES.test(type) || EXACT_TYPES.test(type),
});

const selected = ({ type }: ResultColumn, at: number): string => {
  if (DOUBLE_TYPES.test(type)) return `CAST(c${at} AS DOUBLE) AS c${at}`;
  const text = `CAST(c${at} AS VARCHAR)`;
  return EXACT_TYPES.test(type)
    ? `${text} AS c${at}`
    : `CASE WHEN length(${text}) > ${MAX_TEXT} THEN left(${text}, ${MAX_TEXT}) || '…' ELSE ${text} END AS c${at}`;
};

/** The statement that gives the rows of a reader's text: numbers as doubles, all else as DuckDB writes it. */
export const readingSql = (text: string, columns: readonly ResultColumn[]): string => {
  const { sql, explain } = readingOf(text);
  if (explain !== "") return `${explain}FROM ${asTable(sql)}`;
  const names = columns.map((_, at) => `c${at}`).join(", ");
  return `SELECT ${columns.map(selected).join(", ")} FROM ${asTable(sql)} AS result(${names})`;
};

/** The columns of a plan. */
const PLAN_COLUMNS = [
  resultColumn("explain_key", "VARCHAR"),
  resultColumn("explain_value", "VARCHAR"),
];

/** The columns that {@link readingSql} gives for a text whose query has these. */
export const columnsOf = (
  text: string,
  described: readonly ResultColumn[],
): readonly ResultColumn[] => (readingOf(text).explain === "" ? described : PLAN_COLUMNS);

/**
 * A value as the engine returns it for a column of {@link readingSql}. A whole or decimal number becomes a number
 * where it can be one without loss, and stays text where it cannot. Throws where the engine returns anything else.
 */
export const cellOf = (value: unknown, column: ResultColumn): Scalar => {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return value;
  if (typeof value !== "string")
    throw new Error(`The column "${column.name}" came back as ${typeof value}.`);
  if (!column.numeric) return value;
  const digits = value.replace(/\D/g, "").replace(/^0+/, "").length;
  return digits <= 15 ? Number(value) : value;
};

/** The word that a statement begins with, in capitals, comments left out; empty where there is none. */
export const firstWord = (text: string): string => {
  const bare = text.replace(/^(\s+|--[^\n]*(\n|$)|\/\*[\s\S]*?\*\/|;)*/, "");
  return /^[A-Za-z_]+/.exec(bare)?.[0].toUpperCase() ?? "";
};

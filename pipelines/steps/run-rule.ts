import type { DuckDBConnection } from "@duckdb/node-api";
import { type TableRule, type Tables, valueText } from "../../src/standard/checks/rule.ts";
import { type Check, examplesOf } from "./source.ts";
import { query } from "./table.ts";

/** The tables of a run. */
export const TABLES: Tables = { observations: "observations", codes: "codes" };

/** File and line of a row, for the examples of the report. */
const PLACE = `(SELECT file FROM files f
    WHERE f.dataset = observations.dataset AND f.release = observations.release) || ' row ' || source_row || ': ' || indicator || ' ' ||
  ref_area || ' ' || time_period || ' ' || coalesce(${valueText("obs_value")}, '(empty)')`;

/** How many observations `where` selects, and the places of the first five. */
export const find = async (
  db: DuckDBConnection,
  where: string,
): Promise<Pick<Check, "count" | "examples">> => {
  const from = `FROM observations WHERE ${where}`;
  const [counted] = await query(db, `SELECT count(*)::INTEGER AS n ${from}`);
  const count = Number(counted?.n ?? 0);
  const rows =
    count === 0 ? [] : await query(db, `SELECT ${PLACE} AS place ${from} ORDER BY place LIMIT 5`);
  return { count, examples: examplesOf(rows.map((row) => String(row.place))) };
};

/** The outcome of one rule on the tables `observations`, `codes` and `files`. */
export const runRule = async (db: DuckDBConnection, rule: TableRule): Promise<Check> => {
  if (rule.prepare !== undefined) await db.run(rule.prepare);
  const { count, examples } = await find(db, rule.where);
  const status = count === 0 ? "PASS" : rule.status;
  return { id: rule.id, stage: "check", status, count, message: rule.message, examples };
};

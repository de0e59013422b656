import type { DuckDBConnection } from "@duckdb/node-api";
import type { Coverage } from "../../src/standard/aggregate.ts";
import { recordRules } from "../../src/standard/checks/record-rules.ts";
import { type Check, examplesOf } from "./source.ts";
import { query } from "./table.ts";

const PLACE = `coalesce(release, '(empty)') || ' record ' || coalesce(record, '(empty)')`;

/**
 * What the checks of the table cannot see in a record-level return: rules on table or view `records` with
 * RECORD_COLUMNS, beside `codes`. Values, codes and keys are checked on the same records as observations
 * (`recordObservationsSql`). A broken rule is FAIL.
 */
export const checkRecords = async (db: DuckDBConnection, coverage: Coverage): Promise<Check[]> => {
  const checks: Check[] = [];
  for (const { id, message, where } of recordRules(coverage)) {
    const from = `FROM records WHERE ${where}`;
    const [counted] = await query(db, `SELECT count(*)::INTEGER AS n ${from}`);
    const count = Number(counted?.n ?? 0);
    const rows =
      count === 0 ? [] : await query(db, `SELECT ${PLACE} AS place ${from} ORDER BY place LIMIT 5`);
    checks.push({
      id,
      stage: "check",
      status: count === 0 ? "PASS" : "FAIL",
      count,
      message,
      examples: examplesOf(rows.map((row) => String(row.place))),
    });
  }
  return checks;
};

import type { DuckDBConnection } from "@duckdb/node-api";
import { valueText } from "../../src/standard/checks/rule.ts";
import { changesSql, type ReleasePair } from "./revisions.ts";
import { type Check, examplesOf } from "./source.ts";
import { query } from "./table.ts";

const KINDS = {
  ADDED: "Observations that the later release added.",
  DROPPED: "Observations of the earlier release that the later one no longer has.",
  CHANGED: "Observations to which the later release gives another value.",
} as const;

const PLACE = `indicator || ' ' || ref_area || ' ' || time_period || ': ' ||
  coalesce(${valueText("old_obs_value")}, '(none)') || ' → ' || coalesce(${valueText("new_obs_value")}, '(none)') ||
  ' (row ' || coalesce(old_source_row, '–') || ' → ' || coalesce(new_source_row, '–') || ')'`;

/**
 * What each pair of releases changed, added and dropped: three checks a pair, WARNING where a value was changed or
 * dropped. Additions are what a new release is for, and pass.
 */
export const checkRevisions = async (
  db: DuckDBConnection,
  pairs: readonly ReleasePair[],
): Promise<Check[]> => {
  const checks: Check[] = [];
  for (const pair of pairs) {
    for (const [kind, message] of Object.entries(KINDS)) {
      const rows = await query(
        db,
        `SELECT ${PLACE} AS place, count(*) OVER ()::INTEGER AS n
         FROM (${changesSql(pair)}) WHERE kind = '${kind}' ORDER BY ref_area, time_period LIMIT 5`,
      );
      const count = Number(rows[0]?.n ?? 0);
      checks.push({
        id: `release-${kind.toLowerCase()}-${pair.dataset.toLowerCase()}-${pair.from}-${pair.to}`,
        stage: "check",
        status: count === 0 || kind === "ADDED" ? "PASS" : "WARNING",
        count,
        message: `${pair.dataset}, ${pair.from} to ${pair.to}. ${message}`,
        examples: examplesOf(rows.map((row) => String(row.place))),
        see: `changes/${pair.dataset}/${pair.from}_${pair.to}.csv`,
      });
    }
  }
  return checks;
};

import type { DuckDBConnection } from "@duckdb/node-api";
import { sexesSql } from "../../src/standard/checks/sexes.ts";
import { tableRules } from "../../src/standard/checks/table-rules.ts";
import type { Flag } from "../../src/standard/rows.ts";
import { find, runRule, TABLES } from "./run-rule.ts";
import { type Check, examplesOf, flagWords } from "./source.ts";
import { query } from "./table.ts";

/** Source States of 2020 as printed on the State pages, against the cells of the workbook. */
const checkSameTraces = async (db: DuckDBConnection): Promise<Check> => {
  const rows = await query(
    db,
    `SELECT p.ref_area || ' from ' || p.origin_area AS place, p.obs_value = f.obs_value AS same
     FROM observations p LEFT JOIN observations f USING (ref_area, origin_area, time_period)
     WHERE p.dataset = 'US_ATF_PROFILES' AND p.breakdown = 'origin_area'
       AND f.dataset = 'US_ATF_FLOWS' ORDER BY place`,
  );
  const other = rows.filter((row) => row.same !== true);
  return {
    id: "atf-same-traces",
    stage: "check",
    status: other.length === 0 ? "PASS" : "WARNING",
    count: other.length === 0 ? rows.length : other.length,
    message:
      other.length === 0
        ? "All source-State rows of the State pages equal the cells of the workbook of that year: the same traces, never to be added."
        : "Source-State rows of the State pages that differ from the workbook of that year.",
    examples: examplesOf(other.map((row) => String(row.place))),
  };
};

/** Persons: men, women and unknown against the total, where men and women are given. */
const checkSexes = async (db: DuckDBConnection): Promise<Check> => {
  const groups = sexesSql(TABLES);
  const [counted] = await query(
    db,
    `SELECT count(*)::INTEGER AS n, (count(*) FILTER (differs))::INTEGER AS other
     FROM (${groups})`,
  );
  const other = Number(counted?.other ?? 0);
  const rows = await query(
    db,
    `SELECT place FROM (${groups}) WHERE differs ORDER BY place LIMIT 5`,
  );
  return {
    id: "sexes-add-up",
    stage: "check",
    status: other === 0 ? "PASS" : "WARNING",
    count: other === 0 ? Number(counted?.n ?? 0) : other,
    message:
      other === 0
        ? "Men, women and unknown add up to the total wherever all are given."
        : "Men, women and unknown do not add up to the total.",
    examples: examplesOf(rows.map((row) => String(row.place))),
  };
};

/** Flags that every run tells of, whatever the source; sources tell of their own. */
const DOUBTS = [
  "PARTS_LT_TOTAL",
  "PARTS_GT_TOTAL",
  "FALSE_ZERO_SUSPECT",
  "FALSE_ZERO_PROVED",
  "REVISED_LATER",
  "DROPPED_LATER",
  "COVERAGE_BREAK",
  "UNPUBLISHED",
  "TRANSCRIBED",
  "REKEYED_COPY",
] as const satisfies readonly Flag[];

const checkFlags = async (db: DuckDBConnection): Promise<Check[]> => {
  const checks: Check[] = [];
  for (const flag of DOUBTS) {
    const { count, examples } = await find(
      db,
      `list_contains(string_split(flags, '|'), '${flag}')`,
    );
    checks.push({
      id: `flag-${flag.toLowerCase().replaceAll("_", "-")}`,
      stage: "flag",
      status: count === 0 ? "PASS" : "WARNING",
      count,
      examples,
      ...flagWords(flag),
    });
  }
  return checks;
};

/**
 * Runs every rule on the tables `observations`, `codes` and `files`. A broken rule is FAIL (nothing may be
 * published); a known defect that is flagged is WARNING.
 */
export const checkAll = async (db: DuckDBConnection): Promise<Check[]> => {
  const rules: Check[] = [];
  for (const rule of tableRules(TABLES)) rules.push(await runRule(db, rule));
  return [...(await checkFlags(db)), ...rules, await checkSexes(db), await checkSameTraces(db)];
};

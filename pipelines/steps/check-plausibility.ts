import type { DuckDBConnection } from "@duckdb/node-api";
import { plausibilityRules } from "../../src/standard/checks/plausibility-rules.ts";
import { runRule, TABLES } from "./run-rule.ts";
import type { Check } from "./source.ts";

/** Values that cannot be (FAIL) and values that a person should look at (WARNING), of all datasets. */
export const checkPlausibility = async (db: DuckDBConnection): Promise<Check[]> => {
  const checks: Check[] = [];
  for (const rule of plausibilityRules(TABLES)) checks.push(await runRule(db, rule));
  return checks;
};

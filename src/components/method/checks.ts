import type { Check } from "../../standard/check.ts";

/** How many checks of a stage ended how. */
export interface StageCounts {
  readonly stage: Check["stage"];
  readonly counts: Readonly<Record<Check["status"], number>>;
}

const STAGES: readonly Check["stage"][] = ["read", "map", "flag", "check"];

/** How many of some checks ended how. */
export const outcomesOf = (checks: readonly Check[]): StageCounts["counts"] => {
  const count = (status: Check["status"]) =>
    checks.filter((check) => check.status === status).length;
  return { PASS: count("PASS"), WARNING: count("WARNING"), FAIL: count("FAIL") };
};

/** The checks counted by stage, in the order in which they run. */
export const stageCounts = (checks: readonly Check[]): StageCounts[] =>
  STAGES.map((stage) => ({
    stage,
    counts: outcomesOf(checks.filter((check) => check.stage === stage)),
  }));

import type { CodeListId } from "../standard/codelists/index.ts";

/** One place in a file where a rule is broken. */
export interface Finding {
  /** Line of the text file or row of the sheet, from 1; null where a finding is about several rows. */
  readonly line: number | null;
  /** Title of the column as the file has it, or the column of the standard; null for the whole row. */
  readonly column: string | null;
  readonly value: string | null;
  /** What is wrong and what is allowed, where it differs from finding to finding. */
  readonly message?: string;
  readonly allowed?: string;
}

/** Everything that one rule found in a file. */
export interface FindingGroup {
  /** Identifier of the rule; the pipelines use the same ones for the rules that are shared. */
  readonly rule: string;
  /** FAIL: the rows cannot be published as they stand. WARNING: a person should look. */
  readonly status: "FAIL" | "WARNING";
  /** How often the rule is broken, of which `findings` holds the first. */
  readonly count: number;
  readonly findings: readonly Finding[];
  /** The list that holds the codes that are allowed. */
  readonly codelist?: CodeListId;
}

/** Findings of one rule that are kept; all are counted. */
export const MAX_FINDINGS = 200;

/** A group of findings of which the first are kept. */
export const findingGroup = (
  rule: string,
  status: FindingGroup["status"],
  findings: readonly Finding[],
  count: number = findings.length,
): FindingGroup => ({ rule, status, count, findings: findings.slice(0, MAX_FINDINGS) });

/** Thrown when a file, a sheet or a saved mapping cannot be used at all. `reason` is a key of the words of findings. */
export class ReturnError extends Error {
  readonly reason: ReturnReason;
  /** What the words of the reason are about: a name, a number, a list. */
  readonly detail: string;

  constructor(reason: ReturnReason, detail = "") {
    super(detail === "" ? reason : `${reason}: ${detail}`);
    this.name = "ReturnError";
    this.reason = reason;
    this.detail = detail;
  }
}

export type ReturnReason =
  | "empty"
  | "no-header"
  | "too-many-columns"
  | "not-a-workbook"
  | "old-workbook"
  | "workbook-too-large"
  | "sheet-missing"
  | "sheet-empty"
  | "mapping-invalid"
  | "column-missing"
  | "portal-columns";

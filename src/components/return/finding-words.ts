import { reasonOf } from "../../engine/engine.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Finding, type FindingGroup, ReturnError } from "../../return/finding.ts";
import { codesOf } from "../../standard/observation.ts";
import type { ReturnStage } from "./state.ts";

/** Codes that are listed; of a longer list only its name is told. */
const LISTED = 40;

/** What a rule says of a file, in a sentence. */
export const messageOf = ({ rule }: FindingGroup, { m }: Speech): string => {
  const words: Readonly<Record<string, string>> = m.findings.rules;
  return words[rule] ?? rule;
};

/** What a finding may be instead: its own words, those of its rule, or the codes of the list. */
export const allowedOf = (
  { rule, codelist }: FindingGroup,
  { allowed }: Pick<Finding, "allowed">,
  { speech }: ReturnStage,
): string => {
  const { m } = speech;
  const byRule: Readonly<Record<string, string>> = m.findings.allowed;
  if (allowed !== undefined) return allowed;
  if (codelist === undefined) return byRule[rule] ?? "";
  if (codelist === "CL_AREA") return m.return.allowedAreas;
  const codes = codesOf(codelist).map(({ code }) => code);
  return codes.length > LISTED ? codelist : m.return.allowedCodes(codelist, codes.join(", "));
};

/** Why something could not be done, in a sentence. */
export const failureOf = (error: unknown, { m }: Speech): string =>
  error instanceof ReturnError ? m.findings.errors[error.reason](error.detail) : reasonOf(error);

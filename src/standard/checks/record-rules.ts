import type { Coverage } from "../aggregate.ts";
import type { Code } from "../code.ts";
import {
  CL_MARKING,
  CL_SEIZURE_PLACE,
  CL_TRACE_STATUS,
  CL_WEAPON_TYPE,
} from "../codelists/arms.ts";
import { RECORD_COLUMNS, type RECORD_DIMENSIONS } from "../records.ts";
import { quote } from "../sql.ts";

const LISTS: Readonly<Record<(typeof RECORD_DIMENSIONS)[number], readonly Code[]>> = {
  weapon_type: CL_WEAPON_TYPE.codes,
  marking: CL_MARKING.codes,
  seizure_place: CL_SEIZURE_PLACE.codes,
  trace_status: CL_TRACE_STATUS.codes,
};

/** Codes of a whole table, or of what cannot apply: no single arm or person has them. */
const NEVER_ONE: ReadonlySet<string> = new Set([
  "_T",
  "_Z",
  "TOTAL_REPORTED",
  "TRACED_TO_PURCHASER",
]);

/** The codes of a list that a single arm or person can have: no total, no subtotal. */
export const codesOfOne = <C extends string>(codes: readonly Code<C>[]): Code<C>[] => {
  const parents = new Set<string | undefined>(codes.map(({ parent }) => parent));
  return codes.filter(({ code }) => !parents.has(code) && !NEVER_ONE.has(code));
};

/** The codes of a dimension that a single arm can have. */
export const codesOfOneArm = (dimension: keyof typeof LISTS): string[] =>
  codesOfOne(LISTS[dimension]).map(({ code }) => code);

/** A rule on single records: rows that `where` selects break it. */
export interface RecordRule {
  readonly id: string;
  readonly message: string;
  readonly where: string;
}

const wholeCodes = (dimension: keyof typeof LISTS): string => {
  const single = new Set(codesOfOneArm(dimension));
  const whole = LISTS[dimension].filter(({ code }) => !single.has(code));
  return `${dimension} IN (${whole.map(({ code }) => quote(code)).join(", ")})`;
};

const personCode = (column: "sex" | "age", list: string): string =>
  `${column} = '_T' OR ${column} NOT IN (SELECT code FROM codes WHERE codelist = '${list}')`;

/**
 * What the checks of the table cannot see in a record-level return: rules on table or view `records` with
 * RECORD_COLUMNS, beside `codes`. A broken rule is FAIL.
 */
export const recordRules = ({ from, to }: Coverage): readonly RecordRule[] => [
  {
    id: "records-complete",
    message: "Records with an empty cell. Unknown is a code (_U), not an empty cell.",
    where: RECORD_COLUMNS.filter(({ name }) => name !== "arms")
      .map(({ name }) => `${name} IS NULL`)
      .join(" OR "),
  },
  {
    id: "records-one-arm",
    message: "Records with the code of a total or a subtotal, which no single arm has.",
    where: Object.keys(LISTS)
      .map((dimension) => wholeCodes(dimension as keyof typeof LISTS))
      .join(" OR "),
  },
  {
    id: "records-arms",
    message: "Records that stand for no arm. What was not seized has no record.",
    where: "arms = 0",
  },
  {
    id: "records-person",
    message: "Records whose sex or age is no code of one person, or of which only one is _Z.",
    where: `${personCode("sex", "CL_SEX")} OR ${personCode("age", "CL_AGE")} OR
      (sex = '_Z') <> (age = '_Z')`,
  },
  {
    id: "records-month",
    message: `Records whose month is not one from ${from} to ${to}, which the return covers.`,
    where: `NOT regexp_full_match(month, '[0-9]{4}-(0[1-9]|1[0-2])') OR
      month < ${quote(from)} OR month > ${quote(to)}`,
  },
];

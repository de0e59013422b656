import type { DuckDBConnection } from "@duckdb/node-api";
import type { Code } from "../../src/standard/code.ts";
import {
  CL_MARKING,
  CL_SEIZURE_PLACE,
  CL_TRACE_STATUS,
  CL_WEAPON_TYPE,
} from "../../src/standard/codelists/arms.ts";
import type { Coverage } from "./aggregate.ts";
import { RECORD_COLUMNS, type RECORD_DIMENSIONS } from "./records.ts";
import { type Check, examplesOf } from "./source.ts";
import { query, quote } from "./table.ts";

const LISTS: Readonly<Record<(typeof RECORD_DIMENSIONS)[number], readonly Code[]>> = {
  weapon_type: CL_WEAPON_TYPE.codes,
  marking: CL_MARKING.codes,
  seizure_place: CL_SEIZURE_PLACE.codes,
  trace_status: CL_TRACE_STATUS.codes,
};

/** Codes of a whole table, or of what cannot apply: no single arm has them. */
const NEVER_ONE_ARM: ReadonlySet<string> = new Set([
  "_T",
  "_Z",
  "TOTAL_REPORTED",
  "TRACED_TO_PURCHASER",
]);

/** The codes of a dimension that a single arm can have: no total, no subtotal. */
export const codesOfOneArm = (dimension: keyof typeof LISTS): string[] => {
  const codes = LISTS[dimension];
  const parents = new Set(codes.map(({ parent }) => parent));
  return codes
    .map(({ code }) => code)
    .filter((code) => !parents.has(code) && !NEVER_ONE_ARM.has(code));
};

interface Rule {
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

const rules = ({ from, to }: Coverage): readonly Rule[] => [
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

const PLACE = `coalesce(release, '(empty)') || ' record ' || coalesce(record, '(empty)')`;

/**
 * What the checks of the table cannot see in a record-level return: rules on table or view `records` with
 * RECORD_COLUMNS, beside `codes`. Values, codes and keys are checked on the same records as observations
 * (`recordObservationsSql`). A broken rule is FAIL.
 */
export const checkRecords = async (db: DuckDBConnection, coverage: Coverage): Promise<Check[]> => {
  const checks: Check[] = [];
  for (const { id, message, where } of rules(coverage)) {
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

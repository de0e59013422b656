import { InputError, problemLog } from "../../src/standard/problem.ts";
import { groupBy } from "../../src/standard/rows.ts";
import { type Check, examplesOf } from "../steps/source.ts";
import { PRINTED_TOTALS } from "./br-rj-isp-columns.ts";
import type { PrecinctMonth } from "./br-rj-isp-read.ts";

/** How many of the printed totals may be wrong before the columns are not what their names say. */
const TOLERATED_SHARE = 0.01;

/** `2007-12` to `2008-01`. */
const monthAfter = (month: string): string => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
};

const monthsBetween = (first: string, last: string): string[] => {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
};

/**
 * The months of the file in order. Throws InputError when rows are missing: a month without any row between the
 * first and the last, a precinct without a row in a month between its own first and last, and a precinct of the
 * precinct table that is not there, or not up to the end. The check names the precincts that the table does not
 * have, and those that begin late or end early.
 */
export const checkCoverage = (
  file: string,
  rows: readonly PrecinctMonth[],
  known: ReadonlySet<string>,
): { readonly months: readonly string[]; readonly check: Check } => {
  const problems = problemLog(file);
  const present = [...new Set(rows.map(({ month }) => month))].sort();
  const [first = "", last = ""] = [present[0], present.at(-1)];
  const months = monthsBetween(first, last);
  const missing = (message: string, value: string): void =>
    problems.add({ column: "cisp", value, message, allowed: "a row for every month" });
  for (const month of months.filter((one) => !present.includes(one))) {
    problems.add({ column: "mes", value: month, message: "has no row in the whole file" });
  }
  const precincts = groupBy(rows, ({ precinct }) => precinct);
  for (const precinct of known) {
    if (!precincts.has(precinct)) missing("is in the precinct table and has no row", precinct);
  }
  const notes: string[] = [];
  for (const [precinct, own] of precincts) {
    const held = own.map(({ month }) => month).sort();
    const [begin = "", end = ""] = [held[0], held.at(-1)];
    if (held.length < monthsBetween(begin, end).length) {
      const gap = monthsBetween(begin, end).find((month) => !held.includes(month));
      missing(`is a precinct without a row in ${gap}`, precinct);
    }
    if (end < last && known.has(precinct)) {
      missing(`is a precinct whose rows end in ${end}, before ${last}`, precinct);
    }
    if (known.has(precinct) && begin === first) continue;
    const table = known.has(precinct) ? "" : ", not in the precinct table";
    notes.push(`${file}: precinct ${precinct}, ${begin} to ${end}${table}`);
  }
  problems.stopIfAny();
  return {
    months,
    check: {
      id: "rj-precincts",
      stage: "read",
      status: notes.length === 0 ? "PASS" : "WARNING",
      count: notes.length === 0 ? precincts.size : notes.length,
      message:
        notes.length === 0
          ? "All precincts are in the precinct table and have a row in every month."
          : "Precincts that the precinct table does not have, or that begin after the first month. They are counted.",
      examples: examplesOf(notes),
    },
  };
};

/** A printed total that its parts do not add up to. */
export interface WrongTotal {
  readonly line: number;
  readonly month: string;
  readonly column: string;
  readonly printed: number;
  readonly sum: number;
}

/** Printed totals that are not the sum of the parts of their row; rows with a blank are not compared. */
const wrongTotals = ({ line, month, counts }: PrecinctMonth): WrongTotal[] =>
  PRINTED_TOTALS.flatMap(({ total, parts }) => {
    const printed = counts[total] ?? null;
    const given = parts.map((part) => counts[part] ?? null).filter((count) => count !== null);
    const sum = given.reduce((all, count) => all + count, 0);
    if (printed === null || given.length < parts.length || printed === sum) return [];
    return { line, month, column: total, printed, sum };
  });

/**
 * The rows with each wrong printed total replaced by the sum of its parts, and what was wrong. Throws InputError
 * when more than one row in a hundred is: then columns are swapped or shifted.
 */
export const correctTotals = (
  file: string,
  rows: readonly PrecinctMonth[],
): {
  readonly rows: readonly PrecinctMonth[];
  readonly wrong: readonly WrongTotal[];
  readonly check: Check;
} => {
  const found = rows.map((row) => ({ row, wrong: wrongTotals(row) }));
  const wrong = found.flatMap((entry) => entry.wrong);
  if (found.filter((entry) => entry.wrong.length > 0).length > rows.length * TOLERATED_SHARE) {
    throw new InputError(
      wrong.slice(0, 5).map(({ line, column, printed, sum }) => ({
        file,
        row: line,
        column,
        value: printed,
        message: `is not the sum of its parts, as in ${wrong.length} cells; are columns swapped or shifted?`,
        allowed: String(sum),
      })),
    );
  }
  const corrected = found.map(({ row, wrong: own }) =>
    own.length === 0
      ? row
      : {
          ...row,
          counts: {
            ...row.counts,
            ...Object.fromEntries(own.map(({ column, sum }) => [column, sum])),
          },
        },
  );
  return {
    rows: corrected,
    wrong,
    check: {
      id: "rj-printed-totals",
      stage: "read",
      status: wrong.length === 0 ? "PASS" : "WARNING",
      count: wrong.length === 0 ? rows.length : wrong.length,
      message:
        wrong.length === 0
          ? "Firearm types, explosives and replicas add up to their printed totals in every row."
          : "Printed totals that are not the sum of their parts; the parts are used.",
      examples: examplesOf(
        wrong.map(
          ({ line, column, printed, sum }) =>
            `${file} row ${line}: ${column} ${printed} instead of ${sum}`,
        ),
      ),
    },
  };
};

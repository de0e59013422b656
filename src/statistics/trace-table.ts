import { groupBy } from "./cell.ts";
import { areaYear, exactSum, type SourceCell } from "./source-cell.ts";

/** Arms whose point of diversion was established: the numerator of the 16.4.2 rule. */
export const TRACED: ReadonlySet<string> = new Set([
  "ILLEGIT_OWNER_NATIONAL",
  "ILLEGIT_OWNER_FOREIGN",
  "DIVERSION_OTHERWISE",
]);

/** Arms that could have been traced: the denominator of the 16.4.2 rule. */
export const TRACEABLE: ReadonlySet<string> = new Set([
  ...TRACED,
  "ATTEMPTED_NO_DIVERSION",
  "PENDING",
  "NOT_INITIATED",
  "_U",
]);

export const LEGIT = "LEGIT_OWNER_NATIONAL";

/** Arms that nothing identifies; outside the rule. */
export const NOT_IDENTIFIABLE: ReadonlySet<string> = new Set([
  "NOT_ID_ERASED",
  "NOT_ID_ILLICIT_MANUFACTURE",
  "NOT_ID_NO_INFORMATION",
]);

/** The eleven exclusive lines of the tracing table. */
export const TRACE_PARTS: ReadonlySet<string> = new Set([LEGIT, ...TRACEABLE, ...NOT_IDENTIFIABLE]);

/** The State's own subtotals; with the arms of unknown marking they make up the total. */
const SUBTOTALS: ReadonlySet<string> = new Set([
  "IDENTIFIABLE_TOTAL",
  "NOT_IDENTIFIABLE_TOTAL",
  "_U",
]);

/** Cells whose code is in a set. */
export const ofCodes = <T extends SourceCell>(
  cells: readonly T[],
  codes: ReadonlySet<string>,
): T[] => cells.filter((cell) => codes.has(cell.code));

/** How many arms a tracing table covers, and which cells say so. */
export interface TraceTotal {
  /** Null where a cell of the table has no value. */
  readonly value: number | null;
  readonly basis: "TOTAL" | "SUBTOTALS" | "PARTS";
  readonly cells: readonly SourceCell[];
}

/**
 * All arms of one tracing table (one indicator, area and year): the total line, or the subtotals with the unknown,
 * or the sum of the eleven parts, whichever is largest; the first of them where they agree. A State may write a
 * total without parts, or parts above its total; the whole is never smaller than what it holds.
 */
export const traceTotal = (table: readonly SourceCell[]): TraceTotal => {
  const candidates = (
    [
      ["TOTAL", table.filter((cell) => cell.code === "TOTAL_REPORTED")],
      ["SUBTOTALS", ofCodes(table, SUBTOTALS)],
      ["PARTS", ofCodes(table, TRACE_PARTS)],
    ] as const
  ).map(([basis, cells]): TraceTotal => ({ basis, cells, value: exactSum(cells) }));
  const unknown = candidates.find((candidate) => candidate.value === null);
  if (unknown !== undefined) return unknown;
  return candidates.reduce((best, next) =>
    (next.value ?? 0) > (best.value ?? 0) || best.cells.length === 0 ? next : best,
  );
};

/** Cells by area and year, in order of first appearance. */
export const byAreaYear = (cells: readonly SourceCell[]): SourceCell[][] => [
  ...groupBy(cells, areaYear).values(),
];

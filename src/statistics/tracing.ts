import { groupBy } from "./cell.ts";
import { type AreaRatio, ratioOf } from "./ratio.ts";
import { areaYear, exactSum, type SourceCell } from "./source-cell.ts";
import { byAreaYear, ofCodes, TRACED, traceTotal } from "./trace-table.ts";

/**
 * 100 × N of the 16.4.2 rule / all arms of the tracing table ({@link traceTotal}), of each area and year.
 * `cells` are tracing results of one indicator. Null where the table is empty or an input has no value.
 */
export const tracedShares = (cells: readonly SourceCell[]): AreaRatio[] =>
  byAreaYear(cells).flatMap((table) => {
    const [first] = table;
    if (first === undefined) return [];
    const traced = ofCodes(table, TRACED);
    const total = traceTotal(table);
    const used = [...new Set([...traced, ...total.cells])];
    const numeratorAbsent = traced.length === 0;
    return [ratioOf(first, exactSum(traced), total.value, { cells: used, numeratorAbsent })];
  });

const UNKNOWN: ReadonlySet<string> = new Set(["_U"]);

/**
 * 100 × uniquely marked / (uniquely marked + altered + not marked, WITH the unknown or WITHOUT), of each area and
 * year. `parts` are the four categories of the marking table of one indicator; its own sum is the denominator. A
 * table that gives other categories and none uniquely marked has 0 of them, which is noted.
 */
export const markedShares = (
  parts: readonly SourceCell[],
  residual: "WITH" | "WITHOUT",
): AreaRatio[] =>
  byAreaYear(parts).flatMap((table) => {
    const [first] = table;
    if (first === undefined) return [];
    const kept = table.filter((cell) => residual === "WITH" || !UNKNOWN.has(cell.code));
    const marked = kept.filter((cell) => cell.code === "UNIQUELY_MARKED");
    const numeratorAbsent = marked.length === 0;
    return [ratioOf(first, exactSum(marked), exactSum(kept), { cells: kept, numeratorAbsent })];
  });

/**
 * Arms seized / seizure cases of each area and year with a headline of arms seized. Null where the cases are 0 or
 * not given.
 */
export const armsPerCase = (
  arms: readonly SourceCell[],
  cases: readonly SourceCell[],
): AreaRatio[] => {
  const casesOf = groupBy(cases, areaYear);
  return arms.map((cell) => {
    const given = casesOf.get(areaYear(cell)) ?? [];
    const d = given.length === 0 ? null : exactSum(given);
    return ratioOf(cell, cell.value, d, { cells: [cell, ...given], per: 1 });
  });
};

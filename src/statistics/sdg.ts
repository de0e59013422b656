import type { IndicatorId } from "../standard/codelists/indicator.ts";
import { groupBy } from "./cell.ts";
import { type AreaRatio, ratioOf } from "./ratio.ts";
import { exactSum, type SourceCell } from "./source-cell.ts";
import { byAreaYear, ofCodes, TRACEABLE, TRACED, traceTotal } from "./trace-table.ts";

/** The three ways in which authorities take in arms; the rule uses the first only. */
export const ACQUISITIONS: readonly IndicatorId[] = [
  "ARMS_SEIZED",
  "ARMS_FOUND",
  "ARMS_SURRENDERED",
];

/** Which rows a form of the rule counts. */
export interface RuleForm {
  readonly indicators: readonly IndicatorId[];
  readonly numerator: ReadonlySet<string>;
  readonly denominator: ReadonlySet<string>;
}

/** The rule as worked out from the published values. */
export const RULE: RuleForm = {
  indicators: ["ARMS_SEIZED"],
  numerator: TRACED,
  denominator: TRACEABLE,
};

/**
 * 100 × N / D of each area and year that has a tracing row of the form's indicators: N and D are the sums of the
 * form's codes, absent categories counting as 0. Null where D is 0 or an input has no value. The inputs of a table
 * without any of these codes are all its rows: they show that there is nothing to count.
 */
export const sdgByForm = (cells: readonly SourceCell[], form: RuleForm): AreaRatio[] =>
  byAreaYear(cells.filter((cell) => form.indicators.includes(cell.indicator))).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const counted = ofCodes(group, form.denominator);
    const traced = ofCodes(counted, form.numerator);
    return [
      ratioOf(first, exactSum(traced), exactSum(counted), {
        cells: counted.length > 0 ? counted : group,
        numeratorAbsent: traced.length === 0,
      }),
    ];
  });

/**
 * 16.4.2 by the rule that the published values follow, per area and year, in percent: N = arms seized traced to an
 * illegitimate owner or with a point of diversion otherwise identified; D = N + tracing attempted, pending, not
 * initiated, marking unknown. `cells` are tracing results (dimension trace_status) of one release.
 */
export const sdgByRule = (cells: readonly SourceCell[]): AreaRatio[] => sdgByForm(cells, RULE);

/**
 * 16.4.2 by the wording of the metadata, per area and year, in percent: N as in the rule and D = all arms of the
 * tracing tables ({@link traceTotal}), both summed over arms seized, found and surrendered. An approximation: the
 * source does not separate criminal from administrative seizures.
 */
export const sdgByWording = (cells: readonly SourceCell[]): AreaRatio[] =>
  byAreaYear(cells.filter((cell) => ACQUISITIONS.includes(cell.indicator))).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const totals = [...groupBy(group, (cell) => cell.indicator).values()].map(traceTotal);
    const traced = ofCodes(group, TRACED);
    const d = totals.reduce<number | null>(
      (sum, { value }) => (sum === null || value === null ? null : sum + value),
      0,
    );
    const used = [...new Set([...traced, ...totals.flatMap((total) => total.cells)])];
    const numeratorAbsent = traced.length === 0;
    return [ratioOf(first, exactSum(traced), d, { cells: used, numeratorAbsent })];
  });

import type { Observation } from "../observation.ts";
import { groupBy, splitFlags } from "../rows.ts";

/** What of an observation tells whether its numbers agree with the others. */
export type PartRow = Pick<
  Observation,
  | "release"
  | "indicator"
  | "freq"
  | "ref_area"
  | "time_period"
  | "unit_measure"
  | "obs_value"
  | "breakdown"
  | "additivity"
  | "flags"
> & { readonly dataset: string };

/** Breakdowns whose declared total is the headline, because the source has no total line inside. */
const AGAINST_HEADLINE: ReadonlySet<string> = new Set(["weapon_type", "sex"]);

/** Sums of published fractions differ from published totals by this much without meaning anything. */
const ROUNDING = 1e-6;

const seriesOf = (row: PartRow): string =>
  [
    row.dataset,
    row.release,
    row.indicator,
    row.freq,
    row.ref_area,
    row.time_period,
    row.unit_measure,
  ].join("|");

const isPart = (row: PartRow): boolean => row.additivity === "PART";
const isTotal = (row: PartRow): boolean => row.additivity === "TOTAL";

type PartsFlag = "PARTS_LT_TOTAL" | "PARTS_GT_TOTAL";

const compare = (parts: readonly PartRow[], total: PartRow): PartsFlag | undefined => {
  const values = parts.map((part) => part.obs_value);
  if (values.length === 0 || values.includes(null) || total.obs_value === null) return undefined;
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
  if (Math.abs(sum - total.obs_value) < ROUNDING) return undefined;
  return sum < total.obs_value ? "PARTS_LT_TOTAL" : "PARTS_GT_TOTAL";
};

/**
 * The parts of a breakdown (and the total line inside it) that add up to less or more than
 * the declared total: the total line of the breakdown, or the headline for weapon type and sex.
 * Totals that we derived, ambiguous totals and parts without a value are not compared.
 */
export const partsAgainstTotals = <R extends PartRow>(rows: Iterable<R>): Map<R, PartsFlag> => {
  const found = new Map<R, PartsFlag>();
  for (const series of groupBy(rows, seriesOf).values()) {
    const headline = series.find((row) => row.breakdown === "_T");
    for (const [name, members] of groupBy(series, (row) => row.breakdown)) {
      if (name === "_T") continue;
      const inner = members.find(isTotal);
      const total = inner ?? (AGAINST_HEADLINE.has(name) ? headline : undefined);
      if (total === undefined || /DERIVED|AMBIGUOUS_TOTAL/.test(total.flags)) continue;
      const flag = compare(members.filter(isPart), total);
      if (flag === undefined) continue;
      for (const row of members) if (isPart(row) || row === inner) found.set(row, flag);
    }
  }
  return found;
};

/**
 * Zero totals of a questionnaire that no positive number supports: for a total line inside a
 * breakdown, no positive row of that breakdown; for a headline, none in the whole series. `isQuestionnaire` says of
 * a row whether a blank of its source may have become a zero.
 */
export const zerosWithoutParts = <R extends PartRow>(
  rows: readonly R[],
  isQuestionnaire: (row: R) => boolean,
): Set<R> => {
  const groups = groupBy(rows, seriesOf);
  const found = rows.filter((row) => {
    if (!isQuestionnaire(row) || !isTotal(row) || row.obs_value !== 0) return false;
    if (splitFlags(row.flags).includes("DERIVED")) return false;
    return !(groups.get(seriesOf(row)) ?? []).some(
      (other) =>
        (other.obs_value ?? 0) > 0 && (row.breakdown === "_T" || other.breakdown === row.breakdown),
    );
  });
  return new Set(found);
};

import type { Observation } from "../../src/standard/observation.ts";
import { type Flag, groupBy, splitFlags, withFlags } from "./observation.ts";

/** Breakdowns whose declared total is the headline, because the source has no total line inside. */
const AGAINST_HEADLINE: ReadonlySet<string> = new Set(["weapon_type", "sex"]);

const seriesOf = (row: Observation): string =>
  [
    row.dataset,
    row.release,
    row.indicator,
    row.freq,
    row.ref_area,
    row.time_period,
    row.unit_measure,
  ].join("|");

/** Sums of published fractions differ from published totals by this much without meaning anything. */
const ROUNDING = 1e-6;

/** Datasets of returns in which a blank may have become a zero. */
const FILLED_IN: ReadonlySet<string> = new Set(["UNODC_IAFQ"]);

const isPart = (row: Observation): boolean => row.additivity === "PART";
const isTotal = (row: Observation): boolean => row.additivity === "TOTAL";

const compare = (parts: readonly Observation[], total: Observation): Flag | undefined => {
  const values = parts.map((part) => part.obs_value);
  if (values.length === 0 || values.includes(null) || total.obs_value === null) return undefined;
  const sum = values.reduce<number>((all, value) => all + (value ?? 0), 0);
  if (Math.abs(sum - total.obs_value) < ROUNDING) return undefined;
  return sum < total.obs_value ? "PARTS_LT_TOTAL" : "PARTS_GT_TOTAL";
};

/**
 * Flags the parts of a breakdown (and the total line inside it) that add up to less or more than
 * the declared total: the total line of the breakdown, or the headline for weapon type and sex.
 * Totals that we derived, ambiguous totals and parts without a value are not compared.
 */
const flagParts = (rows: readonly Observation[]): Observation[] => {
  const found = new Map<Observation, Flag>();
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
  return rows.map((row) => {
    const flag = found.get(row);
    return flag === undefined ? row : withFlags(row, flag);
  });
};

/**
 * Flags zero totals of a questionnaire that no positive number supports: for a total line inside a
 * breakdown, no positive row of that breakdown; for a headline, none in the whole series.
 */
const flagFalseZeros = (rows: readonly Observation[]): Observation[] => {
  const groups = groupBy(rows, seriesOf);
  return rows.map((row) => {
    if (!FILLED_IN.has(row.dataset)) return row;
    if (!isTotal(row) || row.obs_value !== 0 || splitFlags(row.flags).includes("DERIVED")) {
      return row;
    }
    const series = groups.get(seriesOf(row)) ?? [];
    const supported = series.some(
      (other) =>
        (other.obs_value ?? 0) > 0 && (row.breakdown === "_T" || other.breakdown === row.breakdown),
    );
    return supported ? row : withFlags(row, "FALSE_ZERO_SUSPECT");
  });
};

/** All flags that follow from the numbers alone, whatever their source. */
export const flagAll = (rows: readonly Observation[]): Observation[] =>
  flagFalseZeros(flagParts(rows));

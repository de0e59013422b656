import type { Explanation } from "../standard/figure.ts";
import { type Span, yearsOf } from "./cell.ts";
import type { AreaRatio } from "./ratio.ts";
import type { Case } from "./sdg-case.ts";
import type { OfficialMatch } from "./sdg-official.ts";
import {
  changedCategories,
  changedDigit,
  completedTables,
  olderReleases,
  oneYearOnly,
  otherYears,
  type Trials,
} from "./sdg-trials.ts";

/** Half of the last decimal that the custodians publish. */
const ROUNDING = 0.005;
const EPSILON = 1e-9;

/** Why a published value is not that of the rule, as far as the numbers tell. */
export interface Finding {
  readonly code: Explanation;
  /** `key=value; key=value`, checkable against the release. */
  readonly evidence: string;
}

export interface Explained extends Finding {
  readonly match: OfficialMatch;
  /** Further findings that hold as well. At most one of rival candidates can be right. */
  readonly also: readonly Finding[];
  /** Values computed in the search: with many, one may match by chance. */
  readonly tried: number;
}

/** Exactly 0 and 100 are too common to be evidence. */
const tells = (value: number): boolean => value > 0 && value < 100;

const matching = ({ code, trials }: Trials, target: number): Finding[] => {
  const hit = trials.find(({ value }) => Math.abs(value - target) <= ROUNDING + EPSILON);
  return hit === undefined || !tells(target) ? [] : [{ code, evidence: hit.evidence }];
};

/** Bounds of a year's ratio so that the mean over the window rounds to the published value. */
const needed = (
  { span, official }: OfficialMatch,
  others: readonly number[],
): { low: number; high: number } => {
  const count = yearsOf(span).length;
  const rest = others.reduce((sum, value) => sum + value, 0);
  const bound = (side: number): number => count * (official.value + side * ROUNDING) - rest;
  return { low: bound(-1) - EPSILON, high: bound(1) + EPSILON };
};

const ratioIn = (years: readonly AreaRatio[], year: number): number | null =>
  years.find((ratio) => ratio.year === year)?.value ?? null;

const isPercent = (low: number, high: number): boolean => high >= 0 && low <= 100;

/**
 * Two missed values of one area whose windows share a year: would one and the same ratio of that year, the other
 * years standing, give both? Points to a return revised after the release.
 */
export const sharedYear = ({ match, years, neighbours }: Case): Finding[] =>
  neighbours.flatMap((other) => {
    const shared = yearsOf(match.span).filter((year) => yearsOf(other.span).includes(year));
    const [year] = shared;
    if (year === undefined || shared.length !== 1) return [];
    const bounds = [match, other].map((one) => {
      const rest = yearsOf(one.span).flatMap((each) =>
        each === year ? [] : [ratioIn(years, each)],
      );
      const known = rest.filter((value) => value !== null);
      return rest.length === 0 || known.length < rest.length ? null : needed(one, known);
    });
    const [here, there] = bounds;
    if (here === null || there === null || here === undefined || there === undefined) return [];
    const low = Math.max(here.low, there.low);
    const high = Math.min(here.high, there.high);
    if (low > high || !isPercent(low, high)) return [];
    const evidence = `${year}=${((low + high) / 2).toFixed(2)} instead of ${ratioIn(years, year)?.toFixed(2) ?? "none"}; also gives=${other.official.label}`;
    return [{ code: "ARITHMETIC_CANDIDATE_SHARED_YEAR", evidence }];
  });

/**
 * One year of the window has no ratio in the release: the ratio that it would need, where that lies between 0 and
 * 100. With the known year as it stands, else with its table completed. Possible, not proved.
 */
export const incompleteWindow = ({ match, years, completed }: Case): Finding[] => {
  const span: Span = match.span;
  const missing = yearsOf(span).filter((year) => ratioIn(years, year) === null);
  const [lacking] = missing;
  if (lacking === undefined || missing.length !== 1 || span.from === span.to) return [];
  const known = [...years, ...completed].filter(
    (ratio) => ratio.value !== null && ratio.year >= span.from && ratio.year <= span.to,
  );
  return known
    .filter((ratio) => ratio.year !== lacking)
    .flatMap((ratio): Finding[] => {
      const { low, high } = needed(match, [ratio.value ?? 0]);
      if (!isPercent(low, high)) return [];
      const basis = completed.find((other) => other === ratio)?.basis ?? "TABLE";
      const ratioNeeded = Math.min(100, Math.max(0, (low + high) / 2)).toFixed(2);
      const evidence = `${ratio.year}=${ratio.n}/${ratio.d} ${basis}; ${lacking} would need=${ratioNeeded}`;
      return [{ code: "WINDOW_INCOMPLETE", evidence }];
    })
    .slice(0, 1);
};

const otherSource = ({ match: { official } }: Case): Finding[] =>
  official.source === "IAFQ"
    ? []
    : [{ code: "OTHER_SOURCE", evidence: `source=${official.source}` }];

const REASONS = ["INPUT_WITHOUT_VALUE", "DENOMINATOR_ZERO", "NOT_IN_RELEASE"] as const;

const isReason = (note: string): note is (typeof REASONS)[number] =>
  REASONS.some((reason) => reason === note);

const untestable = ({ match, tracing }: Case): Finding[] => {
  const { official, recomputed, outcome, span } = match;
  if (outcome !== "UNTESTABLE") return [];
  const rows = tracing.filter((cell) => cell.year >= span.from && cell.year <= span.to);
  const evidence = `tracing rows=${rows.length}`;
  const reason = recomputed.notes.find(isReason);
  if (reason === undefined) {
    throw new Error(`${official.area} ${official.label}: untestable without a reason.`);
  }
  return [{ code: reason, evidence }];
};

/**
 * Looks for what explains a published value that the rule misses or cannot test. First what is certain (another
 * source, an older release, no data in this one), then other matches of the published value within its rounding, in
 * the order of the trials below, then what is merely possible. The first finding is the explanation, the others are
 * kept beside it.
 */
export const explain = (one: Case): Explained => {
  const target = one.match.official.value;
  const older = olderReleases(one);
  const strong = [oneYearOnly, completedTables, otherYears].map((trial) => trial(one));
  const weak = [changedDigit, changedCategories].map((trial) => trial(one));
  const findings = [
    ...otherSource(one),
    ...matching(older, target),
    ...untestable(one),
    ...strong.flatMap((trials) => matching(trials, target)),
    ...sharedYear(one),
    ...incompleteWindow(one),
    ...weak.flatMap((trials) => matching(trials, target)),
  ];
  const [first = { code: "UNEXPLAINED" as const, evidence: "" }, ...also] = findings;
  const tried = [older, ...strong, ...weak].reduce((sum, { trials }) => sum + trials.length, 0);
  return { match: one.match, ...first, also, tried: tried + one.neighbours.length };
};

import type { History } from "../../build/revisions.ts";
import { type Held, revisionOf } from "../../statistics/revisions.ts";

/** Totals of one kind and how many of them are zero, release by release. */
export interface ZeroCount {
  readonly code: ZeroCode;
  readonly releases: readonly { readonly zeros: number; readonly totals: number }[];
  /** Of the zeros of the release that has most: those without a row in the release before. */
  readonly appeared: number;
  /** Of the same zeros: those that the next release dropped or changed. */
  readonly takenBack: number;
}

/** The totals in which zeros came and went: persons, and arms by place or tracing. */
export const ZERO_CODES = [
  "PERSONS_ARRESTED",
  "PERSONS_PROSECUTED",
  "PERSONS_CONVICTED",
  "PERSONS_TARGETED",
  "ARMS_FOUND",
  "ARMS_SURRENDERED",
  "ARMS_SEIZED",
] as const;

export type ZeroCode = (typeof ZERO_CODES)[number];

const LOCATED = new Set(["seizure_place", "trace_status"]);

/** Headline totals of persons; of arms the totals by place and by tracing, which the source prints in one table. */
const isTotalOf = (code: ZeroCode, { indicator, codes, additivity }: History): boolean => {
  if (indicator !== code || additivity !== "TOTAL") return false;
  const [first] = codes;
  return code.startsWith("PERSONS_") ? first === undefined : LOCATED.has(first?.[0] ?? "");
};

const isZero = (held: Held): boolean => held?.value === 0;

/** The release with most zeros among these totals; the first of several. */
export const worstRelease = (histories: readonly History[]): number => {
  const totals = histories.filter((history) => ZERO_CODES.some((code) => isTotalOf(code, history)));
  const counts = (histories[0]?.held ?? []).map(
    (_, at) => totals.filter(({ held }) => isZero(held[at])).length,
  );
  return counts.indexOf(Math.max(...counts));
};

/** Zero totals and all totals of each kind in each release. */
export const zeroCounts = (histories: readonly History[]): ZeroCount[] => {
  const worst = worstRelease(histories);
  return ZERO_CODES.map((code) => {
    const totals = histories.filter((history) => isTotalOf(code, history));
    const zeros = totals.filter(({ held }) => isZero(held[worst]));
    const count = (test: (held: readonly Held[]) => boolean): number =>
      zeros.filter(({ held }) => test(held)).length;
    return {
      code,
      releases: (histories[0]?.held ?? []).map((_, at) => ({
        zeros: totals.filter(({ held }) => isZero(held[at])).length,
        totals: totals.filter(({ held }) => held[at] !== undefined).length,
      })),
      appeared: count((held) => held[worst - 1] === undefined),
      takenBack: count((held) => revisionOf(held[worst], held[worst + 1]) !== "same"),
    };
  });
};

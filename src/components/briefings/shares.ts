import type { Speech } from "../../i18n/locales.ts";
import { type Ask, said } from "../../i18n/said.ts";
import { groupBy, isReported } from "../../statistics/cell.ts";
import type { Answer } from "../../view/answer.ts";

/** A share by both methods, each number with its question. */
export interface BothShares {
  readonly code: string;
  readonly mean: string;
  readonly pooled: string;
  /** States behind it, printed and counted. */
  readonly states: string;
  readonly count: number;
}

/** The codes that make up the whole of an answer, and the areas behind it. */
const wholeOf = ({ whole, view }: Answer) => ({
  codes: [...groupBy(whole.filter(isReported), (cell) => cell.code).keys()].sort(),
  areas: [...view.areas].sort(),
});

/**
 * The largest share of an answer that weights States equally, and the same category pooled; undefined where nothing is
 * left to divide by. The answer's view has the measure "share" and the weight "mean".
 */
export const largestShares = (answer: Answer, { f }: Speech): BothShares | undefined => {
  const { view, shares, otherShares } = answer;
  const [top] = [...(shares?.shares ?? [])].sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const pooled = otherShares?.shares.find((entry) => entry.code === top?.code)?.share;
  if (top === undefined || typeof top.share !== "number" || typeof pooled !== "number")
    return undefined;
  const { codes, areas } = wholeOf(answer);
  const ask = (kind: Ask["kind"]): Ask => ({
    kind,
    dataset: view.dataset,
    indicator: view.indicator,
    areas,
    from: view.from,
    to: view.to,
    by: view.by,
    codes: [top.code],
    of: codes,
  });
  const count = shares?.areas.length ?? 0;
  return {
    code: top.code,
    mean: said(f.percent(top.share), ask("mean")),
    pooled: said(f.percent(pooled), ask("share")),
    states: said(f.number(count), ask("whole")),
    count,
  };
};

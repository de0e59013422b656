import { codelistOf, labelOf } from "../../../i18n/labels.ts";
import { saidZero } from "../../../i18n/said.ts";
import { codesOf } from "../../../standard/observation.ts";
import { MEAN_SHARES, RESIDUAL } from "../../../view/view.ts";
import { breakdownFigure } from "../../figures/answer-figures.ts";
import { askOf, type Context, spanIn, type Themed } from "../context.ts";
import type { Theme } from "../request.ts";
import { largestShares } from "../shares.ts";

type Shared = "weapon_type" | "marking" | "seizure_place" | "condition";

/** The codes of a dimension that name something. */
const namedCodes = (by: Shared): string[] => {
  const list = codelistOf(by);
  if (list === undefined) throw new Error(`The dimension ${by} has no code list.`);
  return codesOf(list)
    .map(({ code }) => code)
    .filter((code) => !RESIDUAL.has(code) && code !== "_T");
};

/**
 * A theme about the largest share of the arms seized by one dimension, by both methods, and what is to be said after it.
 */
export const sharesTheme =
  (theme: Theme, by: Shared, after: (context: Context) => Promise<readonly string[]>) =>
  async (context: Context): Promise<Themed> => {
    const { subject, source, speech, base } = context;
    const { from, to } = base;
    const { m, locale } = speech;
    const words = m.briefings;
    const answer = await source.answer({ ...base, ...MEAN_SHARES, by }, "asked");
    const both = answer === undefined ? undefined : largestShares(answer, speech);
    if (answer === undefined || both === undefined) {
      const of = namedCodes(by);
      const question = { kind: "whole", indicator: base.indicator, by, codes: of, of } as const;
      const zero = saidZero(askOf(context, { ...question, from, to }));
      const none = words.notGiven(subject, zero, words.what[by], spanIn(context));
      return { theme, paragraphs: [none, ...(await after(context))], figure: undefined };
    }
    const label = labelOf(by, both.code, source.names.areas).toLocaleLowerCase(locale.tag);
    const sentence =
      subject.kind === "state"
        ? words.shareOfOne(label, both.pooled, subject.name, spanIn(context), words.what[by])
        : words.shares(label, both, spanIn(context), words.what[by]);
    return {
      theme,
      paragraphs: [sentence, ...(await after(context))],
      figure: breakdownFigure(answer, source, speech, `brief-${theme}`),
    };
  };

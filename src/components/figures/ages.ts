import type { AgeHistogramData } from "../../charts/age-histogram.ts";
import type { Speech } from "../../i18n/locales.ts";
import { groupBy, sumOf } from "../../statistics/cell.ts";
import type { Answer } from "../../view/answer.ts";
import { categoryLabel, type Names } from "./words.ts";

/** First and last year of age of a code: Y18, Y25T29, Y_GE65. Throws for any other code. */
export const ageSpan = (code: string): { from: number; to: number | null } => {
  const open = /^Y_GE(\d+)$/.exec(code);
  if (open !== null) return { from: Number(open[1]), to: null };
  const span = /^Y(\d+)(?:T(\d+))?$/.exec(code);
  if (span === null) throw new Error(`"${code}" is not an age.`);
  return { from: Number(span[1]), to: Number(span[2] ?? span[1]) };
};

/** Whether a code of the list of ages is an age: unknown ages and totals are none. */
export const isAge = (code: string): boolean => /^Y/.test(code);

/** True when an answer is best told per year of age: its bands are ages, and differ in width. */
export const hasAges = (answer: Answer): boolean =>
  answer.view.by === "age" && answer.view.measure === "count";

/** What the histogram draws: counts by band over the span, from young to old; unknown ages are left to the table. */
export const agesData = (answer: Answer, speech: Speech, names: Names): AgeHistogramData => ({
  bands: [...groupBy(answer.cells, (cell) => cell.code)]
    .filter(([code]) => isAge(code))
    .map(([code, cells]) => ({
      code,
      label: categoryLabel(answer, code, speech, names),
      ...ageSpan(code),
      value: sumOf(cells),
    }))
    .sort((a, b) => a.from - b.from),
  unit: speech.m.titles.perYearOfAge(speech.m.nouns[answer.view.indicator]),
});

/** The finding of a breakdown by age: the band with most per year of age. Open bands have no width to divide by. */
export const agesTitle = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const [densest] = agesData(answer, speech, names)
    .bands.flatMap(({ label, from, to, value }) =>
      to === null || value === null ? [] : [{ label, perYear: value / (to - from + 1) }],
    )
    .sort((a, b) => b.perYear - a.perYear);
  return densest === undefined
    ? m.titles.empty
    : m.titles.densestAge(
        densest.label,
        f.number(Math.round(densest.perYear)),
        m.nouns[answer.view.indicator],
      );
};

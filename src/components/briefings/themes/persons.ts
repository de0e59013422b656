import { saidZero } from "../../../i18n/said.ts";
import { STAGES } from "../../../view/questions.ts";
import { MEAN_SHARES } from "../../../view/view.ts";
import { bothSexes } from "../../figures/persons.ts";
import { stagesFigure } from "../../figures/stages-figure.ts";
import { askOf, type Context, spanIn, type Themed } from "../context.ts";
import { womenAmong } from "./women.ts";

const INDICATOR = "PERSONS_ARRESTED";

/** Women and men in justice, of the States and years that give both. */
export const personsTheme = async (context: Context): Promise<Themed> => {
  const { subject, source, speech, base, from, to } = context;
  const { m } = speech;
  const answers = await Promise.all(
    STAGES.map((indicator) =>
      source.answer({ ...base, ...MEAN_SHARES, indicator, by: "sex" }, "asked"),
    ),
  );
  const found = answers.filter((answer) => answer !== undefined);
  const figure = stagesFigure(found, source, speech, "brief-persons");
  const arrested = found.find(({ view }) => view.indicator === INDICATOR);
  const both = bothSexes(arrested?.whole ?? []);
  const years = both.map(({ year }) => year);
  const women = womenAmong(context, { dataset: base.dataset, indicator: INDICATOR }, both, {
    from: Math.min(...years),
    to: Math.max(...years),
  });
  const none = () => {
    const ask = { indicator: INDICATOR, by: "sex", codes: ["F"], of: ["F", "M"] } as const;
    const zero = askOf(context, { kind: "whole", ...ask, complete: true, from, to });
    return m.briefings.noSex(subject, saidZero(zero), spanIn(context));
  };
  const told = ({ share, whole, states, count, span }: NonNullable<typeof women>): string =>
    subject.kind === "state"
      ? m.briefings.womenOfOne(share, whole, subject.name, span)
      : m.briefings.women(share, whole, states, count, span);
  return {
    theme: "persons",
    paragraphs: [women === undefined ? none() : told(women)],
    figure,
  };
};

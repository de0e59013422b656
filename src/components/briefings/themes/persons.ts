import { type Ask, said, saidZero } from "../../../i18n/said.ts";
import { type Cell, sumOf } from "../../../statistics/cell.ts";
import { STAGES } from "../../../view/questions.ts";
import { bothSexes } from "../../figures/persons.ts";
import { stagesFigure } from "../../figures/stages-figure.ts";
import { areasWith, askOf, type Context, SHARES, spanIn, type Themed } from "../context.ts";

/** Women and men in justice, of the States and years that give both. */
export const personsTheme = async (context: Context): Promise<Themed> => {
  const { subject, source, speech, base } = context;
  const { m, f } = speech;
  const answers = await Promise.all(
    STAGES.map((indicator) => source.answer({ ...base, ...SHARES, indicator, by: "sex" }, "asked")),
  );
  const found = answers.filter((answer) => answer !== undefined);
  const figure = stagesFigure(found, source, speech, "brief-persons");
  const arrested = found.find(({ view }) => view.indicator === "PERSONS_ARRESTED");
  const both = bothSexes(arrested?.whole ?? []);
  const question = {
    indicator: "PERSONS_ARRESTED",
    by: "sex",
    of: ["F", "M"],
    complete: true,
  } as const;
  const sum = (cells: readonly Cell[]): number => sumOf(cells) ?? 0;
  if (sum(both) === 0) {
    const { from, to } = base;
    const zero = saidZero(askOf(context, { kind: "whole", ...question, codes: ["F"], from, to }));
    const none = m.briefings.noSex(subject, zero, spanIn(context));
    return { theme: "persons", paragraphs: [none], figure };
  }
  const areas = areasWith(both);
  const years = both.map(({ year }) => year);
  const span = { from: Math.min(...years), to: Math.max(...years) };
  const ask = (kind: Ask["kind"], codes: readonly string[]): Ask =>
    askOf(context, { kind, ...question, ...span, codes }, areas);
  const women = said(
    f.percent(sum(both.filter(({ code }) => code === "F")) / sum(both)),
    ask("share", ["F"]),
  );
  const whole = said(f.number(sum(both)), ask("value", ["F", "M"]));
  const when = m.areaPages.years(f.year(span.from), f.year(span.to));
  const sentence =
    subject.kind === "state"
      ? m.briefings.womenOfOne(women, whole, subject.name, when)
      : m.briefings.women(
          women,
          whole,
          said(f.number(areas.length), ask("listed", ["F"])),
          areas.length,
          when,
        );
  return { theme: "persons", paragraphs: [sentence], figure };
};

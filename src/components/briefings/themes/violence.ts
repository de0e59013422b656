import { type Ask, said, saidZero } from "../../../i18n/said.ts";
import { areasIn } from "../../../statistics/cell.ts";
import { MEAN_SHARES } from "../../../view/view.ts";
import { bothSexes } from "../../figures/persons.ts";
import { askOf, type Context, spanIn, type Themed } from "../context.ts";
import { womenAmong } from "./women.ts";

/** Victims of homicide by sex, of all years of their source: none is of the brief's own years alone. */
const VICTIMS = [
  { dataset: "UNODC_GSH_2019", indicator: "VICTIMS_HOMICIDE_FIREARM" },
  { dataset: "UNODC_CTS_HOMICIDE", indicator: "VICTIMS_HOMICIDE_IPFM" },
] as const;

/** What is said of women among victims, over the years and States that give both sexes; undefined where none does. */
const victimsSentence = async (
  context: Context,
  table: (typeof VICTIMS)[number],
): Promise<string | undefined> => {
  const { source, speech, subject, base } = context;
  const { briefings } = speech.m;
  const answer = await source.answer({ ...base, ...MEAN_SHARES, ...table, by: "sex" }, "all");
  if (answer === undefined) return undefined;
  const women = womenAmong(context, table, bothSexes(answer.whole), answer.view);
  if (women === undefined) return undefined;
  const where =
    subject.kind === "state"
      ? briefings.victimsIn(subject.name)
      : briefings.victimsInStates(women.states, women.count);
  return briefings.victims[table.indicator](women.share, women.whole, where, women.span);
};

/** Which States link arms seized to violent crime; what nobody publishes on women and children. */
export const violenceTheme = async (context: Context): Promise<Themed> => {
  const { subject, source, speech, base } = context;
  const { m, f } = speech;
  const words = m.briefings;
  const answer = await source.answer({ ...base, by: "offence_context", panel: "all" }, "asked");
  const cells = (answer?.cells ?? []).filter(
    (cell) => cell.code === "VIOLENT_CRIME" && (cell.value ?? 0) > 0,
  );
  const count = areasIn(cells).length;
  const ask = (kind: "positive" | "positive-years"): Ask =>
    askOf(context, {
      kind,
      indicator: base.indicator,
      by: "offence_context",
      from: base.from,
      to: base.to,
      codes: ["VIOLENT_CRIME"],
    });
  const linked = (): string => {
    if (subject.kind !== "state")
      return words.violent(said(f.number(count), ask("positive")), count, spanIn(context));
    const years = new Set(cells.map(({ year }) => year)).size;
    const printed = said(f.number(years), ask("positive-years"));
    return words.violentOfOne(subject.name, printed, years, spanIn(context));
  };
  const none = () => words.noViolent(subject, saidZero(ask("positive")), spanIn(context));
  const victims = await Promise.all(VICTIMS.map((table) => victimsSentence(context, table)));
  const paragraphs = [
    count === 0 ? none() : linked(),
    ...victims.filter((sentence) => sentence !== undefined),
    words.children,
  ];
  return { theme: "violence", paragraphs, figure: undefined };
};

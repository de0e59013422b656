import { type Ask, said, saidZero } from "../../../i18n/said.ts";
import { sumOf } from "../../../statistics/cell.ts";
import { bothSexes } from "../../figures/persons.ts";
import { areasWith, askOf, type Context, SHARES, spanIn, type Themed } from "../context.ts";

/** Victims of homicide by sex, of all years of their source: none is of the brief's own years alone. */
const VICTIMS = [
  { dataset: "UNODC_GSH_2019", indicator: "VICTIMS_HOMICIDE_FIREARM" },
  { dataset: "UNODC_CTS_HOMICIDE", indicator: "VICTIMS_HOMICIDE_IPFM" },
] as const;

/** The share of women among victims, over the years and States that give both sexes; undefined where none does. */
const womenAmong = async (
  context: Context,
  { dataset, indicator }: (typeof VICTIMS)[number],
): Promise<string | undefined> => {
  const { source, speech, subject, base } = context;
  const { m, f } = speech;
  const answer = await source.answer({ ...base, ...SHARES, dataset, indicator, by: "sex" }, "all");
  const both = bothSexes(answer?.whole ?? []);
  const whole = sumOf(both) ?? 0;
  if (answer === undefined || whole === 0) return undefined;
  const women = sumOf(both.filter(({ code }) => code === "F")) ?? 0;
  const areas = areasWith(both);
  const { from, to } = answer.view;
  const ask = (kind: Ask["kind"], codes: readonly string[]): Ask => ({
    ...askOf(
      context,
      { kind, indicator, by: "sex", from, to, codes, of: ["F", "M"], complete: true },
      areas,
    ),
    dataset,
  });
  return m.briefings.victims[indicator](
    said(f.percent(women / whole), ask("share", ["F"])),
    said(f.number(whole), ask("value", ["F", "M"])),
    subject.kind === "state"
      ? m.briefings.victimsIn(subject.name)
      : m.briefings.victimsInStates(
          said(f.number(areas.length), ask("listed", ["F"])),
          areas.length,
        ),
    m.areaPages.years(f.year(from), f.year(to)),
  );
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
  const count = areasWith(cells).length;
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
  const victims = await Promise.all(VICTIMS.map((table) => womenAmong(context, table)));
  const paragraphs = [
    count === 0 ? none() : linked(),
    ...victims.filter((sentence) => sentence !== undefined),
    words.children,
  ];
  return { theme: "violence", paragraphs, figure: undefined };
};

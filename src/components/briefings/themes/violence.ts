import { type Ask, said, saidZero } from "../../../i18n/said.ts";
import { areasWith, askOf, type Context, spanIn, type Themed } from "../context.ts";

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
  const paragraphs = [count === 0 ? none() : linked(), words.children];
  return { theme: "violence", paragraphs, figure: undefined };
};

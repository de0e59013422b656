import { type Ask, said, saidZero } from "../../../i18n/said.ts";
import { areasIn, isReported, type Span } from "../../../statistics/cell.ts";
import { askOf, type Context } from "../context.ts";

/** Which of the States have a published value of SDG 16.4.2 under the years of the briefing. */
export const sdgSentences = async (context: Context): Promise<readonly string[]> => {
  const { subject, source, speech, base } = context;
  const { m, f } = speech;
  const question = { dataset: "UN_SDG_16_4_2", indicator: "SDG_16_4_2", by: "_T" } as const;
  const answer = await source.answer({ ...base, ...question, unit: "PT", panel: "all" }, "asked");
  const published = (answer?.cells ?? []).filter(isReported);
  const ask = (kind: Ask["kind"], span: Span = base): Ask =>
    askOf(context, { kind, ...question, codes: ["_T"], from: span.from, to: span.to });
  const years = [f.year(base.from), f.year(base.to)] as const;
  const newest = published.toSorted((a, b) => b.year - a.year)[0];
  if (newest?.value == null)
    return [m.briefings.sdgNone(subject, saidZero(ask("areas")), ...years)];
  if (subject.kind === "state") {
    const value = said(
      f.number(newest.value),
      ask("value", { from: newest.year, to: newest.year }),
    );
    return [m.briefings.sdgOfOne(value, f.year(newest.year))];
  }
  const count = areasIn(published).length;
  const all = said(f.number(subject.members.length), ask("listed"));
  return [m.briefings.sdg(said(f.number(count), ask("areas")), count, all, ...years)];
};

import { said, saidZero } from "../../../i18n/said.ts";
import { areasIn, type Cell, isReported, sumOf } from "../../../statistics/cell.ts";
import type { Answer } from "../../../view/answer.ts";
import { trendFigure } from "../../figures/answer-figures.ts";
import { askOf, type Context, spanIn, type Themed } from "../context.ts";

const TOTAL = { by: "_T", codes: ["_T"] } as const;

const question = ({ base }: Context) => ({ indicator: base.indicator, ...TOTAL });

/** The sum of some States in one year, printed with its question. */
const totalIn = (
  context: Context,
  cells: readonly Cell[],
  areas: readonly string[],
  year: number,
): string => {
  const sum = sumOf(cells.filter((cell) => cell.year === year && areas.includes(cell.area)));
  const ask = { kind: "value", ...question(context), from: year, to: year } as const;
  return said(context.speech.f.number(sum ?? 0), askOf(context, ask, areas));
};

/** In how many years one State reported, and the first and the last of its numbers. */
const ofOne = (context: Context, all: Answer): string[] => {
  const { subject, speech, from, to } = context;
  const { m, f } = speech;
  const reported = all.cells.filter(isReported);
  const years = [...new Set(reported.map(({ year }) => year))].sort((a, b) => a - b);
  const [first, last] = [years.at(0) ?? from, years.at(-1) ?? to];
  const total = (year: number) => totalIn(context, reported, subject.members, year);
  return [
    m.briefings.coverageOfOne(
      subject.name,
      said(
        f.number(years.length),
        askOf(context, { kind: "years", ...question(context), from, to }),
      ),
      years.length,
      spanIn(context),
    ),
    first === last
      ? m.briefings.totalOfOne(total(first), f.year(first))
      : m.briefings.totalsOfOne(total(first), f.year(first), total(last), f.year(last)),
  ];
};

/** How many States reported in the period, and in its last year. */
const ofSeveral = (context: Context, all: Answer): string[] => {
  const { subject, speech, from, to } = context;
  const { m, f } = speech;
  const last = all.cells.filter((cell) => cell.year === to);
  const ask = (kind: "areas" | "listed", first: number) =>
    askOf(context, { kind, ...question(context), from: first, to });
  return [
    m.briefings.coverage(
      said(f.number(areasIn(all.cells).length), ask("areas", from)),
      said(f.number(subject.members.length), ask("listed", from)),
      subject,
      spanIn(context),
    ),
    m.briefings.coverageYear(
      said(f.number(areasIn(last).length), ask("areas", to)),
      f.year(to),
      areasIn(last).length,
    ),
  ];
};

/** What the States that reported in every year seized together in the first and in the last. */
const ofPanel = (context: Context, same: Answer | undefined): string => {
  const { speech, from, to } = context;
  const { m, f } = speech;
  const panel = same?.panel ?? [];
  const count = said(
    f.number(panel.length),
    askOf(context, { kind: "panel", ...question(context), from, to }),
  );
  if (panel.length === 0) return m.briefings.noPanel(count, f.year(from), f.year(to));
  const total = (year: number) => totalIn(context, same?.cells ?? [], panel, year);
  return m.briefings.panel(count, panel.length, f.year(from), f.year(to), total(from), total(to));
};

/** Who has published totals of arms seized, and what may be compared over the years. */
export const coverageTheme = async (context: Context): Promise<Themed> => {
  const { subject, source, speech, base } = context;
  const all = await source.answer({ ...base, by: "_T", panel: "all" }, "asked");
  if (all === undefined) {
    const { from, to } = base;
    const zero = saidZero(askOf(context, { kind: "areas", ...question(context), from, to }));
    const none = speech.m.briefings.noSeized(subject, zero, spanIn(context));
    return { theme: "coverage", paragraphs: [none], figure: undefined };
  }
  const isOneYear = base.from === base.to;
  if (subject.kind === "state" || isOneYear)
    return {
      theme: "coverage",
      paragraphs: (subject.kind === "state" ? ofOne : ofSeveral)(context, all),
      figure: isOneYear ? undefined : trendFigure(all, source, speech, "brief-coverage"),
    };
  const same = await source.answer({ ...base, by: "_T", panel: "same" }, "asked");
  return {
    theme: "coverage",
    paragraphs: [...ofSeveral(context, all), ofPanel(context, same)],
    figure: trendFigure(same ?? all, source, speech, "brief-coverage"),
  };
};

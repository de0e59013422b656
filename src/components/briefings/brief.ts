import { answerOfAreas } from "../../build/area-answers.ts";
import { sdgRows } from "../../build/sdg-rows.ts";
import type { SiteData } from "../../build/site-data.ts";
import { labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Ask, said } from "../../i18n/said.ts";
import { type Cell, isReported, sumOf } from "../../statistics/cell.ts";
import type { Answer } from "../../view/answer.ts";
import { STAGES } from "../../view/questions.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import { breakdownFigure, trendFigure } from "../figures/answer-figures.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { bothSexes } from "../figures/persons.ts";
import { stagesFigure } from "../figures/stages-figure.ts";
import { largestShares } from "./shares.ts";

/** The themes of a briefing, in the order in which they stand. */
export const THEMES = [
  "coverage",
  "types",
  "tracing",
  "routes",
  "persons",
  "violence",
  "manufacture",
] as const;

export type Theme = (typeof THEMES)[number];

/** One theme of a briefing: paragraphs whose numbers carry their questions, and a figure where there is one. */
export interface Themed {
  readonly theme: Theme;
  readonly paragraphs: readonly string[];
  readonly figure: FigureProps | undefined;
}

/** The States that a briefing is about, and under which name. */
export interface Subject {
  readonly name: string;
  readonly members: readonly string[];
}

const SHARES = { panel: "all", measure: "share", weight: "mean", residual: "without" } as const;
type Shared = "weapon_type" | "marking" | "seizure_place" | "condition";

/** Everything that a theme is written from. */
interface Context {
  readonly subject: Subject;
  readonly data: SiteData;
  readonly speech: Speech;
  readonly base: View;
}

const areasWith = (cells: readonly Cell[]): string[] =>
  [...new Set(cells.filter(isReported).map((cell) => cell.area))].sort();

const askOf = (
  { base, subject }: Context,
  rest: Omit<Ask, "dataset" | "areas">,
  areas: readonly string[] = subject.members,
): Ask => ({ dataset: base.dataset, areas: [...areas].sort(), ...rest });

const coverage = async (context: Context): Promise<Themed> => {
  const { subject, data, speech, base } = context;
  const { m, f } = speech;
  const words = m.briefings;
  const all = await answerOfAreas(data, { ...base, by: "_T", panel: "all" }, "all");
  if (all === undefined)
    return { theme: "coverage", paragraphs: [words.noSeized(subject.name)], figure: undefined };
  const question = { indicator: base.indicator, by: "_T", codes: ["_T"] };
  const { from, to } = all.view;
  const last = all.cells.filter((cell) => cell.year === to);
  const reporting = [
    words.coverage(
      said(
        f.number(areasWith(all.cells).length),
        askOf(context, { kind: "areas", ...question, from, to }),
      ),
      said(
        f.number(subject.members.length),
        askOf(context, { kind: "listed", ...question, from, to }),
      ),
      subject.name,
    ),
    words.coverageYear(
      said(
        f.number(areasWith(last).length),
        askOf(context, { kind: "areas", ...question, from: to, to }),
      ),
      f.year(to),
    ),
  ];
  const same = await answerOfAreas(data, { ...base, by: "_T", panel: "same" }, "asked");
  const figure = trendFigure(same ?? all, data, speech, "brief-coverage");
  const panel = same?.panel ?? [];
  if (panel.length === 0) {
    const span = { from: base.from, to: base.to };
    const none = words.noPanel(
      said(f.number(0), askOf(context, { kind: "panel", ...question, ...span })),
      f.year(base.from),
      f.year(base.to),
    );
    return { theme: "coverage", paragraphs: [...reporting, none], figure };
  }
  const total = (year: number): string => {
    const cells = same?.cells.filter((cell) => cell.year === year && panel.includes(cell.area));
    const ask = { kind: "value", ...question, from: year, to: year } as const;
    return said(f.number(sumOf(cells ?? []) ?? 0), askOf(context, ask, panel));
  };
  const everyYear = words.panel(
    said(
      f.number(panel.length),
      askOf(context, { kind: "panel", ...question, from: base.from, to: base.to }),
    ),
    panel.length,
    f.year(base.from),
    f.year(base.to),
    total(base.from),
    total(base.to),
  );
  return { theme: "coverage", paragraphs: [...reporting, everyYear], figure };
};

const shares = async (
  { data, speech, base }: Context,
  by: Shared,
): Promise<{ readonly sentence: string; readonly answer: Answer | undefined }> => {
  const { m, f } = speech;
  const words = m.briefings;
  const answer = await answerOfAreas(data, { ...base, ...SHARES, by }, "asked");
  const both = answer === undefined ? undefined : largestShares(answer, speech);
  if (answer === undefined || both === undefined)
    return { sentence: words.notGiven(words.what[by]), answer: undefined };
  const sentence = words.shares(
    labelOf(by, both.code, data.names.areas).toLocaleLowerCase(speech.locale.tag),
    both.mean,
    both.pooled,
    both.states,
    both.count,
    m.areaPages.years(f.year(base.from), f.year(base.to)),
    words.what[by],
  );
  return { sentence, answer };
};

const sharesTheme =
  (theme: Theme, by: Shared, after: (context: Context) => Promise<string[]>) =>
  async (context: Context): Promise<Themed> => {
    const { sentence, answer } = await shares(context, by);
    return {
      theme,
      paragraphs: [sentence, ...(await after(context))],
      figure:
        answer === undefined
          ? undefined
          : breakdownFigure(answer, context.data, context.speech, `brief-${theme}`),
    };
  };

const sdgSentence = async (context: Context): Promise<string[]> => {
  const { subject, data, speech } = context;
  const { m, f } = speech;
  const rows = await sdgRows(data);
  const published = subject.members.flatMap((area) =>
    (rows.get(area) ?? []).filter((row) => row.published !== null),
  );
  if (published.length === 0) return [m.briefings.sdgNone];
  const years = published.map(({ year }) => Number(year));
  const ask: Ask = {
    kind: "areas",
    dataset: "UN_SDG_16_4_2",
    indicator: "SDG_16_4_2",
    areas: [...subject.members].sort(),
    from: Math.min(...years),
    to: Math.max(...years),
    by: "_T",
    codes: ["_T"],
  };
  const count = new Set(published.map(({ area }) => area)).size;
  const all = said(f.number(subject.members.length), { ...ask, kind: "listed" });
  return [m.briefings.sdg(said(f.number(count), ask), count, all)];
};

const persons = async (context: Context): Promise<Themed> => {
  const { data, speech, base } = context;
  const { m, f } = speech;
  const answers = await Promise.all(
    STAGES.map((indicator) =>
      answerOfAreas(data, { ...base, ...SHARES, residual: "with", indicator, by: "sex" }, "all"),
    ),
  );
  const found = answers.filter((answer) => answer !== undefined);
  const figure = stagesFigure(found, data, speech, "brief-persons");
  const arrested = found.find(({ view }) => view.indicator === "PERSONS_ARRESTED");
  const both = bothSexes(arrested?.whole ?? []).filter(({ code }) => code !== "_U");
  const sum = (cells: readonly Cell[]): number => sumOf(cells) ?? 0;
  const areas = areasWith(both);
  if (both.length === 0) return { theme: "persons", paragraphs: [m.briefings.noSex], figure };
  const years = both.map(({ year }) => year);
  const ask = (kind: Ask["kind"], codes: readonly string[]): Ask =>
    askOf(
      context,
      {
        kind,
        indicator: "PERSONS_ARRESTED",
        by: "sex",
        from: Math.min(...years),
        to: Math.max(...years),
        codes,
        of: ["F", "M"],
        complete: true,
      },
      areas,
    );
  const sentence = m.briefings.women(
    said(f.percent(sum(both.filter(({ code }) => code === "F")) / sum(both)), ask("share", ["F"])),
    said(f.number(sum(both)), ask("value", ["F", "M"])),
    said(f.number(areas.length), ask("listed", ["F"])),
    areas.length,
  );
  return { theme: "persons", paragraphs: [sentence], figure };
};

const violence = async (context: Context): Promise<Themed> => {
  const { data, speech, base } = context;
  const { m, f } = speech;
  const answer = await answerOfAreas(data, { ...base, by: "offence_context", panel: "all" }, "all");
  const cells = answer?.cells.filter(
    (cell) => cell.code === "VIOLENT_CRIME" && (cell.value ?? 0) > 0,
  );
  const count = areasWith(cells ?? []).length;
  if (answer === undefined || count === 0)
    return {
      theme: "violence",
      paragraphs: [m.briefings.noViolent, m.briefings.children],
      figure: undefined,
    };
  const ask = askOf(context, {
    kind: "positive",
    indicator: base.indicator,
    by: "offence_context",
    from: answer.view.from,
    to: answer.view.to,
    codes: ["VIOLENT_CRIME"],
  });
  return {
    theme: "violence",
    paragraphs: [m.briefings.violent(said(f.number(count), ask), count), m.briefings.children],
    figure: undefined,
  };
};

/** The themes of a briefing about some States, written from what they have published. */
export const briefOf = async (
  subject: Subject,
  data: SiteData,
  speech: Speech,
): Promise<Themed[]> => {
  const context = {
    subject,
    data,
    speech,
    base: { ...DEFAULT_VIEW, areas: subject.members },
  };
  const { briefings } = speech.m;
  const write: Readonly<Record<Theme, (context: Context) => Promise<Themed>>> = {
    coverage,
    types: sharesTheme("types", "weapon_type", async () => []),
    tracing: sharesTheme("tracing", "marking", sdgSentence),
    routes: sharesTheme("routes", "seizure_place", async () => [briefings.routes]),
    persons,
    violence,
    manufacture: sharesTheme("manufacture", "condition", async () => [briefings.printed]),
  };
  return Promise.all(THEMES.map((theme) => write[theme](context)));
};

import { cellsOfAreas } from "../../build/area-answers.ts";
import type { SiteData } from "../../build/site-data.ts";
import { labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Ask, said } from "../../i18n/said.ts";
import { type Cell, isReported, sumOf } from "../../statistics/cell.ts";
import { SMALL_DENOMINATOR } from "../../statistics/ratio.ts";
import { DEFAULT_VIEW, RESIDUAL, type View } from "../../view/view.ts";

type Question = Pick<View, "dataset" | "indicator" | "by"> & Partial<Pick<View, "unit">>;

/** What the sentences of an area are made from. */
export interface About {
  readonly data: SiteData;
  readonly speech: Speech;
  readonly code: string;
  readonly name: string;
  readonly level: View["level"];
}

const cellsFor = ({ data, code, level }: About, question: Question): Promise<Cell[]> =>
  cellsOfAreas(data, { ...DEFAULT_VIEW, ...question, level, areas: [code] });

const askOf = (
  { code }: About,
  { dataset, indicator, by }: Question,
  rest: Pick<Ask, "kind" | "from" | "to" | "codes"> & Pick<Ask, "of">,
): Ask => ({ dataset, indicator, by, areas: [code], ...rest });

const newest = (cells: readonly Cell[]): Cell | undefined =>
  cells.filter(isReported).toSorted((a, b) => b.year - a.year)[0];

/** The newest number of a total, printed with its question, and its year. */
const newestTotal = async (about: About, question: Question) => {
  const cells = await cellsFor(about, question);
  const cell = newest(cells);
  if (cell?.value == null) return undefined;
  const ask = { kind: "value" as const, from: cell.year, to: cell.year, codes: ["_T"] };
  return {
    cell,
    cells,
    printed: said(about.speech.f.number(cell.value), askOf(about, question, ask)),
    year: about.speech.f.year(cell.year),
  };
};

/** A share of the newest year in which all of `needed` are given; `pick` chooses the code that is told. */
const newestShare = async (
  about: About,
  question: Question,
  isWhole: (code: string) => boolean,
  needed: readonly string[],
  pick: (parts: readonly Cell[]) => Cell | undefined,
) => {
  const { f } = about.speech;
  const cells = (await cellsFor(about, question)).filter(
    (cell) => isReported(cell) && isWhole(cell.code),
  );
  const years = [...new Set(cells.map((cell) => cell.year))].sort((a, b) => b - a);
  for (const year of years) {
    const parts = cells.filter((cell) => cell.year === year);
    const codes = parts.map(({ code }) => code).sort();
    const whole = sumOf(parts) ?? 0;
    const told = pick(parts);
    if (whole === 0 || told?.value == null || needed.some((code) => !codes.includes(code)))
      continue;
    const span = { from: year, to: year };
    return {
      code: told.code,
      year: f.year(year),
      isSmall: whole < SMALL_DENOMINATOR,
      share: said(
        f.percent(told.value / whole),
        askOf(about, question, { kind: "share", ...span, codes: [told.code], of: codes }),
      ),
      whole: said(f.number(whole), askOf(about, question, { kind: "value", ...span, codes })),
    };
  }
  return undefined;
};

const IAFQ = "UNODC_IAFQ";
const SEIZED = { dataset: IAFQ, indicator: "ARMS_SEIZED" } as const;
const isNamed = (code: string): boolean => !RESIDUAL.has(code);
const isKnown = (code: string): boolean => code !== "_U";

const seizedFact = async (about: About): Promise<string> => {
  const { m, f } = about.speech;
  const words = m.areaPages.facts;
  const total = await newestTotal(about, { ...SEIZED, by: "_T" });
  if (total === undefined) return words.noSeized(about.name);
  if (total.cell.value === 0 && total.cell.flags.includes("FALSE_ZERO_SUSPECT"))
    return words.doubtfulZero(total.printed, total.year);
  const years = total.cells.filter(isReported).map(({ year }) => year);
  const count = new Set(years).size;
  const ask = { kind: "years" as const, from: Math.min(...years), to: Math.max(...years) };
  const printed = said(
    f.number(count),
    askOf(about, { ...SEIZED, by: "_T" }, { ...ask, codes: ["_T"] }),
  );
  return words.seized(total.printed, total.year, printed, count);
};

const shareFacts = async (about: About): Promise<string[]> => {
  const { m } = about.speech;
  const words = m.areaPages.facts;
  const few = (isSmall: boolean): string => (isSmall ? ` ${words.few}` : "");
  const largest = (parts: readonly Cell[]) =>
    parts.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
  const one = (code: string) => (parts: readonly Cell[]) =>
    parts.find((part) => part.code === code);
  const types = await newestShare(about, { ...SEIZED, by: "weapon_type" }, isNamed, [], largest);
  const marked = await newestShare(
    about,
    { ...SEIZED, by: "marking" },
    isKnown,
    ["UNIQUELY_MARKED"],
    one("UNIQUELY_MARKED"),
  );
  const women = await newestShare(
    about,
    { dataset: IAFQ, indicator: "PERSONS_ARRESTED", by: "sex" },
    isKnown,
    ["F", "M"],
    one("F"),
  );
  return [
    ...(types === undefined
      ? []
      : [
          words.types(
            labelOf("weapon_type", types.code, about.data.names.areas),
            types.share,
            types.whole,
            types.year,
          ) + few(types.isSmall),
        ]),
    ...(marked === undefined
      ? []
      : [words.marked(marked.share, marked.whole, marked.year) + few(marked.isSmall)]),
    ...(women === undefined
      ? []
      : [words.women(women.share, women.whole, women.year) + few(women.isSmall)]),
  ];
};

const FIREARM_HOMICIDES = [
  { dataset: "UNODC_CTS_HOMICIDE", indicator: "VICTIMS_HOMICIDE_FIREARM", by: "_T" },
  { dataset: "UNODC_GSH_2019", indicator: "VICTIMS_HOMICIDE_FIREARM", by: "_T" },
] as const;

/** The sentences of a State: what its newest figures say. */
export const countryFacts = async (about: About): Promise<string[]> => {
  const words = about.speech.m.areaPages.facts;
  const sdg = await newestTotal(about, {
    dataset: "UN_SDG_16_4_2",
    indicator: "SDG_16_4_2",
    by: "_T",
    unit: "PT",
  });
  const [cts, study] = await Promise.all(
    FIREARM_HOMICIDES.map((question) => newestTotal(about, question)),
  );
  const homicide = cts ?? study;
  return [
    await seizedFact(about),
    ...(await shareFacts(about)),
    ...(sdg === undefined ? [] : [words.sdg(sdg.printed, sdg.year)]),
    ...(homicide === undefined ? [] : [words.homicide(homicide.printed, homicide.year)]),
  ];
};

/** The sentences of a part of a State. */
export const partFacts = async (about: About): Promise<string[]> => {
  const words = about.speech.m.areaPages.facts;
  const questions = [
    [words.traced, { dataset: "US_ATF_FLOWS", indicator: "ARMS_TRACED", by: "_T" }],
    [words.rio, { dataset: "BR_RJ_ISP", indicator: "ARMS_SEIZED", by: "_T" }],
    [
      words.victims,
      { dataset: "MX_SESNSP_VICTIMS", indicator: "VICTIMS_HOMICIDE_FIREARM", by: "_T" },
    ],
    [words.homicide, FIREARM_HOMICIDES[0]],
  ] as const;
  const facts = await Promise.all(
    questions.map(async ([sentence, question]) => {
      const total = await newestTotal(about, question);
      return total === undefined ? [] : [sentence(total.printed, total.year)];
    }),
  );
  return facts.flat();
};

/** The sentences of a region, of which `members` have a page. */
export const regionFacts = async (about: About, members: readonly string[]): Promise<string[]> => {
  const { data, speech, name } = about;
  const { m, f } = speech;
  const words = m.areaPages.facts;
  const question = { ...SEIZED, by: "_T" } as const;
  const cells = (
    await cellsOfAreas(data, { ...DEFAULT_VIEW, ...question, areas: [...members] })
  ).filter(isReported);
  const reporting = [...new Set(cells.map((cell) => cell.area))].sort();
  const years = cells.map((cell) => cell.year);
  if (reporting.length === 0) return [words.noSeized(name)];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const ask = (from: number, to: number): Ask => ({
    ...question,
    kind: "areas",
    areas: [...members].sort(),
    from,
    to,
    codes: ["_T"],
  });
  const inLast = new Set(cells.filter((cell) => cell.year === last).map((cell) => cell.area)).size;
  return [
    words.regionReporting(
      said(f.number(reporting.length), ask(first, last)),
      said(f.number(members.length), { ...ask(first, last), kind: "listed" }),
      name,
    ),
    words.regionYear(said(f.number(inLast), ask(last, last)), f.year(last)),
  ];
};

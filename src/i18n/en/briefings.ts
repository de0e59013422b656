import { one } from "./text.ts";

/** Whom a briefing is about. */
interface Who {
  readonly kind: "region" | "state" | "chosen";
  readonly name: string;
}

/** What States give of their seizures, of one State and of several. */
interface What {
  readonly one: string;
  readonly many: string;
}

/** Marks words as the zero that a question has for its answer. */
type Zero = (words: string) => string;

/** "Mexico does not link", or "None of the States links". */
const none = (
  { kind, name }: Who,
  zero: Zero,
  does: readonly [one: string, not: string, verb: string],
) =>
  kind === "state"
    ? `${name} ${zero(does[1])}${does[2]}`
    : `${zero("None")} of the States ${does[0]}`;

/** Words of the briefings. */
export const briefings = {
  indexTitle: "Briefings",
  indexIntro:
    "Two pages for a meeting: numbered paragraphs, figures with the States behind them, sources and caveats. One for each region, made from the data of this site; print it, or save it as PDF.",
  indexDescription:
    "Two-page briefings on illicit arms for every region, from what States have published.",
  title: ({ kind, name }: Who) =>
    kind === "state"
      ? `Illicit arms in ${name}: what has been published`
      : `Illicit arms in ${name}: what States have published`,
  inRegion: (region: string) => (region === "World" ? "the world" : region),
  chosen: (count: string) => `${count} chosen States and territories`,
  dated: (date: string, version: string) => `Data version ${version} of ${date}`,
  page: (region: string) => `All figures of ${region}`,
  index: "All briefings",
  change: "Change States, years or themes",
  slidesTitle: (title: string) => `${title} (slides)`,
  print: "Print or save as PDF",
  slides: "As slides",
  pages: "As two pages",
  slide: (n: string, all: string) => `${n} of ${all}`,
  compose: "Compose a briefing on any State, region or selection",
  text: "As plain text",
  figure: (n: string) => `Figure ${n}.`,
  themes: {
    coverage: "Coverage",
    types: "Types of weapons",
    tracing: "Marking and tracing",
    routes: "Routes and parcels",
    persons: "Women and men in justice",
    violence: "Violence",
    manufacture: "New technologies and illicit manufacture",
  },
  coverage: (n: string, all: string, who: Who, span: string) =>
    `${n} of the ${all} States and territories ${who.kind === "chosen" ? "chosen" : `of ${who.name} with figures on this site`} have published a total of arms seized for at least one year of ${span}.`,
  coverageYear: (n: string, year: string, count: number) =>
    `For ${year}, the last of these years, ${n} ${one(count, "has", "have")}.`,
  coverageOfOne: (name: string, n: string, count: number, span: string) =>
    `${name} has published a total of arms seized for ${n} ${one(count, "year", "years")} of ${span}.`,
  totalOfOne: (total: string, year: string) => `It reported ${total} arms seized in ${year}.`,
  totalsOfOne: (a: string, from: string, b: string, to: string) =>
    `It reported ${a} arms seized in ${from}, the first of its years, and ${b} in ${to}, the last.`,
  panel: (n: string, count: number, from: string, to: string, a: string, b: string) =>
    count === 1
      ? `${n} State reported in every year from ${from} to ${to}: ${a} arms seized in ${from}, ${b} in ${to}.`
      : `${n} States reported in every year from ${from} to ${to}. Together they seized ${a} arms in ${from} and ${b} in ${to}.`,
  noPanel: (n: string, from: string, to: string) =>
    `${n} States reported in every year from ${from} to ${to}: a line over those years would compare different States.`,
  noSeized: (who: Who, zero: Zero, span: string) =>
    `${none(who, zero, ["has", "has not", ""])} published a total of arms seized in UNODC’s questionnaire for ${span}.`,
  shares: (
    label: string,
    {
      mean,
      pooled,
      states,
      count,
    }: Record<"mean" | "pooled" | "states", string> & { count: number },
    span: string,
    what: What,
  ) =>
    count === 1
      ? `In the one State that ${what.one} for ${span}, ${label} stands for ${mean} of the arms seized.`
      : `In ${states} States that ${what.many} for ${span}, ${label} stands for ${mean} of the arms seized if each State counts once, and for ${pooled} if their arms are pooled.`,
  shareOfOne: (label: string, share: string, name: string, span: string, what: What) =>
    `Of the arms seized for which ${name} ${what.one}, ${label} stands for ${share} (${span}).`,
  what: {
    weapon_type: { one: "gives the type", many: "give the type" },
    marking: { one: "gives the marking", many: "give the marking" },
    seizure_place: { one: "gives the place of seizure", many: "give the place of seizure" },
    condition: { one: "says how arms were made", many: "say how arms were made" },
  } as const,
  notGiven: (who: Who, zero: Zero, what: What, span: string) =>
    who.kind === "state"
      ? `${zero("Nothing")} that ${who.name} has published for ${span} ${what.one}.`
      : `${zero("None")} of the States ${what.one} for ${span}.`,
  sdg: (n: string, count: number, all: string, from: string, to: string) =>
    `Under the years ${from} to ${to}, a value of SDG indicator 16.4.2 is published for ${n} of the ${all} States and territories; ${one(count, "it is", "they are")} not added up here, as no regional value is published.`,
  sdgOfOne: (value: string, year: string) =>
    `The newest published value of SDG indicator 16.4.2 is ${value} per cent, under the year ${year}.`,
  sdgNone: ({ kind, name }: Who, zero: Zero, from: string, to: string) =>
    `${zero("No value")} of SDG indicator 16.4.2 is published for ${kind === "state" ? name : "any of the States and territories"} under the years ${from} to ${to}.`,
  routes:
    "Transport, concealment, parcels, post and online purchase stand in no public file: no State’s answers to these questions are published.",
  women: (share: string, whole: string, states: string, count: number, span: string) =>
    `Women are ${share} of ${whole} persons arrested or suspected whose sex is known, in ${states} ${one(count, "State that gives", "States that give")} both (${span}); age and disability are published by no State.`,
  womenOfOne: (share: string, whole: string, name: string, span: string) =>
    `Women are ${share} of ${whole} persons arrested or suspected whose sex is known in ${name} (${span}); age and disability are published by no State.`,
  noSex: (who: Who, zero: Zero, span: string) =>
    `${none(who, zero, ["counts", "does not", " count"])} women and men among persons arrested for ${span}; age and disability are published by no State.`,
  violent: (n: string, count: number, span: string) =>
    `${n} ${one(count, "State links", "States link")} arms seized to violent crime in at least one year of ${span}; States may name several offences for one seizure, so these do not add up.`,
  violentOfOne: (name: string, n: string, count: number, span: string) =>
    `${name} links arms seized to violent crime in ${n} ${one(count, "year", "years")} of ${span}; a seizure may be linked to several offences, so these do not add up.`,
  noViolent: (who: Who, zero: Zero, span: string) =>
    `${none(who, zero, ["links", "does not", " link"])} arms seized to violent crime in what is published for ${span}.`,
  victims: {
    VICTIMS_HOMICIDE_FIREARM: (share: string, whole: string, where: string, span: string) =>
      `Women are ${share} of ${whole} victims of homicide by firearm whose sex is known, ${where} (UNODC’s study of homicide, years of ${span} that give both sexes).`,
    VICTIMS_HOMICIDE_IPFM: (share: string, whole: string, where: string, span: string) =>
      `Women are ${share} of ${whole} victims of homicide by a partner or relative, by any means, whose sex is known, ${where} (UNODC’s homicide statistics, years of ${span} that give both sexes).`,
  },
  victimsIn: (name: string) => `in ${name}`,
  victimsInStates: (n: string, count: number) => `in ${n} ${one(count, "State", "States")}`,
  children:
    "Nothing that is published on seizures tells of violence against women or children; homicide statistics are the nearest. Of the sources held here, only Mexico’s counts children among the victims of firearms.",
  printed:
    "Arms made with 3D printers or by craft are no category of the public file: they may stand under assembled or otherwise illicitly manufactured.",
  caveatsTitle: "To be read with every figure",
  caveats: [
    "Seizures measure what was searched for, found and recorded. They are not a measure of trafficking, and do not rank States.",
    "The States that report change from year to year. Sums over changing States are not a trend.",
    "A missing number is not a zero. Nothing is imputed.",
  ],
  textTitle: (title: string) => `Text for a statement: ${title}`,
};

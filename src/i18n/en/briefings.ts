import { one } from "./text.ts";

/** Words of the briefings. */
export const briefings = {
  indexTitle: "Briefings",
  indexIntro:
    "Two pages for a meeting: numbered paragraphs, figures with the States behind them, sources and caveats. One for each region, made from the data of this site; print it, or save it as PDF.",
  indexDescription:
    "Two-page briefings on illicit arms for every region, from what States have published.",
  title: (region: string) => `Illicit arms in ${region}: what States have published`,
  inRegion: (region: string) => (region === "World" ? "the world" : region),
  dated: (date: string, version: string) => `Data version ${version} of ${date}`,
  page: (region: string) => `All figures of ${region}`,
  print: "Print or save as PDF",
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
  coverage: (n: string, all: string, region: string) =>
    `${n} of the ${all} States and territories of ${region} with figures on this site have published a total of arms seized for at least one year.`,
  coverageYear: (n: string, year: string) => `For ${year}, the newest year of the file, ${n} did.`,
  panel: (n: string, count: number, from: string, to: string, a: string, b: string) =>
    count === 1
      ? `${n} State reported in every year from ${from} to ${to}: ${a} arms seized in ${from}, ${b} in ${to}.`
      : `${n} States reported in every year from ${from} to ${to}. Together they seized ${a} arms in ${from} and ${b} in ${to}.`,
  noPanel: (n: string, from: string, to: string) =>
    `${n} States reported in every year from ${from} to ${to}: a line over those years would compare different States.`,
  noSeized: (region: string) =>
    `No State or territory of ${region} has published a total of arms seized in UNODC’s questionnaire.`,
  shares: (
    label: string,
    mean: string,
    pooled: string,
    states: string,
    count: number,
    span: string,
    what: readonly [one: string, many: string],
  ) =>
    count === 1
      ? `In the one State that ${what[0]} for ${span}, ${label} stands for ${mean} of the arms seized.`
      : `In ${states} States that ${what[1]} for ${span}, ${label} stands for ${mean} of the arms seized if each State counts once, and for ${pooled} if their arms are pooled.`,
  what: {
    weapon_type: ["gives the type", "give the type"],
    marking: ["gives the marking", "give the marking"],
    seizure_place: ["gives the place of seizure", "give the place of seizure"],
    condition: ["says how arms were made", "say how arms were made"],
  } as const,
  notGiven: (what: readonly [one: string, many: string]) => `No State of the region ${what[0]}.`,
  sdg: (n: string, count: number, all: string) =>
    `A value of SDG indicator 16.4.2 is published for ${n} of the ${all} States and territories; ${one(count, "it is", "they are")} not added up here, as no regional value is published.`,
  sdgNone: "No value of SDG indicator 16.4.2 is published for any of its States and territories.",
  routes:
    "Transport, concealment, parcels, post and online purchase stand in no public file: no State’s answers to these questions are published.",
  women: (share: string, whole: string, states: string, count: number) =>
    `Women are ${share} of ${whole} persons arrested or suspected whose sex is known, in ${states} ${one(count, "State that gives", "States that give")} both; age and disability are published by no State.`,
  noSex:
    "No State of the region gives women and men among persons arrested; age and disability are published by no State.",
  violent: (n: string, count: number) =>
    `${n} ${one(count, "State links", "States link")} arms seized to violent crime in at least one year; States may name several offences for one seizure, so these do not add up.`,
  noViolent: "No State of the region links arms seized to violent crime in what it has published.",
  children:
    "Nothing that is published on seizures tells of violence against women or children; homicide statistics are the nearest, and stand on the pages of the States.",
  printed:
    "Arms made with 3D printers or by craft are no category of the public file: they may stand under assembled or otherwise illicitly manufactured.",
  caveatsTitle: "To be read with every figure",
  caveats: [
    "Seizures measure what was searched for, found and recorded. They are not a measure of trafficking, and do not rank States.",
    "The States that report change from year to year. Sums over changing States are not a trend.",
    "A missing number is not a zero. Nothing is imputed.",
  ],
  textTitle: (region: string) => `Text for a statement: ${region}`,
};

import { capital, span } from "./text.ts";

/** Words around a figure. */
export const figure = {
  source: "Source",
  table: "Table",
  explore: "Open in the explorer",
  counted: "How this is counted",
  caveat: "Read with care",
  coverage: "Coverage",
  method: "Method",
  statesReporting: "States reporting",
  areasReporting: "Areas reporting",
  year: "Year",
  total: "Total",
  panelSame: "Same States",
  panelAll: "All reporters",
  pooled: "Pooled",
  mean: "Each State once",
  withResidual: "With other and unknown",
  withoutResidual: "Without other and unknown",
  withOutliers: "With out-of-scope values",
  withoutOutliers: "Without out-of-scope values",
  count: "Number",
  share: "Share",
  members: (count: string) => `The ${count} behind every year`,
  provisional: "Provisional",
  doubtful: "Doubtful",
  unconnected: "Points are not joined: the reporting States change",
  single: "One year only",
  joins: (names: string) => `${names} joins`,
  leaves: (names: string) => `${names} leaves`,
  manyJoin: (count: string) => `${count} join`,
  manyLeave: (count: string) => `${count} leave`,
  index: "Index",
  indexOf: (noun: string) => `${capital(noun)}, first number = 100`,
  ofOnly: (count: string) => `of ${count} only`,
  otherAreas: "Other areas",
  eachArea: "One line an area",
  otherCategories: "Other categories",
};

/** Findings. */
export const titles = {
  totalSame: (noun: string, who: string, from: string, a: string, to: string, b: string) =>
    `${capital(who)}: ${a} ${noun} in ${from}, ${b} in ${to}`,
  totalAll: (
    noun: string,
    from: string,
    a: string,
    na: string,
    to: string,
    b: string,
    nb: string,
  ) => `Not a trend: ${a} ${noun} from ${na} in ${from}, ${b} from ${nb} in ${to}`,
  oneYearCategory: (label: string, year: string, a: string, noun: string, who: string) =>
    `${label}: ${a} ${noun} in ${year} (${who})`,
  oneYear: (noun: string, year: string, a: string, who: string) =>
    `${a} ${noun} in ${year}, from ${who}`,
  category: (
    label: string,
    noun: string,
    from: string,
    a: string,
    to: string,
    b: string,
    who: string,
  ) => `${label}: ${a} in ${from}, ${b} in ${to} (${noun}, ${who})`,
  categoryAll: (label: string, noun: string, from: string, a: string, to: string, b: string) =>
    `${label}: ${a} in ${from}, ${b} in ${to} (${noun}; the reporting States change)`,
  sameWho: (who: string) => `the same ${who}`,
  areasChosen: (noun: string, names: string) => `${capital(noun)}: ${names}`,
  areasBetween: (noun: string, who: string, low: string, high: string) =>
    `${capital(noun)}: ${who}, each by itself, between ${low} and ${high}`,
  latestByArea: (noun: string) => `${capital(noun)}: the latest value of each`,
  without: (names: string) => `without ${names}`,
  withoutOutliers: "values of another population left out",
  oneArea: (name: string, noun: string, from: string, a: string, to: string, b: string) =>
    `${name}: ${a} ${noun} in ${from}, ${b} in ${to}`,
  shareOne: (label: string, share: string, noun: string, who: string) =>
    `${label}: ${share} of all ${noun} (${who})`,
  share: (label: string, pooled: string, mean: string, noun: string) =>
    `${label}: ${pooled} of all ${noun}, or ${mean} if each State counts once`,
  shareMean: (label: string, pooled: string, mean: string, noun: string) =>
    `${label}: ${mean} of ${noun} if each State counts once, ${pooled} when pooled`,
  largest: (label: string, count: string, noun: string) => `${label}: ${count} ${noun}`,
  byRegion: (noun: string) => `Where the ${noun} were counted, by region`,
  byArea: (noun: string) => `Where the ${noun} were counted`,
  table: (noun: string) => `${capital(noun)}, every number`,
  empty: "Nothing to draw",
  stage: "Stage of justice",
  perYearOfAge: (noun: string) => `${capital(noun)} per year of age`,
  densestAge: (label: string, perYear: string, noun: string) =>
    `Age ${label}: ${perYear} ${noun} per year of age, more than at any other age`,
};

/** What is counted, of whom and when. */
export const subtitles = {
  trend: (noun: string, who: string, from: string, to: string) =>
    `Number of ${noun} a year, ${who}, ${span(from, to)}`,
  trendShare: (noun: string, who: string, from: string, to: string) =>
    `Share of ${noun} a year, ${who}, ${span(from, to)}`,
  trendIndex: (noun: string, who: string, from: string, to: string) =>
    `${capital(noun)} a year as an index, the first number of each = 100, ${who}, ${span(from, to)}`,
  trendRate: (noun: string, who: string, from: string, to: string) =>
    `${capital(noun)}, ${who}, ${span(from, to)}`,
  breakdown: (noun: string, who: string, from: string, to: string) =>
    `${capital(noun)}, ${who}, ${span(from, to)}${from === to ? "" : " together"}`,
  left: "“Other” and “unknown” left out",
};

/** Whom a figure covers. */
export const coverage = {
  same: (who: string) => `${who} that report in every year shown`,
  sameNamed: (names: string) => `${names}, in every year shown`,
  allNamed: (names: string) => `${names}; not in every year`,
  all: (low: string, high: string) =>
    `between ${low} and ${high} reporting a year; the set changes`,
  none: "nobody reports in every year shown",
};

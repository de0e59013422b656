import { one } from "./text.ts";

/** Words of the page on SDG indicator 16.4.2. */
export const sdgPage = {
  title: "SDG indicator 16.4.2: arms whose illicit origin is known",
  description:
    "What the indicator measures, the values published, both ways of computing them with numerator and denominator, and who reports.",
  published: (n: string, all: string) =>
    `A value is published for ${n} States. ${all} States have given tracing results of arms seized in at least one year.`,
  noWorld: "No regional or world value is published, and none is made here.",
  isTitle: "What it measures, and what not",
  is: [
    "The indicator is the share of seized, found and surrendered arms whose illicit origin or context was traced or established by a competent authority. Its custodians are UNODC and UNODA.",
    "It measures what authorities establish about the arms they take in. It is not a measure of trafficking: it depends on how traceable the local mix of arms is, and on which arms are looked into.",
    "There is no target value, only a wish that the share should rise. So no line of a target is drawn, and no State is ranked.",
    "Tracing is slow: the newest years are incomplete and are later revised.",
  ],
  twoTitle: "Two ways of computing it",
  two: [
    "By its wording, the denominator is all arms seized for criminal offences, found and surrendered. UNODC’s file cannot tell criminal from administrative seizures, so this is an approximation.",
    "The published values follow a narrower rule: seized arms only, and of these only arms that can be identified or whose marking is unknown, without those of legitimate owners; where the footnote says so, the mean of two years, under the label of the first. The rule was found by trying variants on these same values: it is strong evidence of practice, not an official statement.",
  ],
  fit: (n: string, d: string) =>
    `The rule gives ${n} of the ${d} published values that can be tested with the file.`,
  workedTitle: (state: string) => `Worked example: ${state}`,
  worked: (year: string, n: string, d: string, value: string) =>
    `${year}: ${n} of ${d} arms, ${value} per cent.`,
  workedMean: (value: string, published: string, year: string) =>
    `The mean of the two is ${value}; published under ${year}: ${published}.`,
  workedWording: (year: string, n: string, d: string, value: string) =>
    `By the wording, ${year}: ${n} of ${d} arms, ${value} per cent.`,
  chartCaveat:
    "A value with a footnote covers two years, so neighbouring points have a year in common and are not independent.",
  statesTitle: "Every State: published, and recomputed",
  statesIntro:
    "One line a year. A percentage stands with its numerator and denominator; the publisher gives none, so they are ours, of one year each. Below 20 arms in the denominator a percentage says little and is grey.",
  values: (n: string, count: number) => `${n} published ${one(count, "value", "values")}`,
  noValues: "no published value",
  whyTitle: "Where the rule does not give the published value",
  why: (period: string, words: string) => `${period}: ${words}`,
  extremes:
    "0 and 100 per cent are common: the denominator is small, or a State filled in one line of the table only.",
  whoTitle: "Who reports",
  who: {
    published: "A value is published",
    computable: "Tracing results that a value can be computed from, and none published",
    noTracing: "Totals of arms seized, and no tracing results",
  },
  progressTitle: "Change between windows that share no year",
  progress: (n: string, count: number, up: string, down: string, same: string) =>
    `${n} ${one(count, "State has", "States have")} published values of at least two windows that share no year. From the first to the last of them the value is higher in ${up}, lower in ${down} and the same in ${same}. What changed may be the arms, the returns or the tracing.`,
  area: "All its figures",
  more: "Files, and how it was checked",
};

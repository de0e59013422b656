import { one, span } from "./text.ts";

/** Words of the pages of areas. */
export const areaPages = {
  indexTitle: "States, territories and regions",
  indexIntro: (countries: string, parts: string, regions: string) =>
    `A page for each of ${countries} States and territories with figures, ${parts} parts of States, and ${regions} regions.`,
  indexDescription:
    "What every State, territory and region has published on illicit arms, and what it has not.",
  search: "Find a State, territory or region",
  found: (count: string, n: number) => `${count} ${one(n, "area", "areas")}`,
  partsTitle: (state: string) => `Parts of ${state}`,
  mapTitle: "Where totals of arms seized have been published",
  regionsTitle: "Regions",
  crumbs: "Where this area lies",
  description: (name: string) =>
    `${name}: arms seized, found and surrendered, their types and tracing, persons by sex, and what is not published.`,
  jump: "On this page",
  explore: (name: string) => `Explore the figures of ${name}`,
  sections: {
    seizures: "Seized, found, surrendered",
    types: "Types of weapons",
    tracing: "Marking and tracing",
    manufacture: "Industrial, converted, craft-made",
    routes: "Place of seizure and origin",
    context: "Legal ground and other offences",
    persons: "Persons in justice, by sex and age",
    violence: "Firearm homicide",
  },
  sdgTitle: "SDG indicator 16.4.2",
  sdgIntro:
    "The share of seized, found and surrendered arms whose illicit origin was traced or established. What is published, and what the two ways of computing it give from the same returns; they measure different things and are never one line.",
  sdgNone: (name: string) =>
    `No value of 16.4.2 is published for ${name}, and its returns hold nothing that one could be computed from.`,
  sdgColumns: {
    year: "Year",
    published: "Published under this year",
    footnote: "Footnote of the publisher",
    rule: "By the rule that fits published values: N of D",
    wording: "By the metadata’s wording: N of D",
  },
  sdgCaption: "SDG 16.4.2: published and recomputed",
  sdgCaveat:
    "The publisher gives no N and D: those shown are ours, from UNODC’s file, for one year each. A published value may be the mean of two years. Fewer than 20 arms in D say little.",
  ratio: (value: string, n: string, d: string) => `${value} % (${n} of ${d})`,
  small: (d: string) => `of ${d} only`,
  notGiven: "not published",
  missingTitle: (name: string) => `What ${name} has not published`,
  missingIntro: "Asked in UNODC’s questionnaire, and in no release that is held here:",
  missingBy: (what: string, by: string) => `${what} by ${by.toLocaleLowerCase("en")}`,
  missingNothing: (name: string) =>
    `${name} has given every breakdown of UNODC’s questionnaire at least once.`,
  missingAll:
    "Published by no State: age and disability of persons, means of transport, parcels, routes across borders, online purchase.",
  peersTitle: (region: string) => `Others in ${region}`,
  peersIntro:
    "In the order of their names: what is seized depends on what is searched, recorded and reported, and cannot rank States.",
  comparison: {
    title: (name: string) => `${name} beside its region`,
    intro: (from: string, to: string) =>
      `Shares over ${from}–${to} together, without “other” and “unknown”. A region’s share is the mean of its States, each counted once; the States behind it change from row to row.`,
    share: "Share",
    row: (label: string, whole: string) => `${label}, of ${whole}`,
    states: (count: string, n: number) => ` mean of ${count} ${one(n, "State", "States")}`,
  },
  peersColumns: {
    area: "State or territory",
    latest: "Arms seized, newest total",
    year: "Year",
    years: "Years with a total",
    released: "SDG 16.4.2 published",
  },
  membersTitle: (region: string) => `States and territories of ${region}`,
  yes: "yes",
  no: "no",
  facts: {
    seized: (n: string, year: string, years: string, count: number) =>
      `${n} arms were seized in ${year}, ${count === 1 ? "the only year" : `the newest of ${years} years`} with a published total.`,
    doubtfulZero: (n: string, year: string) =>
      `The newest total of arms seized, of ${year}, reads ${n}: a zero that a release added or that no part supports, and that may mean no answer.`,
    noSeized: (name: string) =>
      `${name} has published no total of arms seized in UNODC’s questionnaire.`,
    types: (type: string, share: string, whole: string, year: string) =>
      `Most frequent among the ${whole} arms seized in ${year} whose type is named: ${type}, ${share}.`,
    marked: (share: string, whole: string, year: string) =>
      `Of ${whole} arms seized in ${year} whose marking was recorded, ${share} were uniquely marked.`,
    women: (share: string, whole: string, year: string) =>
      `Of ${whole} persons arrested or suspected in ${year} whose sex is given, ${share} were women.`,
    sdg: (value: string, year: string) =>
      `The newest published value of SDG 16.4.2, labelled ${year}, is ${value} per cent.`,
    homicide: (n: string, year: string) =>
      `${n} persons were victims of homicide by firearm in ${year}.`,
    traced: (n: string, year: string) =>
      `${n} firearms recovered here in ${year} were traced to a first sale in a known State.`,
    rio: (n: string, year: string) => `${n} arms were seized by the State’s police in ${year}.`,
    victims: (n: string, year: string) =>
      `${n} persons were registered as victims of homicide by firearm in ${year}.`,
    few: "Of so few, a share says little.",
    regionReporting: (n: string, all: string, region: string) =>
      `${n} of the ${all} States and territories of ${region} with a page here have published a total of arms seized for at least one year.`,
    regionYear: (n: string, year: string) => `For ${year}, ${n} of them did.`,
  },
  dependsOn:
    "Seizures measure what was searched for, found and recorded; they are not a measure of trafficking.",
  destinations: (state: string) => `Where firearms first sold in ${state} were recovered`,
  routesMap: (state: string, came: string, went: string) =>
    `${state}: ${came} firearms came from other States, ${went} went to them`,
  routesMapSubtitle: (state: string, year: string) =>
    `Firearms traced from first sale to recovery, between ${state} and other States, ${year}`,
  routesColumns: { other: "Other State", came: "Came from it", went: "Went to it" },
  origins: (state: string) => `Where firearms recovered in ${state} were first sold`,
  years: (from: string, to: string) => span(from, to),
};

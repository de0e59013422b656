import type { Item } from "../../statistics/reporting.ts";
import { one, span } from "./text.ts";

const items: Readonly<Record<Item, string>> = {
  ARMS_SEIZED: "Arms seized",
  ARMS_FOUND: "Arms found",
  ARMS_SURRENDERED: "Arms surrendered",
  WEAPON_TYPE: "Type",
  MARKING: "Marking",
  TRACING: "Tracing",
  CONDITION: "Condition",
  SEIZURE_PLACE: "Place of seizure",
  LEGAL_GROUND: "Legal ground",
  OFFENCE_CONTEXT: "Offence context",
  PERSONS_OFFENCE: "Persons by offence",
  PERSONS: "Persons",
  SEX: "Sex of persons",
  AMMUNITION: "Ammunition",
  PARTS: "Parts",
  CASES: "Cases",
  SDG_16_4_2: "SDG 16.4.2",
  AGE: "Age",
  DISABILITY: "Disability",
  TRANSPORT: "Transport mode",
  ROUTE: "Route",
  VICTIMS: "Victims",
};

const meanings: Readonly<Record<Item, string>> = {
  ARMS_SEIZED: "the total of arms seized",
  ARMS_FOUND: "the total of arms found",
  ARMS_SURRENDERED: "the total of arms surrendered",
  WEAPON_TYPE: "arms seized, found or surrendered by type: pistol, rifle and so on",
  MARKING: "arms by marking: uniquely marked, altered, not marked",
  TRACING: "arms by what tracing or the authorities established",
  CONDITION: "arms seized by condition: industrial, converted, reactivated and so on",
  SEIZURE_PLACE: "arms seized by place: land borders, airports, harbours, inside the country",
  LEGAL_GROUND: "arms seized by the legal ground of the seizure",
  OFFENCE_CONTEXT: "arms seized by other offences suspected",
  PERSONS_OFFENCE: "persons by other offences suspected",
  PERSONS: "the total of persons targeted, arrested, prosecuted or convicted",
  SEX: "persons arrested, prosecuted or convicted, by sex",
  AMMUNITION: "the total of ammunition seized",
  PARTS: "the total of parts and components seized",
  CASES: "the number of seizure cases",
  SDG_16_4_2: "the official value of the indicator, published by the United Nations",
  AGE: "persons by age",
  DISABILITY: "persons by disability",
  TRANSPORT: "how arms were carried: by road, sea, air, post or parcel",
  ROUTE: "countries of departure, transit and destination",
  VICTIMS: "victims of violence with trafficked arms",
};

/** Words of the page on who has reported what. */
export const coveragePage = {
  title: (best: string, year: string, now: string, nowYear: string) =>
    `${best} reported to UNODC for ${year}, ${now} for ${nowYear}`,
  pageTitle: "Who has reported what",
  description:
    "Every State, every year, every characteristic: what States have reported to UNODC on illicit arms, and what no State has published.",
  nobody: (list: string) =>
    `Published by no State in UNODC's file on arms trafficking: ${list}. The resolution asks for data by sex, age, disability and criminal context. Where nothing stands here, nothing has been published, and nothing is filled in.`,
  wanted: {
    AGE: "age",
    DISABILITY: "disability",
    TRANSPORT: "transport mode",
    ROUTE: "routes",
    VICTIMS: "victims",
  },
  counted:
    "A State counts for a year when UNODC's file holds at least one row of it. That is reporting, not trafficking and not effort: a State may report late, by another way, or have nothing that it records in this form. “State” includes the few territories that the file lists by themselves.",
  file: "All of it as one file (CSV)",
  items,
  meanings,
  itemsTitle: (of: string, share: string, item: string) =>
    `Of up to ${of} that reported a year, at most ${share} gave the item “${item}”, the least given`,
  itemsSubtitle: (from: string, to: string) =>
    `Number of States that give each item, by year, ${from}–${to}`,
  itemsUnit: "States that give the item",
  itemsDots: "Dots: published by no State in any year.",
  itemsAny: "Anything at all",
  itemsItem: "Item",
  itemsCoverage: (count: string) =>
    `${count} with at least one row or official value in any year; the set changes every year`,
  itemsLink: "Item by year",
  matrixLink: "State by year",
  matrixTitle: (n: string) => `State by year: how many of ${n} items`,
  matrixIntro: (n: string, first: string) =>
    `One cell is one State and year; its number says how many of the ${n} items below were reported. Returns from before ${first} come from earlier collections than the present questionnaire.`,
  matrixLate: (last: string, full: string) =>
    `${last} has only begun to come in: no totals of arms seized stand in the file after ${full}.`,
  matrixItems: (n: string) => `The ${n} items`,
  state: "State",
  years: "Years",
  last: "Last",
  regionRow: (region: string) => `${region}: States with a return`,
  allRow: "All: States with a return",
  key: "How a cell reads",
  keyZero: "a return, and none of the items with a number",
  keyItems: (range: string, single: boolean) => `${range} ${single ? "item" : "items"}`,
  keyYears: (range: string, single: boolean) => `${range} ${single ? "year" : "years"}`,
  keyDoubt: "?",
  keyDoubtMeaning:
    "at least one of the items holds nothing but zeros, which may mean none or not recorded",
  keyOfficial: "*",
  keyOfficialMeaning:
    "UNODC's file has no number for the year; what stands there is the official value of SDG 16.4.2",
  noReturn: "no return",
  noYear: "none",
  notGiven: "not given",
  noState: "no State",
  traitsLink: "State by characteristic",
  traitsTitle: "State by characteristic: in how many years",
  traitsIntro: (n: string) =>
    `One cell says in how many years a State has given the characteristic. ${n} columns are empty for all: published by no State.`,
  traitRegion: (region: string) => `${region}: States that gave it in some year`,
  byNoState: "published by no State",
  nearestTitle: "The nearest there is",
  nearestIntro:
    "Other sources on this site hold some of what no State has published in UNODC's file. They count other things, mostly in one country, and stand apart: none of them fills a gap above.",
  nearestNone: "No source on this site has it.",
  nearestWho: (indicator: string, who: string, from: string, to: string) =>
    `${indicator}: ${who}, ${span(from, to)}`,
  moversLink: "Who started, who stopped",
  moversTitle: "Who started and who stopped, year by year",
  moversIntro: (from: string, to: string) =>
    `From ${from}, the first year of the present questionnaire, to ${to}. A State stops in a year when it has rows for the year before and none for that year. Why is not in the file. The newest year is the least complete: who is missing there may still report.`,
  moversColumns: {
    year: "Year",
    reporting: "States with a return",
    started: "Started",
    stopped: "Stopped",
  },
  firstTime: (year: string) => `For the first time since ${year}`,
  again: "Again",
  notSince: "Not seen since",
  back: "Back in a later year",
  firstYear:
    "The first year of the present questionnaire: there is no year before to compare with.",
  nobodyMoved: "none",
  panelLink: "Every year",
  panelTitle: (who: string, from: string, to: string) =>
    `${who} reported arms seized in every year from ${from} to ${to}`,
  panelIntro: (any: string) =>
    `${any} reported anything at all in each of these years. Only such a panel can be followed over time; every other sum compares different States.`,
  panelColumns: {
    item: "Reported in every year",
    count: "States",
    members: "Which",
  },
  panelNone: "no State",
  panelExplore: "The numbers of this panel in the explorer",
  sourceTitle: "Source and care",
  source: (file: string, official: string, version: string) =>
    `Source: ${file}; the item SDG 16.4.2: ${official}. Data version ${version}.`,
  coverage: (file: string, official: string) =>
    `Coverage: ${file} with a row in UNODC's file, and ${official} with an official value only. A State that stands in neither has no row here.`,
  caveats: [
    "A total of zero whose parts are zero or absent may mean “not recorded”. It counts as reported here and carries a question mark.",
    "A breakdown counts when at least one of its categories has a number; its own total alone does not count.",
    "A value that the source gives twice in conflict has no number and does not count as reported.",
  ],
  officialOnly: (names: string, count: number) =>
    `${names} ${one(count, "has", "have")} no row in UNODC's file, and an official value of SDG 16.4.2.`,
};

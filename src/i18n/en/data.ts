import { one } from "./text.ts";

/** Forms of the rule of 16.4.2 that were tried. */
const SDG_FORMS: Readonly<Record<string, string>> = {
  RULE: "The rule: arms seized, mean of the years in the footnote",
  COMPLETED: "Short tracing tables filled up to the arms seized; found on the same values",
  ALL_ACQUISITIONS: "Found and surrendered arms added",
  POOLED: "The two years pooled instead of averaged",
  ALWAYS_TWO_YEARS: "Always two years, whatever the footnote",
  NOT_IDENTIFIABLE_IN_D: "Arms that cannot be identified counted in the denominator",
  ALL_ACQUISITIONS_NOT_IDENTIFIABLE_IN_D: "Both added: nearest to the wording of the metadata",
};

/** Words of the page of the data. */
export const data = {
  title: "Data",
  intro:
    "Every source in one standard table: downloaded, checked, flagged, never silently repaired. Each file below stays at its address; new figures make a new version.",
  filesTitle: "The files",
  filesIntro:
    "A ZIP holds the rows as CSV with their code lists, a description for machines, a README, the citation and the terms. The single files hold the same rows: those of the newest release, where each release replaces the one before.",
  observations: (count: string) => `${count} observations`,
  releasesCount: (count: number) => `${count} ${one(count, "release", "releases")}`,
  wholeTitle: "Everything",
  whole: (count: string) =>
    `The ${count} observations of all datasets, each in its newest release. Older releases stand in the table below.`,
  coverage: (count: number, from: string, to: string) =>
    `whole dataset: ${count} ${one(count, "area", "areas")}, ${from} to ${to}; not every area in every year`,
  codelists: "Code lists",
  releases: "Releases and source files (CSV)",
  schema: "Schema (JSON)",
  labels: "Labels of the sources, as they spell them (CSV)",
  more: "All files, checks, flags and versions",
  perDataset: "Whole datasets",
  checksTitle: "What the checks found",
  checksIntro: (all: string, pass: string, warning: string) =>
    `${all} checks ran over all rows: ${pass} passed, ${warning} warn of something to know, none failed. A failed check stops publication. A warning is a defect or a change that stays in the data with its value, a status and a flag.`,
  checksPassed: (count: string) => `The ${count} checks that passed`,
  checkColumns: { message: "Check", count: "Rows", see: "More" },
  stages: {
    read: (count: string) => `While reading the files: ${count} warnings`,
    map: (count: string) => `While mapping to the standard: ${count} warnings`,
    flag: (count: string) => `Flagged observations: ${count} warnings`,
    check: (count: string) => `Over all rows, and between releases: ${count} warnings`,
  },
  definition: "Definition",
  examples: "Examples",
  report: "Whole report",
  sdgTitle: (n: string, d: string) => `SDG 16.4.2: ${n} of ${d} published values can be recomputed`,
  sdgIntro:
    "One rule, worked out from the numbers and not an official statement, gives these published values within 0.02 points from the tracing results that States reported to UNODC. Below, every value that it does not give or that cannot be tested, with what a search of the data found. A candidate is not a proof: for each value some twenty others were tried.",
  sdgLink: "SDG 16.4.2 recomputed",
  sdgMisses: "Published values that the rule does not give, or that cannot be tested",
  sdgColumns: { why: "What was found", which: "Values, by first year", count: "Number" },
  sdgForms: "Other forms of the rule, and how many values they give",
  sdgForm: (code: string) => SDG_FORMS[code] ?? code,
  sdgOf: (n: string, d: string) => `${n} of ${d}`,
  sdgGlobal: "Published values in the global SDG structure (SDMX-CSV)",
  figures: "Every computed figure with its inputs (CSV)",
  formulas: "Formulas (CSV)",
  flagsTitle: "Flags, and what they mean",
  flagsIntro:
    "An observation keeps its value and carries its flags into every file and figure. Counted over all datasets and releases.",
  flagColumns: { flag: "Flag", meaning: "Meaning", count: "Observations" },
  changesTitle: "What new releases changed",
  changesPage: "Releases side by side, by State and value",
  changesIntro:
    "A publisher's new release replaces the old one here, and both stay. Values that a later release changed or took back are flagged in the older one.",
  changeColumns: {
    pair: "Releases",
    changed: "Changed",
    dropped: "Dropped",
    zeros: "of them zeros",
    added: "Added",
    areas: "Areas touched",
  },
  changesBy: "By indicator",
  changesFile: "Every change (CSV)",
  indicator: "Indicator",
  calendarTitle: "Calendar of releases",
  calendarIntro:
    "When each release was published, as far as its name tells, and when each version of our data was. UNODC collects its questionnaire each year from March to October, as the metadata of SDG 16.4.2 say; nothing held here names the day of a next release.",
  calendarColumns: { when: "Published", what: "Release", since: "After the one before" },
  quarter: (year: string, quarter: string) => `Quarter ${quarter} of ${year}`,
  ownVersion: (version: string) => `Version ${version} of the data of this site`,
  months: (n: string, count: number) => `${n} ${one(count, "month", "months")}`,
  undated: (list: string) => `The names of these releases tell no day of publication: ${list}.`,
  releasesTitle: "Releases",
  releaseColumns: {
    dataset: "Dataset",
    release: "Release",
    observations: "Observations",
    period: "Periods",
  },
  versionsTitle: "Versions of this data",
  versionsIntro:
    "A dropped observation makes a major version, an addition or a correction a minor one. Every version stays at its address.",
  versionColumns: {
    version: "Version",
    date: "Date",
    observations: "Observations",
    added: "Added",
    corrected: "Corrected",
    dropped: "Dropped",
  },
  tableRegion: (title: string) => `Table: ${title}`,
};

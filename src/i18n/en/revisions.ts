import { capital, one, span } from "./text.ts";

/** Words of the page on what releases changed. */
export const revisionsPage = {
  title: (changed: string, dropped: string, zeros: string) =>
    `From release to release ${changed} numbers changed and ${dropped} were dropped, ${zeros} of them zeros`,
  pageTitle: "Revisions",
  description:
    "The releases of UNODC's file side by side: what each changed, added and dropped, and the history of every value that was taken back.",
  intro: (releases: string) =>
    `UNODC has issued its file of firearms trafficking anew; this site keeps ${releases} and lays them side by side. A new release replaces the one before; a number may change, go, or come back. Counted above: each release against the one before it. Why a number moved is not in the files.`,
  releasesTitle: "The releases side by side",
  releaseColumns: {
    release: "Release",
    rows: "Rows in the file",
    observations: "Observations here",
    states: "States",
    years: "Years",
    came: "States that came",
    went: "States that went",
  },
  releasesNote:
    "Observations are fewer than rows where the file prints two lines under one label: these are summed.",
  firstRelease: "the oldest release kept here",
  none: "none",
  stepsTitle: "Changed, added and dropped",
  stepsIntro:
    "Counted on observations of this site, release against release. A change is another value for the same key; dropped and added are keys that only one of the two holds.",
  stepColumns: {
    step: "From one release to a later one",
    indicator: "Indicator",
  },
  release: capital,
  span,
  step: (from: string, to: string) => `${capital(from)} to ${to}`,
  byIndicator: (step: string) => `${step}, by indicator`,
  file: (step: string) => `${step}: every change (CSV)`,
  zerosTitle: (zeros: string, release: string, gone: string) =>
    `Worked example: ${zeros} zero totals in ${release}, ${gone} of them taken back by the next`,
  zerosIntro: (appeared: string, zeros: string) =>
    `${appeared} of the ${zeros} stood where the release before had no row at all. Read as “none”, they would say that States arrested nobody and traced nothing; the next release took most of them away again. So this site never reads a zero total without parts as none: it carries the flag of a doubtful zero, and the flag of a false zero where a later release has taken it back.`,
  zeroColumns: {
    totals: "Totals",
    release: (label: string) => `${capital(label)}: zeros of all`,
    appeared: (label: string) => `No row before ${label}`,
    takenBack: "Taken back by the next",
  },
  zeroOf: (zeros: string, totals: string) => `${zeros} of ${totals}`,
  zeroTotals: {
    PERSONS_ARRESTED: "Persons arrested or suspected",
    PERSONS_PROSECUTED: "Persons prosecuted",
    PERSONS_CONVICTED: "Persons convicted",
    PERSONS_TARGETED: "Persons targeted by the justice system",
    ARMS_FOUND: "Arms found, tracing table",
    ARMS_SURRENDERED: "Arms surrendered, tracing table",
    ARMS_SEIZED: "Arms seized, tables of places and of tracing",
  },
  zeroAll: "All of these",
  gapsTitle: (count: string, what: string) => `${count} rows (${what}) that vanished and came back`,
  gapsIntro: (missing: string, newest: string, same: string, all: string) =>
    `They are not in ${missing} and stand again in ${newest}, ${same} of ${all} with the same value. Shares by type of these arms, computed from the release in between, leave them out without saying so.`,
  gapColumns: {
    what: "Rows",
    years: "Years",
    states: "States",
    count: "Missing rows",
    sum: "Sum of their values",
  },
  statesTitle: "By State",
  statesIntro:
    "How many numbers of a State each release changed, dropped or added. Most additions are new years. The number of values taken back leads to their history.",
  state: "State",
  ofStep: (kind: string, release: string) => `${kind}, ${release}`,
  taken: "Values with a history",
  untouched: "none",
  historyTitle: (count: string, states: string) =>
    `The history of ${count} values that a release changed or dropped, in ${states}`,
  historyIntro:
    "Each line is one number of one State and year, as each release has it. Hatched: the release has no such row. Bold: another value than in the release before. Values that were only added are not here; they stand in the files of changes above.",
  historyOf: (state: string, count: string, n: number) =>
    `${state}: ${count} ${one(n, "value", "values")}`,
  historyColumns: { number: "Number", year: "Year" },
  whole: "Total",
  noRow: "no row",
  noValue: "no value: conflicting figures in the source",
  zerosLink: "The false zeros",
  gapsLink: "The missing rows",
  historyLink: "The history of each value",
  sourceTitle: "Source and care",
  source: (file: string, releases: string, version: string) =>
    `Source: ${file}, ${releases}; data version ${version}.`,
  coverage: (states: string, from: string, to: string) =>
    `Coverage: ${states} with a row in at least one of the releases, ${from} to ${to}.`,
  caveats: [
    "The copies of the releases come from public mirrors, with the publisher's stamp inside; releases that this site has no copy of cannot be compared.",
    "Four labels that the publisher renamed after its first release are matched first, so that a new name is not a dropped row.",
    "Values of SDG 16.4.2 that this site computes from these releases change with them; their changes stand on the page of the data.",
  ],
  allChanges: "All changes, of all datasets",
};

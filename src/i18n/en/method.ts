import { fileWords } from "./method/addresses.ts";
import { defectWords } from "./method/defects.ts";
import { formulaWords } from "./method/formulas.ts";
import { nextWords } from "./method/sources.ts";
import { capital } from "./text.ts";

/** Words of the page on method. */
export const method = {
  title: "Method",
  intro:
    "How the numbers of this site are made, checked and named, and what is known to be wrong in them. Nothing is imputed, smoothed or made up.",
  stepsTitle: "How a number gets here",
  notDone: "Not done",
  steps: {
    raw: {
      title: "Raw: the publisher's file",
      done: (releases: string) =>
        `Each file is kept as it came, with its hash, address, terms and release: ${releases} releases. Older releases stay beside newer ones.`,
      not: "No raw file is edited. Where a copy is not the publisher's own bytes, its numbers carry a flag.",
    },
    pipelines: {
      title: "Pipelines: from the file to the standard",
      done: (labels: string, checks: string) =>
        `Every label is matched letter by letter, ${labels} of them, to a code. An unknown label or column stops the run. Every row keeps its place in the source and its original label. ${checks} checks run over all rows; one that fails stops publication.`,
      not: "No gap is filled, carried forward or interpolated; no zero is made of a blank; no outlier is removed; no total is added to its parts. What looks wrong keeps its value and gets a flag; where a file gives two values for one cell, neither is published.",
    },
    data: {
      title: "Data: one table",
      done: (observations: string, version: string) =>
        `One row is one number: ${observations} in version ${version}. Each says what it counts, of whom, when, how it is broken down, whether it may be summed, and where it stands in the source.`,
      not: "No release overwrites another, and no published file changes: a difference makes a new version at a new address.",
    },
    page: {
      title: "Page: what you read",
      done: "Pages and charts are computed from the table when the site is built. The explorer runs the same queries in your browser. Every figure carries source, release, coverage and caveats, and can be followed back to its rows.",
      not: "No number in the title of a figure is typed by hand. Nothing is sent anywhere: no request leaves this site.",
    },
  },
  codebookTitle: "Codebook",
  codebookIntro:
    "The columns of the observation table, and every code that can stand in them. The same lists are files, and SDMX structures.",
  columnsTitle: "Columns of the observation table",
  columnHeads: { column: "Column", meaning: "Meaning", role: "Role", codes: "Codes" },
  roles: { dimension: "key", measure: "value", attribute: "attribute" },
  rowsRule:
    "No two rows agree in all columns of the key. Rows may be summed only within one release, one breakdown, one level of area and one kind of additivity.",
  listsTitle: "Code lists",
  listName: (name: string, id: string, count: string) => `${name} (${id}): ${count} codes`,
  listHeads: { code: "Code", meaning: "Label and definition" },
  listSource: (source: string) => `Source: ${source}`,
  within: (label: string) => `Within: ${label}.`,
  listFile: "This list as CSV",
  areaList: (count: string, names: string) =>
    `${count} codes, too many for a page: countries and territories by ISO 3166, their regions by UN M49, States of federal countries by ISO 3166-2, with names in up to ${names} languages.`,
  schemaFile: "Columns for machines (JSON)",
  checksTitle: "Checks",
  checksIntro: (all: string) =>
    `${all} checks ran when this version was made. A failed check stops publication; a warning is a defect or a change that stays in the data with a flag, a status or a note.`,
  checkHeads: { stage: "When", pass: "Passed", warning: "Warnings", fail: "Failed" },
  stages: {
    read: "While reading the files",
    map: "While mapping to the standard",
    flag: "While flagging",
    check: "Over all rows, and between releases",
  },
  all: "All",
  checksLink: "Every check, with counts and examples",
  checksFile: "The same as CSV",
  formulasTitle: "Formulas",
  formulasIntro:
    "Every figure that is computed here, and how. Each figure of the file carries its formula, numerator, denominator, inputs and notes. None of them is official, but for the published values that stand beside them.",
  dividedBy: " divided by ",
  needs: "Needs",
  used: "Used",
  uses: {
    home: "front page",
    explore: "explorer",
    sdg: "SDG 16.4.2",
    file: (count: string) => `${count} in the file of figures`,
  },
  formulaSources: (source: string) => `Method: ${source}.`,
  choicesTitle: "Choices that change the answer",
  weighting: {
    title: "Weighting",
    text: (span: string, pooled: string, mean: string, states: string) =>
      `Pooled sums over States, then divides: large reporters decide. The mean of States divides in each State, then averages: small reporters weigh as much. Both are right answers to different questions. Pistols among the arms seized in ${span}, without other and unknown: ${pooled} pooled, ${mean} as the mean of ${states} States. Every share says which it is.`,
  },
  panel: {
    title: "Same States (panel)",
    text: (from: string, to: string, states: string, first: string, last: string) =>
      `The States that report change every year, so a sum over whoever reported is not a trend. A line is drawn over the States that report in every year of its span, and they are named: from ${from} to ${to} they are ${states}, with ${first} arms seized in ${from} and ${last} in ${to}. A State reports a year of a breakdown when it gives at least one of its categories. The panel is not a sample, and never called the world.`,
  },
  index: {
    title: "Index",
    text: "A series divided by its own first number, times 100. A series that begins with 0 has no index.",
  },
  small: {
    title: "Small denominators",
    text: (least: string) =>
      `A percentage of fewer than ${least} is shown faded, with its denominator, and noted in the file of figures. It is not hidden: the reader sees how little it rests on.`,
  },
  suppression: {
    title: "Suppression",
    text: (below: string) =>
      `Published national counts stay as published, small ones too. In a reader's own file, counts from 1 to ${below} can be suppressed, and with them the companions that would give them away; a cross that hides most of its counts is withheld. The file never leaves the browser.`,
  },
  sdg: {
    title: "SDG 16.4.2",
    text: (reproduced: string, testable: string, tolerance: string) =>
      `Three things stand side by side and are never joined: the values as published, the values by the rule that the published ones follow, and the values by the wording of the metadata. The rule was worked out from the numbers; it is not an official statement. It gives ${reproduced} of ${testable} published values within ${tolerance} points. There is no target, no world value and no ranking.`,
    link: "SDG 16.4.2 by State",
    gaps: "Values that the rule does not give",
  },
  citeTitle: "How to cite",
  citeIntro:
    "Cite the publisher of each figure with its release, and this project for the standardization with the version of the data. The explorer gives the citation of a single view, with an address that keeps its numbers.",
  citedTitle: "Firearms-trafficking statistics in one standard table",
  citeThis: "This project",
  citeEach: "Each source",
  citeBib: "All of them as BibTeX",
  citeRis: "All of them as RIS",
  citeCff: "Citation of the software (CITATION.cff)",
  apiTitle: "Addresses of the data",
  apiIntro: (version: string) =>
    `Every file has an address below “data/”, which any program can read: no key, no account. An address with a version is a contract: what stands there never changes. The folder “latest” holds the newest version, now ${version}: use it to look, and a version to cite.`,
  apiHeads: { address: "Address", what: "What it is" },
  apiRoot: {
    versions: "Versions, oldest first: day, observations, added, corrected, dropped",
    version: "The folder of one version; all addresses below stand in it",
    latest: "The newest version under a name that stays",
  },
  apiFiles: fileWords,
  apiExamples: "Examples",
  apiExamplesIntro: (host: string) =>
    `Arms seized in Mexico, 2016 to 2020, headline totals. In place of ${host} put the address of this site. The explorer writes such code for any view.`,
  codeRegion: (title: string) => `Code: ${title}`,
  sourcesTitle: "Sources: terms and releases",
  sourcesIntro:
    "The figures belong to their publishers. Their terms are told here as they are known; most are still to be confirmed, and none of this is legal advice. A day stands beside a release that its publisher names by a day.",
  publisher: "Publisher",
  terms: "Terms",
  held: "Releases held",
  next: "Next",
  heldOne: (label: string, day: string) => (day === "" ? label : `${label} (${day})`),
  heldAll: (list: string) => `${capital(list)}.`,
  heldMany: (first: string, last: string, count: string) => `${first} to ${last} (${count})`,
  nextReleases: nextWords,
  changesTitle: "What changed in the data",
  changesOf: (version: string) => `Version ${version}`,
  changesNote: "As the change log tells it.",
  defectsTitle: "Known defects of the sources",
  defectsIntro: (release: string) =>
    `What is wrong or odd in the files, and what is done about it. Numbers are counted in the data when this page is built; where nothing else is said, in the UNODC firearms file, ${release}.`,
  defects: defectWords,
  formulas: formulaWords,
};

import type { Term } from "../../terms.ts";

/** Terms for how figures are made and read. */
export const STATISTICS: readonly Term[] = [
  {
    id: "indicator",
    term: "Indicator",
    forms: ["indicator", "indicators"],
    definition:
      "What a number counts or measures: arms seized, persons convicted, the percentage of SDG 16.4.2. One column of the table holds it.",
    source: "SDMX",
    see: ["sdg-16-4-2", "release"],
  },
  {
    id: "sdg-16-4-2",
    term: "SDG 16.4.2",
    forms: ["SDG 16.4.2", "16.4.2"],
    definition:
      "The indicator of the Sustainable Development Goals that asks: of the arms seized, found or surrendered, in what proportion was the illicit origin or context traced or established by a competent authority? It measures how far authorities establish where arms come from, not how many arms flow. It has a desired direction, up, and no numeric target.",
    source: "METADATA",
    see: ["point-of-diversion", "tracing", "numerator-and-denominator"],
  },
  {
    id: "coverage",
    term: "Coverage",
    forms: ["coverage", "reporting States"],
    definition:
      "Which States or areas stand behind a figure, and how many. It changes from year to year, and with it the sum.",
    source: "OURS",
    see: ["same-states", "not-reported"],
  },
  {
    id: "same-states",
    term: "Same States (panel)",
    forms: ["same States", "panel"],
    definition:
      "The States that report in every year of the span shown. Over them a line compares like with like. They are few and not a sample of the world, and they are always named or counted.",
    source: "OURS",
    see: ["coverage", "index"],
  },
  {
    id: "pooled",
    term: "Pooled",
    forms: ["pooled"],
    definition:
      "Summed over States first, then divided. States with large numbers weigh most; one of them can decide the result.",
    source: "OURS",
    see: ["mean-of-states", "share"],
  },
  {
    id: "mean-of-states",
    term: "Mean of States",
    forms: ["mean of States", "each State counts once", "each State once"],
    definition:
      "The share is computed in each State, then averaged without weights: each State counts once. States with small numbers weigh as much as large ones. A category that a State does not give counts as 0 in its share.",
    source: "OURS",
    see: ["pooled", "share"],
  },
  {
    id: "share",
    term: "Share",
    forms: ["share", "shares"],
    definition:
      "A part divided by the whole of its own breakdown, with or without the categories “other” and “unknown”. Only parts that exclude one another have shares.",
    source: "OURS",
    see: ["numerator-and-denominator", "pooled", "mean-of-states", "unknown"],
  },
  {
    id: "index",
    term: "Index",
    forms: ["index"],
    definition:
      "A series divided by its own first number, times 100. It shows change only; where the first number is 0 there is no index.",
    source: "OURS",
    see: ["same-states"],
  },
  {
    id: "numerator-and-denominator",
    term: "Numerator and denominator",
    forms: ["numerator", "denominator", "denominators"],
    definition:
      "The two numbers of a ratio: what is counted, and what it is divided by. Every computed percentage here gives both. A ratio over several States sums each of them separately before it divides.",
    source: "OURS",
    see: ["share", "small-denominator", "sdg-16-4-2"],
  },
  {
    id: "small-denominator",
    term: "Small denominator",
    forms: ["small denominator", "small denominators"],
    definition:
      "A denominator below 20. One case more or less then moves the percentage by more than 5 points, so it is faded and says why.",
    source: "OURS",
    see: ["numerator-and-denominator"],
  },
  {
    id: "release",
    term: "Release",
    forms: ["release", "releases"],
    definition:
      "An edition of a publisher's file, named as the publisher stamps it. Older releases stay here beside newer ones; values are never carried from one to another.",
    source: "OURS",
    see: ["data-version", "flag"],
  },
  {
    id: "data-version",
    term: "Data version",
    forms: ["data version", "version of the data"],
    definition:
      "A state of this project's whole table, numbered. A dropped observation makes a major version, an added or corrected one a minor version, anything else a patch. Each version stays at its address.",
    source: "OURS",
    see: ["release"],
  },
  {
    id: "flag",
    term: "Flag",
    forms: ["flag", "flags", "flagged"],
    definition:
      "A short code on a number that says what to know of it: a doubtful zero, a break, another population. The value stays; the flag goes with it into every file.",
    source: "OURS",
    see: ["doubtful-zero", "release"],
  },
  {
    id: "m49-region",
    term: "M49 region",
    forms: ["M49 region", "M49"],
    definition:
      "A region or sub-region of the United Nations' standard list of countries and areas for statistics. The grouping is for statistics alone and says nothing on any territory.",
    source: "M49",
    see: ["coverage"],
  },
  {
    id: "kinds-of-missing",
    term: "Six kinds of missing",
    forms: ["kinds of missing", "kinds of nothing"],
    definition:
      "True zero, not reported, not collected, cannot exist, suppressed, unknown. Six different things, kept apart in every table, chart and file; none is ever turned into another.",
    source: "SDMX",
    see: [
      "true-zero",
      "not-reported",
      "not-collected",
      "cannot-exist",
      "suppressed",
      "unknown",
      "doubtful-zero",
    ],
  },
  {
    id: "true-zero",
    term: "True zero",
    forms: ["true zero", "reported zero"],
    definition: "The number 0, as a State reports it. Status A.",
    source: "SDMX",
    see: ["doubtful-zero", "kinds-of-missing"],
  },
  {
    id: "doubtful-zero",
    term: "Doubtful zero",
    forms: ["doubtful zero", "doubtful zeros", "false zero", "false zeros"],
    definition:
      "A zero total whose parts are all zero or absent. It may mean “not recorded”. It stays 0, carries a flag, is drawn as doubtful and is never called “none”. Where a later release takes such a zero back, the older one carries the flag of a false zero.",
    source: "OURS",
    see: ["true-zero", "flag", "kinds-of-missing"],
  },
  {
    id: "not-reported",
    term: "Not reported",
    forms: ["not reported"],
    definition: "Asked for, and no answer. No value, status O, or no row at all. Never 0.",
    source: "SDMX",
    see: ["kinds-of-missing", "coverage"],
  },
  {
    id: "not-collected",
    term: "Not collected",
    forms: ["not collected"],
    definition:
      "It exists, and nobody has collected or published it, such as the age of persons arrested for arms trafficking in the international file. No value, status L.",
    source: "SDMX",
    see: ["kinds-of-missing"],
  },
  {
    id: "cannot-exist",
    term: "Cannot exist",
    forms: ["cannot exist"],
    definition: "What has no meaning, such as the sex of a rifle. No value, code _Z or status M.",
    source: "SDMX",
    see: ["kinds-of-missing"],
  },
  {
    id: "suppressed",
    term: "Suppressed",
    forms: ["suppressed"],
    definition:
      "It exists, and is withheld to protect persons: a count from 1 to 4, or a count that would give one away. No value, status Q.",
    source: "SDMX",
    see: ["kinds-of-missing"],
  },
  {
    id: "unknown",
    term: "Unknown",
    forms: ["unknown"],
    definition:
      "A category: counted, with this characteristic not known. It has a number and a bar of its own, code _U. Not a gap.",
    source: "SDMX",
    see: ["kinds-of-missing", "share"],
  },
];

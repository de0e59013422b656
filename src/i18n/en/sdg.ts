/** Words of the page of SDG indicator 16.4.2. */
export const sdgPage = {
  title: "SDG indicator 16.4.2",
  description:
    "SDG 16.4.2, the tracing of seized, found and surrendered arms: values as published, recomputed with numerator and denominator, and who reports.",
  headline: (both: string, tracing: string, published: string) =>
    `${both} of the ${tracing} States and territories whose returns hold any tracing data have a published value of 16.4.2; ${published} have one in all.`,
  notInFile: (names: string) =>
    `A value is also published for ${names}, whose tracing results are not in UNODC’s file: it cannot be recomputed here.`,
  about: "What it measures, and what it does not",
  measures:
    "Target 16.4 asks for significantly fewer illicit arms flows. Indicator 16.4.2 does not count flows. It is the share of seized, found and surrendered arms whose illicit origin or context has been traced or established by a competent authority: how far authorities find out where the arms that they take in came from.",
  noTarget:
    "No numeric target exists, and none is drawn here. The custodians, UNODC and UNODA, publish values of States only; the release shown here holds no regional and no world value, and none is computed here.",
  depends:
    "A value depends on which arms are found, how many of them can be identified, and what is recorded. It cannot rank States. Tracing takes time, so the newest year is often low and revised later.",
  ruleTitle: "The rule that gives most published values",
  rule: "The metadata ask for arms traced out of all arms seized, found and surrendered. The published values follow a narrower rule, worked out here from the numbers: of arms seized only, those from an illegitimate owner in a registry or with a point of diversion found otherwise (N), out of these and the arms whose tracing failed, is pending, was not started, or whose marking is unknown (D). Arms that cannot be identified, and arms of a legitimate owner, are in neither. With a footnote, the value is the mean of two yearly ratios under the label of the first year.",
  ruleFit: (n: string, d: string) =>
    `The rule gives ${n} of the ${d} published values that UNODC’s file can test, within 0.02 points. It was found on these same values, so the fit is in-sample: strong evidence of practice, not an official statement.`,
  contents: "On this page",
  valuesTitle: "Published values over time",
  sharedYear:
    "Most values cover the label year and the year after, so neighbouring points of a State have a year in common and are not independent; a change from one to the next is not a trend.",
  noDenominators:
    "The publisher gives no numerator and no denominator. What UNODC’s file holds of them stands by State below; 0 and 100 are common where few arms are counted.",
  notDrawn: (list: string) => `Published and not drawn, because it stands alone: ${list}.`,
  countsTitle: (most: string, year: string, last: string, lastYear: string) =>
    `${most} States have a published value labelled ${year}, ${last} one labelled ${lastYear}`,
  countsSubtitle: "Number of States with a published value, by label year",
  countsCoverage: (n: string) => `${n} States with at least one published value`,
  countsCaveat:
    "The States differ from year to year. States without a value have not been given 0: the custodians publish nothing for them.",
  statesWith: "States with a value",
  labelYear: "Label year",
  state: "State or territory",
  none: "none",
  named: (name: string, year: string) => `${name} ${year}`,
  worked: "Worked example",
  workedTitle: (name: string, window: string) => `Worked example: ${name}, ${window}`,
  workedIntro:
    "The tracing table of arms seized, as the State returned it to UNODC. N is the sum of the lines marked N and D; D is the sum of these and of the lines marked D.",
  workedCaption: "Tracing table of arms seized",
  workedLine: "Line of the table",
  workedPart: "Counted in",
  parts: { both: "N and D", denominator: "D", neither: "neither" },
  workedRule: "By the rule",
  workedWording: "By the wording of the metadata",
  sumYear: (year: string, n: string, d: string, value: string) =>
    `${year}: 100 × ${n} / ${d} = ${value} %`,
  sumMean: (values: string, count: string, value: string) =>
    `Mean: (${values}) / ${count} = ${value} %`,
  plus: " + ",
  sumPublished: (value: string, label: string) => `Published under the label ${label}: ${value} %`,
  sumPooled: (n: string, d: string, value: string) =>
    `Both years added up first: 100 × ${n} / ${d} = ${value} %`,
  workedWhy:
    "By the wording, found and surrendered arms come in, and D holds all arms of the three tracing tables, those that cannot be identified too. It is an approximation: the file does not separate seizures for offences from administrative ones.",
  statesTitle: "State by State",
  statesIntro:
    "By region of UN M49, in the order of names. Published values, the two ways of computing the ratio for each single year with N of D, and why published and recomputed differ. Different measures: read along a row, never as one line.",
  statesSmall: (limit: string) =>
    `Grey: fewer than ${limit} arms in D, in that year or in a year of the published value; one arm more or less then moves the percentage by more than 5 points.`,
  statesFurther: "Open a State for its rows. The evidence for each difference is with the data.",
  stateSummary: (published: string, computed: string) => `${published}; computable for ${computed}`,
  times: (n: string, count: number) =>
    count === 1 ? "1 published value" : `${n} published values`,
  never: "no published value",
  noYear: "no year",
  years: (n: string, count: number) => (count === 1 ? "1 year" : `${n} years`),
  stateLink: (name: string) => `All numbers of ${name}`,
  columns: { window: "Years covered", compared: "Recomputed over these years" },
  windowYears: (from: string, to: string) => `${from}–${to}`,
  slip: "read from the label; the footnote contradicts it",
  noLine: (ratio: string) => `${ratio}; no line for N, counted as 0`,
  small: (ratio: string) => `${ratio}; few arms`,
  notComputable: "cannot be computed",
  short: { same: "same", differs: "differs", untested: "cannot be tested" },
  ofLabel: (year: string, text: string) => `${year}: ${text}`,
  recomputedOne: (value: string, parts: string) => `Recomputed: ${value} %, from ${parts}.`,
  recomputedMean: (value: string, parts: string) => `Recomputed: ${value} %, the mean of ${parts}.`,
  partOfYear: (ratio: string, year: string) => `${ratio} in ${year}`,
  same: "The rule gives the published value.",
  differs: "The rule does not give the published value.",
  untested: "Cannot be tested.",
  whoTitle: "Who reports",
  whoIntro:
    "States and territories in UNODC’s current release and in the published values, each in one list. Not reported is not zero.",
  who: {
    published: "A value is published",
    byRule: "Not published; the rule gives a ratio for at least one year",
    byWording: "Not published; only the wording of the metadata gives a ratio",
    notDivisible: "Lines of the tracing table, and nothing that could be divided",
    seizuresOnly: "A number of arms seized, and no tracing data",
  },
  whoCount: (title: string, n: string) => `${title}: ${n}`,
  progressTitle: "Higher or lower than at first",
  progressIntro: (all: string, rose: string, fell: string, stayed: string) =>
    `${all} States have a first and a newest published value whose years do not overlap. Between the two the value rose in ${rose}, fell in ${fell} and stayed the same in ${stayed}.`,
  progressHedge: (weak: string, all: string) =>
    `This is no measure of effort. The years differ from State to State, only two values of each are compared, and a change may come from what was seized, from what was recorded, from another source, or from late returns. For ${weak} of the ${all}, a window has fewer than 20 arms in D in some year, or no D that could be recomputed.`,
  rose: "Rose",
  fell: "Fell",
  stayed: "Stayed the same",
  sourcesTitle: "Sources, releases and caveats",
  sourceRelease: (source: string) => `Published values: ${source}.`,
  sourceReturns: (source: string) => `N, D and who reports tracing: ${source}.`,
  sourceMetadata: "Wording: SDG metadata 16-04-02, edition of 26 July 2018.",
  sourceCoverage: (values: string, states: string, from: string, to: string) =>
    `Coverage: ${values} published values of ${states} States, labelled ${from} to ${to}.`,
  vintage:
    "An earlier vintage of the indicator pooled two years and labelled them with the second. The same label then means other years and another average: vintages must not be joined.",
  computed:
    "Everything recomputed here is ours and not official. Categories that a State left empty count as 0 in the recomputation, as the published values suggest. Nothing is imputed.",
  explorer: "Published values in the explorer",
  files: "Values, comparison and files",
  method: "Method and formulas",
  glossary: "Glossary",
};

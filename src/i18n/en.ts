import type { IndicatorId } from "../standard/codelists/indicator.ts";
import type { Dimension } from "../standard/dimensions.ts";
import { findingsWords } from "./en/findings.ts";
import { mapWords } from "./en/map.ts";
import { persons } from "./en/persons.ts";
import { picture } from "./en/picture.ts";
import { returnWords } from "./en/return.ts";
import { sqlWords } from "./en/sql.ts";
import { takeaway } from "./en/takeaway.ts";
import { viewWords } from "./en/views.ts";

const one = (count: number, singular: string, plural: string) => (count === 1 ? singular : plural);

const span = (from: string, to: string) => (from === to ? from : `${from}–${to}`);

const capital = (text: string) => text.charAt(0).toLocaleUpperCase("en") + text.slice(1);

/** Counted areas: States for countries, sub-national areas for parts of them, regions that hold one another. */
const areas = (count: string, n: number, level: "COUNTRY" | "SUBNATIONAL" | "REGION") => {
  if (level === "COUNTRY") return `${count} ${one(n, "State", "States")}`;
  return level === "SUBNATIONAL"
    ? `${count} sub-national ${one(n, "area", "areas")}`
    : `${count} ${one(n, "region", "regions")}`;
};

const NOUNS: Record<IndicatorId, string> = {
  ARMS_SEIZED: "arms seized",
  ARMS_FOUND: "arms found",
  ARMS_SURRENDERED: "arms surrendered",
  AMMUNITION_SEIZED: "ammunition seized",
  PARTS_SEIZED: "parts and components seized",
  SEIZURE_CASES: "seizure cases",
  PERSONS_TARGETED: "persons targeted by the justice system",
  PERSONS_ARRESTED: "persons arrested or suspected",
  PERSONS_PROSECUTED: "persons prosecuted",
  PERSONS_CONVICTED: "persons convicted",
  PERSONS_ARRESTED_OFFENCE: "persons arrested or suspected, by offences",
  ARMS_TRACED: "firearms traced",
  PARTS_TRACED: "receivers, silencers and conversion devices traced",
  ARRESTS_WEAPONS: "weapons arrests",
  EXPLOSIVES_SEIZED: "explosive devices seized",
  REPLICAS_SEIZED: "replicas seized",
  BLADED_SEIZED: "blades seized",
  VICTIMS_HOMICIDE: "victims of intentional homicide",
  VICTIMS_HOMICIDE_ESTIMATE: "victims of intentional homicide (regional estimate)",
  VICTIMS_HOMICIDE_FIREARM: "victims of homicide by firearm",
  VICTIMS_HOMICIDE_FIREARM_EXPLOSIVE: "victims of homicide by firearm or explosive",
  VICTIMS_HOMICIDE_SHARP: "victims of homicide by sharp object",
  VICTIMS_HOMICIDE_OTHER_WEAPON: "victims of homicide by another weapon",
  VICTIMS_HOMICIDE_NO_WEAPON: "victims of homicide without a weapon",
  VICTIMS_HOMICIDE_MEANS_UNKNOWN: "victims of homicide, means unspecified",
  VICTIMS_HOMICIDE_OTHER_MECHANISM: "victims of homicide by another mechanism",
  VICTIMS_HOMICIDE_UNKNOWN_MECHANISM: "victims of homicide, mechanism unknown",
  VICTIMS_HOMICIDE_IPFM: "victims of homicide by a partner or family member",
  VICTIMS_HOMICIDE_IP: "victims of homicide by an intimate partner",
  VICTIMS_HOMICIDE_FM: "victims of homicide by a family member",
  VICTIMS_HOMICIDE_OTHER_KNOWN: "victims of homicide by another known perpetrator",
  VICTIMS_HOMICIDE_UNKNOWN_PERPETRATOR: "victims of homicide by a perpetrator unknown to them",
  VICTIMS_HOMICIDE_REL_UNKNOWN: "victims of homicide, relationship unknown",
  VICTIMS_FEMICIDE_FIREARM: "victims of femicide by firearm",
  VICTIMS_INJURY_FIREARM: "victims of injury by firearm",
  VICTIMS_NEGLIGENT_HOMICIDE_FIREARM: "victims of negligent homicide by firearm",
  VICTIMS_NEGLIGENT_INJURY_FIREARM: "victims of negligent injury by firearm",
  SDG_16_4_2: "SDG 16.4.2, as published",
  SDG_16_4_2_RULE: "SDG 16.4.2 recomputed by the rule, one year",
  SDG_16_4_2_RULE_MEAN: "SDG 16.4.2 recomputed by the rule, mean of two years",
  SDG_16_4_2_RULE_POOLED: "SDG 16.4.2 recomputed by the rule, two years pooled",
  SDG_16_4_2_WORDING: "SDG 16.4.2 by the metadata's wording, one year",
  SDG_16_4_2_WORDING_MEAN: "SDG 16.4.2 by the metadata's wording, mean of two years",
  SDG_16_4_2_WORDING_POOLED: "SDG 16.4.2 by the metadata's wording, two years pooled",
};

const DIMENSION_NAMES: Record<Dimension, string> = {
  sex: "Sex",
  age: "Age",
  weapon_type: "Weapon type",
  marking: "Marking",
  condition: "Condition",
  legal_ground: "Legal ground",
  offence_context: "Offence context",
  seizure_place: "Place of seizure",
  trace_status: "Trace status",
  origin_area: "Origin (State of first sale)",
  calibre: "Calibre",
  time_to_crime: "Time to crime",
};

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

/** Every sentence that a reader of the English site can meet. */
export const en = {
  site: {
    name: "Illicit Arms Monitor",
    description:
      "Seizures of illicit arms, their types, routes and tracing, and the persons involved by sex and age: standardized, checked, citable.",
    skip: "Skip to content",
    home: "Home",
    explore: "Explore",
    data: "Data",
    sql: "SQL",
    ownReturn: "Your return",
    navigation: "Main",
    footer:
      "Figures carry the publisher's name, release and caveats. Nothing is imputed or smoothed. Not an official site of any organization.",
    dataVersion: (version: string) => `Data version ${version}`,
  },
  nouns: NOUNS,
  units: {
    NUMBER: "number",
    PT: "per cent",
    PER_100000_POP: "per 100,000 inhabitants",
  },
  dimensions: DIMENSION_NAMES,
  areas,
  home: {
    title: "Seizures of illicit arms, without the false trends",
    intro: (change: string, name: string, part: string, whole: string) =>
      `Add up every State's seizures and the world total falls by ${change} between 2020 and 2021. It did not: ${name}, with ${part} of the ${whole} counted in 2020, stopped reporting. Here every figure shows the States that stand behind it.`,
    ways: "Your way in",
    wayPublic: "Look up a State or a weapon type",
    wayResearch: "Filter, check and download the rows",
    wayBriefing: "Arms seized, same States only",
    totalUnit: "Arms seized a year",
    typesUnit: "Share of arms seized",
    sexTitle: (share: string, stage: string) => `Women are ${share} of ${stage}`,
    sexSubtitle: (from: string, to: string) =>
      `Persons in justice for illicit trafficking in weapons, by stage and sex, ${from}–${to}; country-years that give both women and men`,
    sexRow: (persons: string, states: string) => `${persons} persons · ${states}`,
    ageTitle: (share: string) =>
      `${share} of weapons arrests in the United States are of persons under 25`,
    ageSubtitle: (year: string) =>
      `Arrests for weapons offences by sex and age, United States, ${year}; bars show arrests per year of age`,
    ageCoverage: (agencies: string, population: string) =>
      `${agencies} police agencies covering ${population} inhabitants`,
    sexCoverage: (who: string) =>
      `${who} give women and men for persons arrested in at least one year; fewer for the later stages`,
    sexPooled:
      "Pooled over country-years: States with many persons weigh most. The stages rest on different States and cannot be read as one group moving through justice.",
    recovery: "Recovered in",
    routesCoverage: (count: string, who: string) =>
      `${count} traces with a known first sale, ${who}`,
    country: "A State or territory",
    countryGo: "Show its figures",
    ageUnit: "Arrests per year of age",
    ageMissing:
      "No State has published the age of persons arrested for arms trafficking. The nearest published figures are United States arrests for any weapons offence.",
    routesTitle: (share: string, year: string) =>
      `${share} of firearms traced in ${year} crossed a State line between first sale and recovery`,
    routesSubtitle: (year: string) =>
      `Largest routes between States: firearms recovered and traced to a first retail sale, United States, ${year}`,
    routesSame: "sold and recovered in the same State",
    routesCut: (shown: string) =>
      `The ${shown} largest on each side are drawn; the table has them all.`,
    routesUnit: "Firearms traced",
    routesMissing:
      "No State has published international routes: transit countries, transport mode and parcels stand in no public file.",
    jumpTitle: "Four questions",
  },
  figure: {
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
    otherCategories: "Other categories",
  },
  titles: {
    totalSame: (noun: string, who: string, from: string, a: string, to: string, b: string) =>
      `The same ${who}: ${a} ${noun} in ${from}, ${b} in ${to}`,
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
  },
  subtitles: {
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
  },
  coverage: {
    same: (who: string) => `${who} that report in every year shown`,
    sameNamed: (names: string) => `${names}, in every year shown`,
    allNamed: (names: string) => `${names}; not in every year`,
    all: (low: string, high: string) =>
      `between ${low} and ${high} reporting a year; the set changes`,
    none: "nobody reports in every year shown",
  },
  explorer: {
    title: "Explore the figures",
    intro:
      "Choose what is counted and how it is broken down. Only tables that a source has really published can be chosen; nothing is crossed that the source has not crossed.",
    source: "Source",
    what: "What is counted",
    by: "Broken down by",
    byNone: "Nothing (totals)",
    level: "Areas",
    levelCountry: "Countries",
    levelSubnational: "Parts of countries",
    levelRegion: "Regions and the world",
    leaveOut: "leave out",
    release: "Release",
    releaseNewest: "The newest",
    releaseOlder: (label: string) => `${label} (replaced)`,
    unit: "Unit",
    timeline: "Years",
    timelineNote: (what: string, from: string, to: string) =>
      `${what}, by year. Shown: ${span(from, to)}; drag over the years, or move the two ends.`,
    allYears: "All years",
    map: "Map",
    mapList: "Areas of the map",
    noMap: "No map",
    landFailed: (reason: string) => `The land of the map could not be loaded: ${reason}`,
    sankey: "Bands",
    matrix: "Matrix",
    arcs: "Map",
    months: "Months",
    multiples: "One by one",
    arrange: "Arrangement",
    bars: "Bars",
    stacked: "Stacked",
    grouped: "Grouped",
    linked: "Linked",
    linkedTitle: (noun: string) => `What else is published of ${noun}`,
    linkedSubtitle:
      "Choose a bar to filter every part of this page. A source that has not crossed two characteristics cannot answer both at once.",
    notCrossed: (dimension: string, others: string) =>
      `This source has not published ${dimension.toLocaleLowerCase("en")} crossed with ${others.toLocaleLowerCase("en")}, so nothing is shown: it could only be guessed.`,
    notCrossedAsk: (others: string) =>
      `Show it without the filter on ${others.toLocaleLowerCase("en")}`,
    asMain: "Break down by this",
    openingVersion: "Opening the data that this address names …",
    openingFailed: (reason: string) =>
      `The data that this address names could not be opened: ${reason} The figures below are those of the newest version.`,
    olderVersion: (version: string, newest: string) =>
      `You see data version ${version}, as this link asks. Version ${newest} is newer:`,
    openNewest: "open this view with the newest data",
    years: "Years",
    from: "From",
    to: "To",
    area: "Areas",
    areaAll: "All that report",
    areaChosen: (count: string) => `${count} chosen`,
    areaSearch: "Search areas",
    areaNoMatch: "No area of this table has that name.",
    categories: (dimension: string) => `${dimension}: categories`,
    all: "All",
    chosen: "In this view",
    clear: "Clear all",
    remove: (name: string) => `Remove ${name}`,
    filters: "Choose a view",
    notPublished: "not published by this source",
    cannotExist: "cannot exist",
    notWithFilter: "not together with the filters chosen",
    noData: "no data",
    trend: "Trend",
    breakdown: "Breakdown",
    routes: "Routes",
    table: "Table",
    enlarge: "Enlarge",
    reduce: "Reduce",
    engineFetch: (bytes: string, total: string) =>
      `Fetching the query engine: ${bytes} of ${total}. The figures below are already true.`,
    engineStart: "Starting the query engine …",
    dataFetch: (bytes: string) => `Fetching the data: ${bytes} …`,
    dataLoad: (rows: string) => `Loading ${rows} observations …`,
    engineReady: (rows: string) =>
      `Ready: answers come from DuckDB in your browser (${rows} observations loaded). Nothing you choose leaves it.`,
    asking: "Asking …",
    failed: (reason: string) => `The query engine could not be used: ${reason}`,
    failedHelp:
      "The figures drawn with this page and the data files below still work. Reload the page to try again, or open it in a current browser.",
    queryFailed: (reason: string) =>
      `This question could not be answered: ${reason} The last answer stays on the page; choose another view or reload.`,
    retry: "Try again",
    noscript:
      "Scripts are off: the view below is the first one, drawn when the site was built. The data files below need no script.",
    emptyPanel: (from: string, to: string) =>
      `No area reports this in every year from ${from} to ${to}, so no line compares like with like.`,
    emptyPanelAsk: "Show all reporters instead",
    emptyView: "No area reports this in the years chosen.",
    emptyAsk: "Show all years",
    noteAddress: (parts: string) =>
      `Part of this address could not be used and was left out: ${parts}.`,
    noteVersion: (asked: string, now: string) =>
      `This link names data version ${asked}, which is not published here; you see version ${now}.`,
    noteOutliers:
      "Values that evidently cover another population are left out (flag OUTLIER_SCOPE).",
    noteBands:
      "Age bands differ in width: a band of five years holds more persons than a single year. The drawing divides by the width and fades the open band, whose width is assumed; the table does not divide.",
    noteOverlap: "Several answers are possible here: categories overlap and are never summed.",
    noteListed:
      "A list cut to its largest entries: an absent entry is not zero and the sum is not a total.",
    noteUsa:
      "United States 2013–2020: traced, not seized, firearms (another concept). They enter in 2013 and leave after 2020.",
    noteReplaced:
      "A newer release has replaced this one: its values may have been revised or withdrawn since. See the data page.",
    noteNoSum:
      "Percentages, rates and regions are never summed or averaged over areas: each area stands by itself.",
    noteMean: "Shares need exclusive parts of one whole, so they are off for this table.",
    noteResidual: "“Other” and “unknown” are left out.",
    noteNoAmmunition:
      "Units differ between States (rounds, lots): a sum over States is not defensible.",
    said: (trend: string, members: string) => `${trend}. ${members}.`,
    published: "by no State",
    loadingChart: "The chart is being drawn.",
  },
  persons,
  picture,
  takeaway,
  nothingTitle: "Kinds of nothing, and how each is written",
  nothing: {
    zero: "zero, as reported",
    "doubtful-zero": "doubtful zero: the parts are zero or absent",
    "not-reported": "not reported",
    "not-collected": "not published by any State",
    suppressed: "suppressed",
    "cannot-exist": "cannot exist",
  },
  thread: {
    title: "Where this number comes from",
    formula: (value: string, rows: string) => `${value} is the sum of ${rows}.`,
    share: (value: string) => `${value} is a share; its numerator is the sum of these rows.`,
    rows: (count: string, n: number) => `${count} ${one(n, "observation", "observations")}`,
    cut: (shown: string, all: string) =>
      `The first ${shown} of ${all} are shown; the download has all.`,
    area: "Area",
    period: "Year",
    category: "Category",
    value: "Value",
    row: "Row in the source file",
    label: "As the source writes it",
    release: "Release",
    flags: "Flags",
    flagsTitle: "What the flags mean",
    none: "No observation stands behind this cell: it was not reported.",
    close: "Close",
    open: (what: string) => `Show the source of ${what}`,
  },
  table: {
    caption: (noun: string, who: string) => `${capital(noun)}, ${who}`,
    area: "Area",
    category: "Category",
    allYears: "All years",
    reporting: "Reporting",
    missing: "not reported",
    doubtful: "doubtful zero",
    withheld: "no value: conflicting figures in the source",
    noIndex: "no index: its first number is zero",
    cutBars: (shown: string, all: string) =>
      `The ${shown} largest of ${all} are drawn; the table has them all.`,
    rows: "Rows",
    names: "Names",
    labels: "Labels",
    codes: "Codes",
    both: "Both",
    unit: (unit: string) => `Unit: ${unit}`,
    rowsCount: (count: string, n: number) => `${count} ${one(n, "row", "rows")}.`,
    sortedBy: (column: string, direction: "ascending" | "descending") =>
      `Sorted by ${column}, ${direction === "ascending" ? "smallest first" : "largest first"}; cells without a number last.`,
  },
  data: {
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
    sdgTitle: (n: string, d: string) =>
      `SDG 16.4.2: ${n} of ${d} published values can be recomputed`,
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
  },
  return: returnWords,
  findings: findingsWords,
  sql: sqlWords,
  map: mapWords,
  views: viewWords,
};

export type Messages = typeof en;

import { span } from "./text.ts";

/** Words of the explorer. */
export const explorer = {
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
  noteOutliers: "Values that evidently cover another population are left out (flag OUTLIER_SCOPE).",
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
};

import { one } from "./text.ts";

const worldTotal = {
  title: (from: string, to: string) => `Why the world total “fell” between ${from} and ${to}`,
  standfirst: (fall: string, from: string, to: string, pair: string) =>
    `Add up every State’s answer, and arms seized fall by ${fall} from ${from} to ${to}. ${pair}`,
  pair: {
    rose: (n: string, a: string, b: string) =>
      `In the ${n} States that reported both years, they rose from ${a} to ${b}.`,
    fell: (n: string, a: string, b: string) =>
      `In the ${n} States that reported both years, they fell only from ${a} to ${b}.`,
    same: (n: string, a: string, b: string) =>
      `In the ${n} States that reported both years, they stayed the same: ${a} and ${b}.`,
  },
  sumHeading: "A sum that falls",
  sums: (n: string, a: string, from: string, k: string, b: string, to: string) =>
    `UNODC asks every State each year how many arms it seized. For ${from}, ${n} States gave a total, and together ${a} arms; for ${to}, ${k} States and ${b} arms.`,
  fell: (fall: string, from: string, to: string) =>
    `Read as one series, that is a fall by ${fall} from ${from} to ${to}.`,
  moreReported: "More States reported, and the sum became smaller.",
  hollow:
    "The points in the chart are hollow and no line joins them: each stands for another set of States. The strip below counts them.",
  leftHeading: "Who left",
  leftAndJoined: (n: string, left: number, k: string, joined: number, from: string, to: string) =>
    `${n} ${one(left, "State", "States")} with a total for ${from} gave none for ${to}; ${k} ${one(joined, "State", "States")} without a total for ${from} gave one for ${to}.`,
  largest: (name: string, part: string, whole: string, from: string) =>
    `The largest of those that left is ${name}, with ${part} of the ${whole} arms of ${from}.`,
  withoutLargest: {
    rose: (a: string, from: string, b: string, to: string) =>
      `Without that one State the sum goes the other way: ${a} in ${from}, ${b} in ${to}.`,
    fell: (a: string, from: string, b: string, to: string) =>
      `Without that one State the sum falls as well: ${a} in ${from}, ${b} in ${to}.`,
    same: (a: string, from: string, b: string, to: string) =>
      `Without that one State the sum does not move: ${a} in ${from}, ${b} in ${to}.`,
  },
  joinedBring: (sum: string, to: string) =>
    `But that sum is no trend either: those that joined brought ${sum} arms in ${to}.`,
  leaversTitle: (name: string, share: string) =>
    `${name} alone was ${share} of the sum, and left it`,
  leaversSubtitle: (from: string, to: string) =>
    `Arms seized in ${from} in the States that gave a total for ${from} and none for ${to}`,
  sameHeading: "The same States",
  panel: {
    rose: (n: string, from: string, to: string, a: string, b: string) =>
      `${n} States gave a total for every year from ${from} to ${to}. Together they seized more at the end than at the start: ${a} arms in ${from}, ${b} in ${to}.`,
    fell: (n: string, from: string, to: string, a: string, b: string) =>
      `${n} States gave a total for every year from ${from} to ${to}. Together they seized fewer at the end than at the start: ${a} arms in ${from}, ${b} in ${to}.`,
    same: (n: string, from: string, to: string, a: string, b: string) =>
      `${n} States gave a total for every year from ${from} to ${to}. Together they seized as many at the end as at the start: ${a} arms in ${from}, ${b} in ${to}.`,
  },
  panelYears: {
    rose: (a: string, from: string, b: string, to: string) =>
      `Over the years of the “fall” they went up, from ${a} in ${from} to ${b} in ${to}.`,
    fell: (a: string, from: string, b: string, to: string) =>
      `Over the years of the “fall” they went down as well, from ${a} in ${from} to ${b} in ${to}.`,
    same: (a: string, from: string, b: string, to: string) =>
      `Over the years of the “fall” they did not move: ${a} in ${from}, ${b} in ${to}.`,
  },
  panelWho: (names: string) =>
    `They are ${names}. They are not a sample of the world: they are those that answered every time.`,
  behindHeading: "How many stand behind each year",
  ever: (n: string, from: string, to: string, k: string) =>
    `${n} States gave a total for at least one year from ${from} to ${to}. Only ${k} gave one for every year.`,
  range: (n: string, most: string, k: string, fewest: string) =>
    `The count of reporters moves from ${n} in ${most} to ${k} in ${fewest}.`,
  twoLines:
    "Whoever wants more States must take fewer years, and whoever wants a long line must take few States. No choice gives both, and a figure should say which was made.",
  reportingTitle: (who: string) => `Only ${who} stand behind every year`,
  reportingSubtitle: (from: string, to: string) =>
    `States with a total of arms seized, by year, ${from}–${to}`,
  everyYear: "in every year",
  joined: "Joined",
  left: "Left",
  concludeHeading: "What may be concluded, and what not",
  conclude: [
    "One may say: among named States that reported both years, so many arms were seized in the one and so many in the other.",
    "One may not say that seizures in the world fell, or that they rose. No set of States that reports every year stands for the world.",
    "And one may say nothing of trafficking. What is seized depends on what is searched for, found and recorded; a police force that looks harder seizes more.",
  ],
  method: [
    "Totals of arms seized as States reported them to UNODC, in its newest release. A State counts as reporting a year when the file holds a number for it, zero included. Nothing is filled in for a year that is missing.",
    "“The same States” are those with a number in every year compared. The fall is one less the later sum divided by the earlier. A State has left when it has a number for the first year and none for the second.",
  ],
};

const pistolShare = {
  title: "One share of pistols, two methods",
  standfirst: (pooled: string, mean: string, from: string, to: string) =>
    `Of the arms seized from ${from} to ${to} whose type is named, ${pooled} were pistols. In the average State, ${mean} were. Both are right.`,
  twoHeading: "One question, two answers",
  counted: (states: string, arms: string, from: string, to: string) =>
    `${states} States have named the types of arms they seized in at least one year from ${from} to ${to}: ${arms} arms of a named type.`,
  pooled: (share: string) =>
    `Pooled: put all arms in one heap, and count. Pistols are ${share} of the heap.`,
  mean: (share: string) =>
    `Each State once: compute the share within each State, then take the mean. Pistols are ${share}.`,
  same: "The rows are the same, and so are the years and the types. Only the weights differ. The buttons above the chart change them.",
  oneHeading: "One State makes the difference",
  largest: (name: string, own: string, all: string, share: string) =>
    `In the heap, a State weighs as much as it seizes. ${name} weighs most: ${own} of ${all} arms, of which ${share} are pistols.`,
  leftOut: (pooled: string, pooledRest: string, mean: string, meanRest: string) =>
    `Leave it out, and the pooled share goes from ${pooled} to ${pooledRest}. The mean of States moves less: from ${mean} to ${meanRest}.`,
  weight: "A pooled share is moved most by whoever seizes, or records, the most.",
  oneTitle: (name: string, before: string, after: string) =>
    `Without ${name}, the pooled share goes from ${before} to ${after}`,
  waysSubtitle: (from: string, to: string) =>
    `Share of pistols among arms seized, ${from}–${to} together`,
  all: (method: string) => `${method}, all States`,
  without: (method: string, name: string) => `${method}, without ${name}`,
  way: (method: string, residual: string) => `${method}, ${residual.toLocaleLowerCase("en")}`,
  eachHeading: "Each State, seen once",
  majority: (n: string, count: number, states: string) =>
    `In ${n} of the ${states} States, pistols are more than half of the arms of a named type${count === 1 ? ": it is the exception" : ""}.`,
  smallest: (small: string, few: string, count: number, large: string, many: string) =>
    `The mean has a weakness of its own. ${small}, with ${few} ${one(count, "arm", "arms")} of a named type, counts as much as ${large}, with ${many}.`,
  spread:
    "And a mean hides how far apart the States lie. The chart counts them by their share; the table below it names each, with its numbers.",
  statesTitle: (n: string, count: number, all: string) =>
    `In ${n} of ${all} pistols ${one(count, "are", "are")} more than half`,
  statesSubtitle: (from: string, to: string) =>
    `Number of States by the share of pistols among their arms seized of a named type, ${from}–${to} together`,
  tenth: (from: string, to: string) => `${from} to ${to}`,
  pistols: "Pistols",
  named: "Arms of a named type",
  residualHeading: "What “other” and “unknown” do",
  residual: (n: string, all: string, from: string, to: string) =>
    `Of ${all} arms seized from ${from} to ${to} in States that give types, ${n} stand under “other” or “unknown”.`,
  residualShares: (pooled: string, mean: string, states: string) =>
    `Kept in the whole, they make the share of pistols smaller: ${pooled} pooled, ${mean} as the mean of ${states} States.`,
  residualReading:
    "Left out, one assumes that they are made up like the rest. Kept in, one assumes that no pistol is among them. Neither is known, and a share should say which it is.",
  fourTitle: (low: string, high: string) =>
    `From ${low} to ${high}: four ways to count the same arms`,
  answersHeading: "What each method answers",
  answers: [
    "Pooled answers: if I take one arm out of all that were seized and recorded, how likely is it a pistol? It suits questions on quantities, such as what a store has to hold.",
    "The mean of States answers: what does a State find in its own seizures, on average? It suits questions on practice, such as what training to offer, and does not let one State speak for all.",
    "Neither answers what is trafficked. Both start from what States searched for, found and recorded under the names of their own laws.",
    "A share without its method is half a number. Here every share says its weights, its years, how many States stand behind it and what was left out.",
  ],
  method: [
    "Arms seized by type as States reported them to UNODC, in its newest release, all years of the span together. A type that a State does not give counts as zero in its own share. A State whose named types sum to zero has no share.",
    "Pooled: the sum of pistols over States divided by the sum of all arms of a named type. Each State once: the unweighted mean of the States’ own shares. “Without” leaves a State out of numerator and denominator alike. In the chart of States, a share on a border stands in the higher group.",
  ],
};

const routes = {
  title: "Which guns cross which borders",
  standfirst: (all: string, share: string, year: string) =>
    `Of ${all} firearms recovered and traced in the United States in ${year}, ${share} were found in another State than the one where they were first sold. For borders between countries, no such table is published.`,
  stayHeading: "Most stay in their State",
  crossing: (all: string, year: string, share: string) =>
    `The United States publish, for each of their States, where the firearms traced there were first sold. For ${year} that is ${all} firearms with a known State of sale; ${share} of them crossed a State line.`,
  before: {
    rose: (share: string, year: string) => `In ${year}, a smaller share did: ${share}.`,
    fell: (share: string, year: string) => `In ${year}, a larger share did: ${share}.`,
    same: (share: string, year: string) => `In ${year} it was the same: ${share}.`,
  },
  traced:
    "A trace runs from the maker to the first retail sale and ends there. Who carried the gun on, how often it changed hands and by which road it came stand in no table.",
  crossed: "Crossed a State line",
  crossingTitle: (a: string, from: string, b: string, to: string) =>
    `${a} of traced firearms crossed a State line in ${from}, ${b} in ${to}`,
  crossingSubtitle: (from: string, to: string) =>
    `Firearms recovered in another State than that of their first sale, share of all traced to a known State, United States, ${from}–${to}`,
  routesHeading: "The largest routes",
  route: (n: string, origin: string, recovery: string) => `${origin} to ${recovery}, ${n} firearms`,
  largest: (first: string, second: string, year: string) =>
    `The largest route between two States in ${year} is ${first}. The next is ${second}.`,
  arrow:
    "Large States have large numbers on both ends: many live there, many guns are sold there, and many are traced there. A long bar is not a high risk.",
  netHeading: "Who sends, who receives",
  flow: (name: string, out: string, into: string) =>
    `${name}: ${out} firearms first sold there were found elsewhere, ${into} first sold elsewhere were found there`,
  sends: (flow: string, year: string) =>
    `The State with the largest surplus of guns sent in ${year} is ${flow}.`,
  receives: (flow: string) => `The State with the largest surplus of guns received is ${flow}.`,
  net: "“Sent” is short for first sold there and found elsewhere. The owner may have moved house, and the gun may have been stolen years later.",
  arcsTitle: (exporter: string, importer: string) =>
    `Guns first sold in ${exporter} were found elsewhere more often than the reverse; in ${importer} it was the other way`,
  arcsSubtitle: (year: string) =>
    `Firearms traced from the State of first sale to the State of recovery, United States, ${year}`,
  out: "First sold here, found elsewhere",
  in: "Found here, first sold elsewhere",
  homeHeading: "Sold and found at home",
  stay: (name: string, share: string, whole: string) =>
    `${name}, where ${share} of ${whole} traced firearms had been sold in the same State`,
  highest: (stay: string, year: string) => `The highest share in ${year} is that of ${stay}.`,
  lowest: (stay: string) => `The lowest is that of ${stay}.`,
  laws: "Such differences go with the size of a State, with what its neighbours sell, and with its laws. The table does not say which of them is at work.",
  homeTitle: (share: string, year: string) =>
    `${share} of firearms traced in ${year} were found in the State of their first sale`,
  homeSubtitle: (n: string, year: string) =>
    `Share first sold in the State of recovery; the ${n} States with the most traces, in that order, United States, ${year}`,
  together: (share: string) => `all: ${share}`,
  foreignHeading: "Traced to another country",
  foreign: (n: string, count: number, arms: string, home: string, from: string, to: string) =>
    `Between countries, UNODC asks with what result arms were traced. From ${from} to ${to}, ${n} ${one(count, "State", "States")} traced seized arms to an owner in a foreign registry: ${arms} arms. ${home} had an owner in the registry at home.`,
  foreignWhich:
    "Which country it was is published for no State. Nor is the way they came: transit, means of transport, parcels and post stand in no public file.",
  foreignMost: (name: string, n: string) =>
    `One State alone, ${name}, reports ${n} of them. The years are added up because the States that answer change from one to the next; the sum is no trend.`,
  foreignTitle: (arms: string, count: string, n: number) =>
    `${arms} seized arms had an owner in a foreign registry, by the answers of ${count} ${one(n, "State", "States")}`,
  placeHeading: "At the border itself",
  places: (all: string, land: string, sea: string, air: string, from: string, to: string) =>
    `States also say where arms were seized. Of ${all} arms from ${from} to ${to} whose place is named, ${land} were seized at a land border, ${sea} on a vessel or in a harbour, and ${air} on a plane or at an airport.`,
  placesReading:
    "The rest was seized inside the country. An arm seized there may have crossed a border long before, and one seized at a border may be a traveller’s hunting rifle: the place of seizure is not a route.",
  notHeading: "What traces are not",
  not: [
    "Traced firearms are not a sample of firearms used in crime. Not all firearms used in crime are traced, not all traced firearms were used in crime, and they are not chosen at random.",
    "A route is a first sale and a recovery, and nothing in between. It proves no trafficking: most of the years between lie in legal hands or in the dark.",
    "A State that traces more shows more. The share that crosses a line depends on which guns are sent for tracing, and on how many of those have a sale on record.",
    "And what holds between the States of one country says nothing on borders between countries. No State has published international routes.",
  ],
  method: [
    "Between States of the United States: the yearly tables of firearms sourced and recovered of its Bureau of Alcohol, Tobacco, Firearms and Explosives. A firearm counts in the State of recovery and the State of last known retail sale; those without a known State of sale are not in the table. It has crossed a line when the two differ. A State with fewer traces than the small-number limit of this site is not named as highest or lowest.",
    "Between countries: outcomes of tracing and places of seizure as States reported them to UNODC, in its newest release, all years of the span together and pooled over whoever answered.",
  ],
};

/** Words of the stories. */
export const stories = {
  indexTitle: "Stories",
  indexIntro:
    "Pieces to be read from top to bottom: each follows one question through real figures, says how it was counted, and ends with what may not be concluded.",
  indexDescription:
    "Stories from the figures on illicit arms: the world total, the share of pistols, and the routes of traced guns.",
  short: {
    "world-total": "Why the world total “fell”",
    "pistol-share": pistolShare.title,
    routes: routes.title,
  },
  tracedInstead:
    "The numbers behind it are of another kind, too: firearms traced, which is not the same as firearms seized.",
  state: "State",
  states: "States",
  methodTitle: "How this was counted",
  caveatsTitle: "To be read with it",
  caveats: [
    "Seizures measure what was searched for, found and recorded. They are not a measure of trafficking, and do not rank States.",
    "A missing number is not a zero. Nothing is imputed or smoothed.",
    "Every number in the text is computed from the data when the site is built; each figure opens in the explorer, where its rows can be checked and downloaded.",
  ],
  dated: (version: string, date: string) => `Data version ${version} of ${date}.`,
  citeTitle: "How to cite",
  onTitle: "Read on",
  explore: "The figures in the explorer",
  method: "Method and formulas",
  coverage: "Who reported what",
  worldTotal,
  pistolShare,
  routes,
};

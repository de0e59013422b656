import { capital, one, span } from "./text.ts";

/** Words of maps. */
export const mapWords = {
  /** "96 of 120 States report arms seized in 2016–2022" */
  title: (reporting: string, n: number, areas: string, noun: string, from: string, to: string) =>
    `${reporting} of ${areas} ${one(n, "reports", "report")} ${noun} in ${span(from, to)}`,
  titleOne: (area: string, noun: string, from: string, to: string) =>
    `${area} reports ${noun} in ${span(from, to)}`,
  /** "Men: 82% to 97% of persons arrested in 8 States that counted 20 or more" */
  titleShare: (
    categories: string,
    [low, high]: readonly [string, string],
    noun: string,
    who: string,
    least?: string,
  ) =>
    `${categories}: ${low === high ? low : `${low} to ${high}`} of ${noun} in ${who}${least === undefined ? "" : ` that counted ${least} or more`}`,
  titleAll: (areas: string, noun: string, from: string, to: string) =>
    `All ${areas} report ${noun} in ${span(from, to)}`,
  coverage: (who: string) => `${who} with a figure for some year shown`,
  coverageAndAlways: (all: string, always: string) => `${all}; ${always} of them in every year`,
  subtitleSum: (noun: string, from: string, to: string) =>
    from === to
      ? `Number of ${noun}, ${from}`
      : `Number of ${noun}, the reported years of ${span(from, to)} together`,
  subtitleShare: (categories: string, noun: string, from: string, to: string) =>
    `${categories}: share of ${noun}, ${span(from, to)}${from === to ? "" : " together"}`,
  subtitleLatest: (noun: string, from: string, to: string) =>
    `${capital(noun)}, ${from === to ? from : `latest number in ${span(from, to)}`}`,
  /** "firearms traced (Pistol)" */
  narrowed: (noun: string, categories: string) => `${noun} (${categories})`,
  unit: "The area of a circle is in proportion to the number.",
  unitShare: "The area of a circle is in proportion to the share.",
  quietChosen: "reports, not among the areas chosen",
  quietPanel: "reports, but not in every year shown",
  faded: (least: string) => `share of fewer than ${least}: says little`,
  notReported: "not reported",
  notReportedResidual: "not reported, or as other or unknown only",
  notReportedCategory: "not reported for the categories chosen",
  notReportedOutlier: "not reported, or left out as covering another population",
  smallest: (limit: string) => `Numbers below ${limit} have the same, smallest circle.`,
  smallestShare: (limit: string) => `Shares below ${limit} have the same, smallest circle.`,
  yearsDiffer:
    "Not every area reports every year: a sum over fewer years is not a smaller number a year.",
  shareOmitted: (count: string) =>
    `${count} more report, but are not among those shown, and are not drawn.`,
  leftOut: (names: string) => `Left out by the reader: ${names}.`,
  unplaced: (names: string) => `Without a place on the map: ${names}.`,
  beside: "Outside of the map’s frame, at the same scale:",
  disclaimer:
    "No boundary is drawn. The names shown and the designations used do not imply official endorsement or acceptance by this project. A symbol stands near the middle of its area. Land: Natural Earth.",
  area: (label: string, text: string) => `${label}: ${text}`,
  areaYears: (label: string, text: string, years: string, all: string) =>
    `${label}: ${text} in ${years} of ${all} years`,
  areaShare: (label: string, share: string, of: string) => `${label}: ${share} of ${of}`,
  overlapping:
    "An area may give one arm in several of these categories, so that they have no sum to draw. Choose one category, or none.",
  regions: "Regions hold one another and their States, so that they are not drawn on one map.",
  single: "There is one area only, and nothing to compare it with on a map.",
  arcsUnit: "Firearms traced from the State of first sale to the State of recovery",
  arcsDirection: "Arc: from the place of first sale (wide end) to the place of recovery (point)",
  arcsWithin: "Circle: sold and recovered in the same place",
  arcsSmallest: (limit: string) => `Routes of fewer than ${limit} have the same, smallest width.`,
  arcsCut: (shown: string, all: string, share: string) =>
    `The ${shown} largest of ${all} routes are drawn; they hold ${share} of what crossed from one area to another.`,
  arc: (origin: string, recovery: string, text: string) => `${origin} to ${recovery}: ${text}`,
  within: (label: string, text: string) => `Sold and recovered in ${label}: ${text}`,
  withinNone: (label: string) => `${label}: nothing reported as sold and recovered there`,
};

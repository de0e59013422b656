import { capital, one, span } from "./text.ts";

/** Words of bands, stacked bars, small multiples and heat maps. */
export const viewWords = {
  sankeyUnit: (noun: string, from: string, to: string) =>
    `${capital(noun)}, ${span(from, to)}${from === to ? "" : " together"}`,
  sankeyWithin: "Sold and recovered in the same area",
  sankeyAcross: "Recovered in another area",
  sankeyOthers: (count: string, n: number) => `${count} other ${one(n, "area", "areas")}`,
  sankeyAbsent: (count: string, n: number) =>
    `${count} ${one(n, "cell", "cells")} of the matrix ${one(n, "holds", "hold")} no number and ${one(n, "is", "are")} in no sum.`,
  flow: (origin: string, recovery: string, text: string) => `${origin} to ${recovery}: ${text}`,

  /** "Pistol is the largest named category of arms seized in 6 of 10 States" */
  stackedTitle: (label: string, noun: string, rows: string, all: string) =>
    `${label}: the largest named category of ${noun} in ${rows} of ${all}`,
  stackedTitleAll: (label: string, noun: string, all: string) =>
    `${label}: the largest named category of ${noun} in each of ${all}`,
  stackedTitleOne: (label: string, noun: string, row: string) =>
    `${label}: the largest named category of ${noun} in ${row}`,
  stackedAreas: (noun: string, who: string, from: string, to: string) =>
    `${capital(noun)} by area and category, ${who}, ${span(from, to)}${from === to ? "" : " together"}`,
  stackedYears: (noun: string, who: string, from: string, to: string) =>
    `${capital(noun)} by year and category, ${who}, ${span(from, to)}`,
  years: (count: string, n: number) => `${count} ${one(n, "year", "years")}`,
  ofTotal: (total: string) => `of ${total}`,
  partsMissing: (count: string, n: number) =>
    `${count} ${one(n, "category", "categories")} not reported`,
  rowsCut: (shown: string, all: string) =>
    `The ${shown} areas with the largest numbers of ${all} are drawn, in the order of their names; the table has them all.`,
  notStackable:
    "These categories are not exclusive parts of one whole, so that they stand beside each other and have no sum.",
  categoriesCut: (shown: string, all: string) =>
    `The ${shown} largest of ${all} categories are drawn; the table has them all.`,
  tooManyCategories: (shown: string) =>
    `The ${shown} largest categories have colours of their own; the others are grey.`,

  multiplesTitle: (noun: string, panels: string) => `${capital(noun)}: ${panels}, each by itself`,
  multiplesCategories: (count: string, n: number) => `${count} ${one(n, "category", "categories")}`,
  multiplesSubtitle: (what: string, who: string, from: string, to: string) =>
    `${capital(what)} a year, ${who}, ${span(from, to)}`,
  shareOf: (noun: string) => `share of ${noun}`,
  scale: "Scale",
  oneScale: "One scale",
  ownScales: "Own scales",
  scaleCommon: "All panels have the same scale.",
  scaleOwn: "Each panel has a scale of its own: compare shapes, not heights.",
  yearsReported: (count: string, all: string) => `${count} of ${all} years reported`,
  areasBehind: (who: string) => `${who} a year`,
  between: span,
  panelsCut: (shown: string, all: string) =>
    `The ${shown} panels with the largest numbers of ${all} are drawn; the table has them all.`,
  noted: "Share of so few that it says little",

  heatTitle: (noun: string, low: string, lowWhen: string, high: string, highWhen: string) =>
    `${capital(noun)} a month: between ${low} (${lowWhen}) and ${high} (${highWhen})`,
  heatSubtitle: (noun: string, who: string, from: string, to: string) =>
    `${capital(noun)} by month, ${who}, ${span(from, to)}`,
  heatSubtitleAreas: (noun: string, who: string, year: string) =>
    `${capital(noun)} by area and month, ${who}, ${year}`,
  heatTies: (count: string) => `in ${count} of the tiles`,
  heatUnit: (noun: string) => `${capital(noun)} a month`,
  heatWhen: (row: string, month: string) => `${month} ${row}`,
  heatWhere: (row: string, month: string) => `${row}, ${month}`,
  heatTile: (when: string, text: string) => `${when}: ${text}`,
  heatEnds: (when: string) => `Nothing is published after ${when}.`,
  heatPartial: "A month in which a part has no number has no sum and is hatched.",
};

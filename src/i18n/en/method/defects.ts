import { capital, one } from "../text.ts";

/** What is wrong in the sources, by defect: a title, and what is done about it. The numbers are counted at build. */
export const defectWords = {
  location: {
    title: "Two tables under one heading",
    text: (undetermined: string) =>
      `UNODC's “by location” holds the places of seizure and the results of tracing, and both have a line called “Total”. They are told apart by their categories before anything else. Totals that belong to neither are kept, flagged, and used in no calculation: ${undetermined}.`,
  },
  paired: {
    title: "One label printed for two lines",
    text: (condition: string, context: string) =>
      `“Otherwise illicitly manufactured” stands for two lines of the questionnaire, the second probably “condition unknown” (${condition} numbers); “other types of trafficking” too (${context}). Both lines are real: they are summed, flagged, and the split is not published.`,
  },
  conflicting: {
    title: "Two values for one cell",
    text: (cells: string, n: number, areas: string) =>
      `Nothing in the file tells which is right. No value is published; both stand in the source note: ${cells} ${one(n, "cell", "cells")} (${areas}).`,
  },
  falseZeros: {
    title: "Zeros that may mean “not recorded”",
    text: (doubtful: string, proved: string) =>
      `A zero total whose parts are all zero or absent stays 0 and is flagged as doubtful: ${doubtful} numbers of the current release. In older releases ${proved} zeros were taken back by a later one, and are flagged as false.`,
  },
  missingRows: {
    title: "Rows missing from a release",
    text: (rows: string, release: string) =>
      `${capital(release)} lacks ${rows} numbers of shotguns found and surrendered that the release before had. Shares of types found or surrendered should not be computed from it.`,
  },
  parts: {
    title: "Parts that do not add up to their total",
    text: (below: string, above: string) =>
      `In ${below} tables (one State, one year, one breakdown) the parts add up to less than the declared total, in ${above} to more. The declared total is shown; the difference is shown as not classified, or as an excess; nothing is scaled.`,
  },
  overlapping: {
    title: "Several answers possible",
    text: (rows: string) =>
      `One arm can stand in several offence contexts: ${rows} numbers. They are drawn side by side and never added.`,
  },
  totals: {
    title: "Each breakdown has a total of its own",
    text: (differ: string, all: string) =>
      `In ${differ} of the ${all} cases of a State and year that give both, the total by legal ground is not the headline total. Each breakdown is divided by its own total, and that is shown.`,
  },
  outliers: {
    title: "Another population",
    text: (rows: string, areas: string) =>
      `Numbers of persons that evidently count something wider, seemingly all crime: ${rows} (${areas}). They are kept, flagged, and left out of pooled figures, with a note and a switch.`,
  },
  sourceDiffers: {
    title: "Another concept under the same name",
    text: (rows: string, areas: string, from: string, to: string) =>
      `${areas}, ${from}–${to}: the numbers come from ATF and count traced, not seized, firearms (${rows}). They enter and leave the sums with a break of their own.`,
  },
  ammunition: {
    title: "Ammunition in different units",
    text: (largest: string, area: string) =>
      `States count rounds or lots: the largest number is ${largest} (${area}). No sum over States is published.`,
  },
  labels: {
    title: "A total under another name",
    text: (rows: string) =>
      `Of arms surrendered, the total by marking is labelled “Surrendered” (${rows} numbers). It is read as that total.`,
  },
  kingdom: {
    title: "One country in one file, three parts in another",
    text: (parts: string) =>
      `The homicide file gives ${parts} parts of the United Kingdom and the whole beside one another. They are never added, and never joined to the firearms file by code alone.`,
  },
  copies: {
    title: "Copies that are not the publisher's own bytes",
    text: (rekeyed: string, typed: string) =>
      `Some yearly ATF workbooks were saved outside ATF (${rekeyed} numbers); the published values of 16.4.2 were typed from a copy of the answer (${typed}). Both are flagged, and will be replaced.`,
  },
  cutLists: {
    title: "Lists cut to their largest entries",
    text: (rows: string) =>
      `On ATF's State pages an entry that is absent is not zero, and the sum is no total: ${rows} numbers.`,
  },
  unpublished: {
    title: "Months stored as zero before they are published",
    text: (rows: string) =>
      `Rio de Janeiro's file holds 0 for months still to come: ${rows} numbers, published here without a value.`,
  },
};

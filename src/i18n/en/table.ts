import { capital, one } from "./text.ts";

/** The kinds of nothing. */
export const nothing = {
  zero: "zero, as reported",
  "doubtful-zero": "doubtful zero: the parts are zero or absent",
  "not-reported": "not reported",
  "not-collected": "not published by any State",
  suppressed: "suppressed",
  "cannot-exist": "cannot exist",
};

/** Words of the way from a number to its source. */
export const thread = {
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
};

/** Words of the table. */
export const table = {
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
};

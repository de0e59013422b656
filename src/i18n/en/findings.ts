import { plausibilityRules } from "../../standard/checks/plausibility-rules.ts";
import { tableRules } from "../../standard/checks/table-rules.ts";
import { CL_FLAG } from "../../standard/codelists/flag.ts";

/** The rules that the pipelines print too: their words stand beside them. */
const shared: Readonly<Record<string, string>> = Object.fromEntries(
  [tableRules, plausibilityRules].flatMap((rules) =>
    rules({ observations: "", codes: "" }).map(({ id, message }) => [id, message]),
  ),
);

const flagWords = (code: string): string => {
  const flag = CL_FLAG.codes.find((candidate) => candidate.code === code);
  if (flag === undefined) throw new Error(`CL_FLAG has no code "${code}".`);
  return `${flag.label}. ${flag.definition}`;
};

/** Words of what the checks find in a reader's own file, and of why a file cannot be read. */
export const findingsWords = {
  /** By rule. */
  rules: {
    ...shared,
    "sexes-add-up": "Men, women and unknown do not add up to the total.",
    "flag-parts-lt-total": flagWords("PARTS_LT_TOTAL"),
    "flag-parts-gt-total": flagWords("PARTS_GT_TOTAL"),
    "flag-false-zero-suspect": flagWords("FALSE_ZERO_SUSPECT"),
    fields: "Lines with another number of fields than the line of the titles. They are left out.",
    "quote-open": "Lines with a quotation mark that nothing closes. They are left out.",
    "quote-stray": "Lines with text after a closing quotation mark. They are left out.",
    period: "Dates that cannot be read. Their rows are left out.",
    "months-incomplete":
      "Rows without a month in a file where others have one. Nothing is counted by month.",
    "value-unmapped":
      "Values that no code was chosen for. Their rows count in the totals, and in no breakdown by this column; without an area they count nowhere.",
    "count-number": "Numbers of a row that are not whole, or negative. Their rows are left out.",
    "count-empty": "Rows whose number is empty. An empty cell is not a zero.",
    "records-arms": "Records that stand for nothing: their number is 0. They are left out.",
    "value-number": "Values that are no numbers. They are taken as missing.",
    "portal-cell":
      "Cells that the layout of UNODC’s portal does not know. Their rows are left out.",
  },
  /** What may stand there, by rule, where no code list says it. */
  allowed: {
    fields: "as many fields as titles; a field that holds the separator stands in quotation marks",
    "quote-open": "quotation marks in pairs; inside of a quoted field, two for one",
    "quote-stray": "quotation marks in pairs; inside of a quoted field, two for one",
    period:
      "a day, a month or a year of four digits, such as 2021-03-04, 04/03/2021, March 2021 or 2021",
    "months-incomplete": "a month in every row, or in none",
    "value-unmapped": "a code, or “leave out” with the reason",
    "count-number": "whole numbers from 0 on",
    "count-empty": "a whole number; 0 only where nothing was seized",
    "records-arms": "whole numbers from 1 on",
    "value-number": "a number with a decimal point, or an empty cell whose obs_status says why",
    "unique-key": "one row for each combination of the dimensions",
    "missing-value-status":
      "O, L, M or Q where obs_value is empty; any other status where it is not",
    "value-range": "0 or more",
    "whole-counts": "whole numbers, or obs_status E",
    breakdown: "the dimensions that are not _T, joined by +",
    "not-applicable": "_Z where the indicator cannot have the dimension, and only there",
    "additivity-total": "TOTAL",
    "area-level": "COUNTRY, SUBNATIONAL or REGION, as the area is",
    "source-row": "any text",
    "codes-flags": "flags of CL_FLAG, joined by |",
    "percent-range": "0 to 100",
    "period-after-release": "periods up to the release",
  },
  /** Why a file, a sheet or a saved mapping cannot be used; `detail` is a name, a number or a list. */
  errors: {
    empty: () => "The file is empty.",
    "no-header": () =>
      "No line of titles was found in the first 30 lines. Say which line they stand on.",
    "too-many-columns": (detail: string) =>
      `There are ${detail} columns, and 500 at most are read. Is the separator right?`,
    "not-a-workbook": (detail: string) =>
      `The file looks like a workbook and cannot be opened as one (${detail}). Save it again as .xlsx, or as CSV.`,
    "old-workbook": () =>
      "This is a workbook in the old format (.xls), or it is protected by a password. Save it as .xlsx without one, or as CSV.",
    "workbook-too-large": () =>
      "The workbook is larger than what is read: 60 MB, and 400 MB unpacked. Save the sheet as CSV; a CSV may have any size.",
    "sheet-missing": (detail: string) => `The workbook has no sheet “${detail}”.`,
    "sheet-empty": (detail: string) => `The sheet “${detail}” has nothing in it.`,
    "mapping-invalid": (detail: string) =>
      `The saved mapping cannot be used: ${detail}. Save a mapping from this page, and do not edit it by hand.`,
    "column-missing": (detail: string) => `The file has no column “${detail}”.`,
    "portal-columns": (detail: string) =>
      `The layout of UNODC’s portal needs columns that the file has not: ${detail}.`,
  },
  /** How suppression works, for a reader. */
  suppression: [
    "A count from 1 to 4 may tell who is behind it. Such counts are withheld, whatever they count.",
    "A withheld count could often be worked out from a total and the other parts. So further counts are withheld, as small ones as possible, until for every withheld count another whole number would agree with all that is shown.",
    "Totals, breakdowns by one and two dimensions, and months against years are looked at together.",
    "A breakdown that would be mostly withheld is left out as a whole.",
    "Zero is no small count. It is shown.",
    "All withheld counts look the same: status Q, confidential. Nothing tells which are small.",
    "Not protected against: somebody who knows single cases, or other publications of the same figures.",
  ],
} as const;

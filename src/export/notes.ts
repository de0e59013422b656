/** What a reader must know of a file, by subject. */
export interface Note {
  readonly subject: string;
  readonly text: string;
}

const RULES: readonly Note[] = [
  {
    subject: "one row",
    text: "One row is one number of one source: what (indicator), where (ref_area), when (time_period), and how it is broken down (the other dimensions).",
  },
  {
    subject: "sums",
    text: "Never add a total to its parts. Rows may be summed only within one breakdown, one area_level and one additivity: TOTAL over areas and years, PART within its breakdown. SUBTOTAL, OVERLAPPING and LISTED are never summed.",
  },
  {
    subject: "missing numbers",
    text: "An empty obs_value is a missing number, never zero; obs_status says why: O not reported, L not collected, M cannot exist, Q suppressed. A zero is a reported zero, unless the flag FALSE_ZERO_SUSPECT or FALSE_ZERO_PROVED stands beside it. Absent rows are not zero either. Nothing is imputed.",
  },
  {
    subject: "codes",
    text: "_T total or not broken down; _U unknown, a number and not a gap; _O other; _Z cannot apply; TOTAL_REPORTED the total line that a State wrote inside one breakdown. Codes are text: 004, NA and 1-2 are an area, a country and a row.",
  },
  {
    subject: "flags",
    text: "Flags warn of a single number and are joined by |. Their definitions are in the code list CL_FLAG.",
  },
];

const GUARD: Note = {
  subject: "apostrophes",
  text: "In the CSV files of observations and code lists a text that starts with = + - @, a tab or a line end, or with apostrophes and then one of these, has one apostrophe put before it, so that no spreadsheet runs it as a formula. Take the first apostrophe away to have the text as it was. Numbers are never touched. The SDMX and JSON files are not guarded.",
};

const TEXT_CELLS: Note = {
  subject: "text cells",
  text: "All cells but obs_value are stored as text, so that no code is taken for a number or a date.",
};

/** The notes that go with a kind of file. */
export const notesOf = (file: "workbook" | "archive"): readonly Note[] =>
  file === "workbook" ? [...RULES, TEXT_CELLS] : [...RULES, GUARD];

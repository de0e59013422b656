const observations = (count: string, n: number) =>
  `${count} ${n === 1 ? "observation" : "observations"}`;

/** Words of taking away the rows of a view, its query and its citation. */
export const takeaway = {
  title: "Take it away",
  holds: (count: string, n: number, coverage: string) =>
    `${observations(count, n)} ${n === 1 ? "stands" : "stand"} behind this view: ${coverage}.`,
  waiting:
    "These rows can be taken when the query engine has answered. The files of the whole dataset need no script.",
  counting: "The observations behind this view are being counted.",
  plain: "These rows (CSV)",
  archive: "These rows with README and citation (ZIP)",
  format: "Format",
  formats: {
    csv: "CSV",
    "excel-csv": "CSV for Excel: 12.5, commas",
    "excel-csv-comma": "CSV for Excel: 12,5, semicolons",
    xlsx: "Excel workbook (XLSX)",
    parquet: "Parquet",
    json: "JSON",
    "sdmx-csv": "SDMX-CSV 2.0",
  },
  hints: {
    csv: "For any program: codes with a label beside each, source, coverage and caveat in every row. Excel spoils codes such as 004 when it opens it.",
    "excel-csv":
      "To open by a double click where Excel writes 12.5 with a point. Codes such as 004 stay as they are; other programs should take the plain CSV.",
    "excel-csv-comma":
      "To open by a double click where Excel writes 12,5 with a comma. Codes such as 004 stay as they are; other programs should take the plain CSV.",
    xlsx: "A workbook with data, metadata, code lists and notes. The safest way into Excel.",
    parquet: "For DuckDB, R, Python: small, typed, codes only, with code lists beside it.",
    json: "For programmers: metadata and records, codes only, with code lists beside it.",
    "sdmx-csv": "For statistical offices: an SDMX data message, codes only, with code lists.",
  },
  preparing: (count: string) => `Writing the file from ${count} observations …`,
  progress: "Observations written",
  saved: (name: string, count: string, n: number) =>
    `${name} was written: ${observations(count, n)}.`,
  failed: (reason: string) =>
    `The file could not be written: ${reason} The files of the whole dataset below still work.`,
  whole: (label: string) => `Whole dataset, ${label}`,
  wholeRelease: (label: string, release: string) => `Whole dataset, ${label}, ${release}`,
  codeTitle: "The query, and code that fetches the same rows",
  codeIntro:
    "SQL made this view. Each piece of code below fetches exactly its rows from the files of this version of the data, without this page.",
  codeChoice: "Language of the code",
  citeTitle: "Cite this view",
  citeIntro:
    "The address names the version of the data, whose files never change: it will show the same numbers.",
  citeChoice: "Form of the citation",
  citeText: "Text",
  working: "Working …",
  notReady: (reason: string) => `This could not be made: ${reason}`,
  copy: (what: string) => `Copy: ${what}`,
  copied: (what: string) => `Copied: ${what}.`,
  copyRefused: (what: string) =>
    `The browser did not let this page copy. The text is selected (${what}): copy it with the keyboard or the menu.`,
  selection: (noun: string, coverage: string, from: string, to: string) =>
    `${noun.charAt(0).toLocaleUpperCase("en")}${noun.slice(1)}, ${coverage}, ${from === to ? from : `${from}–${to}`}`,
  by: (noun: string, dimension: string) => `${noun} by ${dimension.toLocaleLowerCase("en")}`,
} as const;

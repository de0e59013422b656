/** A format in which a reader can take the rows of a view away. */
export interface SelectionFormat {
  readonly id: "csv" | "excel-csv" | "excel-csv-comma" | "xlsx" | "parquet" | "json" | "sdmx-csv";
  /** Ending of the file with the rows. */
  readonly ending: string;
  /** Whether its rows hold codes without labels, so that code lists must go with them. */
  readonly codesOnly: boolean;
  /** What the file is, in plain words. */
  readonly about: string;
}

/** The formats of a selection, those for people first. */
export const SELECTION_FORMATS = [
  {
    id: "csv",
    ending: "csv",
    codesOnly: false,
    about: "the observations, a label beside each code, RFC 4180 CSV in UTF-8",
  },
  {
    id: "excel-csv",
    ending: "csv",
    codesOnly: false,
    about:
      'the observations, a label beside each code, as CSV for a double click in Excel where 12.5 is written with a point: UTF-8 with a byte order mark, commas, and every text that Excel could mistake written as ="004"',
  },
  {
    id: "excel-csv-comma",
    ending: "csv",
    codesOnly: false,
    about:
      'the observations, a label beside each code, as CSV for a double click in Excel where 12,5 is written with a comma: UTF-8 with a byte order mark, semicolons, and every text that Excel could mistake written as ="004"',
  },
  {
    id: "xlsx",
    ending: "xlsx",
    codesOnly: false,
    about: "a workbook: data, metadata, code lists, notes; every code is text",
  },
  {
    id: "parquet",
    ending: "parquet",
    codesOnly: true,
    about: "the observations, codes only, as Parquet: text columns, obs_value a nullable double",
  },
  {
    id: "json",
    ending: "json",
    codesOnly: true,
    about: "one object: metadata, and the observations as records, codes only",
  },
  {
    id: "sdmx-csv",
    ending: "sdmx.csv",
    codesOnly: true,
    about: "the observations, codes only, as an SDMX-CSV 2.0 data message",
  },
] as const satisfies readonly SelectionFormat[];

/** A format by its name. */
export type SelectionFormatId = (typeof SELECTION_FORMATS)[number]["id"];

/** The format of a name. */
export const formatOf = (id: SelectionFormatId): SelectionFormat => {
  const format = SELECTION_FORMATS.find((candidate) => candidate.id === id);
  if (format === undefined) throw new Error(`There is no format "${id}".`);
  return format;
};

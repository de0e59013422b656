import type { Row, Scalar } from "../../view/query.ts";
import { textOf, valueIn } from "../cell.ts";
import { tableCsvChunks } from "../csv.ts";
import type { ExportArea } from "../meta.ts";

/**
 * The dataflow of the Global SDG Indicators Database, structure IAEG-SDGs:SDG. Version 1.26 was the one in use at
 * data.un.org in October 2026.
 */
export const SDG_DATAFLOW = "IAEG-SDGs:DF_SDG_GLH(1.26)";
const SERIES = "VC_ARM_SZTRACE";

/** Dimensions between AGE and TIME_PERIOD; the series is broken down by none of them. */
const BREAKDOWNS = [
  "URBANISATION",
  "INCOME_WEALTH_QUANTILE",
  "EDUCATION_LEV",
  "OCCUPATION",
  "CUST_BREAKDOWN",
  "COMPOSITE_BREAKDOWN",
  "DISABILITY_STATUS",
  "ACTIVITY",
  "PRODUCT",
] as const;

/** Columns of the message: the dimensions of the SDG structure, its measure, the attributes that we can fill. */
export const SDG_COLUMNS: readonly string[] = [
  "STRUCTURE",
  "STRUCTURE_ID",
  "ACTION",
  "FREQ",
  "REPORTING_TYPE",
  "SERIES",
  "REF_AREA",
  "SEX",
  "AGE",
  ...BREAKDOWNS,
  "TIME_PERIOD",
  "OBS_VALUE",
  "OBS_STATUS",
  "UNIT_MULT",
  "UNIT_MEASURE",
  "NATURE",
  "COMMENT_OBS",
  "SOURCE_DETAIL",
];

/** The parts of a source note `key=value; key=value`; the footnote is last and may hold anything. */
const NOTE =
  /^nature=(?<nature>[^;]+); source=(?<source>.+?); reporting=(?<reporting>[A-Z]+)(; footnote=(?<footnote>.*))?$/s;

const noteOf = (row: Row) => {
  const text = textOf(valueIn(row, "source_detail"));
  const { nature, source, reporting, footnote } = NOTE.exec(text)?.groups ?? {};
  if (nature === undefined || source === undefined || reporting === undefined)
    throw new Error(`The source note of an SDG value is not as expected: "${text}".`);
  return { nature, source, reporting, footnote: footnote ?? "" };
};

/** M49 code as the SDG structure has it: without leading zeros. */
const sdgArea = (row: Row, areas: ReadonlyMap<string, ExportArea>): string => {
  const code = textOf(valueIn(row, "ref_area"));
  const m49 = areas.get(code)?.m49 ?? "";
  if (m49 === "") throw new Error(`CL_AREA has no M49 code for "${code}".`);
  return String(Number(m49));
};

const EXPECTED: Readonly<Record<string, Scalar>> = {
  dataset: "UN_SDG_16_4_2",
  indicator: "SDG_16_4_2",
  freq: "A",
  unit_measure: "PT",
  sex: "_T",
  age: "_T",
};

function* sdgRows(rows: Iterable<Row>, areas: readonly ExportArea[]): Generator<readonly Scalar[]> {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  let release: Scalar | undefined;
  for (const row of rows) {
    for (const [column, value] of Object.entries(EXPECTED))
      if (row[column] !== value)
        throw new Error(
          `${column} is "${row[column]}"; only ${value} has a place in the SDG series.`,
        );
    release ??= valueIn(row, "release");
    if (row["release"] !== release)
      throw new Error(`Two releases in one message: ${release} and ${row["release"]}.`);
    const note = noteOf(row);
    yield [
      "dataflow",
      SDG_DATAFLOW,
      "I",
      "A",
      note.reporting,
      SERIES,
      sdgArea(row, byCode),
      "_T",
      "_T",
      ...BREAKDOWNS.map(() => "_T"),
      valueIn(row, "time_period"),
      valueIn(row, "obs_value"),
      valueIn(row, "obs_status"),
      0,
      "PT",
      note.nature,
      note.footnote,
      note.source,
    ];
  }
}

/**
 * SDG 16.4.2 as published, as an SDMX-CSV 2.0 message in the global SDG structure, in pieces: reference areas as
 * M49 numbers, every breakdown `_T`, the footnote in COMMENT_OBS. Throws when a row is another series, such as
 * our recomputed values, when two releases meet (the structure cannot tell them apart), or an area has no M49
 * code.
 */
export const sdgCsvChunks = (
  rows: Iterable<Row>,
  areas: readonly ExportArea[],
): Generator<string> => tableCsvChunks(SDG_COLUMNS, sdgRows(rows, areas), false);

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { openNativeEngine } from "../../src/engine/native.ts";
import { areaNames, type ExportArea, type ExportMeta } from "../../src/export/meta.ts";
import { areaSchema } from "../../src/standard/codelists/area.ts";
import type { DatasetId } from "../../src/standard/codelists/dataset.ts";
import { KEY_COLUMNS } from "../../src/standard/observation.ts";
import { type Release, releaseSchema } from "../../src/standard/release.ts";
import { observationTable, type Row } from "../../src/view/query.ts";

const DATA = join(process.cwd(), "data");

/** A file of text columns, read strictly by a parser that we did not write. */
export const strictCsv = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, record_delimiter: "\r\n", bom: false });

const table = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(DATA, file), "utf8"), { columns: true });

const exportArea = areaSchema.pick({
  code: true,
  label: true,
  definition: true,
  parent: true,
  m49: true,
});

/** The areas of the committed data. */
export const AREAS: readonly ExportArea[] = table("codelists/CL_AREA.csv").map((row) =>
  exportArea.parse(row),
);
export const AREA_NAMES = areaNames(AREAS);

/** The releases of the committed data. */
const RELEASES: readonly Release[] = table("releases.csv").map((row) =>
  releaseSchema.parse({ is_current: "yes", ...row }),
);

export const engine = await openNativeEngine(DATA);

/** Observations of a dataset in the order of their key: all, or those that a condition in SQL lets through. */
export const rowsOf = (dataset: DatasetId, condition = "true"): Promise<Row[]> =>
  engine.query({
    sql: `SELECT * FROM ${observationTable(dataset)} WHERE ${condition} ORDER BY ${KEY_COLUMNS.join(", ")}`,
    params: [],
  });

export const metaOf = (dataset: DatasetId): ExportMeta => ({
  dataset,
  releases: RELEASES.filter((release) => release.dataset === dataset),
  coverage: "whole dataset, for a test",
  version: "1.2.3",
  date: "2026-11-20",
  address: "https://example.org/explore/",
  areas: AREAS,
});

/** Rows of SDG 16.4.2 as the pipelines make them. */
const sdgRow = (area: string, year: string, value: number, footnote: string): Row => ({
  dataset: "UN_SDG_16_4_2",
  release: "2026.Q3.G.01",
  indicator: "SDG_16_4_2",
  freq: "A",
  ref_area: area,
  time_period: year,
  sex: "_T",
  age: "_T",
  weapon_type: "_T",
  marking: "_T",
  condition: "_T",
  legal_ground: "_T",
  offence_context: "_T",
  seizure_place: "_T",
  trace_status: "_T",
  origin_area: "_T",
  calibre: "_T",
  time_to_crime: "_T",
  unit_measure: "PT",
  obs_value: value,
  obs_status: "A",
  conf_status: "F",
  breakdown: "_T",
  additivity: "TOTAL",
  area_level: "COUNTRY",
  source_detail: `nature=C; source=IAFQ; reporting=G${footnote === "" ? "" : `; footnote=${footnote}`}`,
  flags: footnote === "" ? "TRANSCRIBED" : "TRANSCRIBED|TWO_YEAR_MEAN",
  source_row: "2",
});

export const SDG_ROWS: readonly Row[] = [
  sdgRow("ALB", "2024", 0, ""),
  sdgRow("ARG", "2016", 17.71, "2016-2017 average based on available data"),
  sdgRow("GBR", "2016", 14.87, "a footnote; with a semicolon, and a comma"),
];

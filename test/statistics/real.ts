import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { readCsv } from "../../pipelines/read/csv.ts";
import { releaseCells, sdgTables } from "../../pipelines/steps/release-cells.ts";
import { query } from "../../pipelines/steps/table.ts";
import type { Observation } from "../../src/standard/observation.ts";
import type { SdgTables } from "../../src/statistics/sdg-completed.ts";
import type { OfficialValue } from "../../src/statistics/sdg-official.ts";
import type { SourceCell } from "../../src/statistics/source-cell.ts";
import { openSheet, RAW } from "../pipelines/raw.ts";

/** The release that the field guide's figures rest on. */
export const RELEASE = "2025-05-12";

/** Committed observations of one dataset; `o` must be open. */
export const committed = async (
  db: DuckDBConnection,
  dataset: string,
  release?: string,
): Promise<Observation[]> => {
  const which = release === undefined ? "" : `AND release = '${release}'`;
  const rows = await query(db, `SELECT * FROM o WHERE dataset = '${dataset}' ${which}`);
  return rows as unknown as Observation[];
};

/** The tables of a committed UNODC release. */
export const committedTables = async (db: DuckDBConnection): Promise<SdgTables> => {
  const [cells] = releaseCells(await committed(db, "UNODC_IAFQ", RELEASE), "UNODC_IAFQ", "COUNTRY");
  if (cells === undefined) throw new Error(`Release ${RELEASE} is not among the committed data.`);
  return sdgTables(cells);
};

/** Published values, straight from the raw file. */
export const publishedValues = async (): Promise<OfficialValue[]> => {
  const columns = ["iso3", "year", "valuePercent", "source", "footnotes"] as const;
  const rows = await readCsv(join(RAW, "un-sdg-16-4-2/VC_ARM_SZTRACE_2026-Q3.csv"), columns);
  return rows.map(({ cells }) => ({
    area: cells.iso3,
    label: Number(cells.year),
    value: Number(cells.valuePercent),
    footnote: cells.footnotes,
    source: cells.source,
  }));
};

const UNIQUE = "Uniquely identifiable - ";

/** Labels of the rule's categories as the workbooks print them, and the codes they stand for. */
const RULE_LABELS: Readonly<Record<string, string>> = {
  [`${UNIQUE}from illegitimate owner in national registry`]: "ILLEGIT_OWNER_NATIONAL",
  [`${UNIQUE}from illegitimate owner in foreign registry`]: "ILLEGIT_OWNER_FOREIGN",
  [`${UNIQUE}point of diversion otherwise identified`]: "DIVERSION_OTHERWISE",
  [`${UNIQUE}tracing attempted, no point of diversion identified`]: "ATTEMPTED_NO_DIVERSION",
  [`${UNIQUE}tracing procedure pending`]: "PENDING",
  [`${UNIQUE}no tracing procedure initiated`]: "NOT_INITIATED",
  "Unknown status regarding marking": "_U",
};

/**
 * Opens a UNODC workbook as view `raw_<name>` (iso, year, code, value, r): the rows of the rule's categories under
 * arms seized, by their printed labels. None of our mapping is used.
 */
export const openRuleRows = async (
  db: DuckDBConnection,
  release: string,
  name: string,
): Promise<void> => {
  const file = `unodc-iafq/data_iafq_firearms_trafficking_${release}.xlsx`;
  await openSheet(db, `cells_${name}`, file, 13);
  const cases = Object.entries(RULE_LABELS).map(
    ([label, code]) => `WHEN '${label}' THEN '${code}'`,
  );
  await db.run(
    `CREATE VIEW raw_${name} AS SELECT * FROM (
       SELECT r, c0 iso, c9::INTEGER AS year, CASE c6 ${cases.join(" ")} END AS code, c11::INTEGER AS value
       FROM cells_${name} WHERE r > 3 AND c4 = 'Arms seized' AND c5 = 'by location')
     WHERE code IS NOT NULL`,
  );
};

/** The tables of an older workbook, as far as the rule needs them. */
export const olderTables = async (
  db: DuckDBConnection,
  release: string,
  name: string,
): Promise<SdgTables> => {
  const rows = await query(db, `SELECT * FROM raw_${name}`);
  const tracing = rows.map(
    (row): SourceCell => ({
      area: String(row.iso),
      year: Number(row.year),
      code: String(row.code),
      value: Number(row.value),
      flags: [],
      indicator: "ARMS_SEIZED",
      row: String(row.r),
    }),
  );
  return { release, tracing, headlines: [], markings: [] };
};

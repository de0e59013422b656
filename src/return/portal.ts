import type { CodedTable } from "../standard/coded-table.ts";
import type { Area } from "../standard/codelists/area.ts";
import { type Cell, type Grid, type GridRow, TEXT_CELLS } from "../standard/layouts/grid.ts";
import { mergeDoubles } from "../standard/layouts/unodc-iafq-doubles.ts";
import { mapIafqRows } from "../standard/layouts/unodc-iafq-map.ts";
import {
  COUNT,
  UNODC_HEADERS,
  type UnodcHeader,
  unodcRows,
} from "../standard/layouts/unodc-table.ts";
import { COLUMN_NAMES, type Observation } from "../standard/observation.ts";
import { OWN_RETURN } from "../standard/own-return.ts";
import { InputError, type Problem, type ProblemLog } from "../standard/problem.ts";
import type { Query } from "../view/query.ts";
import { type Finding, type FindingGroup, findingGroup, ReturnError } from "./finding.ts";
import { PORTAL_REQUIRED, titlesOf } from "./layout.ts";
import { cellOf, type RawTable } from "./raw-table.ts";
import { OWN } from "./standardize.ts";
import { neededColumn } from "./translate.ts";

/** What stands in for the columns that the layout of the portal can do without. */
const STAND_INS: Readonly<Partial<Record<UnodcHeader, string>>> = {
  Country: "not given",
  Region: "not given",
  Subregion: "not given",
  "Unit of measurement": "Counts",
  Source: "IAFQ",
};

/** A log that keeps problems as findings and never stops. */
const findingLog = (): { readonly log: ProblemLog; readonly problems: Omit<Problem, "file">[] } => {
  const problems: Omit<Problem, "file">[] = [];
  return {
    log: { add: (problem) => problems.push(problem), stopIfAny: () => undefined },
    problems,
  };
};

const toFinding = ({ row, column, value, message, allowed }: Omit<Problem, "file">): Finding => ({
  line: row ?? null,
  column: column ?? null,
  value: value === undefined || value === null ? "" : String(value),
  message,
  ...(allowed === undefined ? {} : { allowed }),
});

/** A raw table as a grid with the 13 headers of the portal, whatever their case and order in the file. */
const gridOf = (raw: RawTable, problems: ProblemLog): { grid: Grid; header: GridRow } => {
  const titles = titlesOf(UNODC_HEADERS, raw);
  const lacking = PORTAL_REQUIRED.filter((name) => !titles.has(name));
  if (lacking.length > 0) throw new ReturnError("portal-columns", lacking.join(", "));
  const columns = UNODC_HEADERS.map((name) => {
    const title = titles.get(name);
    return title === undefined ? STAND_INS[name] : neededColumn(raw, title);
  });
  const cell = (column: (typeof columns)[number], row: number): Cell => {
    if (column === undefined || typeof column === "string") return column ?? null;
    const text = cellOf(column, row).trim();
    return text === "" ? null : text;
  };
  const rows = Array.from(
    { length: raw.rows },
    (_, row): GridRow => ({
      row: raw.lines[row] ?? 0,
      cells: columns.map((column) => cell(column, row)),
    }),
  );
  return {
    grid: { file: "", sheet: undefined, rows, problems, ...TEXT_CELLS },
    header: { row: raw.headerLine, cells: [...UNODC_HEADERS] },
  };
};

/** A file in the layout of UNODC's data portal as observations of the reader's own dataset. */
export interface PortalRows {
  /** The columns of the standard and `line`; `obs_value` is NaN where it is empty. */
  readonly table: CodedTable;
  readonly findings: readonly FindingGroup[];
}

/** An observation of a reader's own file. */
type OwnObservation = Omit<Observation, "dataset"> & { readonly dataset: typeof OWN_RETURN.code };

const tableOf = (rows: readonly OwnObservation[]): CodedTable => ({
  name: OWN.rows,
  rows: rows.length,
  columns: [
    ...COLUMN_NAMES.map((name) =>
      name === "obs_value"
        ? {
            name,
            kind: "number" as const,
            values: Float64Array.from(rows, (row) => row.obs_value ?? Number.NaN),
          }
        : { name, kind: "text" as const, values: rows.map((row) => String(row[name])) },
    ),
    {
      name: "line",
      kind: "number",
      values: Int32Array.from(rows, (row) => Number.parseInt(row.source_row, 10)),
    },
  ],
});

/**
 * Reads a file in the layout of the portal with the code that reads UNODC's own files: the same labels, the same
 * reading of the two totals by location, of paired labels and of doubled lines. What the pipelines refuse is a finding
 * here, and its row is left out. Throws a ReturnError when a column is missing.
 */
export const readPortal = (
  raw: RawTable,
  areas: ReadonlyMap<string, Area>,
  release: string,
): PortalRows => {
  const { log, problems } = findingLog();
  const { grid, header } = gridOf(raw, log);
  const sheet = {
    file: "",
    sheet: undefined,
    release,
    ...unodcRows(grid, header, grid.rows, COUNT),
  };
  const judgement = { areas, coversOthers: () => false, problems: log };
  const mapped = mapIafqRows(sheet, judgement);
  const own = (rows: readonly Observation[]) =>
    rows.map((row): OwnObservation => ({ ...row, dataset: OWN_RETURN.code, conf_status: "N" }));
  const merged = merge(
    () => mergeDoubles(sheet, mapped),
    mapped.map(({ observation }) => observation),
  );
  const findings = [...problems.map(toFinding), ...merged.findings];
  return {
    table: tableOf(own(merged.rows)),
    findings: findings.length === 0 ? [] : [findingGroup("portal-cell", "FAIL", findings)],
  };
};

/** Merges doubled lines; where they are so many that nobody can say what they mean, all stay and are findings. */
const merge = (
  work: () => Observation[],
  rows: readonly Observation[],
): { readonly rows: readonly Observation[]; readonly findings: readonly Finding[] } => {
  try {
    return { rows: work(), findings: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { rows, findings: error.problems.map(toFinding) };
  }
};

/** Makes the observations out of the rows that {@link readPortal} gave. */
export const portalQuery = (): Query => ({
  sql: `CREATE OR REPLACE TABLE ${OWN.observations} AS
    SELECT * REPLACE (CASE WHEN NOT isnan(obs_value) THEN obs_value END AS obs_value, line::DOUBLE AS line)
    FROM ${OWN.rows}`,
  params: [],
});

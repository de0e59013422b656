import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { CHANGE_COLUMNS, type Change, changeSchema } from "../../src/standard/change.ts";
import type { CodeList } from "../../src/standard/code.ts";
import { AREA_COLUMNS, type Area } from "../../src/standard/codelists/area.ts";
import { datasetOf } from "../../src/standard/codelists/dataset.ts";
import { CODE_LISTS } from "../../src/standard/codelists/index.ts";
import {
  EXPLANATIONS,
  FIGURE_COLUMNS,
  type Figure,
  FORMULAS,
  RATIO_NOTES,
} from "../../src/standard/figure.ts";
import type { SourceLabel } from "../../src/standard/labels.ts";
import { CODE_COLUMNS, COLUMN_NAMES, KEY_COLUMNS } from "../../src/standard/observation.ts";
import { currentReleases, RELEASE_COLUMNS, type Release } from "../../src/standard/release.ts";
import { quote } from "../../src/standard/sql.ts";
import { observationSchema } from "../../src/standard/table-schema.ts";
import { writeCsv } from "./csv-file.ts";
import { sha256 } from "./files.ts";
import { changesSql, type ReleasePair } from "./revisions.ts";
import type { Check, ReleaseRead } from "./source.ts";
import { loadTable, query } from "./table.ts";

type CsvCell = string | number;

const writeJson = async (path: string, value: unknown): Promise<void> =>
  writeFile(path, `${JSON.stringify(value, null, 2)}\n`);

/**
 * One Parquet file a release, in Hive folders, rows in key order, snappy, without the two
 * partition columns.
 */
export const publishObservations = async (
  db: DuckDBConnection,
  out: string,
  releases: readonly Pick<ReleaseRead, "dataset" | "release">[],
): Promise<void> => {
  const root = join(out, "observations");
  const columns = COLUMN_NAMES.filter((name) => name !== "dataset" && name !== "release");
  for (const { dataset, release } of releases) {
    const folder = join(root, `dataset=${dataset}`, `release=${release}`);
    await mkdir(folder, { recursive: true });
    await db.run(
      `COPY (SELECT ${columns.join(", ")} FROM observations
         WHERE dataset = ${quote(dataset)} AND release = ${quote(release)}
         ORDER BY ${KEY_COLUMNS.join(", ")})
       TO ${quote(join(folder, "data.parquet"))} (FORMAT parquet, COMPRESSION snappy)`,
    );
  }
};

const LIST_COLUMNS = ["code", "label", "definition", "order", "parent", "source"];

const listRows = (list: CodeList): Record<string, CsvCell>[] =>
  list.codes.map((code, order) => ({ ...code, order, parent: code.parent ?? "" }));

/** `codelists/CL_*.csv` and `codelists/source_labels.csv`; extra columns of a list follow its six. */
export const publishCodelists = async (
  out: string,
  areas: Iterable<Area>,
  labels: readonly SourceLabel[],
): Promise<void> => {
  const folder = join(out, "codelists");
  await mkdir(folder, { recursive: true });
  for (const list of Object.values<CodeList>(CODE_LISTS)) {
    const rows = listRows(list);
    const extra = Object.keys(rows[0] ?? {}).filter((name) => !LIST_COLUMNS.includes(name));
    await writeCsv(join(folder, `${list.id}.csv`), [...LIST_COLUMNS, ...extra], rows);
  }
  await writeCsv(
    join(folder, "CL_AREA.csv"),
    AREA_COLUMNS,
    [...areas].map((area) => ({ ...area })),
  );
  const columns = ["dataset", "dimension", "source_column", "source_label", "code"];
  await writeCsv(
    join(folder, "source_labels.csv"),
    columns,
    labels.map((label) => ({ ...label })),
  );
};

const releaseRow = async (
  db: DuckDBConnection,
  read: ReleaseRead,
  current: readonly string[],
): Promise<Release> => {
  const [counted] = await query(
    db,
    `SELECT count(*)::INTEGER AS n, min(time_period) AS first, max(time_period) AS last
     FROM observations
     WHERE dataset = ${quote(read.dataset)} AND release = ${quote(read.release)}`,
  );
  const { publisher, address, terms } = datasetOf(read.dataset);
  return {
    dataset: read.dataset,
    release: read.release,
    label: read.label,
    publisher,
    title: read.title,
    address,
    terms,
    files: read.paths.map((path) => basename(path)).join("|"),
    sha256: (await Promise.all(read.paths.map(sha256))).join("|"),
    rows_read: read.rowsRead,
    observations: Number(counted?.n ?? 0),
    first_period: String(counted?.first ?? ""),
    last_period: String(counted?.last ?? ""),
    is_current: current.includes(read.release) ? "yes" : "no",
    notes: read.notes,
  };
};

/** `releases.csv`: one row a release, with the hashes of its files. */
export const publishReleases = async (
  db: DuckDBConnection,
  out: string,
  reads: readonly ReleaseRead[],
): Promise<void> => {
  const rows: Release[] = [];
  for (const read of reads) {
    const releases = reads.filter(({ dataset }) => dataset === read.dataset);
    const current = currentReleases(
      read.dataset,
      releases.map(({ release }) => release),
    );
    rows.push(await releaseRow(db, read, current));
  }
  await writeCsv(join(out, "releases.csv"), RELEASE_COLUMNS, rows);
};

/** `schema.json`: the observation table as a Frictionless Table Schema. */
export const publishSchema = async (out: string): Promise<void> =>
  writeJson(join(out, "schema.json"), observationSchema());

/** Where to read more of a check that does not say it itself: the code list that it is about, else nowhere. */
const seeOf = ({ id, see }: Check): string => {
  const list = CODE_COLUMNS.find(({ name }) => id === `codes-${name}`);
  return see ?? (list === undefined ? "" : `codelists/${list.codelist}.csv`);
};

/** `report.json` and `report.csv`: every check with its outcome and where to read more. */
export const publishReport = async (out: string, checks: readonly Check[]): Promise<void> => {
  const lines = checks.map((check) => ({ ...check, see: seeOf(check) }));
  await writeJson(join(out, "report.json"), { checks: lines });
  await writeCsv(
    join(out, "report.csv"),
    ["id", "stage", "status", "count", "message", "examples", "see"],
    lines.map((check) => ({ ...check, examples: check.examples.join(" | ") })),
  );
};

/**
 * `changes/<dataset>/<from>_<to>.parquet`: every observation that two releases do not share, with both values; and
 * `changes.csv`: how many, by indicator and area.
 */
export const publishChanges = async (
  db: DuckDBConnection,
  out: string,
  pairs: readonly ReleasePair[],
): Promise<void> => {
  const rows: Change[] = [];
  for (const pair of pairs) {
    const folder = join(out, "changes", pair.dataset);
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${pair.from}_${pair.to}.parquet`);
    await db.run(
      `COPY (${changesSql(pair)}) TO ${quote(path)} (FORMAT parquet, COMPRESSION snappy)`,
    );
    const counted = await query(
      db,
      `SELECT indicator, ref_area, count(*) FILTER (kind = 'ADDED')::INTEGER AS added,
         count(*) FILTER (kind = 'CHANGED')::INTEGER AS changed,
         count(*) FILTER (kind = 'DROPPED')::INTEGER AS dropped,
         count(*) FILTER (kind = 'DROPPED' AND old_obs_value = 0)::INTEGER AS dropped_zeros
       FROM read_parquet(${quote(path)}) GROUP BY indicator, ref_area ORDER BY indicator, ref_area`,
    );
    rows.push(
      ...counted.map((row) =>
        changeSchema.parse({
          ...row,
          dataset: pair.dataset,
          from_release: pair.from,
          to_release: pair.to,
        }),
      ),
    );
  }
  await writeCsv(join(out, "changes.csv"), CHANGE_COLUMNS, rows);
};

/** Columns of figures.parquet that hold numbers. */
const FIGURE_NUMBERS: ReadonlySet<string> = new Set([
  "value",
  "numerator",
  "denominator",
  "n_areas",
]);

/**
 * `figures.parquet`: every figure that we computed, with formula, inputs, numerator and denominator; `formulas.csv`:
 * how; `explanations.csv`: the codes in their notes.
 */
export const publishFigures = async (
  db: DuckDBConnection,
  out: string,
  figures: readonly Figure[],
): Promise<void> => {
  const isNumber = (name: string): boolean => FIGURE_NUMBERS.has(name);
  const columns = FIGURE_COLUMNS.map((name) => ({
    name,
    type: isNumber(name) ? ("number" as const) : ("text" as const),
  }));
  await loadTable(
    db,
    "figures",
    columns,
    figures.map((figure) => FIGURE_COLUMNS.map((name) => figure[name])),
  );
  const path = quote(join(out, "figures.parquet"));
  await db.run(`COPY figures TO ${path} (FORMAT parquet, COMPRESSION snappy)`);
  await writeCsv(join(out, "formulas.csv"), ["id", "formula", "source"], FORMULAS);
  const notes = Object.entries({ ...RATIO_NOTES, ...EXPLANATIONS });
  await writeCsv(
    join(out, "explanations.csv"),
    ["code", "meaning"],
    notes.map(([code, meaning]) => ({ code, meaning })),
  );
};

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { readOnlySheet } from "../../pipelines/read/xlsx.ts";
import { query } from "../../pipelines/steps/table.ts";

const REPOSITORY = resolve(import.meta.dirname, "../..");

/** The folder of the raw files: RAW_DIR, else beside the repository. */
export const RAW = resolve(REPOSITORY, process.env.RAW_DIR ?? "../shared/data/raw");

/** True when the raw files are not there and the tests on real data cannot run. */
export const NO_RAW = !existsSync(join(RAW, "unodc-iafq"));

/** The committed tables. */
export const DATA = join(REPOSITORY, "data");

/** A DuckDB in memory, for the tests of one file; the caller closes it. */
export const openDatabase = async (): Promise<DuckDBConnection> =>
  (await DuckDBInstance.create(":memory:")).connect();

/** View `o` on the observations under a folder. */
export const openObservations = async (
  db: DuckDBConnection,
  folder = DATA,
  view = "o",
): Promise<void> => {
  const files = join(folder, "observations/*/*/*.parquet");
  await db.run(
    `CREATE VIEW ${view} AS SELECT * FROM
     read_parquet('${files}', hive_partitioning = true, hive_types_autocast = false)`,
  );
};

/** Cells of a workbook as table `name` with columns c0, c1, …, all text, and `r`, the row number. */
export const openSheet = async (
  db: DuckDBConnection,
  name: string,
  file: string,
  width: number,
): Promise<void> => {
  const { rows } = await readOnlySheet(join(RAW, file));
  const columns = Array.from({ length: width }, (_, at) => `c${at} VARCHAR`);
  await db.run(`CREATE TABLE ${name} (r INTEGER, ${columns.join(", ")})`);
  const appender = await db.createAppender(name);
  for (const [at, cells] of rows.entries()) {
    appender.appendInteger(at + 1);
    for (let column = 0; column < width; column += 1) {
      const cell = cells[column] ?? null;
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(String(cell));
    }
    appender.endRow();
  }
  appender.closeSync();
};

/** Rows of a query as arrays of numbers and texts, in the order of its columns. */
export const table = async (db: DuckDBConnection, sql: string): Promise<unknown[][]> =>
  (await query(db, sql)).map((row) =>
    Object.values(row).map((cell) => (typeof cell === "bigint" ? Number(cell) : cell)),
  );

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { DATA, readReleases } from "../../src/build/site-data.ts";
import { datasetsIn } from "../../src/engine/native.ts";
import { sqlTables } from "../../src/view/sql-tables.ts";

/** The tables of the console in native DuckDB, read from the committed files by plain SQL. */
export const openTables = async (): Promise<DuckDBConnection> => {
  const instance = await DuckDBInstance.create(":memory:");
  const db = await instance.connect();
  const releases = readReleases(DATA);
  const tables = sqlTables(datasetsIn(DATA), releases);
  for (const { name, dataset, replaced } of tables) {
    const files = releases
      .filter((release) => release.dataset === dataset)
      .filter(({ release, is_current }) =>
        replaced === undefined ? is_current === "yes" : release === replaced,
      )
      .map(
        ({ release }) =>
          `'${DATA}/observations/dataset=${dataset}/release=${release}/data.parquet'`,
      );
    await db.run(
      `CREATE TABLE "${name}" AS FROM read_parquet([${files.join(", ")}], hive_partitioning = true, hive_types_autocast = false)`,
    );
  }
  const lists = readdirSync(join(DATA, "codelists")).filter((file) => file.startsWith("CL_"));
  for (const file of lists)
    await db.run(
      `CREATE TABLE ${file.replace(".csv", "")} AS SELECT * REPLACE (CAST("order" AS INTEGER) AS "order") FROM read_csv('${DATA}/codelists/${file}', all_varchar = true, header = true)`,
    );
  await db.run(
    `CREATE TABLE releases AS FROM read_csv('${DATA}/releases.csv', all_varchar = true, header = true)`,
  );
  return db;
};

/** Rows of a query in native DuckDB, as a table prints them. */
export const printed = async (
  db: DuckDBConnection,
  sql: string,
): Promise<{ columns: string[]; rows: string[][] }> => {
  const reader = await db.runAndReadAll(sql);
  return {
    columns: reader.columnNames(),
    rows: reader
      .getRowsJS()
      .map((row) => row.map((value) => (value === null ? "NULL" : String(value)))),
  };
};

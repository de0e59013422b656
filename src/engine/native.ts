import { existsSync, readdirSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { CL_DATASET, type DatasetId } from "../standard/codelists/dataset.ts";
import { COLUMN_NAMES, KEY_COLUMNS } from "../standard/observation.ts";
import { currentReleases, replacedReleases } from "../standard/release.ts";
import { observationTable, type Row, type Scalar } from "../view/query.ts";
import { type Engine, scalar } from "./engine.ts";

/** Folder of a dataset's observations below the data folder. */
const folderOf = (data: string, dataset: DatasetId): string =>
  `${data}/observations/dataset=${dataset}`;

/** The datasets that have observations in a data folder, in the order of the code list. */
export const datasetsIn = (data: string): DatasetId[] =>
  CL_DATASET.codes.flatMap(({ code }) => (existsSync(folderOf(data, code)) ? [code] : []));

/** The releases of a dataset in a data folder. */
const releasesIn = (data: string, dataset: DatasetId): string[] =>
  readdirSync(folderOf(data, dataset)).map((folder) => folder.replace(/^release=/, ""));

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** Files of some releases of a dataset, as a list in SQL. */
const filesOf = (data: string, dataset: DatasetId, releases: readonly string[]): string =>
  releases
    .map((release) => text(`${folderOf(data, dataset)}/release=${release}/data.parquet`))
    .join(", ");

/** The files of the releases that stand for a dataset now. */
const currentFiles = (data: string, dataset: DatasetId): string =>
  filesOf(data, dataset, currentReleases(dataset, releasesIn(data, dataset)));

const selectSql = (files: string): string =>
  `SELECT ${COLUMN_NAMES.join(", ")} FROM read_parquet([${files}], hive_partitioning = true, hive_types_autocast = false)`;

/**
 * Native DuckDB over the committed Parquet files, with the tables that the browser has: the current releases of
 * each dataset, and each release that was replaced.
 * Used at build and in tests. Rejects when there is no observation to read.
 */
export const openNativeEngine = async (data: string): Promise<Engine> => {
  const datasets = datasetsIn(data);
  if (datasets.length === 0)
    throw new Error(
      `There are no observations in ${data}/observations. Run npm run pipelines first.`,
    );
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  for (const dataset of datasets) {
    await connection.run(
      `CREATE TABLE ${observationTable(dataset)} AS ${selectSql(currentFiles(data, dataset))}`,
    );
    for (const release of replacedReleases(dataset, releasesIn(data, dataset)))
      await connection.run(
        `CREATE VIEW ${observationTable(dataset, release)} AS ${selectSql(filesOf(data, dataset, [release]))}`,
      );
  }
  return {
    query: async ({ sql, params }) => {
      const reader = await connection.runAndReadAll(sql, [...params]);
      const names = reader.columnNames();
      const columns = reader.getColumnsJS();
      return Array.from({ length: reader.currentRowCount }, (_, at): Row => {
        const row: Record<string, Scalar> = {};
        for (const [column, name] of names.entries()) row[name] = scalar(columns[column]?.[at]);
        return row;
      });
    },
  };
};

/** Writes the observations of the current releases of some datasets as one Parquet file, in the order of their key. */
export const writeParquet = async (
  data: string,
  datasets: readonly DatasetId[],
  path: string,
): Promise<void> => {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const files = datasets.map((dataset) => currentFiles(data, dataset)).join(", ");
  await connection.run(
    `COPY (${selectSql(files)} ORDER BY ${KEY_COLUMNS.join(", ")}) TO ${text(path)} (FORMAT parquet, COMPRESSION snappy)`,
  );
  connection.closeSync();
  instance.closeSync();
};

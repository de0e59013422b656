import type { DatasetId } from "../../standard/codelists/dataset.ts";
import { sqlText } from "../../view/statement.ts";

/** Which published files hold the rows of a view. */
export interface Place {
  /** Address of the folder of all published versions, ending in a slash. */
  readonly address: string;
  /** Version of the data. */
  readonly version: string;
  readonly dataset: DatasetId;
  /** A release that a newer one has replaced; empty for those that stand for the dataset now. */
  readonly release: string;
}

/** Address of the CSV file, codes only. */
export const csvAddress = ({ address, version, dataset, release }: Place): string =>
  `${address}${version}/csv/${dataset}${release === "" ? "" : `@${release}`}.csv`;

/** Address of the Parquet file. That of a replaced release lacks the columns that its folders are named after. */
export const parquetAddress = ({ address, version, dataset, release }: Place): string =>
  release === ""
    ? `${address}${version}/parquet/${dataset}.parquet`
    : `${address}${version}/observations/dataset=${dataset}/release=${release}/data.parquet`;

/** The Parquet file at a path or address as a table of DuckDB with the columns of the standard. */
export const parquetTable = ({ dataset, release }: Place, path: string): string =>
  release === ""
    ? `read_parquet(${sqlText(path)})`
    : `(SELECT ${sqlText(dataset)} AS dataset, ${sqlText(release)} AS release, *
  FROM read_parquet(${sqlText(path)}, hive_partitioning = false))`;

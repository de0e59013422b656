import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { loadCodes } from "../../../pipelines/steps/table.ts";
import type { CodeList } from "../../../src/standard/code.ts";
import { CODE_LISTS } from "../../../src/standard/codelists/index.ts";
import { quote } from "../../../src/standard/sql.ts";
import { SYNTHETIC } from "./generate.ts";

const AREAS = join(import.meta.dirname, "../../../data/codelists/CL_AREA.csv");

/** What DuckDB may take of the machine. */
export interface Limits {
  /** As DuckDB writes it: `2GB`. What Node and DuckDB itself need comes on top. */
  readonly memory: string;
  readonly threads: number;
  /** Folder for what does not fit into memory. */
  readonly spill: string;
}

/** Runs `work` on a DuckDB in memory, within limits, with table `codes` of the standard and the synthetic dataset. */
export const withLimits = async <T>(
  { memory, threads, spill }: Limits,
  work: (db: DuckDBConnection) => Promise<T>,
): Promise<T> => {
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: memory,
    threads: String(threads),
    temp_directory: spill,
  });
  const db = await instance.connect();
  try {
    const fixed = Object.values<CodeList>(CODE_LISTS).flatMap((list) =>
      list.codes.map(({ code }) => ({ codelist: list.id, code, level: "" })),
    );
    await loadCodes(db, [...fixed, { codelist: "CL_DATASET", code: SYNTHETIC, level: "" }]);
    await db.run(
      `INSERT INTO codes SELECT 'CL_AREA', code, level
       FROM read_csv(${quote(AREAS)}, all_varchar = true)`,
    );
    return await work(db);
  } finally {
    db.closeSync();
    instance.closeSync();
  }
};

/** View `name` over Hive folders of Parquet, with the partition columns as text. */
export const openHive = async (
  db: DuckDBConnection,
  name: string,
  folder: string,
): Promise<void> => {
  await db.run(
    `CREATE OR REPLACE VIEW ${name} AS SELECT * FROM
     read_parquet(${quote(join(folder, "*/*/*.parquet"))}, hive_partitioning = true, hive_types_autocast = false)`,
  );
};

/** Table `files` of the checks: every release of `observations` came from the synthetic Parquet file. */
export const nameFiles = async (db: DuckDBConnection): Promise<void> => {
  await db.run(
    `CREATE OR REPLACE TABLE files AS
     SELECT DISTINCT dataset, release, 'data.parquet' AS file FROM observations`,
  );
};

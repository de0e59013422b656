import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { checkAll } from "../../../pipelines/steps/check.ts";
import { checkPlausibility } from "../../../pipelines/steps/check-plausibility.ts";
import { checkRecords } from "../../../pipelines/steps/check-records.ts";
import type { Check } from "../../../pipelines/steps/source.ts";
import { query } from "../../../pipelines/steps/table.ts";
import { aggregateSql, type Coverage } from "../../../src/standard/aggregate.ts";
import { recordObservationsSql } from "../../../src/standard/records.ts";
import { quote } from "../../../src/standard/sql.ts";
import { nameFiles, openHive } from "./database.ts";
import { FIRST_YEAR, generate, LAST_YEAR, PARQUET, releaseFolder, SYNTHETIC } from "./generate.ts";

/** The months that the synthetic returns cover. */
export const COVERAGE: Coverage = {
  from: `${FIRST_YEAR}-01`,
  to: `${LAST_YEAR}-12`,
  confStatus: "N",
};

/** What a part did: how many rows it made or checked, and what was found. */
export interface Outcome {
  readonly rows: number;
  readonly bytes: number;
  readonly checks: readonly Check[];
}

const RECORDS = "records";
const AGGREGATES = "aggregates";
/** Folder of the observations that the queries of the guide read. */
export const OBSERVATIONS = "observations";

const bytesOf = async (folder: string): Promise<number> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    name.endsWith(".parquet"),
  );
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((all, size) => all + size, 0);
};

const count = async (db: DuckDBConnection, table: string): Promise<number> =>
  Number((await query(db, `SELECT count(*) AS n FROM ${table}`))[0]?.n);

const checkTable = async (db: DuckDBConnection): Promise<Check[]> => {
  await nameFiles(db);
  return [...(await checkAll(db)), ...(await checkPlausibility(db))];
};

/** Every aggregate of the records adds up to the same number of arms: months, years, and each breakdown. */
const checkSums = async (db: DuckDBConnection): Promise<Check> => {
  const rows = await query(
    db,
    `SELECT freq || ' ' || breakdown AS place FROM observations GROUP BY freq, breakdown
     HAVING sum(obs_value) IS DISTINCT FROM (SELECT sum(arms)::DOUBLE FROM ${RECORDS})`,
  );
  return {
    id: "aggregates-sum",
    stage: "check",
    status: rows.length === 0 ? "PASS" : "FAIL",
    count: rows.length,
    message: "Breakdowns that do not add up to the arms of the records.",
    examples: rows.map((row) => String(row.place)),
  };
};

/** Table or view `records`, and `observations` with one row a record, checked as a return is. */
export const checkReturn = async (db: DuckDBConnection): Promise<Check[]> => {
  await db.run(`CREATE OR REPLACE VIEW observations AS ${recordObservationsSql(RECORDS)}`);
  return [...(await checkRecords(db, COVERAGE)), ...(await checkTable(db))];
};

type Part = (db: DuckDBConnection, folder: string, rows: number) => Promise<Outcome>;

/** The parts of the measurement, in order; each works below `folder` on what the one before wrote. */
export const PARTS = {
  /** Writes the synthetic records. */
  generate: async (db, folder, rows) => {
    const target = join(folder, RECORDS);
    await generate(db, target, rows, "records");
    return { rows, bytes: await bytesOf(target), checks: [] };
  },
  /** Checks the records as observations of the standard, in a view over Parquet. */
  check: async (db, folder) => {
    const target = join(folder, RECORDS);
    await openHive(db, RECORDS, target);
    const checks = await checkReturn(db);
    return { rows: await count(db, RECORDS), bytes: await bytesOf(target), checks };
  },
  /** Aggregates release by release into Parquet, and checks the aggregates. */
  aggregate: async (db, folder) => {
    await openHive(db, RECORDS, join(folder, RECORDS));
    const releases = await query(db, `SELECT DISTINCT release FROM ${RECORDS} ORDER BY release`);
    const target = join(folder, AGGREGATES);
    for (const { release } of releases) {
      const path = releaseFolder(target, String(release));
      await mkdir(path, { recursive: true });
      const records = `(SELECT * FROM ${RECORDS} WHERE dataset = ${quote(SYNTHETIC)}
        AND release = ${quote(String(release))})`;
      await db.run(
        `COPY (SELECT * EXCLUDE (dataset, release) FROM (${aggregateSql(records, COVERAGE)})
           ORDER BY freq, ref_area, time_period, weapon_type, marking, seizure_place, trace_status)
         TO ${quote(join(path, "data.parquet"))} ${PARQUET}`,
      );
    }
    await openHive(db, "observations", target);
    const checks = [...(await checkTable(db)), await checkSums(db)];
    return { rows: await count(db, "observations"), bytes: await bytesOf(target), checks };
  },
} as const satisfies Record<string, Part>;

/** The parts that make and check the table of the guide: observations in Parquet, not a view on records. */
export const TABLE_PARTS = {
  /** Writes synthetic records as observations. */
  "write table": async (db, folder, rows) => {
    const target = join(folder, OBSERVATIONS);
    await generate(db, target, rows, "observations");
    return { rows, bytes: await bytesOf(target), checks: [] };
  },
  /** Checks them. */
  "check table": async (db, folder) => {
    const target = join(folder, OBSERVATIONS);
    await openHive(db, "observations", target);
    const checks = await checkTable(db);
    return { rows: await count(db, "observations"), bytes: await bytesOf(target), checks };
  },
} as const satisfies Record<string, Part>;

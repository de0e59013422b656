import type { DuckDBConnection } from "@duckdb/node-api";
import { readAreas } from "../../pipelines/sources/un-m49.ts";
import { unodcIafq } from "../../pipelines/sources/unodc-iafq.ts";
import { flagAll } from "../../pipelines/steps/flag.ts";
import { loadObservations } from "../../pipelines/steps/table.ts";
import { openDatabase, openSheet, RAW } from "./raw.ts";

/** The releases in the raw folder, oldest first. */
export const RELEASES = ["2022-06-17", "2024-08-26", "2025-05-12"] as const;

/** Path of a release below the raw folder. */
export const releaseFile = (release: string): string =>
  `unodc-iafq/data_iafq_firearms_trafficking_${release}.xlsx`;

/**
 * A database of all releases: `every` (our observations) and `cells` (the cells of the workbooks, unmapped), and of
 * the newest alone: `o` and `raw`. The caller closes it.
 */
export const openIafq = async (): Promise<DuckDBConnection> => {
  const db = await openDatabase();
  const { observations } = await unodcIafq.read(RAW, await readAreas(RAW));
  await loadObservations(db, flagAll(observations));
  await db.run("ALTER TABLE observations RENAME TO every");
  const sheets: string[] = [];
  for (const [at, release] of RELEASES.entries()) {
    await openSheet(db, `sheet${at}`, releaseFile(release), 13);
    sheets.push(
      `SELECT '${release}' AS release, r, c0 iso, c4 indicator, c5 dimension, c6 category, c7 sex,
         c8 age, c9 AS year, c11::BIGINT AS value FROM sheet${at} WHERE r > 3`,
    );
  }
  await db.run(`CREATE VIEW cells AS ${sheets.join(" UNION ALL ")}`);
  for (const [name, from] of [
    ["o", "every"],
    ["raw", "cells"],
  ]) {
    await db.run(`CREATE VIEW ${name} AS FROM ${from} WHERE release = '${RELEASES[2]}'`);
  }
  return db;
};

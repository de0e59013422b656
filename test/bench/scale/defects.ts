import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { query } from "../../../pipelines/steps/table.ts";
import { quote } from "../../../src/standard/sql.ts";
import { openHive } from "./database.ts";
import { generate } from "./generate.ts";
import { checkReturn } from "./parts.ts";

/** A failed check: its id, how many rows, and the records that its examples name. */
export interface Finding {
  readonly id: string;
  readonly count: number;
  readonly records: readonly string[];
}

const records = async (db: DuckDBConnection, wanted: number): Promise<string[]> =>
  (await query(db, `SELECT record FROM damaged ORDER BY release, record LIMIT ${wanted}`)).map(
    (row) => String(row.record),
  );

/**
 * Writes `rows` sound records below `folder`, damages five of them in a known way, and checks them. Gives the
 * failed checks that the damage must cause, and those that the checks found; both sorted by id.
 */
export const injectDefects = async (
  db: DuckDBConnection,
  folder: string,
  rows: number,
): Promise<{ injected: Finding[]; found: Finding[] }> => {
  const target = join(folder, "damaged");
  await generate(db, target, rows, "records");
  await openHive(db, "sound", target);
  await db.run("CREATE TABLE damaged AS FROM sound");
  const [doubled = "", negative = "", unknown = "", missing = "", total = ""] = await records(
    db,
    5,
  );
  const first = `release = (SELECT min(release) FROM sound)`;
  const only = (record: string): string => `WHERE ${first} AND record = ${quote(record)}`;
  await db.run(
    `INSERT INTO damaged SELECT * REPLACE ('copy' AS record) FROM damaged ${only(doubled)}`,
  );
  await db.run(`UPDATE damaged SET arms = -arms ${only(negative)}`);
  await db.run(`UPDATE damaged SET weapon_type = 'CATAPULT' ${only(unknown)}`);
  await db.run(`UPDATE damaged SET arms = NULL ${only(missing)}`);
  await db.run(`UPDATE damaged SET trace_status = 'IDENTIFIABLE_TOTAL' ${only(total)}`);
  await db.run("CREATE OR REPLACE VIEW records AS FROM damaged");
  const checks = await checkReturn(db);
  const found = checks
    .filter(({ status }) => status !== "PASS")
    .map(({ id, count, examples }) => ({
      id,
      count,
      records: examples.map((place) => / (?:row|record) (\w+)/.exec(place)?.[1] ?? place).sort(),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    injected: [
      { id: "codes-weapon_type", count: 1, records: [unknown] },
      { id: "missing-value-status", count: 1, records: [missing] },
      { id: "records-one-arm", count: 1, records: [total] },
      { id: "unique-key", count: 2, records: [doubled, "copy"].sort() },
      { id: "value-range", count: 1, records: [negative] },
    ],
    found,
  };
};

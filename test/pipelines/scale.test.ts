import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { KEY_COLUMNS } from "../../src/standard/observation.ts";
import { openHive, withLimits } from "../bench/scale/database.ts";
import { injectDefects } from "../bench/scale/defects.ts";
import { EXAMPLES, runExamples } from "../bench/scale/example.ts";
import { generate } from "../bench/scale/generate.ts";
import { type Outcome, PARTS } from "../bench/scale/parts.ts";
import { temporaryFolder } from "./files.ts";
import { DATA, table } from "./raw.ts";

const ROWS = 5_000;
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const small = async <T>(work: (db: DuckDBConnection) => Promise<T>): Promise<T> =>
  withLimits({ memory: "500MB", threads: 2, spill: await temporaryFolder() }, work);

const failed = ({ checks }: Outcome): string[] =>
  checks.filter(({ status }) => status !== "PASS").map(({ id }) => id);

describe("synthetic records", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await temporaryFolder();
    await small((db) => PARTS.generate(db, folder, ROWS));
  });

  it("are as many as asked for, marked as synthetic, one release a year", async () => {
    const root = join(folder, "records");
    expect(await readFile(join(root, "_SYNTHETIC.txt"), "utf8")).toMatch(/^Synthetic rows/);
    expect(await readdir(root)).toEqual(["_SYNTHETIC.txt", "dataset=SYNTHETIC_TEST"]);
    const counts = await small(async (db) => {
      await openHive(db, "records", root);
      const sql =
        "SELECT count(*), count(DISTINCT release), count(DISTINCT (release, record)), min(arms) FROM records";
      return table(db, sql);
    });
    expect(counts).toEqual([[ROWS, 20, ROWS, 1]]);
  });

  it("are the same bytes when made again", async () => {
    const again = await temporaryFolder();
    await small((db) => PARTS.generate(db, again, ROWS));
    const file = "records/dataset=SYNTHETIC_TEST/release=2017-01-31/data.parquet";
    expect(await readFile(join(again, file))).toEqual(await readFile(join(folder, file)));
  });

  it("pass every check, one observation a record", async () => {
    const outcome = await small((db) => PARTS.check(db, folder));
    expect(outcome.rows).toBe(ROWS);
    expect(outcome.checks.length).toBeGreaterThan(40);
    expect(failed(outcome)).toEqual([]);
  });

  it("are aggregated to the sums that plain SQL gives, and pass every check", async () => {
    const { outcome, differences, counts } = await small(async (db) => {
      const outcome = await PARTS.aggregate(db, folder);
      const differences = await table(
        db,
        `WITH expected AS (SELECT ref_area, month, weapon_type, sum(arms)::DOUBLE FROM records GROUP BY ALL),
         made AS (SELECT ref_area, time_period, weapon_type, obs_value FROM observations
           WHERE freq = 'M' AND breakdown = 'weapon_type')
         SELECT (SELECT count(*) FROM (FROM expected EXCEPT ALL FROM made)),
           (SELECT count(*) FROM (FROM made EXCEPT ALL FROM expected))`,
      );
      const counts = await table(
        db,
        `SELECT (SELECT count(*) FROM observations WHERE freq = 'M' AND breakdown = '_T'),
           (SELECT count(DISTINCT (ref_area, month)) FROM records),
           (SELECT count(*) FROM observations WHERE freq = 'A' AND breakdown = '_T'),
           (SELECT count(DISTINCT (ref_area, substr(month, 1, 4))) FROM records),
           (SELECT count(*) FROM observations WHERE obs_value = 0)`,
      );
      return { outcome, differences, counts };
    });
    expect(failed(outcome)).toEqual([]);
    expect(differences).toEqual([[0, 0]]);
    const [months, expectedMonths, years, expectedYears, zeros] = counts[0] ?? [];
    expect([months, years, zeros]).toEqual([expectedMonths, expectedYears, 0]);
  });
});

describe("synthetic rows", () => {
  it("are written as observations too, in the order of the key", async () => {
    const folder = join(await temporaryFolder(), "observations");
    await small(async (db) => {
      await generate(db, folder, ROWS, "observations");
      await openHive(db, "observations", folder);
      const key = KEY_COLUMNS.join(", ");
      const rows = await table(db, `SELECT ${key} FROM observations`);
      expect(rows).toHaveLength(ROWS);
      expect(rows).toEqual(await table(db, `SELECT ${key} FROM observations ORDER BY ${key}`));
    });
  });

  it("never go to data/, nor into a folder that holds something", async () => {
    const used = await temporaryFolder();
    await small(async (db) => {
      await generate(db, used, 20, "records");
      const write = (folder: string) => generate(db, folder, 20, "records");
      await expect(write(used)).rejects.toThrow("is not empty");
      await expect(write(join(DATA, "observations"))).rejects.toThrow("synthetic rows never go");
      await expect(write(DATA)).rejects.toThrow("synthetic rows never go");
    });
  });
});

describe("the queries of the guide", () => {
  it("stand in docs/at-scale.md as they are run, and give rows", async () => {
    const guide = await readFile(join(DATA, "../docs/at-scale.md"), "utf8");
    for (const { sql } of EXAMPLES) expect(guide).toContain(sql);
    const folder = join(await temporaryFolder(), "observations");
    await small((db) => generate(db, folder, ROWS, "observations"));
    const limits = { memory: "500MB", threads: 2, spill: await temporaryFolder() };
    const [few, , all] = await runExamples(folder, limits);
    const lines = (rows: typeof few) =>
      rows?.rows.reduce((sum, row) => sum + Number(row.lines), 0) ?? 0;
    expect(lines(few)).toBeGreaterThan(0);
    expect(lines(all)).toBeGreaterThan(lines(few));
  });
});

describe("known defects", () => {
  it("are found, each by its check and its record, and nothing else is", async () => {
    const folder = await temporaryFolder();
    const { injected, found } = await small((db) => injectDefects(db, folder, ROWS));
    expect(injected).toHaveLength(5);
    expect(found).toEqual(injected);
  });
});

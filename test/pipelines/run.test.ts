import { spawnSync } from "node:child_process";
import { cp, readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { standardize } from "../../pipelines/standardize.ts";
import { withDatabase } from "../../pipelines/steps/table.ts";
import { AREA_COLUMNS } from "../../src/standard/codelists/area.ts";
import { KEY_COLUMNS } from "../../src/standard/observation.ts";
import { RELEASE_COLUMNS } from "../../src/standard/release.ts";
import { temporaryFolder, textFile } from "./files.ts";
import { DATA, NO_RAW, openObservations, RAW, table } from "./raw.ts";

const REPOSITORY = resolve(import.meta.dirname, "../..");

const run = (...options: string[]) => {
  const done = spawnSync(process.execPath, ["pipelines/run.ts", ...options], {
    cwd: REPOSITORY,
    encoding: "utf8",
  });
  return { status: done.status, stderr: done.stderr };
};

/** Files under a folder that the pipelines write, with forward slashes, sorted. */
const written = async (folder: string): Promise<string[]> => {
  const names = await readdir(folder, { recursive: true });
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(csv|json|parquet)$/.test(name) && !/^(versions|archive)\b/.test(name))
    .sort();
};

describe("command line", () => {
  it("asks for the raw folder in one sentence and fails", () => {
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(/^Give the folder of the raw files: .*--raw <folder>.*\.$/);
  });

  it("names a folder that is none, and an option that it does not know", () => {
    expect(run("--raw", "no/such/folder")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("no/such/folder is not a folder."),
    });
    expect(run("--wrong")).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Give/) });
  });
});

describe.skipIf(NO_RAW)("a whole run, real data (skipped without the raw folder)", () => {
  let out = "";
  beforeAll(async () => {
    out = await temporaryFolder();
    await standardize(RAW, out, "2026-11-25", () => undefined);
  }, 60_000);

  it("writes what is committed under data/: the same files, the same content", async () => {
    const files = await written(out);
    expect(await written(DATA)).toEqual(files);
    for (const file of files.filter((name) => !name.endsWith(".parquet"))) {
      const [fresh, committed] = await Promise.all(
        [out, DATA].map((folder) => readFile(join(folder, file), "utf8")),
      );
      expect(committed, file).toBe(fresh);
    }
    const differences = await withDatabase(async (db) => {
      await openObservations(db, out, "fresh");
      await openObservations(db, DATA, "committed");
      return table(
        db,
        `SELECT (SELECT count(*) FROM (FROM fresh EXCEPT ALL FROM committed)),
           (SELECT count(*) FROM (FROM committed EXCEPT ALL FROM fresh)),
           (SELECT count(*) FROM fresh)`,
      );
    });
    expect(differences).toEqual([[0, 0, 331410]]);
  });

  it("writes the same bytes a second time, over its own output", async () => {
    const files = await written(out);
    const bytes = () => Promise.all(files.map((file) => readFile(join(out, file))));
    const first = await bytes();
    await standardize(RAW, out, "2026-11-25", () => undefined);
    expect(await bytes()).toEqual(first);
  }, 60_000);

  it("writes Hive folders, rows in key order, without the partition columns", async () => {
    const path = "observations/dataset=UNODC_IAFQ/release=2025-05-12/data.parquet";
    expect((await stat(join(out, path))).isFile()).toBe(true);
    await withDatabase(async (db) => {
      const file = `read_parquet('${join(out, path)}', hive_partitioning = false)`;
      const columns = (await table(db, `DESCRIBE FROM ${file}`)).map(([name]) => name);
      expect(columns).not.toContain("dataset");
      expect(columns).not.toContain("release");
      const key = KEY_COLUMNS.filter((name) => columns.includes(name)).join(", ");
      const rows = await table(db, `SELECT ${key} FROM ${file}`);
      expect(rows).toEqual(await table(db, `SELECT ${key} FROM ${file} ORDER BY ${key}`));
      const codecs = `SELECT DISTINCT compression FROM parquet_metadata('${join(out, path)}')`;
      expect(await table(db, codecs)).toEqual([["SNAPPY"]]);
    });
  });

  it("writes the columns of the standard, and no failed check", async () => {
    const firstLine = async (file: string) =>
      (await readFile(join(out, file), "utf8")).split("\n")[0];
    expect(await firstLine("codelists/CL_AREA.csv")).toBe(AREA_COLUMNS.join(","));
    expect(await firstLine("releases.csv")).toBe(RELEASE_COLUMNS.join(","));
    expect(await firstLine("codelists/CL_SEX.csv")).toBe(
      "code,label,definition,order,parent,source",
    );
    const report = await readFile(join(out, "report.csv"), "utf8");
    expect(report).toContain("manifest-hashes,read,PASS,23");
    expect(report).not.toContain(",FAIL,");
  });

  it("names no folder of this machine", async () => {
    for (const file of (await written(out)).filter((name) => !name.endsWith(".parquet"))) {
      expect(await readFile(join(out, file), "utf8"), file).not.toContain(RAW);
    }
  });

  it("names the problems of all sources and writes nothing when one is damaged", async () => {
    const raw = await temporaryFolder();
    await cp(RAW, raw, { recursive: true });
    const damage = async (file: string, from: RegExp, to: string) => {
      const text = await readFile(join(RAW, file), "utf8");
      await textFile(raw, file, text.replace(from, to));
    };
    const pages = "us-atf-trace-profiles/state_pages_2020-2023.csv";
    await damage(pages, /^(Texas,2023,.*,Pistols),\d+,/m, "$1,<5,");
    await damage("us-fbi-arrests/arrests_national_adults.csv", /"m_18"/, '"male_18"');
    const empty = join(raw, "out");
    const { status, stderr } = run("--raw", raw, "--out", empty);
    expect(status).toBe(1);
    expect(stderr).toMatch(/state_pages.* row \d+, column Value: value "<5" is not a count/);
    expect(stderr).toMatch(/arrests_national_adults\.csv › row 1: .*column "m_18"/);
    await expect(stat(empty)).rejects.toThrow();
  }, 60_000);
});

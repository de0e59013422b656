import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import readWorkbook from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import {
  publishChanges,
  publishCodelists,
  publishObservations,
  publishReleases,
} from "../../pipelines/steps/publish.ts";
import { releasePairs } from "../../pipelines/steps/revisions.ts";
import type { ReleaseRead } from "../../pipelines/steps/source.ts";
import { loadObservations, query, withDatabase } from "../../pipelines/steps/table.ts";
import { keepVersion } from "../../pipelines/steps/version.ts";
import { publishVersion } from "../../src/build/publication/publish-version.ts";
import { readVersions } from "../../src/build/site-data.ts";
import { areaSchema } from "../../src/standard/codelists/area.ts";
import { COLUMN_NAMES, type Observation } from "../../src/standard/observation.ts";
import { observation } from "../../src/standard/rows.ts";
import { strictCsv } from "../export/real.ts";
import { temporaryFolder } from "../pipelines/files.ts";

const area = (code: string, order: number) =>
  areaSchema.parse({
    code,
    label: `Name of ${code}`,
    definition: "",
    order,
    parent: "",
    source: "test",
    level: code.startsWith("_") ? "_T" : "COUNTRY",
    m49: code === "MEX" ? "484" : "",
    iso2: "",
  });
const AREAS = ["_T", "_Z", "MEX", "COL"].map(area);

const arms = (release: string, ref_area: string, value: number | null): Observation =>
  observation(
    { dataset: "UNODC_IAFQ", release, indicator: "ARMS_SEIZED", ref_area, time_period: "2016" },
    {
      obs_value: value,
      obs_status: value === null ? "O" : "A",
      source_row: "4",
      source_detail: '=SUM(A1) "quoted", with comma',
    },
  );
const official = observation(
  {
    dataset: "UN_SDG_16_4_2",
    release: "2026.Q3.G.01",
    indicator: "SDG_16_4_2",
    ref_area: "MEX",
    time_period: "2021",
  },
  {
    unit_measure: "PT",
    obs_value: 99.52,
    source_row: "2",
    source_detail: "nature=C; source=IAFQ; reporting=G; footnote=2021-2022 average",
  },
);

const OLD = [arms("2024-08-26", "MEX", 1), arms("2024-08-26", "COL", 0)];
const FIRST = [...OLD, official];
const SECOND = [...FIRST, arms("2025-05-12", "MEX", 2), arms("2025-05-12", "COL", null)];

/** Puts rows into a data folder as its next version. */
const keep = async (data: string, rows: readonly Observation[], day: string): Promise<void> => {
  const next = join(data, ".next");
  await mkdir(next, { recursive: true });
  const raw = join(data, "..", "raw.txt");
  await writeFile(raw, "raw");
  const names = [...new Set(rows.map((row) => `${row.dataset}|${row.release}`))];
  const releases = names.map((name): ReleaseRead => {
    const row = rows.find((candidate) => `${candidate.dataset}|${candidate.release}` === name);
    if (row === undefined) throw new Error(`No row of ${name}.`);
    const words = { label: row.release, title: "test", paths: [raw], rowsRead: 1, notes: "" };
    return { dataset: row.dataset, release: row.release, ...words };
  });
  await withDatabase(async (db) => {
    await loadObservations(db, rows);
    await publishObservations(db, next, releases);
    await publishCodelists(next, AREAS, []);
    await publishReleases(db, next, releases);
    await publishChanges(db, next, releasePairs(releases));
    await keepVersion(db, data, day);
  });
};

let data: string;
let out: string;
const publish = async (): Promise<void> => {
  const versions = readVersions(data);
  for (const [index] of versions.entries()) {
    const [first = versions[0], ...rest] = versions.slice(0, index + 1);
    const { version } = rest.at(-1) ?? first;
    await publishVersion(data, [first, ...rest], join(out, version), "https://example.org/data/");
  }
};

beforeAll(async () => {
  data = join(await temporaryFolder(), "data");
  out = await temporaryFolder();
  await keep(data, FIRST, "2026-01-01");
  await keep(data, SECOND, "2026-02-02");
  await publish();
}, 60_000);

const text = (path: string): Promise<string> => readFile(join(out, path), "utf8");

describe("the published versions", () => {
  it("hold the newest release alone in each file of a dataset, and every release in its folder", async () => {
    const values = async (version: string, file = "UNODC_IAFQ") =>
      strictCsv(await text(`${version}/csv/${file}.csv`)).map((row) => [
        row["release"],
        row["ref_area"],
        row["obs_value"],
        row["obs_status"],
      ]);
    expect(await values("1.0.0")).toEqual([
      ["2024-08-26", "COL", "0", "A"],
      ["2024-08-26", "MEX", "1", "A"],
    ]);
    expect(await values("1.1.0")).toEqual([
      ["2025-05-12", "COL", "", "O"],
      ["2025-05-12", "MEX", "2", "A"],
    ]);
    expect(await values("1.1.0", "UNODC_IAFQ@2024-08-26")).toEqual(await values("1.0.0"));
    const hive = await withDatabase((db) =>
      query(
        db,
        `SELECT release, count(*)::INTEGER AS n FROM read_parquet('${out}/1.1.0/observations/*/*/*.parquet',
           hive_partitioning = true, hive_types_autocast = false)
         WHERE dataset = 'UNODC_IAFQ' GROUP BY release ORDER BY release`,
      ),
    );
    expect(hive).toEqual([
      { release: "2024-08-26", n: 2 },
      { release: "2025-05-12", n: 2 },
    ]);
  });

  it("hold the same rows in CSV, Parquet, JSON, SDMX-CSV, workbook and ZIP, each read by another maker's reader", async () => {
    const csv = strictCsv(await text("1.1.0/csv/UNODC_IAFQ.csv"));
    const unguarded = csv.map((row) => ({
      ...row,
      source_detail: row["source_detail"]?.replace(/^'=/, "="),
    }));
    const file = await asyncBufferFromFile(join(out, "1.1.0/parquet/UNODC_IAFQ.parquet"));
    const parquet = await parquetReadObjects({ file });
    const asText = (value: unknown): string => (value === null ? "" : String(value));
    const same = (rows: readonly Record<string, unknown>[]) =>
      rows.map((row) =>
        Object.fromEntries(COLUMN_NAMES.map((name) => [name, asText(row[name] ?? null)])),
      );
    expect(same(parquet)).toEqual(same(unguarded));
    const zip = unzipSync(new Uint8Array(await readFile(join(out, "1.1.0/zip/UNODC_IAFQ.zip"))));
    expect(new TextDecoder().decode(zip["UNODC_IAFQ.csv"])).toBe(
      await text("1.1.0/csv/UNODC_IAFQ.csv"),
    );
    expect(Object.keys(zip)).toEqual(
      expect.arrayContaining(["README.txt", "TERMS.txt", "CITATION.cff", "datapackage.json"]),
    );
    const [json, sdmx] = await withDatabase(async (db) => [
      await query(
        db,
        `SELECT len(records)::INTEGER AS n FROM read_json('${out}/1.1.0/json/UNODC_IAFQ.json.gz')`,
      ),
      await query(
        db,
        `SELECT REF_AREA, OBS_VALUE FROM read_csv('${out}/1.1.0/sdmx/UNODC_IAFQ.csv.gz', strict_mode = true)
         ORDER BY REF_AREA`,
      ),
    ]);
    expect(json).toEqual([{ n: 2 }]);
    expect(sdmx?.map((row) => [row["REF_AREA"], asText(row["OBS_VALUE"] ?? null)])).toEqual([
      ["COL", ""],
      ["MEX", "2"],
    ]);
    const whole = await withDatabase(async (db) => [
      ...(await query(
        db,
        `SELECT count(*)::INTEGER AS n FROM read_csv('${out}/1.1.0/csv/all.csv.gz', strict_mode = true)`,
      )),
      ...(await query(
        db,
        `SELECT count(*)::INTEGER AS n FROM read_csv('${out}/1.1.0/sdmx/all.csv.gz', strict_mode = true)`,
      )),
      ...(await query(
        db,
        `SELECT list_sum([len(d.records) FOR d IN datasets])::INTEGER AS n
         FROM read_json('${out}/1.1.0/json/all.json.gz')`,
      )),
    ]);
    expect(whole).toEqual([{ n: 3 }, { n: 3 }, { n: 3 }]);
    const sheets = await readWorkbook(await readFile(join(out, "1.1.0/xlsx/UNODC_IAFQ.xlsx")));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["data", "metadata", "code lists", "notes"]);
    expect(sheets[0]?.data.length).toBe(3);
  });

  it("carry the global series, structures, packages, catalogue and change lists", async () => {
    const series = strictCsv(await text("1.1.0/sdmx/VC_ARM_SZTRACE.csv"));
    expect(series).toMatchObject([{ REF_AREA: "484", TIME_PERIOD: "2021", OBS_VALUE: "99.52" }]);
    expect(await text("1.1.0/sdmx/structure.xml")).toContain("DSD_ARMS");
    const pack = JSON.parse(await text("1.1.0/csv/datapackage.json"));
    for (const { path } of pack.resources) await text(`1.1.0/csv/${path}`);
    const changes = strictCsv(await text("1.1.0/changes/UNODC_IAFQ/2024-08-26_2025-05-12.csv"));
    expect(changes.map((row) => [row["kind"], row["ref_area"]])).toEqual([
      ["CHANGED", "COL"],
      ["CHANGED", "MEX"],
    ]);
    const catalogue = await text("1.1.0/catalogue.jsonld");
    for (const [, path] of catalogue.matchAll(/"dcat:downloadURL": \{\s*"@id": "([^"]+)"/g))
      await readFile(join(out, "1.1.0", path ?? ""));
    expect(catalogue).toContain("1.0.0");
  });

  it("stay the same when a newer version comes, byte for byte", async () => {
    const before = await Promise.all(
      ["csv/UNODC_IAFQ.csv", "zip/UNODC_IAFQ.zip", "releases.csv"].map((path) =>
        readFile(join(out, "1.0.0", path)),
      ),
    );
    await keep(data, [...SECOND.slice(1)], "2026-03-03");
    await rm(join(out, "1.0.0"), { recursive: true });
    await publish();
    expect(readVersions(data).at(-1)?.version).toBe("2.0.0");
    const after = await Promise.all(
      ["csv/UNODC_IAFQ.csv", "zip/UNODC_IAFQ.zip", "releases.csv"].map((path) =>
        readFile(join(out, "1.0.0", path)),
      ),
    );
    expect(after).toEqual(before);
  }, 60_000);

  it("are refused when a file of a version is lost", async () => {
    const broken = join(await temporaryFolder(), "data");
    await cp(data, broken, { recursive: true });
    await rm(join(broken, "archive"), { recursive: true });
    const versions = readVersions(broken);
    await expect(
      publishVersion(broken, [versions[0]], join(await temporaryFolder(), "x"), "../"),
    ).rejects.toThrow(/not as version 1\.0\.0 had it/);
  });
});

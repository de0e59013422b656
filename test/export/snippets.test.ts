import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type StaticServer, serve } from "../../src/build/serve.ts";
import { writeParquet } from "../../src/engine/native.ts";
import { joined } from "../../src/export/chunks.ts";
import { codesCsvChunks } from "../../src/export/csv.ts";
import { type Snippet, snippetsOf } from "../../src/export/snippets.ts";
import type { DatasetId } from "../../src/standard/codelists/dataset.ts";
import { COLUMN_NAMES, observationTableSql } from "../../src/standard/observation.ts";
import { publishedOf } from "../../src/standard/own-return.ts";
import { datasetQuery, observationsQuery, type Row, type Thread } from "../../src/view/query.ts";
import { DEFAULT_VIEW, type View } from "../../src/view/view.ts";
import { ROW } from "../standard/rows.ts";
import { has, pythonWithPandas, runProgram, standInForDuckDb } from "./programs.ts";
import { engine } from "./real.ts";

const DATA = join(process.cwd(), "data");
const VERSION = "1.2.3";
const OLD = "2024-08-26";

const flows = {
  ...DEFAULT_VIEW,
  dataset: "US_ATF_FLOWS",
  indicator: "ARMS_TRACED",
  level: "SUBNATIONAL",
  by: "origin_area",
} as const;

/** Views that together use every kind of test, numbers with decimals, and each kind of file. */
const VIEWS: readonly [string, View, Thread?][] = [
  ["the first view, of its panel", DEFAULT_VIEW, { areas: ["COL", "ESP", "MEX"] }],
  [
    "without other and unknown, two areas",
    { ...DEFAULT_VIEW, residual: "without", areas: ["MEX", "COL"], from: 2004, to: 2023 },
  ],
  [
    "persons, values of another population left out",
    { ...DEFAULT_VIEW, indicator: "PERSONS_ARRESTED", by: "sex", from: 2010, to: 2023 },
  ],
  [
    "the same with them",
    {
      ...DEFAULT_VIEW,
      indicator: "PERSONS_ARRESTED",
      by: "sex",
      from: 2010,
      to: 2023,
      outliers: "with",
    },
  ],
  [
    "totals of all but some areas",
    { ...DEFAULT_VIEW, by: "_T", panel: "all", without: ["USA", "MEX"], from: 2010, to: 2020 },
  ],
  [
    "arrests by sex, of some ages",
    {
      ...DEFAULT_VIEW,
      dataset: "US_FBI_ARRESTS",
      indicator: "ARRESTS_WEAPONS",
      by: "sex",
      filters: { age: ["Y15", "Y16"] },
      from: 2000,
      to: 2016,
    },
  ],
  ["routes of one year", { ...flows, areas: ["US-CA"], from: 2019, to: 2019 }],
  [
    "one number",
    { ...flows, from: 2010, to: 2020 },
    { areas: ["US-NV"], year: 2012, code: "US-TX" },
  ],
  [
    "percentages",
    {
      ...DEFAULT_VIEW,
      dataset: "UN_SDG_16_4_2",
      indicator: "SDG_16_4_2",
      unit: "PT",
      by: "_T",
      from: 2010,
      to: 2024,
    },
  ],
  ["an older release", { ...DEFAULT_VIEW, release: OLD, from: 2016, to: 2020 }],
  ["nothing at all", { ...DEFAULT_VIEW, areas: ["ATA"] }],
];

const DATASETS: readonly DatasetId[] = [
  "UNODC_IAFQ",
  "US_FBI_ARRESTS",
  "US_ATF_FLOWS",
  "UN_SDG_16_4_2",
];

let folder = "";
let work = "";
let site: StaticServer;

/** The published files that the snippets read, by the project's own writers. */
const publish = async (): Promise<void> => {
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  await mkdir(join(folder, VERSION, "parquet"), { recursive: true });
  for (const dataset of DATASETS) {
    const rows = await engine.query(datasetQuery(dataset));
    await write(`${VERSION}/csv/${dataset}.csv`, joined(codesCsvChunks(rows)));
    await writeParquet(DATA, [dataset], join(folder, VERSION, `parquet/${dataset}.parquet`));
  }
  const old = await engine.query(datasetQuery("UNODC_IAFQ", OLD));
  await write(`${VERSION}/csv/UNODC_IAFQ@${OLD}.csv`, joined(codesCsvChunks(old)));
  const path = `observations/dataset=UNODC_IAFQ/release=${OLD}`;
  await cp(join(DATA, path), join(folder, VERSION, path), { recursive: true });
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "published-"));
  work = await mkdtemp(join(tmpdir(), "snippets-"));
  await publish();
  site = await serve(folder, { base: "/monitor/data/" });
}, 60_000);
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
  await rm(work, { recursive: true });
});

const codeOf = (id: Snippet["id"], view: View, thread: Thread | undefined, address: string) => {
  const place = { address, version: VERSION, dataset: publishedOf(view), release: view.release };
  const found = snippetsOf(view, thread, place).find((snippet) => snippet.id === id);
  if (found === undefined) throw new Error(`There is no snippet ${id}.`);
  return found.code;
};

/** Rows as texts that can be compared: by the order of the query, then by everything. */
const comparable = (rows: readonly Row[]): { keys: string[]; rows: string[] } => ({
  keys: rows.map((row) =>
    ["release", "ref_area", "time_period", "source_row"].map((name) => row[name]).join(" "),
  ),
  rows: rows.map((row) => JSON.stringify(COLUMN_NAMES.map((name) => row[name]))).sort(),
});

const rowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Rows of a CSV that a program printed; an empty obs_value is none. */
const fromCsv = (text: string): Row[] =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(parse(text, { columns: true }))
    .map((row) => ({
      ...row,
      obs_value: row["obs_value"] === "" ? null : Number(row["obs_value"]),
    }));

/** Rows of every view, by the program that runs its snippet. */
type FetchAll = (views: typeof VIEWS) => Promise<Row[][]>;

// The extension httpfs cannot be had offline: the addresses are those of local files, all else is as it is shown.
const byDuckDb: FetchAll = async (views) => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const found: Row[][] = [];
  for (const [, view, thread] of views) {
    const reader = await connection.runAndReadAll(codeOf("duckdb", view, thread, `${folder}/`));
    expect(reader.columnNames()).toEqual(COLUMN_NAMES);
    found.push(z.array(rowSchema).parse(reader.getRowObjectsJS()));
  }
  connection.closeSync();
  return found;
};

/** Writes the snippet of each view into a file of its own, and reads what a program made of it. */
const byFiles = async (
  views: typeof VIEWS,
  id: Snippet["id"],
  ending: string,
  run: () => Promise<unknown>,
): Promise<string[]> => {
  for (const [at, [, view, thread]] of views.entries())
    await writeFile(join(work, `${id}-${at}.${ending}`), codeOf(id, view, thread, site.url));
  await run();
  return Promise.all(views.map((_, at) => readFile(join(work, `${id}-${at}.rows`), "utf8")));
};

const byR: FetchAll = async (views) => {
  const code = `for (at in 0:${views.length - 1}) {
  place <- new.env()
  source(sprintf("r-%d.R", at), local = place)
  rows <- place$rows
  rows$obs_value <- ifelse(is.na(rows$obs_value), "", sprintf("%.17g", rows$obs_value))
  write.csv(rows, sprintf("r-%d.rows", at), row.names = FALSE, fileEncoding = "UTF-8")
}`;
  await writeFile(join(work, "all.R"), code);
  const run = () => runProgram("Rscript", ["--vanilla", "all.R"], { cwd: work });
  return (await byFiles(views, "r", "R", run)).map(fromCsv);
};

const byPython =
  (id: "python" | "pandas", rows: string, program = "python3"): FetchAll =>
  async (views) => {
    const code = `import json, runpy
for at in range(${views.length}):
    rows = runpy.run_path(f"${id}-{at}.py")["rows"]
    with open(f"${id}-{at}.rows", "w") as file:
        json.dump(${rows}, file)
`;
    await writeFile(join(work, `all-${id}.py`), code);
    const run = () => runProgram(program, [`all-${id}.py`], { cwd: work });
    const texts = await byFiles(views, id, "py", run);
    return texts.map((text) => z.array(rowSchema).parse(JSON.parse(text)));
  };

const byCurl: FetchAll = async (views) => {
  const bin = await mkdtemp(join(work, "bin-"));
  if (!(await has("duckdb"))) await standInForDuckDb(bin);
  const run = async (): Promise<void> => {
    for (const at of views.keys()) {
      await runProgram("sh", [`curl-${at}.sh`], { cwd: work, path: bin });
      await rename(join(work, "rows.csv"), join(work, `curl-${at}.rows`));
    }
  };
  return (await byFiles(views, "curl", "sh", run)).map(fromCsv);
};

const PANDAS = `[
            {key: None if value != value else value for key, value in row.items()}
            for row in rows.to_dict("records")
        ]`;
/** The SQL of the shell is that of DuckDB, tried above: each kind of file is enough. */
const LAST = VIEWS.slice(-3);
const pandas = await pythonWithPandas();
const PROGRAMS: readonly [
  name: string,
  present: boolean,
  fetchAll: FetchAll,
  views?: typeof VIEWS,
][] = [
  ["DuckDB", true, byDuckDb],
  ["Rscript", await has("Rscript"), byR],
  ["python3", await has("python3"), byPython("python", "rows")],
  ["python3 with pandas", pandas !== undefined, byPython("pandas", PANDAS, pandas)],
  ["curl", await has("curl"), byCurl, LAST],
];

for (const [name, present, fetchAll, views = VIEWS] of PROGRAMS) {
  describe.skipIf(!present)(`the snippet run by ${name}`, () => {
    let found: Row[][] = [];
    beforeAll(async () => {
      found = await fetchAll(views);
    }, 120_000);

    it.each(views.map(([words, view, thread], at) => ({ words, view, thread, at })))(
      "returns exactly the rows of the query: $words",
      async ({ view, thread, at }) => {
        const rows = await engine.query(observationsQuery(view, thread));
        expect(rows.length > 0).toBe(!view.areas.includes("ATA"));
        expect(comparable(found[at] ?? [])).toEqual(comparable(rows));
      },
    );
  });
}

it("the views tell values of another population from the others", async () => {
  const count = async (outliers: View["outliers"]): Promise<number> => {
    const view: View = { ...DEFAULT_VIEW, indicator: "PERSONS_ARRESTED", by: "sex" };
    return (await engine.query(observationsQuery({ ...view, from: 2010, to: 2023, outliers })))
      .length;
  };
  expect(await count("without")).toBeLessThan(await count("with"));
});

it("finds rows of areas with hostile names too, by DuckDB", async () => {
  const areas = ["O'Hara", 'a"b', "x'); DROP TABLE t; --", "?", "é\n文"];
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(observationTableSql("t"));
  for (const ref_area of [...areas, "MEX"]) {
    const row: Row = { ...ROW, ref_area };
    const values = COLUMN_NAMES.map((name) => row[name] ?? null);
    await connection.run(`INSERT INTO t VALUES (${values.map(() => "?").join(", ")})`, values);
  }
  await mkdir(join(work, VERSION, "parquet"), { recursive: true });
  await connection.run(`COPY t TO '${work}/${VERSION}/parquet/UNODC_IAFQ.parquet'`);
  const code = codeOf("duckdb", { ...DEFAULT_VIEW, areas }, undefined, `${work}/`);
  const found = (await connection.runAndReadAll(code)).getRowObjectsJS();
  expect(found.map((row) => row["ref_area"]).sort()).toEqual([...areas].sort());
});

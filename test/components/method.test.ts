import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { type SiteData, siteData } from "../../src/build/site-data.ts";
import { addressesOf } from "../../src/components/method/addresses.ts";
import { dataChanges } from "../../src/components/method/changelog.ts";
import { outcomesOf, stageCounts } from "../../src/components/method/checks.ts";
import { citationFile, siteCitations } from "../../src/components/method/citations.ts";
import { codebookOf } from "../../src/components/method/codebook.ts";
import { defectCounts } from "../../src/components/method/defect-counts.ts";
import { defectsOf } from "../../src/components/method/defects.ts";
import { apiExamples, EXAMPLE_HOST } from "../../src/components/method/examples.ts";
import { sourcesOf } from "../../src/components/method/sources.ts";
import { formulaCounts, workedExamples } from "../../src/components/method/worked.ts";
import { en } from "../../src/i18n/en.ts";
import { localeOf, speechOf } from "../../src/i18n/locales.ts";
import { OBSERVATION_COLUMNS } from "../../src/standard/observation.ts";

const DATA = join(process.cwd(), "data");
const speech = speechOf(localeOf(undefined));
const table = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(DATA, file), "utf8"), { columns: true });

let data: SiteData;
/** Numbers of a plain query over the committed files, which shares no code with the page. */
let numbers: (sql: string) => Promise<number[]>;
let words: (sql: string) => Promise<string[]>;

beforeAll(async () => {
  data = await siteData();
  const db = await (await DuckDBInstance.create(":memory:")).connect();
  await db.run(
    `CREATE VIEW o AS SELECT *, string_split(flags, '|') AS f FROM read_parquet('${DATA}/observations/*/*/*.parquet', hive_partitioning = true, hive_types_autocast = false)`,
  );
  await db.run(`CREATE VIEW figures AS FROM '${DATA}/figures.parquet'`);
  words = async (sql) => {
    const reader = await db.runAndReadAll(sql);
    return reader.getRowsJson().flat().map(String);
  };
  numbers = async (sql) => (await words(sql)).map(Number);
});

describe("the codebook", () => {
  it("has every code of every list with label, definition and source", () => {
    const lists = codebookOf(data);
    const files = readdirSync(join(DATA, "codelists")).filter((file) => /^CL_.*\.csv$/.test(file));
    expect(["CL_AREA", ...lists.map(({ id }) => id)].map((id) => `${id}.csv`).sort()).toEqual(
      files.sort(),
    );
    for (const { id, codes } of lists) {
      const rows = table(`codelists/${id}.csv`);
      expect(codes.length, id).toBe(rows.length);
      for (const row of rows)
        expect(codes.find(({ code }) => code === row["code"])).toMatchObject({
          label: row["label"],
          definition: row["definition"],
          source: row["source"],
        });
    }
    expect(data.areas.length).toBe(table("codelists/CL_AREA.csv").length);
  });

  it("has the columns of the published schema", () => {
    const schema: { fields: { name: string; description: string }[]; primaryKey: string[] } =
      JSON.parse(readFileSync(join(DATA, "schema.json"), "utf8"));
    expect(OBSERVATION_COLUMNS.map(({ name, description }) => ({ name, description }))).toEqual(
      schema.fields.map(({ name, description }) => ({ name, description })),
    );
    expect(
      OBSERVATION_COLUMNS.filter(({ role }) => role === "dimension").map(({ name }) => name),
    ).toEqual(schema.primaryKey);
  });
});

it("the checks are counted as the report has them", () => {
  const rows = table("report.csv");
  const count = (stage: string, status: string) =>
    rows.filter((row) => row["stage"] === stage && row["status"] === status).length;
  for (const { stage, counts } of stageCounts(data.checks))
    for (const status of ["PASS", "WARNING", "FAIL"] as const)
      expect(counts[status], `${stage} ${status}`).toBe(count(stage, status));
  const { PASS, WARNING, FAIL } = outcomesOf(data.checks);
  expect(PASS + WARNING + FAIL).toBe(rows.length);
});

describe("the formulas", () => {
  it("are those of the published file, each with a fraction or words", () => {
    expect(Object.keys(en.method.formulas)).toEqual(table("formulas.csv").map((row) => row["id"]));
    for (const [id, { over, under, words: text, used }] of Object.entries(en.method.formulas)) {
      expect([over !== undefined && under !== undefined, text !== undefined], id).toEqual(
        text === undefined ? [true, false] : [false, true],
      );
      expect(used, id).toContain("file");
    }
  });

  it("are counted as plain SQL counts them, and none is without figures", async () => {
    const counts = await formulaCounts(data);
    for (const id of Object.keys(en.method.formulas)) {
      const [n] = await numbers(`SELECT count(*) FROM figures WHERE figure = '${id}'`);
      expect(counts.get(id), id).toBe(n);
    }
  });
});

describe("the worked examples", () => {
  it("are the shares that plain SQL computes from the observations", async () => {
    const worked = await workedExamples(data);
    const [pooled, mean, areas] = await numbers(`
      WITH t AS (SELECT ref_area, weapon_type, sum(obs_value) AS n FROM o
          WHERE dataset = 'UNODC_IAFQ' AND release = '2025-05-12' AND indicator = 'ARMS_SEIZED' AND breakdown = 'weapon_type'
          AND additivity = 'PART' AND time_period IN ('2016', '2017') AND weapon_type NOT IN ('_U', '_O') GROUP BY ALL),
        a AS (SELECT ref_area, sum(n) AS d, coalesce(sum(n) FILTER (WHERE weapon_type = 'PISTOL'), 0) AS p FROM t GROUP BY ALL HAVING sum(n) > 0)
      SELECT sum(p) / sum(d), avg(p / d), count(*) FROM a`);
    expect(worked.pooled).toBeCloseTo(pooled ?? 0, 7);
    expect(worked.mean).toBeCloseTo(mean ?? 0, 7);
    expect(worked.shareAreas).toBe(areas);
    expect(worked.shareAreas).toBe(70);
  });

  it("are the panel that plain SQL finds", async () => {
    const worked = await workedExamples(data);
    const totals = `SELECT ref_area, time_period, obs_value FROM o WHERE dataset = 'UNODC_IAFQ' AND release = '2025-05-12'
      AND indicator = 'ARMS_SEIZED' AND breakdown = '_T' AND obs_value IS NOT NULL AND time_period BETWEEN '2016' AND '2022'`;
    const members = await words(
      `SELECT ref_area FROM (${totals}) GROUP BY ref_area HAVING count(*) = 7 ORDER BY ref_area`,
    );
    expect([...worked.members].sort()).toEqual(members);
    const list = members.map((area) => `'${area}'`).join(", ");
    expect([worked.first, worked.last]).toEqual(
      await numbers(
        `SELECT sum(obs_value) FILTER (WHERE time_period = '2016'), sum(obs_value) FILTER (WHERE time_period = '2022') FROM (${totals}) WHERE ref_area IN (${list})`,
      ),
    );
  });
});

describe("the known defects", () => {
  const current = "dataset = 'UNODC_IAFQ' AND release = '2025-05-12'";
  const flagged = (flag: string, where = current) =>
    `SELECT count(*) FROM (SELECT unnest(f) AS flag FROM o WHERE ${where}) WHERE flag = '${flag}'`;
  const tables = (flag: string) =>
    `SELECT count(*) FROM (SELECT DISTINCT ref_area, time_period, indicator, breakdown FROM o WHERE ${current} AND list_has_any(f, ['${flag}']))`;

  it("are counted as plain SQL counts them", async () => {
    const { counts, names } = await defectCounts(data);
    const expected: Record<string, string> = {
      undetermined: flagged("AMBIGUOUS_TOTAL"),
      pairedCondition: flagged("PAIRED_LABEL", `${current} AND condition NOT IN ('_T', '_Z')`),
      pairedContext: flagged("PAIRED_LABEL", `${current} AND offence_context NOT IN ('_T', '_Z')`),
      conflicting: flagged("CONFLICTING_DUPLICATE"),
      doubtful: flagged("FALSE_ZERO_SUSPECT"),
      proved: flagged("FALSE_ZERO_PROVED", "dataset = 'UNODC_IAFQ' AND release < '2025-05-12'"),
      below: tables("PARTS_LT_TOTAL"),
      above: tables("PARTS_GT_TOTAL"),
      overlapping: flagged("MULTI_RESPONSE"),
      outliers: flagged("OUTLIER_SCOPE"),
      differs: flagged("SOURCE_DIFFERS"),
      rekeyed: flagged("REKEYED_COPY", "true"),
      typed: flagged("TRANSCRIBED", "true"),
      cut: flagged("TOP_N", "true"),
      unpublished: flagged("UNPUBLISHED", "true"),
      largestAmmunition: `SELECT obs_value FROM o WHERE ${current} AND indicator = 'AMMUNITION_SEIZED' ORDER BY obs_value DESC LIMIT 1`,
      relabelled: `SELECT count(*) FROM o WHERE ${current} AND contains(source_detail, 'indicator=Arms surrendered; dimension=by marking; category=Surrendered')`,
      parts: `SELECT count(*) FROM (SELECT DISTINCT ref_area FROM o WHERE dataset = 'UNODC_CTS_HOMICIDE' AND starts_with(ref_area, 'GB-'))`,
      shotgunsDropped: `SELECT count(*) FROM (
        SELECT indicator, ref_area, time_period FROM o WHERE dataset = 'UNODC_IAFQ' AND release = '2022-06-17' AND weapon_type = 'SHOTGUN' AND indicator <> 'ARMS_SEIZED'
        EXCEPT SELECT indicator, ref_area, time_period FROM o WHERE dataset = 'UNODC_IAFQ' AND release = '2024-08-26' AND weapon_type = 'SHOTGUN')`,
      groundTotals: `SELECT count(*) FROM (SELECT ref_area, time_period FROM o WHERE ${current} AND indicator = 'ARMS_SEIZED'
        AND (breakdown = '_T' OR legal_ground = 'TOTAL_REPORTED') GROUP BY ALL HAVING count(*) = 2)`,
      groundTotalsDiffer: `SELECT count(*) FROM (SELECT ref_area, time_period FROM o WHERE ${current} AND indicator = 'ARMS_SEIZED'
        AND (breakdown = '_T' OR legal_ground = 'TOTAL_REPORTED') GROUP BY ALL HAVING count(*) = 2 AND min(obs_value) <> max(obs_value))`,
    };
    expect(Object.keys(expected).sort()).toEqual(Object.keys(counts).sort());
    for (const [name, sql] of Object.entries(expected))
      expect([counts[name as keyof typeof counts]], name).toEqual(await numbers(sql));
    expect(names).toEqual({
      conflictingAreas: "AZE",
      outlierAreas: "TUR",
      differsAreas: "USA",
      differsFrom: "2013",
      differsTo: "2020",
      ammunitionArea: "AUS",
    });
  });

  it("agree with the field guide", async () => {
    const { counts } = await defectCounts(data);
    expect(counts).toMatchObject({
      undetermined: 10,
      pairedCondition: 145,
      pairedContext: 19,
      shotgunsDropped: 84,
      groundTotals: 281,
      groundTotalsDiffer: 281 - 254,
      largestAmmunition: 5_196_801,
      parts: 3,
    });
  });

  it("are all told, with their numbers and no gap in a sentence", async () => {
    const defects = await defectsOf(data, speech);
    expect(defects).toHaveLength(Object.keys(en.method.defects).length);
    expect(new Set(defects.map(({ id }) => id)).size).toBe(defects.length);
    for (const { id, text } of defects) {
      expect(id).toMatch(/^defect-[a-z]+(-[a-z]+)*$/);
      expect(text, id).toMatch(/\d/);
      expect(text, id).not.toMatch(/undefined|NaN|\( ?\)| {2}/);
    }
  });
});

/** The fields of each entry of a BibTeX file of one field a line. Throws where it is none. */
const bibtexEntries = (text: string): Record<string, string>[] =>
  text
    .trim()
    .split(/\n\n(?=@)/)
    .map((entry) => {
      const [head = "", ...rest] = entry.trim().split("\n");
      const key = /^@misc\{([\w.-]+),$/.exec(head)?.[1];
      if (key === undefined || rest.pop() !== "}") throw new Error(`No entry of BibTeX: ${entry}`);
      const fields = rest.map((line) => {
        const found = /^ {2}(\w+) = \{(.*)\},?$/.exec(line);
        if (found === null) throw new Error(`No field of BibTeX: ${line}`);
        return [found[1] ?? "", found[2] ?? ""] as const;
      });
      return { key, ...Object.fromEntries(fields) };
    });

/** The tags of each record of a RIS file. Throws where it is none. */
const risRecords = (text: string): Record<string, string>[] =>
  text
    .split(/ER {2}- \r\n/)
    .slice(0, -1)
    .map((record) =>
      Object.fromEntries(
        record
          .trimEnd()
          .split("\r\n")
          .map((line) => {
            const found = /^([A-Z][A-Z0-9]) {2}- (.+)$/.exec(line);
            if (found === null) throw new Error(`No tag of RIS: ${line}`);
            return [found[1] ?? "", found[2] ?? ""];
          }),
      ),
    );

describe("the files of citations", () => {
  const newest = () => table("versions.csv").at(-1) ?? {};

  it("name version and day in every entry, and each dataset once", () => {
    const citations = siteCitations(data, en, undefined);
    const { version = "", date = "" } = newest();
    const entries = bibtexEntries(citationFile(citations, "bibtex"));
    const records = risRecords(citationFile(citations, "ris"));
    expect(entries).toHaveLength(1 + data.datasets.length);
    expect(records).toHaveLength(entries.length);
    expect(new Set(entries.map((entry) => entry["key"])).size).toBe(entries.length);
    for (const [place, entry] of entries.entries()) {
      expect(entry).toMatchObject({ version, note: `Data version ${version}, ${date}` });
      expect(records[place]).toMatchObject({
        TY: "DATA",
        ET: `Data version ${version}`,
        DA: date.replaceAll("-", "/"),
        TI: expect.stringMatching(/./),
      });
    }
    for (const {
      citations: { text },
    } of citations.datasets)
      expect(text).toContain(`data version ${version}, ${date}`);
    expect(citations.table.text).toContain(`Data version ${version}, ${date}`);
  });

  it("give the site's address where it is known, and none where it is not", () => {
    const { version = "" } = newest();
    const site = new URL("https://monitor.example/");
    const known = siteCitations(data, en, site).table;
    expect(bibtexEntries(known.bibtex)[0]).toMatchObject({ url: `${site.href}data/${version}/` });
    expect(risRecords(known.ris)[0]).toMatchObject({ UR: `${site.href}data/${version}/` });
    const unknown = siteCitations(data, en, undefined).table;
    expect(Object.values(unknown).join("")).not.toMatch(/https?:/);
  });
});

describe("the addresses", () => {
  it("are all formats and tables of the version shown, each once", () => {
    const addresses = addressesOf(data, en.method);
    const patterns = addresses.map(({ pattern }) => pattern);
    expect(new Set(patterns).size).toBe(patterns.length);
    for (const { pattern, example } of addresses.slice(3)) {
      expect(example.startsWith(`data/${data.version}/`)).toBe(true);
      const shape = pattern
        .replace("<version>", data.version)
        .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
        .replace(/<\w+>/g, "[\\w.-]+");
      expect(example).toMatch(new RegExp(`^data/${shape}$`));
    }
  });

  it("stand in every example, with the version", () => {
    for (const { code } of apiExamples(data.version))
      expect(code).toContain(`${EXAMPLE_HOST}data/${data.version}/`);
  });
});

describe("the sources", () => {
  it("have the terms and the releases that the file gives", () => {
    const rows = table("releases.csv");
    const sources = sourcesOf(data, speech);
    expect(sources.map(({ dataset }) => dataset).sort()).toEqual(
      [...new Set(rows.map((row) => row["dataset"]))].sort(),
    );
    for (const { dataset, terms, held } of sources) {
      const own = rows.filter((row) => row["dataset"] === dataset);
      expect([...terms].sort()).toEqual([...new Set(own.map((row) => row["terms"]))].sort());
      for (const end of [own.at(0), own.at(-1)]) expect(held).toContain(end?.["label"]?.slice(1));
      if (own.length > 3) expect(held).toContain(`(${own.length})`);
    }
  });

  it("give a day only where the release is named by one", () => {
    const held = Object.fromEntries(sourcesOf(data, speech).map((one) => [one.dataset, one]));
    expect(held["UNODC_IAFQ"]?.held).toContain("release 12/05/2025 (May 12, 2025)");
    expect(held["UN_SDG_16_4_2"]).toMatchObject({ held: "Release 2026.Q3.G.01." });
  });
});

describe("the change log", () => {
  it("gives the entries on the data, newest first, without marks", () => {
    const changes = dataChanges(readFileSync("CHANGELOG.md", "utf8"));
    expect(changes.map(({ version }) => version)).toEqual(
      table("versions.csv")
        .map((row) => row["version"])
        .reverse(),
    );
    for (const { items } of changes) {
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) expect(item).not.toMatch(/`|\n|^(Home|Explorer):/);
    }
  });

  it("leaves out what names no version of the data", () => {
    const text = "# Log\n\n## Unreleased\n\n- A.\n\n## 1 — data 2.0.0\n\n- B\n  `c`.\n- Home: D.\n";
    expect(dataChanges(text)).toEqual([{ version: "2.0.0", items: ["B c."] }]);
  });
});

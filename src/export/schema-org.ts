import { citationOf, datasetIn, MAKER, periodsOf } from "./meta.ts";
import type { PublishedDataset } from "./published.ts";

/**
 * A dataset as schema.org/Dataset in JSON-LD, for the head of its page and for search engines. File paths are
 * relative to the page.
 */
export const schemaOrgDataset = ({ meta, files, spatial }: PublishedDataset): object => {
  const { label, definition, publisher, address, terms, caveat } = datasetIn(meta);
  const [first, last] = periodsOf(meta.releases);
  return {
    "@context": "https://schema.org/",
    "@type": "Dataset",
    "@id": `#${meta.dataset}`,
    identifier: meta.dataset,
    name: label,
    description: `${definition} ${caveat} Coverage: ${meta.coverage}.`,
    url: meta.address,
    version: meta.version,
    dateModified: meta.date,
    inLanguage: "en",
    isAccessibleForFree: true,
    creator: {
      "@type": "Organization",
      name: publisher,
      ...(address === "" ? {} : { url: address }),
    },
    publisher: { "@type": "Organization", name: MAKER },
    citation: citationOf(meta),
    usageInfo: { "@type": "CreativeWork", name: "Terms", text: terms },
    temporalCoverage: `${first}/${last}`,
    spatialCoverage: spatial.map((code) => ({ "@type": "Place", identifier: code })),
    variableMeasured: "obs_value",
    keywords: ["firearms", "illicit arms", "trafficking", "statistics"],
    distribution: files.map((file) => ({
      "@type": "DataDownload",
      name: file.title,
      contentUrl: file.path,
      encodingFormat: file.mediaType,
      contentSize: `${file.bytes} B`,
      sha256: file.sha256,
    })),
  };
};

import { citationOf, datasetIn, type ExportMeta, MAKER } from "./meta.ts";

/** Text as a YAML scalar: JSON's quoted strings are YAML's too. */
const yaml = (text: string): string => JSON.stringify(text);

/** `CITATION.cff` of a dataset's archive, by Citation File Format 1.2.0. */
export const citationCff = (meta: ExportMeta): string => {
  const { label, publisher, definition, address, citation } = datasetIn(meta);
  const lines = [
    "cff-version: 1.2.0",
    `message: ${yaml(`Cite as: ${citationOf(meta)}`)}`,
    "type: dataset",
    `title: ${yaml(meta.selection === undefined ? label : `${label}: ${meta.selection.title}`)}`,
    `abstract: ${yaml(definition)}`,
    "authors:",
    `  - name: ${yaml(publisher)}`,
    `  - name: ${yaml(`${MAKER} (standardization)`)}`,
    `version: ${yaml(meta.version)}`,
    `date-released: ${yaml(meta.date)}`,
    ...(meta.selection === undefined ? [] : [`url: ${yaml(meta.address)}`]),
    "references:",
    ...meta.releases.flatMap((release) => [
      "  - type: data",
      `    title: ${yaml(`${citation}: ${release.title}, ${release.label}`)}`,
      "    authors:",
      `      - name: ${yaml(publisher)}`,
      ...(address === "" ? [] : [`    url: ${yaml(address)}`]),
    ]),
  ];
  return `${lines.join("\n")}\n`;
};

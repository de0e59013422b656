import { citationOf, datasetIn, type ExportMeta, MAKER, releaseLabels } from "./meta.ts";

/** A citation in the three forms that writers and their programs take. */
export interface Citations {
  readonly text: string;
  readonly bibtex: string;
  readonly ris: string;
}

const BIBTEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "#": "\\#",
  $: "\\$",
  "%": "\\%",
  "&": "\\&",
  _: "\\_",
};

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

const bibtexText = (text: string): string =>
  oneLine(text).replace(/[\\{}~^#$%&_]/g, (character) => BIBTEX[character] ?? character);

/** An address in BibTeX stands as it is, but for what would end its braces. */
const bibtexAddress = (text: string): string =>
  oneLine(text).replace(
    /[{}\\ ]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const titleOf = (meta: ExportMeta): string => {
  const { citation } = datasetIn(meta);
  return meta.selection === undefined ? citation : `${citation}: ${meta.selection.title}`;
};

const bibtexOf = (meta: ExportMeta): string => {
  const [year = "", month = ""] = meta.date.split("-");
  const releases = releaseLabels(meta.releases);
  const fields: [string, string][] = [
    ["title", bibtexText(titleOf(meta))],
    ["author", `{${bibtexText(datasetIn(meta).publisher)}}`],
    ["year", year],
    ["month", String(Number(month))],
    ["howpublished", `Source: ${bibtexText(releases)}; standardized by ${bibtexText(MAKER)}`],
    ["version", bibtexText(meta.version)],
    ["note", `Data version ${bibtexText(meta.version)}, ${meta.date}`],
    ["url", bibtexAddress(meta.address)],
  ];
  const key = `${meta.dataset.toLowerCase().replaceAll("_", "-")}-${meta.version}`;
  return `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;
};

const risOf = (meta: ExportMeta): string => {
  const tags: [string, string][] = [
    ["TY", "DATA"],
    ["AU", datasetIn(meta).publisher],
    ["A2", `${MAKER} (standardization)`],
    ["TI", titleOf(meta)],
    ["PY", meta.date.slice(0, 4)],
    ["DA", meta.date.replaceAll("-", "/")],
    ["ET", `Data version ${meta.version}`],
    ["PB", MAKER],
    ["N1", `Source: ${releaseLabels(meta.releases)}`],
    ["UR", meta.address],
  ];
  return [...tags.map(([tag, value]) => `${tag}  - ${oneLine(value)}`), "ER  - ", ""].join("\r\n");
};

/**
 * How to cite rows, as text, BibTeX (`@misc`) and RIS (`DATA`): publisher, source, what was chosen, releases, version,
 * day and address. The address of a view names the version, whose files never change. Throws when no release is given.
 */
export const citationsOf = (meta: ExportMeta): Citations => ({
  text: citationOf(meta),
  bibtex: bibtexOf(meta),
  ris: risOf(meta),
});

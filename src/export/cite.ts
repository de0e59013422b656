import { type Cited, citationOf, datasetIn, MAKER, releaseLabels } from "./meta.ts";

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

/** A text inside the braces of a field of BibTeX. */
const bibtexText = (text: string): string =>
  oneLine(text).replace(/[\\{}~^#$%&_]/g, (character) => BIBTEX[character] ?? character);

/** An address in BibTeX stands as it is, but for what would end its braces. */
const bibtexAddress = (text: string): string =>
  oneLine(text).replace(
    /[{}\\ ]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const titleOf = (meta: Cited): string => {
  const { citation } = datasetIn(meta);
  return meta.selection === undefined ? citation : `${citation}: ${meta.selection.title}`;
};

/** An entry of BibTeX of kind `@misc`; the values are already written for it. */
const bibtexEntry = (key: string, fields: readonly (readonly [string, string])[]): string =>
  `@misc{${key},\n${fields.map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`;

/** A record of RIS; line ends inside values become spaces. */
const risRecord = (tags: readonly (readonly [string, string])[]): string =>
  [...tags.map(([tag, value]) => `${tag}  - ${oneLine(value)}`), "ER  - ", ""].join("\r\n");

const bibtexOf = (meta: Cited): string => {
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
  return bibtexEntry(key, fields);
};

const risOf = (meta: Cited): string =>
  risRecord([
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
  ]);

/**
 * How to cite rows, as text, BibTeX (`@misc`) and RIS (`DATA`): publisher, source, what was chosen, releases, version,
 * day and address. The address of a view names the version, whose files never change. Throws when no release is given.
 */
export const citationsOf = (meta: Cited): Citations => ({
  text: citationOf(meta),
  bibtex: bibtexOf(meta),
  ris: risOf(meta),
});

/** What a citation of the whole table needs: a version of the data, its day, and its address where that is known. */
export interface CitedTable {
  readonly title: string;
  readonly version: string;
  readonly date: string;
  readonly address: string;
}

/** How to cite the standardization itself, all datasets, in the same forms; without an address where it is empty. */
export const citationsOfTable = ({ title, version, date, address }: CitedTable): Citations => {
  const [year = "", month = ""] = date.split("-");
  const known = address === "" ? [] : [address];
  return {
    text: [`${MAKER}: ${title}. Data version ${version}, ${date}.`, ...known].join(" "),
    bibtex: bibtexEntry(`illicit-arms-monitor-${version}`, [
      ["title", bibtexText(title)],
      ["author", `{${bibtexText(MAKER)}}`],
      ["year", year],
      ["month", String(Number(month))],
      ["version", bibtexText(version)],
      ["note", `Data version ${bibtexText(version)}, ${date}`],
      ...known.map((url) => ["url", bibtexAddress(url)] as const),
    ]),
    ris: risRecord([
      ["TY", "DATA"],
      ["AU", MAKER],
      ["TI", title],
      ["PY", year],
      ["DA", date.replaceAll("-", "/")],
      ["ET", `Data version ${version}`],
      ["PB", MAKER],
      ...known.map((url) => ["UR", url] as const),
    ]),
  };
};

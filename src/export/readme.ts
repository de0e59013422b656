import { OBSERVATION_COLUMNS } from "../standard/observation.ts";
import { citationOf, datasetIn, type ExportMeta, MAKER } from "./meta.ts";
import { notesOf } from "./notes.ts";

/** A section of a plain text: title, underline, lines. */
export const section = (title: string, lines: readonly string[]): string =>
  [title, "-".repeat(title.length), "", ...lines, ""].join("\n");

/** Every column with what it means and where its codes are. */
export const COLUMNS: readonly string[] = OBSERVATION_COLUMNS.map((column) => {
  const list = "codelist" in column ? ` Codes: codelists/${column.codelist}.csv.` : "";
  return `${column.name}: ${column.description}${list}`;
});

const reading = (file: string): readonly string[] => [
  "R (no package needed):",
  "",
  `  d <- read.csv("${file}", na.strings = "", colClasses = "character", encoding = "UTF-8")`,
  "  d$obs_value <- as.numeric(d$obs_value)",
  "",
  "Python with pandas:",
  "",
  `  d = pandas.read_csv("${file}", dtype=str, keep_default_na=False)`,
  '  d["obs_value"] = pandas.to_numeric(d["obs_value"])',
  "",
  "Excel: take the .xlsx file of the same dataset from the site, or import the CSV with Data > From Text/CSV,",
  "encoding 65001 (UTF-8), every column as text but obs_value. A double click on the CSV turns codes such as 004",
  "into numbers and 1-2 into dates.",
  "",
  "Namibia's two-letter code is NA, and no code list may be read as 'not available'.",
];

/** Publisher, standardization, and each release with its files and their hashes. */
export const provenance = (meta: ExportMeta): readonly string[] => {
  const { publisher, address } = datasetIn(meta);
  return [
    `Published by ${publisher}, ${address}`,
    `Standardized by ${MAKER}, ${meta.address}`,
    "",
    ...meta.releases.map((release) =>
      [
        `Release ${release.release} (${release.label}): ${release.title}. ${release.notes}`,
        ...release.files.split("|").map((file, place) => {
          const hash = release.sha256.split("|")[place] ?? "";
          return `  ${file}, SHA-256 ${hash}`;
        }),
      ].join("\n"),
    ),
  ];
};

/** README of a dataset's archive in plain words; `data` is the path of its CSV. */
export const readmeText = (meta: ExportMeta, data: string): string => {
  const { label, definition, caveat, terms } = datasetIn(meta);
  const title = `${label} (${meta.dataset}), data version ${meta.version} of ${meta.date}`;
  return [
    title,
    "=".repeat(title.length),
    "",
    definition,
    "",
    section("Where it comes from", provenance(meta)),
    section("Cite as", [citationOf(meta)]),
    section("Terms", [terms, "See TERMS.txt."]),
    section("Read this first", [caveat, "", `Coverage: ${meta.coverage}.`]),
    section("Files", [
      `${data}: the observations, codes only, RFC 4180 CSV in UTF-8`,
      "codelists/*.csv: every code with label, definition and parent",
      "datapackage.json: columns, types, key and references by Frictionless Data Package 2.0",
      `${data}-metadata.json: the same by CSV on the Web`,
      "CITATION.cff: the citation for software",
      "TERMS.txt: terms of the publisher and of this standardization",
    ]),
    section("Columns", COLUMNS),
    section(
      "Rules",
      notesOf("archive").map(({ subject, text }) => `${subject}: ${text}`),
    ),
    section("How to read it", reading(data)),
  ].join("\n");
};

/** Terms of an archive: the publisher's for the figures, ours for the rest. */
export const termsText = (meta: ExportMeta): string => {
  const { publisher, terms, address } = datasetIn(meta);
  return [
    `Figures: ${publisher}`,
    address,
    terms,
    "",
    "The publisher's terms are told here as they are known; they are not legal advice. Read them at the publisher's",
    "address before you publish.",
    "",
    `Standardization, flags, code lists and documentation: ${MAKER}, ${meta.address}`,
    "",
    "Cite as:",
    citationOf(meta),
    "",
  ].join("\n");
};

import { formatOf, type SelectionFormatId } from "./formats.ts";
import { citationOf, datasetIn, type ExportMeta, type Selection } from "./meta.ts";
import { type Note, notesOf } from "./notes.ts";
import { COLUMNS, provenance, section } from "./readme.ts";

/** What the file for Excel does to a text, instead of the apostrophes of the other CSV files. */
const EXCEL: Note = {
  subject: "Excel",
  text: 'A text that Excel would take for a number, a date, a truth value or a formula is written as the formula of a constant text: ="004" shows and sorts as 004. Other programs show it as it is written: take the plain CSV for them. A text with a tab or a line end that starts like a formula has one apostrophe put before it.',
};

const rulesFor = (format: SelectionFormatId): readonly Note[] =>
  format === "excel-csv" || format === "excel-csv-comma"
    ? [...notesOf("archive").filter(({ subject }) => subject !== "apostrophes"), EXCEL]
    : notesOf("archive");

/** The columns, where labels stand beside the codes, and where the codes are explained. */
const columnsFor = (format: SelectionFormatId): readonly string[] => {
  if (formatOf(format).codesOnly) return COLUMNS;
  const where =
    format === "xlsx"
      ? "The sheet data has a column <name>_label beside each code; citation, coverage and caveat stand in the sheet metadata, all codes in the sheet code lists."
      : "A column <name>_label stands beside each code; citation, coverage and caveat stand in every row.";
  return [where, "", ...COLUMNS.map((line) => line.replace(/ Codes: .*$/, ""))];
};

/**
 * README of the rows of a view, in plain words: what was chosen, in words and as code, with address and SQL; then
 * source, citation, terms, coverage, files, columns and rules.
 */
export const selectionReadme = (
  meta: ExportMeta,
  selection: Selection,
  format: SelectionFormatId,
  data: string,
): string => {
  const { label, caveat, terms } = datasetIn(meta);
  const { codesOnly, about } = formatOf(format);
  const title = `${selection.title} (${label}), data version ${meta.version} of ${meta.date}`;
  return [
    title,
    "=".repeat(title.length),
    "",
    section("What was chosen", [
      `${selection.rows} ${selection.rows === 1 ? "observation" : "observations"} of the dataset ${meta.dataset}.`,
      `The view: ${meta.address}`,
      "",
      ...selection.filters.flatMap(({ words, code }) => [words, `  ${code}`]),
    ]),
    section("The query", [
      "SQL for DuckDB that returns these rows from the published files (query.sql holds it too):",
      "",
      selection.statement,
    ]),
    section("Where it comes from", provenance(meta)),
    section("Cite as", [citationOf(meta)]),
    section("Terms", [terms, "See TERMS.txt."]),
    section("Read this first", [caveat, "", `Coverage: ${meta.coverage}.`]),
    section("Files", [
      `${data}: ${about}`,
      "query.sql: the query",
      ...(codesOnly ? ["codelists/*.csv: every code with label, definition and parent"] : []),
      "CITATION.cff: the citation for software",
      "TERMS.txt: terms of the publisher and of this standardization",
    ]),
    section("Columns", columnsFor(format)),
    section(
      "Rules",
      rulesFor(format).map(({ subject, text }) => `${subject}: ${text}`),
    ),
  ].join("\n");
};

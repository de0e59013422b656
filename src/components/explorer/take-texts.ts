import { citationsOf } from "../../export/cite.ts";
import { snippetsOf } from "../../export/snippets.ts";
import type { Extent } from "../../view/extent.ts";
import { cellsQuery, observationsQuery, observationTable } from "../../view/query.ts";
import { statementOf } from "../../view/statement.ts";
import { papersOf } from "./papers.ts";
import { chosenOf, metaOf, placeOf } from "./take-meta.ts";
import { type Subject, threadOf } from "./take-subject.ts";

/** A text to copy, one of a few. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** The queries of the page over its own table: the numbers drawn, and the observations behind them. */
const ownSql = (subject: Subject): string => {
  const { view } = subject.answer;
  const table = observationTable(view.dataset, view.release);
  return `-- The observations behind this view.
${statementOf(observationsQuery(view, threadOf(subject)), table)};

-- The numbers that are drawn: the page narrows them to the years, areas and categories chosen.
${statementOf(cellsQuery(view), table)};
`;
};

/** The SQL of the view, and code in each language that fetches the same rows from the published files. */
export const codeChoices = (subject: Subject): Choice[] => [
  { id: "sql", label: "SQL", text: ownSql(subject) },
  ...snippetsOf(subject.answer.view, threadOf(subject), placeOf(subject)).map(
    ({ id, title, code }) => ({ id, label: title, text: code }),
  ),
];

/** How to cite the view. Rejects when day and areas of the version cannot be fetched. */
export const citationChoices = async (subject: Subject, extent: Extent): Promise<Choice[]> => {
  const meta = metaOf(subject, extent, await papersOf(subject.stage));
  const { text, bibtex, ris } = citationsOf({ ...meta, selection: chosenOf(subject, extent) });
  return [
    { id: "text", label: subject.stage.speech.m.takeaway.citeText, text },
    { id: "bibtex", label: "BibTeX", text: bibtex },
    { id: "ris", label: "RIS", text: ris },
  ];
};

import { encoded } from "../../export/chunks.ts";
import { observationsCsvChunks } from "../../export/csv.ts";
import type { Row } from "../../view/query.ts";
import { coverageIn, type Subject } from "./take-subject.ts";

/** The observations as the plain CSV file for people. Throws when a row holds a code without a label. */
export const plainCsv = (subject: Subject, rows: Iterable<Row>): Blob => {
  const { areas } = subject.stage.names;
  const chunks = observationsCsvChunks(rows, areas, coverageIn(subject));
  return new Blob([...encoded(chunks)], { type: "text/csv;charset=utf-8" });
};

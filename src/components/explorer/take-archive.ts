import type { SelectionFormatId } from "../../export/formats.ts";
import { selectionArchive } from "../../export/selection.ts";
import { zipChunks } from "../../export/zip.ts";
import type { Extent } from "../../view/extent.ts";
import type { Row } from "../../view/query.ts";
import { nextTask } from "./next-task.ts";
import { papersOf } from "./papers.ts";
import { chosenOf, metaOf } from "./take-meta.ts";
import type { Subject } from "./take-subject.ts";

/** Milliseconds of work after which the page may draw and answer again. */
const TURN = 16;

function* counted(rows: readonly Row[], tell: (done: number) => void): Generator<Row> {
  for (const [at, row] of rows.entries()) {
    if (at % 1000 === 0) tell(at);
    yield row;
  }
}

/**
 * The observations in a format, with README, terms, citation and query, as a ZIP file. `tell` hears how many are
 * written; between pieces the page may draw. Rejects when the day and areas of the version cannot be fetched, or when
 * the format cannot hold the rows.
 */
export const archiveOf = async (
  subject: Subject,
  extent: Extent,
  rows: readonly Row[],
  format: SelectionFormatId,
  tell: (done: number) => void,
): Promise<Blob> => {
  const meta = metaOf(subject, extent, await papersOf(subject.stage));
  const entries = selectionArchive(counted(rows, tell), meta, format, chosenOf(subject, extent));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let rested = performance.now();
  for (const chunk of zipChunks(entries, meta.date)) {
    parts.push(new Uint8Array(chunk));
    if (performance.now() - rested < TURN) continue;
    await nextTask();
    rested = performance.now();
  }
  return new Blob(parts, { type: "application/zip" });
};

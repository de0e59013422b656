import { problemLog } from "../../src/standard/problem.ts";
import { groupBy } from "../../src/standard/rows.ts";
import type { CsvRow } from "../read/csv.ts";

/** The columns of the collected pages. */
export const PAGE_COLUMNS = [
  "State",
  "Year",
  "Section_raw",
  "Category_or_Location",
  "Value",
  "Note",
  "Note2",
  "Section",
  "Category_or_Place",
] as const;
type Row = CsvRow<(typeof PAGE_COLUMNS)[number]>;
export type PageCells = Row["cells"];

/** Text with non-breaking spaces made plain, zero-width spaces removed and the ends trimmed. */
export const cleanLabel = (text: string): string =>
  text.replaceAll("\u00A0", " ").replaceAll("\u200B", "").trim();

/** A row that stays, and whether an exact copy of it was removed. */
export interface PageRow {
  readonly row: Row;
  readonly hadCopy: boolean;
}

export interface PageRows {
  readonly rows: readonly PageRow[];
  /** Lines of the removed copies, and of the rows without category and value. */
  readonly copies: readonly number[];
  readonly empty: readonly number[];
}

/**
 * Removes what the collector added: rows without category and value, and copies (same State,
 * Year, Section, cleaned category and value; the copy with a section title is kept).
 * Throws InputError when two rows of one category have different values.
 */
export const dropCopies = (file: string, all: readonly Row[]): PageRows => {
  const problems = problemLog(file);
  const isEmpty = ({ cells }: Row): boolean => cells.Category_or_Place + cells.Value === "";
  const groups = groupBy(
    all.filter((row) => !isEmpty(row)),
    ({ cells }) =>
      [cells.State, cells.Year, cells.Section, cleanLabel(cells.Category_or_Place)].join("|"),
  );
  const copies: number[] = [];
  const rows = [...groups.values()].flatMap((group): PageRow[] => {
    const row = group.find(({ cells }) => cells.Section_raw !== "") ?? group[0];
    if (row === undefined) return [];
    for (const { line, cells } of group) {
      if (line !== row.line) copies.push(line);
      if (cells.Value === row.cells.Value) continue;
      const message = `contradicts line ${row.line}, which has the same State, Year and category`;
      const allowed = JSON.stringify(row.cells.Value);
      problems.add({ row: line, column: "Value", value: cells.Value, message, allowed });
    }
    return [{ row, hadCopy: group.length > 1 }];
  });
  problems.stopIfAny();
  return { rows, copies, empty: all.filter(isEmpty).map((row) => row.line) };
};

import { basename } from "node:path";
import { allowedLabels, codeOf, type LabelTable } from "../../src/standard/labels.ts";
import { type Cell, columnLetter } from "../../src/standard/layouts/grid.ts";
import { type ProblemLog, problemLog } from "../../src/standard/problem.ts";
import type { UsState } from "../../src/standard/subnational.ts";
import { readOnlySheet, type Sheet } from "../read/xlsx.ts";
import { STATE_NAMES } from "./us-states.ts";

/** Label that covers Guam and a second area. */
export const MERGED_GUAM = "GUAM & NORTHERN MARIANA ISLANDS";

/** Recovery labels (row 2) as the workbooks spell them. */
export const RECOVERY_AREAS: LabelTable<UsState> = {
  ...Object.fromEntries(
    Object.entries(STATE_NAMES).map(([label, code]) => [label.toUpperCase(), code]),
  ),
  [MERGED_GUAM]: "US-GU",
};

/** Source labels (column B) as the workbooks spell them. */
export const SOURCE_AREAS: LabelTable<UsState | "CAN"> = {
  ...RECOVERY_AREAS,
  "US VIRGIN  ISLANDS": "US-VI",
  CANADA: "CAN",
};

const TOTAL_LABELS: readonly Cell[] = ["TOTAL", "TOTALS"];
const RECOVERY_ROW = 1;
const SOURCE_COLUMN = 1;
const FIRST_ROW = 2;
const FIRST_COLUMN = 2;

/** How far a printed source total may be from its cells: the slips known from 2012 are 1 to 3. */
const KNOWN_SLIP = 3;

/** A row or column of the matrix: its label, its code, and its place counted from 0. */
interface Axis<C extends string> {
  readonly label: string;
  readonly code: C;
  readonly index: number;
}

export interface FlowCell {
  readonly recovery: Axis<UsState>;
  readonly origin: Axis<UsState | "CAN">;
  readonly count: number;
  /** For example `57:BD`. */
  readonly place: string;
}

export interface FlowFile {
  readonly path: string;
  readonly year: string;
  readonly cells: readonly FlowCell[];
  /** Source areas whose printed total is not the sum of their cells, with the printed number. */
  readonly wrongTotals: ReadonlyMap<string, number>;
}

const checkPreamble = (sheet: Sheet, problems: ProblemLog): void => {
  const banner = (sheet.rows[0] ?? []).filter((cell) => cell !== null);
  if (banner.length !== 1 || banner[0] !== "Recovery State") {
    const value = banner.join(", ");
    problems.add({ row: 1, value, message: "is not the banner", allowed: '"Recovery State"' });
  }
  const corner = sheet.rows[RECOVERY_ROW]?.[0] ?? null;
  if (corner !== "Source State") {
    const message = "is not the banner of the rows";
    problems.add({ row: 2, column: "A", value: corner, message, allowed: '"Source State"' });
  }
};

/** Labels up to the total, which must be there; problems name each unknown or doubled one. */
const readAxis = <C extends string>(
  labels: readonly Cell[],
  first: number,
  table: LabelTable<C>,
  place: (index: number) => { row: number; column: string },
  problems: ProblemLog,
): { entries: Axis<C>[]; total: number } => {
  const total = labels.findIndex((label, index) => index >= first && TOTAL_LABELS.includes(label));
  if (total < 0) {
    problems.add({ ...place(first), message: "starts a list without a total", allowed: "TOTAL" });
  }
  const entries: Axis<C>[] = [];
  const end = total < 0 ? labels.length : total;
  for (let index = first; index < end; index += 1) {
    const label = labels[index] ?? null;
    const code = typeof label === "string" ? codeOf(table, label) : undefined;
    const refuse = (message: string, allowed: string): void =>
      problems.add({ ...place(index), value: label, message, allowed });
    if (typeof label !== "string" || code === undefined) {
      refuse("is not a known area", `${allowedLabels(table)}, "TOTAL", "TOTALS"`);
    } else if (entries.some((entry) => entry.code === code)) {
      refuse("stands for an area that is there already", "each area once");
    } else entries.push({ label, code, index });
  }
  const codes = new Set<string>(entries.map((entry) => entry.code));
  for (const [label, code] of Object.entries(RECOVERY_AREAS)) {
    if (!codes.has(code) && label !== MERGED_GUAM) {
      problems.add({ ...place(end), value: label, message: "is missing before the total" });
    }
  }
  return { entries, total };
};

/** True where a footnote gives a period, as `1/1/2016 - 12/31/2016`, that is not in the year. */
const isOtherYear = (footnote: string, year: string): boolean =>
  [...footnote.matchAll(/\d{1,2}\/\d{1,2}\/(\d{4}) - \d{1,2}\/\d{1,2}\/(\d{4})/g)].some(
    ([, from, to]) => from !== year || to !== year,
  );

const checkRest = (
  sheet: Sheet,
  year: string,
  total: { row: number; column: number },
  problems: ProblemLog,
) => {
  for (const [row, cells] of sheet.rows.entries()) {
    for (const [column, value] of cells.entries()) {
      const footnote =
        row > total.row && column === SOURCE_COLUMN && String(value).startsWith("- ");
      const outside = row > total.row || column > total.column;
      const at = { row: row + 1, column: columnLetter(column) };
      if (footnote && isOtherYear(String(value), year)) {
        const message = "speaks of another year than the file name";
        problems.add({ ...at, value, message, allowed: year });
      }
      if (value === null || !outside || footnote) continue;
      const allowed = 'nothing but footnotes that start with "- " in column B';
      problems.add({ ...at, value, message: "stands outside the matrix", allowed });
    }
  }
};

const sumBy = (cells: readonly FlowCell[], key: (cell: FlowCell) => number) => {
  const sums = new Map<number, number>();
  for (const cell of cells) sums.set(key(cell), (sums.get(key(cell)) ?? 0) + cell.count);
  return sums;
};

/**
 * Reads one yearly workbook: recovery areas across (row 2), source areas down (column B), a total
 * on either axis. Throws InputError on a missing banner, an unknown, doubled or missing area, a cell
 * that is not a count, anything outside the matrix but footnotes, a footnote on another year, or totals that do not add up
 * (printed source totals may be off by up to 3, as in 2012; those are returned in `wrongTotals`).
 */
export const readFlowFile = async (path: string, year: string): Promise<FlowFile> => {
  const sheet = await readOnlySheet(path);
  const problems = problemLog(basename(path), sheet.name);
  checkPreamble(sheet, problems);
  problems.stopIfAny();
  const across = readAxis(
    sheet.rows[RECOVERY_ROW] ?? [],
    FIRST_COLUMN,
    RECOVERY_AREAS,
    (index) => ({ row: RECOVERY_ROW + 1, column: columnLetter(index) }),
    problems,
  );
  const down = readAxis(
    sheet.rows.map((row) => row[SOURCE_COLUMN] ?? null),
    FIRST_ROW,
    SOURCE_AREAS,
    (index) => ({ row: index + 1, column: columnLetter(SOURCE_COLUMN) }),
    problems,
  );
  problems.stopIfAny();
  checkRest(sheet, year, { row: down.total, column: across.total }, problems);
  const countAt = (row: number, column: number): number => {
    const value = sheet.rows[row]?.[column] ?? null;
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
    const message = "is not a count";
    const allowed = "a number, whole and not negative";
    problems.add({ row: row + 1, column: columnLetter(column), value, message, allowed });
    return 0;
  };
  const cells = down.entries.flatMap((origin) =>
    across.entries.map((recovery) => ({
      recovery,
      origin,
      count: countAt(origin.index, recovery.index),
      place: `${origin.index + 1}:${columnLetter(recovery.index)}`,
    })),
  );
  problems.stopIfAny();

  const refuseTotal = (row: number, column: number, expected: number): void =>
    problems.add({
      row: row + 1,
      column: columnLetter(column),
      value: sheet.rows[row]?.[column] ?? null,
      message: "is not the sum of its cells",
      allowed: String(expected),
    });
  const wrongTotals = new Map<string, number>();
  const rowSums = sumBy(cells, (cell) => cell.origin.index);
  for (const { code, index } of down.entries) {
    const printed = countAt(index, across.total);
    const expected = rowSums.get(index) ?? 0;
    if (Math.abs(printed - expected) > KNOWN_SLIP) refuseTotal(index, across.total, expected);
    else if (printed !== expected) wrongTotals.set(code, printed);
  }
  const columnSums = sumBy(cells, (cell) => cell.recovery.index);
  columnSums.set(
    across.total,
    [...columnSums.values()].reduce((a, b) => a + b, 0),
  );
  for (const [index, expected] of columnSums) {
    if (countAt(down.total, index) !== expected) refuseTotal(down.total, index, expected);
  }
  problems.stopIfAny();
  return { path, year, cells, wrongTotals };
};

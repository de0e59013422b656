import { basename } from "node:path";
import type { Problem } from "../../src/standard/problem.ts";
import { type Check, examplesOf } from "../steps/source.ts";
import type { FlowCell, FlowFile } from "./us-atf-flows-read.ts";

const textOf = ({ cells }: FlowFile): string =>
  cells
    .map(({ origin, recovery, count }) => `${origin.code} ${recovery.code} ${count}`)
    .sort()
    .join();

/** Workbooks with the cells of another: no two years have the same, so one bears the name of a wrong year. */
export const copiedFiles = (files: readonly FlowFile[]): Problem[] => {
  const seen = new Map<string, string>();
  return files.flatMap((file) => {
    const text = textOf(file);
    const twin = seen.get(text);
    const name = basename(file.path);
    seen.set(text, name);
    if (twin === undefined) return [];
    const message = `has the same cells as ${twin}`;
    return [{ file: name, message, allowed: "one file for each year" }];
  });
};

const largest = (cells: readonly FlowCell[]): number =>
  cells.reduce((most, { count }) => Math.max(most, count), 0);

/** States whose own cell is the largest neither of its row nor of its column. */
const withoutOwn = ({ path, cells }: FlowFile): string[] =>
  cells
    .filter(({ origin, recovery }) => origin.code === recovery.code)
    .filter(
      ({ count, origin, recovery }) =>
        count < largest(cells.filter((cell) => cell.origin.code === origin.code)) &&
        count < largest(cells.filter((cell) => cell.recovery.code === recovery.code)),
    )
    .map(({ origin }) => `${basename(path)}: ${origin.code}`);

/**
 * Most firearms are recovered in the State of their sale: from 2010 to 2020 the cell of every State with itself is the
 * largest of its row, of its column, or of both. Where labels of one axis changed places it is neither, though
 * all totals agree.
 */
export const checkInState = (files: readonly FlowFile[]): Check => {
  const odd = files.flatMap(withoutOwn);
  return {
    id: "flows-in-state",
    stage: "read",
    status: odd.length === 0 ? "PASS" : "WARNING",
    count: odd.length,
    message:
      "States whose own cell is the largest neither of its row nor of its column; look whether labels of one axis changed places.",
    examples: examplesOf(odd),
  };
};

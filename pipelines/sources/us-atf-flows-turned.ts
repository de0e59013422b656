import { basename } from "node:path";
import type { Problem } from "../../src/standard/problem.ts";
import type { FlowFile } from "./us-atf-flows-read.ts";

type Matrix = ReadonlyMap<string, number>;

const key = (origin: string, recovery: string): string => `${origin} ${recovery}`;

/** Shares of all firearms by origin and recovery, without those that stay in their State. */
const sharesOf = (file: FlowFile): Matrix => {
  const moved = file.cells.filter((cell) => cell.origin.code !== cell.recovery.code);
  const sum = moved.reduce((all, cell) => all + cell.count, 0);
  return new Map(
    moved.map((cell) => [key(cell.origin.code, cell.recovery.code), cell.count / (sum || 1)]),
  );
};

const distance = (file: FlowFile, shares: Matrix, other: Matrix, turned: boolean): number =>
  file.cells.reduce((all, { origin, recovery }) => {
    const here = shares.get(key(origin.code, recovery.code)) ?? 0;
    const there = turned ? key(recovery.code, origin.code) : key(origin.code, recovery.code);
    return all + Math.abs(here - (other.get(there) ?? 0));
  }, 0);

/**
 * Workbooks whose matrix is nearer to that of most other years when its rows and columns change places: copies in
 * circulation are transposed. Both axes carry the same names and the totals agree either way, so only the other
 * years can tell; a single workbook cannot be judged.
 */
export const turnedFiles = (files: readonly FlowFile[]): Problem[] => {
  const shares = files.map(sharesOf);
  return files.flatMap((file, at): Problem[] => {
    const own = shares[at] ?? new Map<string, number>();
    const others = shares.filter((_, index) => index !== at);
    const nearer = others.filter(
      (other) => distance(file, own, other, true) < distance(file, own, other, false),
    );
    if (others.length === 0 || nearer.length * 2 <= others.length) return [];
    return [
      {
        file: basename(file.path),
        message: `looks transposed: it is nearer to ${nearer.length} of ${others.length} other years when rows and columns change places`,
        allowed: "rows are States of sale, columns States of recovery",
      },
    ];
  });
};

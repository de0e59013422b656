import Papa from "papaparse";
import type { Damage, Files } from "./harness.ts";

/** Cells by row; one row of them holds the titles. */
export type Grid<C> = readonly (readonly C[])[];

/** A way to change cells. */
export type Change<C> = (grid: Grid<C>) => Grid<C>;

const indexOf = <C>(grid: Grid<C>, at: number, title: C): number => {
  const index = grid[at]?.indexOf(title) ?? -1;
  if (index < 0) throw new Error(`There is no title ${String(title)} in row ${at + 1}.`);
  return index;
};

const exchanged = <C>(cells: readonly C[], a: number, b: number): C[] =>
  cells.map((cell, index) => (index === a ? cells[b] : index === b ? cells[a] : cell) ?? cell);

/** Two columns change places, titles and all. `at` is the row of the titles, counted from 0. */
export const moveColumns =
  <C>(at: number, one: C, other: C): Change<C> =>
  (grid) => {
    const [a, b] = [indexOf(grid, at, one), indexOf(grid, at, other)];
    return grid.map((cells, row) => (row < at ? cells : exchanged(cells, a, b)));
  };

/** Two titles change places, the columns stay. */
export const moveTitles =
  <C>(at: number, one: C, other: C): Change<C> =>
  (grid) => {
    const [a, b] = [indexOf(grid, at, one), indexOf(grid, at, other)];
    return grid.map((cells, row) => (row === at ? exchanged(cells, a, b) : cells));
  };

/** A column goes. */
export const dropColumn =
  <C>(at: number, title: C): Change<C> =>
  (grid) => {
    const index = indexOf(grid, at, title);
    return grid.map((cells, row) => (row < at ? cells : cells.toSpliced(index, 1)));
  };

/** A column stands there twice. */
export const doubleColumn =
  <C>(at: number, title: C): Change<C> =>
  (grid) => {
    const index = indexOf(grid, at, title);
    return grid.map((cells, row) =>
      row < at ? cells : cells.toSpliced(index, 0, cells[index] as C),
    );
  };

/** One more column at the end, the same cell in every row. */
export const addColumn =
  <C>(at: number, title: C, cell: C): Change<C> =>
  (grid) =>
    grid.map((cells, row) => (row < at ? cells : [...cells, row === at ? title : cell]));

/** One row, counted from 1, changes. */
export const changeRow =
  <C>(row: number, change: (cells: readonly C[]) => readonly C[]): Change<C> =>
  (grid) =>
    grid.map((cells, index) => (index === row - 1 ? change(cells) : cells));

/** One cell changes: row from 1, column by its title in row `at`. */
export const setCell =
  <C>(at: number, row: number, title: C, cell: C): Change<C> =>
  (grid) => {
    const index = indexOf(grid, at, title);
    return changeRow<C>(row, (cells) => cells.with(index, cell))(grid);
  };

/** Rows are put in before a row, counted from 1; past the last row they come at the end. */
export const insertRows =
  <C>(row: number, rows: Grid<C>): Change<C> =>
  (grid) =>
    grid.toSpliced(row - 1, 0, ...rows);

/** A row comes again at the end, changed. */
export const repeatRow =
  <C>(row: number, change: (cells: readonly C[]) => readonly C[] = (cells) => cells): Change<C> =>
  (grid) => [...grid, change(grid[row - 1] ?? [])];

/** Rows that do not pass go. */
export const keepRows =
  <C>(keep: (cells: readonly C[], row: number) => boolean): Change<C> =>
  (grid) =>
    grid.filter((cells, index) => keep(cells, index + 1));

/** The file of a name, changed. */
export const changeFile =
  (name: string, change: (bytes: Buffer) => Buffer | Promise<Buffer>): Damage =>
  async (files) => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new Error(`There is no file ${name}.`);
    return new Map([...files, [name, await change(bytes)]]);
  };

/** The file of a name becomes the file of another. */
export const renameFile =
  (name: string, other: string): Damage =>
  (files) =>
    new Map([...files].map(([old, bytes]) => [old === name ? other : old, bytes]));

/** Another file, or the same under another name. */
export const addFile =
  (name: string, bytes: (files: Files) => Buffer | undefined): Damage =>
  (files) => {
    const added = bytes(files);
    if (added === undefined) throw new Error(`There is nothing to put into ${name}.`);
    return new Map([...files, [name, added]]);
  };

/** The text of a file, changed; text and file in one encoding. */
export const changeText = (
  name: string,
  change: (text: string) => string,
  encoding: "utf8" | "latin1" = "utf8",
): Damage => changeFile(name, (bytes) => Buffer.from(change(bytes.toString(encoding)), encoding));

/** The first occurrence replaced; it must be there. */
export const replaced =
  (from: string, to: string): ((text: string) => string) =>
  (text) => {
    if (!text.includes(from)) throw new Error(`The file does not hold ${JSON.stringify(from)}.`);
    return text.replace(from, () => to);
  };

/** The fields of a text file, changed; fields are quoted again where they must be. */
export const changeFields = (
  name: string,
  change: Change<string>,
  { delimiter = ",", encoding = "utf8" }: { delimiter?: string; encoding?: "utf8" | "latin1" } = {},
): Damage =>
  changeText(
    name,
    (text) => {
      const fields = Papa.parse<string[]>(text.trimEnd(), { delimiter }).data;
      const changed = change(fields).map((cells) => [...cells]);
      return `${Papa.unparse(changed, { delimiter, newline: "\n" })}\n`;
    },
    encoding,
  );

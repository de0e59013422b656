import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ValueRule } from "../../src/standard/layouts/unodc-table.ts";
import { InputError, throwAll } from "../../src/standard/problem.ts";
import { readUnodcTable, type UnodcTable } from "./unodc-table.ts";

/** Where the releases of one bulk file lie, what their names begin with, and what their values are. */
export interface UnodcFolder {
  /** Folder under the raw folder. */
  readonly folder: string;
  /** Name of the publisher's file without its ending. */
  readonly stem: string;
  readonly rule: ValueRule;
}

/** Names that a file manager or a spreadsheet leaves behind: hidden files and lock files. */
const isLeftOver = (name: string): boolean => /^(\.|~\$)/.test(name);

const listFiles = async (raw: string, { folder, stem }: UnodcFolder): Promise<string[]> => {
  const names = (await readdir(join(raw, folder)).catch((): string[] => []))
    .filter((name) => !isLeftOver(name))
    .sort();
  const allowed = `${stem}_YYYY-MM-DD.xlsx, or the same as .csv`;
  if (names.length === 0) {
    throw new InputError([{ file: `${folder}/`, message: "has no release file", allowed }]);
  }
  const strange = names.filter(
    (name) => !(name.startsWith(stem) && /\.(xlsx|csv)$/i.test(name.slice(stem.length))),
  );
  if (strange.length > 0) {
    const message = "is not named like a release file; rename it or take it out of the folder";
    throw new InputError(strange.map((name) => ({ file: `${folder}/${name}`, message, allowed })));
  }
  return names.map((name) => join(raw, folder, name));
};

const refuseTwins = (tables: readonly UnodcTable[]): void => {
  const problems = tables.flatMap((table, at) => {
    const twin = tables.slice(0, at).find(({ release }) => release === table.release);
    if (twin === undefined) return [];
    const message = `has the same release date as ${basename(twin.path)}: ${table.release}`;
    const allowed = "one file a release, .xlsx or .csv; take one of them out of the folder";
    return [{ file: basename(table.path), message, allowed }];
  });
  if (problems.length > 0) throw new InputError(problems);
};

/**
 * Every release file in a folder, oldest release first. Throws InputError naming the problems of all files: a missing
 * folder, a file that is not named like a release, two files of one release, and what
 * {@link readUnodcTable} refuses.
 */
export const readUnodcFolder = async (raw: string, place: UnodcFolder): Promise<UnodcTable[]> => {
  const paths = await listFiles(raw, place);
  const tables: UnodcTable[] = [];
  const errors: InputError[] = [];
  for (const path of paths) {
    try {
      tables.push(await readUnodcTable(path, place.rule));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors.push(error);
    }
  }
  throwAll(errors);
  refuseTwins(tables);
  return tables.sort((a, b) => (a.release < b.release ? -1 : 1));
};

import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../../src/standard/problem.ts";

/**
 * Paths of the files in `<raw>/<folder>` whose names match, sorted by name.
 * Throws InputError when the folder is missing or no file matches.
 */
export const findFiles = async (raw: string, folder: string, name: RegExp): Promise<string[]> => {
  const names = await readdir(join(raw, folder)).catch((): string[] => []);
  const found = names.filter((candidate) => name.test(candidate)).sort();
  if (found.length === 0) {
    const message = `has no file with a name like ${name.source}`;
    throw new InputError([{ file: `${folder}/`, message }]);
  }
  return found.map((file) => join(raw, folder, file));
};

/** Whether there is a file or folder at a path. */
export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** SHA-256 of a file, in hexadecimal. */
export const sha256 = async (path: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

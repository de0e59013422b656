import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { InputError } from "../../src/standard/problem.ts";

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** The bytes of a file. Throws InputError when it is not there. */
export const readBytes = async (path: string): Promise<Buffer> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const file = `${basename(dirname(path))}/${basename(path)}`;
    throw new InputError([{ file, message: "is not there" }]);
  }
};

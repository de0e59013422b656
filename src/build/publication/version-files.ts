import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileSchema } from "../../standard/version.ts";
import { readTable } from "../site-data.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/**
 * Writes the files of a version of the data folder `data` into `folder`, as they were: from the data folder where
 * they still stand, else from its archive. Throws when a file is neither here nor there as the version had it.
 */
export const writeVersionFiles = async (
  data: string,
  version: string,
  folder: string,
): Promise<void> => {
  for (const row of readTable(`versions/${version}.csv`, data)) {
    const file = fileSchema.parse(row);
    const found = [join(data, file.path), join(data, "archive", file.sha256)]
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path))
      .find((bytes) => sha256(bytes) === file.sha256);
    if (found === undefined)
      throw new Error(
        `data/${file.path} is not as version ${version} had it, and data/archive/${file.sha256} is missing. Restore data/ from the repository.`,
      );
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, found);
  }
};

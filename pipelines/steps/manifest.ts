import { join, relative, sep } from "node:path";
import { readCsv } from "../read/csv.ts";
import { exists, sha256 } from "./files.ts";
import { type Check, examplesOf } from "./source.ts";

/** Folder under which `MANIFEST.csv` names the files. */
const PREFIX = "data/raw/";

/** File and hash pairs of the lists in the raw folder: MANIFEST.csv, and FETCHED.csv that `fetch` writes. */
const listedFiles = async (raw: string): Promise<Set<string> | undefined> => {
  const lists = [
    { file: "MANIFEST.csv", column: "path", prefix: PREFIX },
    { file: "FETCHED.csv", column: "file", prefix: "" },
  ] as const;
  const pairs: string[] = [];
  let found = false;
  for (const { file, column, prefix } of lists) {
    if (!(await exists(join(raw, file)))) continue;
    found = true;
    for (const { cells } of await readCsv(join(raw, file), [column, "sha256"])) {
      const name = cells[column];
      if (name.startsWith(prefix)) pairs.push(`${name.slice(prefix.length)} ${cells.sha256}`);
    }
  }
  return found ? new Set(pairs) : undefined;
};

/**
 * Compares the files that were read with the hashes in `<raw>/MANIFEST.csv` and `<raw>/FETCHED.csv`. No check when
 * the folder has neither; a file that differs or is not listed is a warning, not a stop, because a new release is a
 * new file.
 */
export const checkManifest = async (raw: string, paths: readonly string[]): Promise<Check[]> => {
  const listed = await listedFiles(raw);
  if (listed === undefined) return [];
  const other: string[] = [];
  for (const path of paths) {
    const name = relative(raw, path).split(sep).join("/");
    if (!listed.has(`${name} ${await sha256(path)}`)) other.push(name);
  }
  return [
    {
      id: "manifest-hashes",
      stage: "read",
      status: other.length === 0 ? "PASS" : "WARNING",
      count: other.length === 0 ? paths.length : other.length,
      message:
        other.length === 0
          ? "All files have the hash that the lists of the raw folder give."
          : "Files that the lists of the raw folder do not name with this hash.",
      examples: examplesOf(other),
    },
  ];
};

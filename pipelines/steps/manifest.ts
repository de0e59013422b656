import { stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { readCsv } from "../read/csv.ts";
import { sha256 } from "./files.ts";
import { type Check, examplesOf } from "./source.ts";

/** Folder under which `MANIFEST.csv` names the files. */
const PREFIX = "data/raw/";

/**
 * Compares the files that were read with the hashes in `<raw>/MANIFEST.csv`. No check when the
 * folder has no such list; a file that differs or is not listed is a warning, not a stop, because a
 * new release is a new file.
 */
export const checkManifest = async (raw: string, paths: readonly string[]): Promise<Check[]> => {
  const list = join(raw, "MANIFEST.csv");
  const exists = await stat(list).then(
    (entry) => entry.isFile(),
    () => false,
  );
  if (!exists) return [];
  const rows = await readCsv(list, ["path", "sha256"]);
  const listed = new Map(rows.map(({ cells }) => [cells.path, cells.sha256]));
  const other: string[] = [];
  for (const path of paths) {
    const name = relative(raw, path).split(sep).join("/");
    if (listed.get(PREFIX + name) !== (await sha256(path))) other.push(name);
  }
  return [
    {
      id: "manifest-hashes",
      stage: "read",
      status: other.length === 0 ? "PASS" : "WARNING",
      count: other.length === 0 ? paths.length : other.length,
      message:
        other.length === 0
          ? "All files have the hash that MANIFEST.csv gives."
          : "Files that MANIFEST.csv does not list with this hash.",
      examples: examplesOf(other),
    },
  ];
};

import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { exists, sha256 } from "../steps/files.ts";
import { moveInto, onDisk } from "./disk.ts";
import { type Downloaded, discard } from "./download.ts";

/** Folder under the raw folder for other bytes of a release that is there already; no source reads it. */
const REVISED = "revised";

/** A complete file and the name that it is to bear. */
export interface Arrival {
  readonly download: Downloaded;
  readonly name: string;
}

/** Where a file stands now, relative to the raw folder, with forward slashes. */
export interface Placed extends Arrival {
  readonly file: string;
  /** NEW: put there; SAME: stood there with the same bytes; REVISED: put aside, as its release is there. */
  readonly outcome: "NEW" | "SAME" | "REVISED";
}

/**
 * Names of the files in a folder, without hidden ones; none when there is no folder. Throws FetchError when it
 * cannot be read.
 */
export const filesIn = async (folder: string): Promise<string[]> => {
  if (!(await exists(folder))) return [];
  const entries = await onDisk(folder, () => readdir(folder, { withFileTypes: true }), "read");
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith("."));
  return files.map((entry) => entry.name).sort();
};

const sameFileIn = async (folder: string, { download }: Arrival): Promise<string | undefined> => {
  for (const name of await filesIn(folder)) {
    const path = join(folder, name);
    const hash = async (): Promise<string> =>
      (await stat(path)).size === download.bytes ? sha256(path) : "";
    if ((await onDisk(path, hash, "read")) === download.sha256) return name;
  }
  return undefined;
};

const markOf = (arrivals: readonly Arrival[]): string => {
  const hash = createHash("sha256");
  for (const { download } of arrivals) hash.update(download.sha256);
  return hash.digest("hex").slice(0, 8);
};

const placeIn = async (
  raw: string,
  folder: string,
  arrivals: readonly Arrival[],
  outcome: "NEW" | "REVISED",
): Promise<Placed[]> => {
  const placed: Placed[] = [];
  for (const arrival of arrivals) {
    const same = await sameFileIn(join(raw, folder), arrival);
    if (same === undefined) {
      await moveInto(arrival.download.part, join(raw, folder, arrival.name));
    }
    await discard(arrival.download.part);
    const file = `${folder}/${same ?? arrival.name}`;
    const state = same !== undefined && outcome === "NEW" ? "SAME" : outcome;
    placed.push({ ...arrival, file, outcome: state });
  }
  return placed;
};

/**
 * Puts the files of one release into their folder. A file with the same bytes is left alone, whatever its name. When
 * the release is there with other bytes (a file of the same name, or `twin`: another file of that release), nothing
 * there is touched and all new files go to `revised/<folder>/<mark of the content>/`.
 */
export const place = async (
  raw: string,
  folder: string,
  arrivals: readonly Arrival[],
  twin: boolean,
): Promise<Placed[]> => {
  const states = await Promise.all(
    arrivals.map(async (arrival) => ({
      same: await sameFileIn(join(raw, folder), arrival),
      taken: await exists(join(raw, folder, arrival.name)),
    })),
  );
  const differs = states.some(({ same, taken }) => same === undefined && (taken || twin));
  if (!differs) return placeIn(raw, folder, arrivals, "NEW");
  return placeIn(raw, `${REVISED}/${folder}/${markOf(arrivals)}`, arrivals, "REVISED");
};

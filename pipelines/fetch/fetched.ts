import { rename } from "node:fs/promises";
import { join } from "node:path";
import { readCsv } from "../read/csv.ts";
import { writeCsv } from "../steps/csv-file.ts";
import { exists } from "../steps/files.ts";
import { onDisk } from "./disk.ts";
import type { Placed } from "./place.ts";

const FETCHED_FILE = "FETCHED.csv";

const COLUMNS = [
  "file",
  "address",
  "retrieved_at",
  "bytes",
  "sha256",
  "release",
  "etag",
  "last_modified",
] as const;
type Line = Readonly<Record<(typeof COLUMNS)[number], string>>;

/**
 * The lines of `<raw>/FETCHED.csv`, none when there is no such file. Throws InputError when it is not
 * what {@link noteFetched} writes.
 */
export const readFetched = async (raw: string): Promise<Line[]> => {
  const path = join(raw, FETCHED_FILE);
  if (!(await exists(path))) return [];
  return (await readCsv(path, COLUMNS)).map(({ cells }) => cells);
};

const idOf = (line: Line): string => [line.file, line.sha256, line.address].join("|");

/**
 * Adds files to `<raw>/FETCHED.csv`, also those that stood there with the same bytes, since this confirms where
 * they come from. A file that is listed with these bytes and this address keeps its first line.
 */
export const noteFetched = async (
  raw: string,
  placed: readonly Placed[],
  release: string,
  now: Date,
): Promise<void> => {
  const known = await readFetched(raw);
  const lines = placed.map(({ file, download }): Line => {
    const { address, bytes, etag, lastModified } = download;
    const retrieved_at = now.toISOString();
    const { sha256 } = download;
    const text = { file, address, retrieved_at, bytes: String(bytes), sha256, release, etag };
    return { ...text, last_modified: lastModified };
  });
  const ids = new Set(known.map(idOf));
  const fresh = lines.filter((line) => !ids.has(idOf(line)));
  if (fresh.length === 0) return;
  const path = join(raw, FETCHED_FILE);
  await onDisk(path, async () => {
    await writeCsv(`${path}.part`, COLUMNS, [...known, ...fresh]);
    await rename(`${path}.part`, path);
  });
};

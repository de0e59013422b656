import { readdir, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { Progress } from "../standardize.ts";
import { exists } from "../steps/files.ts";
import { ADDRESSES, type Address, type ByHand, type Fetchable } from "./addresses.ts";
import { makeFolder, onDisk } from "./disk.ts";
import { FetchError, joinErrors } from "./fetch-error.ts";
import { noteFetched, readFetched } from "./fetched.ts";
import { type Placed, place } from "./place.ts";
import type { Release, Surroundings } from "./release.ts";
import { LIMITS, type Limits } from "./request.ts";
import { fetchSdgSeries } from "./sdg-series.ts";
import { fetchUnodcWorkbook } from "./unodc-workbook.ts";

/** Folder under the raw folder for partial files; hidden, outside of the folders that the sources read. */
const PARTS = ".fetching";

export interface FetchOptions {
  readonly raw: string;
  /** Dataset to fetch; all when it is missing. */
  readonly only?: string | undefined;
  readonly addresses?: readonly Address[];
  readonly limits?: Limits;
  readonly now?: Date;
  readonly progress: Progress;
}

const fetchRelease = (entry: Fetchable, surroundings: Surroundings): Promise<Release> => {
  switch (entry.kind) {
    case "UNODC_WORKBOOK":
      return fetchUnodcWorkbook(entry, surroundings);
    case "SDG_SERIES":
      return fetchSdgSeries(entry, surroundings);
  }
};

const outcomeText = ({ outcome, file, name, download }: Placed, folder: string): string => {
  switch (outcome) {
    case "NEW":
      return `${file}, ${download.bytes} bytes, new`;
    case "SAME":
      return `${file} is there already with the same bytes; left alone`;
    case "REVISED":
      return `${folder}/ has this release with other bytes and keeps it; the publisher's present ${name} is put aside as ${file}, which no source reads`;
  }
};

const removeIfEmpty = async (folder: string): Promise<void> => {
  if (!(await exists(folder)) || (await readdir(folder)).length > 0) return;
  await onDisk(folder, () => rmdir(folder));
};

const fetchOne = async (
  entry: Fetchable,
  surroundings: Surroundings,
  progress: Progress,
): Promise<void> => {
  const { raw, now } = surroundings;
  const { release, arrivals, twin } = await fetchRelease(entry, surroundings);
  const placed = await place(raw, entry.folder, arrivals, twin);
  await noteFetched(raw, placed, release, now);
  const step = `fetch ${entry.dataset}, release ${release}`;
  for (const file of placed) progress(step, outcomeText(file, entry.folder));
};

const chosen = (addresses: readonly Address[], only: string | undefined): readonly Address[] => {
  const found = addresses.filter(({ dataset }) => only === undefined || dataset === only);
  if (found.length > 0) return found;
  const allowed = addresses.map(({ dataset }) => dataset).join(", ");
  throw new FetchError(`${only} is not a dataset that can be fetched; allowed: ${allowed}.`);
};

/**
 * Downloads what the publishers have now into `<raw>/<folder of the source>/`, named by release, and lists it in
 * `<raw>/FETCHED.csv`. Files that are there are never changed. Gives back the chosen sources that a person must
 * download. Throws FetchError, a sentence for each failure, after having tried every dataset; InputError when
 * `FETCHED.csv` is damaged.
 */
export const fetchAll = async ({
  raw,
  only,
  addresses = ADDRESSES,
  limits = LIMITS,
  now = new Date(),
  progress,
}: FetchOptions): Promise<ByHand[]> => {
  const entries = chosen(addresses, only);
  await makeFolder(raw);
  await readFetched(raw);
  const errors: FetchError[] = [];
  for (const entry of entries) {
    if (entry.kind === "BY_HAND") continue;
    const parts = join(raw, PARTS, entry.folder);
    try {
      await fetchOne(entry, { raw, parts, limits, now }, progress);
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      errors.push(error);
    }
    await removeIfEmpty(parts);
  }
  await removeIfEmpty(join(raw, PARTS));
  if (errors.length > 0) throw joinErrors(errors);
  return entries.filter((entry) => entry.kind === "BY_HAND");
};

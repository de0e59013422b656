import { join } from "node:path";
import { openGrid } from "../../src/standard/layouts/unodc-preamble.ts";
import { UNODC_HEADERS } from "../../src/standard/layouts/unodc-table.ts";
import { InputError } from "../../src/standard/problem.ts";
import { readGrid } from "../read/unodc-grid.ts";
import type { UnodcWorkbook } from "./addresses.ts";
import { type Downloaded, discard, download } from "./download.ts";
import { FetchError } from "./fetch-error.ts";
import { filesIn } from "./place.ts";
import type { Release, Surroundings } from "./release.ts";

/** Months as YYYY-MM, from that of a day (UTC) backwards. */
export const monthsBack = (day: Date, count: number): string[] =>
  Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  );

const findWorkbook = async (
  entry: UnodcWorkbook,
  { limits, now, parts }: Surroundings,
): Promise<Downloaded> => {
  const months = monthsBack(now, entry.months);
  const part = join(parts, `${entry.stem}.xlsx.part`);
  for (const address of months.flatMap(entry.addressesOf)) {
    const found = await download({ address, hosts: entry.hosts }, part, "a workbook", limits);
    if (found !== undefined) return found;
  }
  const message = `No ${entry.stem}.xlsx was found for the months ${months.at(-1)} to ${months[0]}: download it from ${entry.page} into ${entry.folder}/. ${entry.basis}`;
  throw new FetchError(message);
};

const releaseIn = async (path: string): Promise<string> =>
  openGrid(await readGrid(path), UNODC_HEADERS).release;

const releaseOfDownload = async ({ part, address }: Downloaded): Promise<string> => {
  try {
    return await releaseIn(part);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    await discard(part);
    const reason = error.message.split("\n")[0] ?? "";
    const message = `${address} sends a file that is not a workbook with a release date, so nothing was kept: ${reason}`;
    throw new FetchError(message);
  }
};

/** The release of a file in the raw folder; undefined for one that the source will refuse. */
const releaseThere = async (path: string): Promise<string | undefined> => {
  try {
    return await releaseIn(path);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
};

const isThere = async (folder: string, stem: string, release: string): Promise<boolean> => {
  const names = (await filesIn(folder)).filter((name) => name.startsWith(stem));
  const dated = names.some((name) => name.includes(release));
  if (dated) return true;
  const undated = names.filter((name) => !/\d{4}-\d{2}-\d{2}/.test(name));
  for (const name of undated) {
    if ((await releaseThere(join(folder, name))) === release) return true;
  }
  return false;
};

/**
 * Downloads the newest workbook that the portal has, and names it by the date in its row 2. Throws FetchError when
 * there is none under any address, or when what is there is no workbook with such a date.
 */
export const fetchUnodcWorkbook = async (
  entry: UnodcWorkbook,
  surroundings: Surroundings,
): Promise<Release> => {
  const found = await findWorkbook(entry, surroundings);
  const release = await releaseOfDownload(found);
  return {
    release,
    arrivals: [{ download: found, name: `${entry.stem}_${release}.xlsx` }],
    twin: await isThere(join(surroundings.raw, entry.folder), entry.stem, release),
  };
};

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { SdgSeries } from "./addresses.ts";
import { type Downloaded, discard, download } from "./download.ts";
import { FetchError } from "./fetch-error.ts";
import type { Release, Surroundings } from "./release.ts";

const seriesSchema = z.object({ code: z.string(), release: z.string() });
const indicatorSchema = z.object({ series: z.array(seriesSchema) });
/** One indicator or a list of them. */
const listSchema = z.union([
  z.array(indicatorSchema),
  indicatorSchema.transform((indicator) => [indicator]),
]);
const count = z.number().int().nonnegative();
const pageSchema = z.object({
  totalElements: count,
  totalPages: count,
  pageNumber: count,
  data: z.array(z.object({ series: z.string() })),
});
type Page = z.infer<typeof pageSchema>;

const unusable = (address: string, reason: string, basis: string): FetchError =>
  new FetchError(`${address} ${reason}, so nothing was kept. ${basis}`);

/** The content of a JSON file, with or without a byte-order mark. */
const readJson = async (path: string): Promise<unknown> =>
  JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));

const downloadJson = async <T>(
  entry: SdgSeries,
  address: string,
  part: string,
  schema: z.ZodType<T>,
  { limits, parts }: Surroundings,
): Promise<{ found: Downloaded; content: T }> => {
  const target = { address, hosts: entry.hosts };
  const found = await download(target, join(parts, part), "JSON", limits);
  if (found === undefined) throw unusable(address, "does not exist (404)", entry.basis);
  try {
    return { found, content: schema.parse(await readJson(found.part)) };
  } catch (error) {
    await discard(found.part);
    if (error instanceof SyntaxError) throw unusable(address, "does not send JSON", entry.basis);
    if (!(error instanceof z.ZodError)) throw error;
    const first = error.issues[0];
    const reason = `sends JSON of an unknown shape (${first?.path.join(".")}: ${first?.message})`;
    throw unusable(address, reason, entry.basis);
  }
};

const readRelease = async (entry: SdgSeries, surroundings: Surroundings): Promise<string> => {
  const part = `${entry.series}_list.json.part`;
  const { found, content } = await downloadJson(entry, entry.list, part, listSchema, surroundings);
  await discard(found.part);
  const all = content.flatMap(({ series }) => series);
  const release = all.find(({ code }) => code === entry.series)?.release ?? "";
  if (/^\d{4}\.Q[1-4]\.G\.\d{2}$/.test(release)) return release;
  const reason = `gives ${JSON.stringify(release)} as the release of ${entry.series}, not one like 2026.Q3.G.01`;
  throw unusable(entry.list, reason, entry.basis);
};

/** Why a page is not the one that was asked for, undefined when it is. */
const faultOf = (entry: SdgSeries, page: Page, number: number): string | undefined => {
  const other = page.data.find(({ series }) => series !== entry.series);
  if (other !== undefined) return `sends series ${other.series}`;
  if (page.pageNumber === number && page.data.length > 0) return undefined;
  return `sends page ${page.pageNumber} with ${page.data.length} values`;
};

const pageAddress = ({ data, pageSize }: SdgSeries, number: number): string => {
  const url = new URL(data);
  url.searchParams.set("page", String(number));
  url.searchParams.set("pageSize", String(pageSize));
  return url.href;
};

interface Received {
  readonly page: Page;
  readonly found: Downloaded;
}

const readPage = async (
  entry: SdgSeries,
  number: number,
  surroundings: Surroundings,
): Promise<Received> => {
  const address = pageAddress(entry, number);
  const part = `${entry.series}_page${number}.json.part`;
  const { found, content } = await downloadJson(entry, address, part, pageSchema, surroundings);
  const fault = faultOf(entry, content, number);
  if (fault === undefined) return { page: content, found };
  await discard(found.part);
  throw unusable(address, fault, entry.basis);
};

const readPages = async (entry: SdgSeries, surroundings: Surroundings): Promise<Received[]> => {
  const first = await readPage(entry, 1, surroundings);
  const all = [first];
  for (let number = 2; number <= first.page.totalPages; number += 1) {
    all.push(await readPage(entry, number, surroundings));
  }
  return all;
};

/** Why pages are not one whole, undefined when they are. */
const gapIn = (pages: readonly Page[], before: string, after: string): string | undefined => {
  if (before !== after) return `changed from release ${before} to ${after} while it was read`;
  const values = pages.reduce((sum, { data }) => sum + data.length, 0);
  const announced = [...new Set(pages.map((page) => page.totalElements))];
  if (announced.length === 1 && announced[0] === values) return undefined;
  return `sends ${values} values on ${pages.length} pages but announces ${announced.join(" and ")}`;
};

/**
 * Downloads all pages of a series, unchanged, and names them by the release that the list gives before and after.
 * Throws FetchError when pages are missing, do not add up to the announced number of values, hold another
 * series, or when the release changed meanwhile.
 */
export const fetchSdgSeries = async (
  entry: SdgSeries,
  surroundings: Surroundings,
): Promise<Release> => {
  const release = await readRelease(entry, surroundings);
  const received = await readPages(entry, surroundings);
  const after = await readRelease(entry, surroundings);
  const pages = received.map(({ page }) => page);
  const gap = gapIn(pages, release, after);
  if (gap !== undefined) {
    for (const { found } of received) await discard(found.part);
    throw unusable(entry.data, gap, "Run the same command again.");
  }
  const arrivals = received.map(({ found }, at) => ({
    download: found,
    name: `${entry.series}_${release}_page${at + 1}.json`,
  }));
  return { release, arrivals, twin: false };
};

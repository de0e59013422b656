import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Address, SdgSeries, UnodcWorkbook } from "../../../pipelines/fetch/addresses.ts";
import { fetchAll } from "../../../pipelines/fetch/fetch.ts";
import { FetchError } from "../../../pipelines/fetch/fetch-error.ts";
import type { Limits } from "../../../pipelines/fetch/request.ts";
import { iafqRow, iafqSheet, workbook } from "../files.ts";

/** Patience of the tests: two attempts, no pauses worth the name. */
export const QUICK: Limits = { attempts: 2, silenceMs: 2_000, pauseMs: 1, longestPauseMs: 1_000 };

export const NOW = new Date("2025-06-15T10:00:00Z");

/** The bytes of a UNODC workbook of 12/05/2025, one for each value. */
export const workbookBytes = async (folder: string, value: number): Promise<Buffer> =>
  readFile(await workbook(folder, `${value}.xlsx`, iafqSheet([iafqRow({ VALUE: value })])));

/** The address of the UNODC workbook at a test server: two months, `/<month>/a_0.xlsx` and `/<month>/a.xlsx`. */
export const unodc = (origin: string, change: Partial<UnodcWorkbook> = {}): UnodcWorkbook => ({
  kind: "UNODC_WORKBOOK",
  dataset: "UNODC_IAFQ",
  folder: "unodc-iafq",
  page: "https://page.test/",
  basis: "A basis.",
  stem: "data_iafq_firearms_trafficking",
  addressesOf: (month) => [`${origin}/${month}/a_0.xlsx`, `${origin}/${month}/a.xlsx`],
  months: 2,
  hosts: [new URL(origin).host],
  ...change,
});

export const sdg = (origin: string): SdgSeries => ({
  kind: "SDG_SERIES",
  dataset: "UN_SDG_16_4_2",
  folder: "un-sdg-16-4-2",
  basis: "A basis.",
  series: "VC_ARM_SZTRACE",
  data: `${origin}/data?seriesCode=VC_ARM_SZTRACE`,
  list: `${origin}/list`,
  pageSize: 2,
  hosts: [new URL(origin).host],
});

/** Fetches with the patience of the tests; gives the lines of progress. */
export const fetchLines = async (
  raw: string,
  addresses: readonly Address[],
  limits: Limits = QUICK,
): Promise<string[]> => {
  const lines: string[] = [];
  const progress = (step: string, outcome: string): void => {
    lines.push(`${step}: ${outcome}`);
  };
  await fetchAll({ raw, addresses, limits, now: NOW, progress });
  return lines;
};

/** The message of the FetchError that fetching throws; fails when it throws none. */
export const fetchFailure = async (
  raw: string,
  addresses: readonly Address[],
  limits: Limits = QUICK,
): Promise<string> => {
  try {
    await fetchLines(raw, addresses, limits);
  } catch (error) {
    if (error instanceof FetchError) return error.message;
    throw error;
  }
  throw new Error("No FetchError was thrown.");
};

/** Every file under a folder, relative, with forward slashes, sorted. */
export const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
};

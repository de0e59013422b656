import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Download, Locator, Page } from "@playwright/test";
import Papa from "papaparse";
import { expect } from "./site.ts";

/** A file as a test makes it. */
export interface Given {
  readonly name: string;
  readonly text: string | Buffer;
}

/** Opens the page, or goes on in the one that is open as a reader with another file does, once it can read files. */
export const openReturn = async (page: Page): Promise<void> => {
  const isOpen =
    new URL(page.url()).pathname.endsWith("/return/") &&
    (await page.locator("[data-return=ready]").count()) > 0;
  if (!isOpen) await page.goto("./return/");
  await expect(page.locator("[data-return=ready]")).toBeVisible();
};

/** Gives the page a file. */
export const give = async (page: Page, { name, text }: Given): Promise<void> =>
  page.locator("input[type=file]").setInputFiles({
    name,
    mimeType: "application/octet-stream",
    buffer: typeof text === "string" ? Buffer.from(text) : text,
  });

/** Waits until all that follows from a file is there: figures, checks, suppression. */
export const finished = async (page: Page): Promise<void> =>
  expect(page.locator("#take")).toBeVisible();

/** Table lines as CSV. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  Papa.unparse(rows as (string | number)[][], { newline: "\n" });

/** A downloaded CSV, read as a strict reader would. */
export const readDownload = async (download: Download): Promise<Record<string, string>[]> => {
  const { data, errors } = Papa.parse<Record<string, string>>(
    readFileSync(await download.path(), "utf8"),
    { header: true, skipEmptyLines: true },
  );
  expect(errors).toEqual([]);
  return data;
};

/** Presses a button that saves a file. */
export const downloadBy = async (page: Page, name: string): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name, exact: true }).click(),
  ]);
  return download;
};

/** The cells of a table in the page, row by row, without its header. */
export const cellsOf = (table: Locator): Promise<string[][]> =>
  table
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")),
    );

/** Rows of a register: date, country, type, place, number. Every country, year, type and place is crossed. */
export const register = (rows: number): { readonly text: string; readonly header: string[] } => {
  const header = ["date", "country", "weapon_type", "seizure_place", "count"];
  const one = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
  const lines = Array.from({ length: rows }, (_, at) => [
    `${one(["2019", "2020", "2021"], at)}-${one(["01", "05", "11"], Math.floor(at / 3))}-15`,
    one(["Mexico", "Mexico", "Spain", "Kenya", "Mexico"], at * 7),
    one(
      ["Pistol", "Revolver", "Pistol", "Shotgun", "Pistol", "Rifle or carbine", "Pistol"],
      at * 3,
    ),
    one(["National territory", "Land borders", "National territory"], Math.floor(at / 5)),
    1 + ((at * at) % 3),
  ]);
  return { header, text: csv([header, ...lines]) };
};

/** Rows of the native engine for a query on a CSV file. */
export const nativeOn = async (text: string, sql: string): Promise<Record<string, unknown>[]> => {
  const folder = await mkdtemp(join(tmpdir(), "return-"));
  const path = join(folder, "file.csv");
  await writeFile(path, text);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(
      `CREATE TABLE file AS SELECT * FROM read_csv('${path}', all_varchar = true, header = true)`,
    );
    return (await connection.runAndReadAll(sql)).getRowObjectsJS();
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
};

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import Papa from "papaparse";
import writeXlsx, { type SheetData } from "write-excel-file/node";
import { InputError } from "../../../pipelines/problem.ts";
import { readOnlySheet } from "../../../pipelines/read/xlsx.ts";
import { readAreas } from "../../../pipelines/sources/un-m49.ts";
import type { Source, SourceResult } from "../../../pipelines/steps/source.ts";
import type { Area } from "../../../src/standard/codelists/area.ts";
import { temporaryFolder } from "../files.ts";
import { RAW } from "../raw.ts";

/** What a file may be turned into: text, bytes, or the cells of a sheet. */
export type Content = string | Uint8Array | SheetData;

/** A text of the raw folder. */
export const rawText = (file: string): Promise<string> => readFile(join(RAW, file), "utf8");

/** The text in a gzip file of the raw folder. */
export const rawGzip = async (file: string): Promise<string> =>
  gunzipSync(await readFile(join(RAW, file))).toString("utf8");

/** The cells of a workbook of the raw folder. */
export const rawCells = async (file: string): Promise<SheetData> =>
  (await readOnlySheet(join(RAW, file))).rows.map((row) =>
    row.map((cell) => (cell instanceof Date || typeof cell === "boolean" ? String(cell) : cell)),
  );

/** Cells as comma-separated text. */
export const toCsv = (cells: SheetData): string => `${Papa.unparse(cells, { newline: "\n" })}\n`;

const bytesOf = async (content: Content, file: string): Promise<string | Uint8Array> => {
  if (typeof content === "string") return file.endsWith(".gz") ? gzipSync(content) : content;
  if (content instanceof Uint8Array) return content;
  return new Uint8Array(await writeXlsx(content, { sheet: "Sheet1" }).toBuffer());
};

let known: Promise<Map<string, Area>> | undefined;

/** What a source makes of a raw folder that holds these files alone. */
export const readFrom = async (
  source: Source,
  files: Readonly<Record<string, Content>>,
): Promise<SourceResult> => {
  known ??= readAreas(RAW);
  const raw = await temporaryFolder();
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(raw, file)), { recursive: true });
    await writeFile(join(raw, file), await bytesOf(content, file));
  }
  return source.read(raw, await known);
};

/** What is compared of a result: the numbers without where they stood, and the warnings with their counts. */
export interface Reading {
  readonly numbers: readonly string[];
  readonly warnings: readonly string[];
}

export const readingOf = ({ observations, checks }: SourceResult): Reading => ({
  numbers: observations
    .map((row) => JSON.stringify({ ...row, source_row: "", source_detail: "" }))
    .sort(),
  warnings: checks
    .filter(({ status }) => status === "WARNING")
    .map(({ id, count }) => `${id} ${count}`),
});

/**
 * "read right" where the numbers are those of the undamaged file, "noticed: " and the new warnings where they differ
 * and a check says so, "unnoticed" where none does; the error's text where the file is refused.
 */
export const outcomeOf = async (
  source: Source,
  files: Readonly<Record<string, Content>>,
  right: Reading,
): Promise<string> => {
  try {
    const found = readingOf(await readFrom(source, files));
    if (JSON.stringify(found.numbers) === JSON.stringify(right.numbers)) return "read right";
    const news = found.warnings.filter((warning) => !right.warnings.includes(warning));
    return news.length === 0 ? "unnoticed" : `noticed: ${news.join(", ")}`;
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
};

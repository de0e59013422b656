import type { RawTable } from "./raw-table.ts";
import type { Encoding } from "./read/encoding.ts";
import type { Separator } from "./read/head.ts";
import type { ReadOptions } from "./read/options.ts";
import { readText, readTextHead } from "./read/text.ts";
import { readWorkbook, readWorkbookHead } from "./read/workbook.ts";

/** The head of a file: how it would be read, and its first rows. */
export interface Peek {
  readonly kind: "text" | "workbook";
  /** Of a text file; a later byte may still show that UTF-8 is Windows-1252. */
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  /** Names of the sheets of a workbook, and the one that is shown. */
  readonly sheets: readonly string[];
  readonly sheet?: string;
  /** First rows, as they stand. */
  readonly rows: readonly (readonly string[])[];
  /** Line or sheet row of each of them. */
  readonly lines: readonly number[];
  /** Which of the rows holds the titles. */
  readonly headerAt: number;
}

/** A workbook begins as any ZIP archive, or as the old format, which is refused in words. */
const isWorkbook = async (file: Blob): Promise<boolean> => {
  const [a, b] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return (a === 0x50 && b === 0x4b) || (a === 0xd0 && b === 0xcf);
};

/** Looks at the head of a file. What it is, its bytes say, not its name. Rejects with a ReturnError. */
export const peekFile = async (file: Blob, options: ReadOptions = {}): Promise<Peek> => {
  if (await isWorkbook(file)) {
    const { book, sheet, rows, headerAt } = await readWorkbookHead(file, options);
    return {
      kind: "workbook",
      sheets: book.sheets.map(({ name }) => name),
      sheet,
      rows: rows.map(({ cells }) => cells),
      lines: rows.map(({ row }) => row),
      headerAt,
    };
  }
  const { encoding, separator, rows, headerAt } = await readTextHead(file, options);
  return {
    kind: "text",
    encoding,
    separator,
    sheets: [],
    rows: rows.map(({ cells }) => cells),
    lines: rows.map(({ line }) => line),
    headerAt,
  };
};

/**
 * Reads a file whole. Rejects with a ReturnError where it cannot be read, and with the signal's reason when it is
 * given up.
 */
export const readRaw = async (file: Blob, options: ReadOptions = {}): Promise<RawTable> =>
  (await isWorkbook(file)) ? readWorkbook(file, options) : readText(file, options);

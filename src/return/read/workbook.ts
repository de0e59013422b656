import type { Cell, GridRow } from "../../standard/layouts/grid.ts";
import { WorkbookError } from "../../standard/workbook/error.ts";
import { openWorkbook, sheetRows, type Workbook } from "../../standard/workbook/workbook.ts";
import { ReturnError } from "../finding.ts";
import { type RawColumn, type RawTable, rawColumn } from "../raw-table.ts";
import { guessHeader, HEAD_ROWS, uniqueTitles } from "./head.ts";
import type { ReadOptions } from "./options.ts";
import { MAX_COLUMNS } from "./text.ts";

/** A row of a sheet: where it stands, from 1, and its cells as text, from the first column on. */
interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The head of a workbook: its sheets, and the first rows of one of them. */
export interface WorkbookHead {
  readonly book: Workbook;
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  readonly headerAt: number;
}

/** A cell as text: numbers with a decimal point and as Excel shows them, at most 15 digits; dates as ISO. */
const textOf = (cell: Cell): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "string") return cell;
  const iso = cell.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19);
};

const asText = ({ row, cells }: GridRow): SheetRow => ({ row, cells: cells.map(textOf) });

const firstRows = (book: Workbook, sheet: string): SheetRow[] =>
  Array.from(sheetRows(book, sheet, HEAD_ROWS), asText);

/** Does what reads a workbook; what it throws of one that cannot be read is thrown as a ReturnError. */
const reading = async <T>(read: () => Promise<T> | T): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof WorkbookError) throw new ReturnError(error.reason, error.detail);
    throw error;
  }
};

/**
 * Opens a workbook at a sheet: the one that `options` name, else the first with two rows. Rejects with a ReturnError
 * where the file is no workbook, or has no such sheet or nothing in it.
 */
export const readWorkbookHead = async (
  file: Blob,
  options: Pick<ReadOptions, "sheet" | "headerAt">,
): Promise<WorkbookHead> => {
  if (file.size === 0) throw new ReturnError("empty");
  const book = await reading(() => openWorkbook(file));
  const names = book.sheets.map(({ name }) => name);
  const { sheet, rows } = await reading(() => {
    const wanted =
      options.sheet ?? names.find((name) => firstRows(book, name).length > 1) ?? names[0] ?? "";
    return { sheet: wanted, rows: firstRows(book, wanted) };
  });
  const headerAt = options.headerAt ?? guessHeader(rows.map(({ cells }) => cells));
  if (headerAt === undefined || rows[headerAt] === undefined)
    throw new ReturnError("sheet-empty", sheet);
  return { book, sheet, rows, headerAt };
};

/** Collects the cells of one column as codes into its words. */
const collector = (): { add(text: string): void; column(title: string): RawColumn } => {
  const places = new Map<string, number>();
  const codes: number[] = [];
  return {
    add: (text) => {
      const known = places.get(text);
      if (known === undefined) places.set(text, places.size);
      codes.push(known ?? places.size - 1);
    },
    column: (title) => rawColumn(title, Int32Array.from(codes), [...places.keys()]),
  };
};

const lastFilled = (cells: readonly string[]): number =>
  cells.findLastIndex((cell) => cell.trim() !== "");

/**
 * Reads one sheet of a workbook. Rows end at the last title or the last filled cell; empty rows are passed over.
 * Rejects with a ReturnError as {@link readWorkbookHead} does.
 */
export const readWorkbook = async (file: Blob, options: ReadOptions): Promise<RawTable> => {
  const { book, sheet, rows: first, headerAt } = await readWorkbookHead(file, options);
  const header = first[headerAt];
  if (header === undefined) throw new ReturnError("sheet-empty", sheet);
  options.signal?.throwIfAborted();
  const body = (await reading(() => Array.from(sheetRows(book, sheet), asText))).filter(
    ({ row, cells }) => row > header.row && lastFilled(cells) >= 0,
  );
  options.signal?.throwIfAborted();
  const width =
    1 +
    body.reduce((most, { cells }) => Math.max(most, lastFilled(cells)), lastFilled(header.cells));
  if (width > MAX_COLUMNS) throw new ReturnError("too-many-columns", String(width));
  const titles = uniqueTitles(Array.from({ length: width }, (_, at) => header.cells[at] ?? ""));
  const columns = titles.map(collector);
  for (const { cells } of body)
    for (const [at, column] of columns.entries()) column.add(cells[at] ?? "");
  options.progress?.(file.size, file.size);
  return {
    readAs: { kind: "workbook", sheet },
    above: first.slice(0, headerAt).map(({ cells }) => cells),
    headerLine: header.row,
    rows: body.length,
    lines: Int32Array.from(body, ({ row }) => row),
    columns: columns.map((column, at) => column.column(titles[at] ?? "")),
    findings: [],
  };
};

import { basename } from "node:path";
import Papa from "papaparse";
import { InputError, problemLog } from "../../src/standard/problem.ts";
import { readBytes } from "./bytes.ts";
import { refuseMixedLineEnds } from "./line-ends.ts";

/** One record: its cells by column name, all text, and the line it starts on (header is line 1). */
export interface CsvRow<C extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<C, string>>;
}

const refuseNul = (file: string, text: string): void => {
  const at = text.indexOf("\u0000");
  if (at < 0) return;
  const row = text.slice(0, at).split("\n").length;
  const message = "holds NUL bytes, as UTF-16 text does; save the file as UTF-8";
  throw new InputError([{ file, row, message }]);
};

const decode = (file: string, bytes: Uint8Array): string => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    refuseNul(file, text);
    if (!text.includes("\r") || text.includes("\n")) return text;
    const message = "has lines that end in a carriage return alone; save with LF or CR LF";
    throw new InputError([{ file, row: 1, message }]);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const text = new TextDecoder("utf-8").decode(bytes);
    const row = text.slice(0, text.indexOf("\uFFFD")).split("\n").length;
    const message = "is not UTF-8 text; save the file as UTF-8";
    throw new InputError([{ file, row, message }]);
  }
};

const newlineOf = (text: string): "\n" | "\r\n" =>
  text[text.indexOf("\n") - 1] === "\r" ? "\r\n" : "\n";

const linesIn = (cells: readonly string[]): number =>
  1 + cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);

/** One record of a text file: the line it starts on, counted from 1, and its fields. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Every record of comma-separated UTF-8 text (a byte-order mark is dropped), whatever its number of fields. Nothing is
 * trimmed or converted: `NA` and `004` stay text. Throws InputError on another encoding, a broken quote, a NUL byte, and
 * line ends of two kinds.
 */
export const parseRecords = (file: string, bytes: Uint8Array): CsvRecord[] => {
  const text = decode(file, bytes);
  const parsed = Papa.parse<string[]>(text, { delimiter: ",", newline: newlineOf(text) });
  const records = parsed.data;
  if (/[\r\n]$/.test(text) && records.at(-1)?.join("") === "") records.pop();
  let next = 1;
  const numbered = records.map((cells) => {
    const line = next;
    next += linesIn(cells);
    return { line, cells };
  });
  const problems = problemLog(file);
  for (const error of parsed.errors) {
    const row = numbered[error.row ?? 0]?.line ?? 1;
    problems.add({ row, message: `cannot be read: ${error.message}` });
  }
  problems.stopIfAny();
  refuseMixedLineEnds(file, text);
  return numbered;
};

/**
 * Records of comma-separated UTF-8 text with a header; see {@link parseRecords}. Columns are found by name; order
 * does not matter. An optional column that is not there is empty in every row. Throws InputError also on a missing or doubled column, and on a record with more or
 * fewer fields than the header.
 */
export const parseCsv = <C extends string>(
  file: string,
  bytes: Uint8Array,
  columns: readonly C[],
  optional: readonly C[] = [],
): CsvRow<C>[] => {
  const [first, ...records] = parseRecords(file, bytes);
  const problems = problemLog(file);
  const header = first?.cells ?? [];
  for (const name of [...columns, ...optional]) {
    const times = header.filter((title) => title === name).length;
    if (times > 1 || (times === 0 && !optional.includes(name))) {
      const allowed = columns.join(", ");
      const message = `header does not have column "${name}" exactly once`;
      problems.add({ row: 1, value: header.join(","), message, allowed });
    }
  }
  problems.stopIfAny();
  const positions = [...columns, ...optional].map((name) => [name, header.indexOf(name)] as const);
  const rows = records.map(({ line, cells: record }) => {
    if (record.length !== header.length) {
      const message = `has ${record.length} fields instead of ${header.length}`;
      problems.add({ row: line, value: record.join(","), message });
    }
    const cells = Object.fromEntries(positions.map(([name, at]) => [name, record[at] ?? ""]));
    return { line, cells: cells as Record<C, string> };
  });
  problems.stopIfAny();
  return rows;
};

/** Records of a file; see {@link parseCsv}. */
export const readCsv = async <C extends string>(
  path: string,
  columns: readonly C[],
  optional: readonly C[] = [],
): Promise<CsvRow<C>[]> => parseCsv(basename(path), await readBytes(path), columns, optional);

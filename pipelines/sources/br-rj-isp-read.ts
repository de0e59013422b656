import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import Papa from "papaparse";
import { type ProblemLog, problemLog } from "../../src/standard/problem.ts";
import { type CsvRow, parseCsv } from "../read/csv.ts";
import { COUNT_COLUMNS } from "./br-rj-isp-columns.ts";

/** Counts of one precinct in one month; null where the cell is blank. */
export interface PrecinctMonth {
  readonly line: number;
  readonly precinct: string;
  /** `2007-01` */
  readonly month: string;
  readonly counts: Readonly<Record<string, number | null>>;
}

type Encoding = "utf8" | "latin1";

/**
 * Records of a file with semicolons between its fields. The bytes of UTF-8 text reach {@link parseCsv} as they are,
 * so that it can check them; latin-1 text is re-encoded. Throws InputError as parseCsv does.
 */
const readSemicolons = async <C extends string>(
  path: string,
  encoding: Encoding,
  columns: readonly C[],
): Promise<CsvRow<C>[]> => {
  const file = basename(path);
  const text = (await readFile(path)).toString("latin1").replace(/^\u00EF\u00BB\u00BF/, "");
  const problems = problemLog(file);
  const refuseAll = (value: string | undefined, message: string): void =>
    problems.add({ row: 1, value, message });
  const [header = ""] = text.split(/[\r\n]/, 1);
  if (!header.includes(";")) refuseAll(header, "has no semicolons between its fields");
  if (/\r(?!\n)/.test(text)) {
    refuseAll(undefined, "ends in a lone carriage return; save with Windows or Unix line ends");
  }
  problems.stopIfAny();
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: ";",
    newline: text.includes("\r\n") ? "\r\n" : "\n",
  });
  for (const { row = 0, message } of errors) {
    problems.add({ row: row + 1, message: `cannot be read: ${message}` });
  }
  problems.stopIfAny();
  const commas = Papa.unparse(data, { newline: "\n" });
  const unchanged = encoding === "utf8" ? "latin1" : "utf8";
  return parseCsv(file, Buffer.from(commas, unchanged), columns);
};

const monthOf = ({ cells, line }: CsvRow<string>, problems: ProblemLog): string => {
  const { ano = "", mes = "" } = cells;
  if (!/^(19|20)\d{2}$/.test(ano)) {
    const message = "is not a year";
    problems.add({ row: line, column: "ano", value: ano, message, allowed: "four digits" });
  }
  if (!/^0?[1-9]$|^1[0-2]$/.test(mes)) {
    const message = "is not a month";
    problems.add({ row: line, column: "mes", value: mes, message, allowed: "1 to 12" });
  }
  return `${ano}-${mes.padStart(2, "0")}`;
};

const countOf = (row: CsvRow<string>, column: string, problems: ProblemLog): number | null => {
  const value = row.cells[column] ?? "";
  if (value === "") return null;
  if (/^\d+$/.test(value)) return Number(value);
  const allowed = "digits only, or nothing";
  problems.add({ row: row.line, column, value, message: "is not a count", allowed });
  return null;
};

/**
 * The rows of the weapons file, one a precinct and month. Throws InputError on a missing column, on a cell that is
 * no precinct, month or count, and on a precinct and month that are there twice.
 */
export const readPrecinctMonths = async (path: string): Promise<PrecinctMonth[]> => {
  const rows = await readSemicolons<string>(path, "utf8", ["cisp", "mes", "ano", ...COUNT_COLUMNS]);
  const problems = problemLog(basename(path));
  const seen = new Map<string, number>();
  const read = rows.map((row): PrecinctMonth => {
    const precinct = row.cells["cisp"] ?? "";
    if (!/^[1-9]\d*$/.test(precinct)) {
      const message = "is not the number of a precinct";
      const place = { row: row.line, column: "cisp", value: precinct };
      problems.add({ ...place, message, allowed: "digits only, without leading zeros" });
    }
    const month = monthOf(row, problems);
    const key = `${precinct} ${month}`;
    const before = seen.get(key);
    if (before !== undefined) {
      const message = `is there in ${month} already, in row ${before}`;
      const allowed = "one row for each precinct and month";
      problems.add({ row: row.line, column: "cisp", value: precinct, message, allowed });
    }
    seen.set(key, row.line);
    const counts = Object.fromEntries(
      COUNT_COLUMNS.map((column) => [column, countOf(row, column, problems)]),
    );
    return { line: row.line, precinct, month, counts };
  });
  if (rows.length === 0) problems.add({ message: "has no row below its header" });
  problems.stopIfAny();
  return read;
};

/** The precincts of the table of precincts, areas and municipalities (latin-1), each once. */
export const readPrecincts = async (path: string): Promise<ReadonlySet<string>> => {
  const rows = await readSemicolons(path, "latin1", ["CISP"]);
  const problems = problemLog(basename(path));
  for (const { line, cells } of rows) {
    if (/^[1-9]\d*$/.test(cells.CISP)) continue;
    const message = "is not the number of a precinct";
    problems.add({ row: line, column: "CISP", value: cells.CISP, message, allowed: "digits only" });
  }
  problems.stopIfAny();
  return new Set(rows.map(({ cells }) => cells.CISP));
};

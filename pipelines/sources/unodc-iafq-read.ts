import { basename } from "node:path";
import { InputError, type ProblemLog, problemLog } from "../problem.ts";
import { type Cell, columnLetter, readOnlySheet, type Sheet } from "../read/xlsx.ts";

const HEADERS = [
  "Iso3_code",
  "Country",
  "Region",
  "Subregion",
  "Indicator",
  "Dimension",
  "Category",
  "Sex",
  "Age",
  "Year",
  "Unit of measurement",
  "VALUE",
  "Source",
] as const;
type Header = (typeof HEADERS)[number];

/** One data row of the workbook: its row number, its texts by header, and the value. */
export interface IafqRow {
  readonly row: number;
  readonly text: Readonly<Record<Exclude<Header, "VALUE">, string>>;
  readonly value: number;
}

export interface IafqFile {
  readonly path: string;
  readonly sheet: string;
  /** ISO date of the stamp in row 2, for example `2025-05-12`. */
  readonly release: string;
  readonly rows: readonly IafqRow[];
  /** Letter of each column, for messages. */
  readonly letters: Readonly<Record<Header, string>>;
}

const HEADER_ROW = 3;

const readStamp = (sheet: Sheet, problems: ProblemLog): string => {
  const title = sheet.rows[0]?.[0];
  if (title !== "UNODC") {
    const message = "is not the title";
    problems.add({ row: 1, column: "A", value: title ?? null, message, allowed: '"UNODC"' });
  }
  const stamp = sheet.rows[1]?.[0];
  const parts = typeof stamp === "string" ? /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(stamp) : null;
  if (parts === null) {
    const message = "is not the release date";
    problems.add({ row: 2, column: "A", value: stamp ?? null, message, allowed: "dd/mm/yyyy" });
  }
  return parts === null ? "" : `${parts[3]}-${parts[2]}-${parts[1]}`;
};

const findColumns = (sheet: Sheet, problems: ProblemLog): Record<Header, number> => {
  const titles = sheet.rows[HEADER_ROW - 1] ?? [];
  for (const [index, title] of titles.entries()) {
    if (!HEADERS.some((header) => header === title)) {
      const place = { row: HEADER_ROW, column: columnLetter(index), value: title };
      problems.add({ ...place, message: "is not a known header", allowed: HEADERS.join(", ") });
    }
  }
  const position = (header: Header): number => {
    if (titles.filter((title) => title === header).length !== 1) {
      const message = `header "${header}" does not stand here exactly once`;
      problems.add({ row: HEADER_ROW, message, allowed: HEADERS.join(", ") });
    }
    return titles.indexOf(header);
  };
  return Object.fromEntries(HEADERS.map((header) => [header, position(header)])) as Record<
    Header,
    number
  >;
};

/** Year as four digits; the publisher wrote numbers in 2022 and text later. */
const yearText = (cell: Cell): string | undefined => {
  const text = typeof cell === "number" ? String(cell) : cell;
  return typeof text === "string" && /^(19|20)\d{2}$/.test(text) ? text : undefined;
};

/**
 * Reads a firearms workbook of UNODC: row 1 `UNODC`, row 2 the release date, row 3 the 13 headers
 * (found by name), then one count a row. Throws InputError naming every cell that is not usable:
 * an empty or non-text label, a year that is none, a value that is not a non-negative integer.
 */
export const readIafqFile = async (path: string): Promise<IafqFile> => {
  const sheet = await readOnlySheet(path);
  const problems = problemLog(basename(path), sheet.name);
  const release = readStamp(sheet, problems);
  problems.stopIfAny();
  const columns = findColumns(sheet, problems);
  problems.stopIfAny();
  const letters = Object.fromEntries(
    HEADERS.map((header) => [header, columnLetter(columns[header])]),
  ) as Record<Header, string>;

  const toRow = (cells: readonly Cell[], row: number): IafqRow => {
    const cell = (header: Header): Cell => cells[columns[header]] ?? null;
    const refuse = (header: Header, message: string, allowed: string): void =>
      problems.add({ row, column: letters[header], value: cell(header), message, allowed });
    const textOf = (header: Exclude<Header, "VALUE">): string => {
      const content = header === "Year" ? yearText(cell(header)) : cell(header);
      if (typeof content === "string" && content !== "") return content;
      if (header === "Year") refuse(header, "is not a year", "four digits");
      else refuse(header, `is not a text for "${header}"`, "any text");
      return "";
    };
    const text = Object.fromEntries(
      HEADERS.filter((header) => header !== "VALUE").map((header) => [header, textOf(header)]),
    ) as IafqRow["text"];
    const value = cell("VALUE");
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) {
      return { row, text, value };
    }
    refuse("VALUE", "is not a count", "a number, whole and not negative");
    return { row, text, value: 0 };
  };
  const rows = sheet.rows
    .slice(HEADER_ROW)
    .map((cells, index) => toRow(cells, HEADER_ROW + 1 + index));
  problems.stopIfAny();
  if (rows.length === 0) {
    throw new InputError([{ file: basename(path), sheet: sheet.name, message: "has no data row" }]);
  }
  return { path, sheet: sheet.name, release, rows, letters };
};

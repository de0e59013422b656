import type { Cell, Grid, GridRow } from "./grid.ts";

/** The columns of a bulk file of UNODC's data portal; they may stand in any order. */
export const UNODC_HEADERS = [
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
export type UnodcHeader = (typeof UNODC_HEADERS)[number];
type TextHeader = Exclude<UnodcHeader, "VALUE">;

/** The texts of one row by header, as the file spells them; `Year` is four digits. */
export type UnodcText = Readonly<Record<TextHeader, string>>;

/** One data row: its row in the sheet or line in the text file (from 1), its texts, its value. */
export interface UnodcRow {
  readonly row: number;
  readonly text: UnodcText;
  readonly value: number;
}

/** The rows of a file in the layout of the portal, and what its problems are called by. */
export interface UnodcSheet {
  /** Name of the file, without folders. */
  readonly file: string;
  /** Name of the sheet; undefined for a text file. */
  readonly sheet: string | undefined;
  /** Name of the release: for UNODC's own files its ISO date, for example `2025-05-12`. */
  readonly release: string;
  readonly rows: readonly UnodcRow[];
  /** How a message names each column: by its letter in a sheet, by its title in a text file. */
  readonly columns: Readonly<Record<UnodcHeader, string>>;
}

/** Which numbers may stand under `VALUE`, and what to say of a cell that holds no such number. */
export interface ValueRule {
  readonly accepts: (value: number, text: UnodcText) => boolean;
  /** For example `is not a count`. */
  readonly refusal: string;
  readonly allowed: string;
}

/** Whole and not negative. */
export const COUNT: ValueRule = {
  accepts: (value) => Number.isSafeInteger(value) && value >= 0,
  refusal: "is not a count",
  allowed: "a number, whole and not negative",
};

const isTextHeader = (header: UnodcHeader): header is TextHeader => header !== "VALUE";

const byHeader = <T>(of: (header: UnodcHeader) => T): Record<UnodcHeader, T> =>
  Object.fromEntries(UNODC_HEADERS.map((header) => [header, of(header)])) as Record<UnodcHeader, T>;

const findColumns = (grid: Grid, { row, cells }: GridRow): Record<UnodcHeader, number> => {
  const allowed = UNODC_HEADERS.join(", ");
  for (const [index, title] of cells.entries()) {
    if (!UNODC_HEADERS.some((header) => header === title)) {
      const column = grid.columnName(index, title);
      const message = "is not a known header";
      grid.problems.add({ row, column, value: title, message, allowed });
    }
  }
  const columns = byHeader((header) => {
    if (cells.filter((title) => title === header).length !== 1) {
      const message = `header "${header}" does not stand here exactly once`;
      grid.problems.add({ row, message, allowed });
    }
    return cells.indexOf(header);
  });
  grid.problems.stopIfAny();
  return columns;
};

/** Year as four digits; the publisher wrote numbers in 2022 and text later. */
const yearText = (cell: Cell): string | undefined => {
  const text = typeof cell === "number" ? String(cell) : cell;
  return typeof text === "string" && /^(19|20)\d{2}$/.test(text) ? text : undefined;
};

/**
 * Rows of a grid in the layout of the portal, whose 13 headers are found by name. Notes in the grid's log every cell
 * that is not usable, and leaves its row out: an unknown, missing or doubled header, an empty or non-text label, a
 * year that is none, a value that `rule` does not accept.
 */
export const unodcRows = (
  grid: Grid,
  header: GridRow,
  body: readonly GridRow[],
  rule: ValueRule,
): Pick<UnodcSheet, "rows" | "columns"> => {
  const { problems } = grid;
  const positions = findColumns(grid, header);
  const columns = byHeader((name) => grid.columnName(positions[name], name));

  const toRow = ({ row, cells }: GridRow): UnodcRow[] => {
    if (cells.length !== header.cells.length) {
      const message = `has ${cells.length} fields instead of ${header.cells.length}`;
      problems.add({ row, value: cells.join(","), message });
      return [];
    }
    const cell = (name: UnodcHeader): Cell => cells[positions[name]] ?? null;
    let complete = true;
    const refuse = (name: UnodcHeader, message: string, allowed: string): void => {
      complete = false;
      problems.add({ row, column: columns[name], value: cell(name), message, allowed });
    };
    const textOf = (name: TextHeader): string => {
      const content = name === "Year" ? yearText(cell(name)) : cell(name);
      if (typeof content === "string" && content !== "") return content;
      if (name === "Year") refuse(name, "is not a year", "four digits");
      else refuse(name, `is not a text for "${name}"`, "any text");
      return "";
    };
    const text = Object.fromEntries(
      UNODC_HEADERS.filter(isTextHeader).map((name) => [name, textOf(name)]),
    ) as UnodcText;
    const value = grid.numberOf(cell("VALUE"));
    if (value === undefined || !rule.accepts(value, text)) {
      refuse("VALUE", rule.refusal, rule.allowed);
      return [];
    }
    return complete ? [{ row, text, value }] : [];
  };
  return { rows: body.flatMap(toRow), columns };
};

import { basename } from "node:path";
import { columnLetter } from "../../src/standard/layouts/grid.ts";
import { type ProblemLog, problemLog } from "../../src/standard/problem.ts";
import { groupBy } from "../../src/standard/rows.ts";
import { readBytes } from "../read/bytes.ts";
import { type CsvRow, parseCsv, parseRecords } from "../read/csv.ts";
import { GSH_AREAS, GSH_DROPPED } from "./unodc-gsh-2019-areas.ts";
import { GSH_INDICATORS, MEASURES } from "./unodc-gsh-2019-labels.ts";

const TEXT_COLUMNS = ["Country", "Region", "Subregion", "Indicator"] as const;
const COUNTS: ReadonlySet<string> = new Set(MEASURES.map(({ count }) => count));
const RATES: ReadonlySet<string> = new Set(MEASURES.map(({ rate }) => rate));

/** One filled cell of a loaded indicator. */
export interface GshCell {
  readonly year: string;
  readonly value: number;
  /** Row and column letter in the file, for example `57:BD`. */
  readonly place: string;
}

/** One line of the file: one area and indicator, the years across. */
export interface GshRow {
  readonly line: number;
  readonly area: string;
  readonly indicator: string;
  /** Filled cells; none for an indicator that is not loaded. */
  readonly cells: readonly GshCell[];
}

export interface GshFile {
  readonly path: string;
  readonly rows: readonly GshRow[];
}

/**
 * The bytes as UTF-8. The publisher's file is Latin-1; a copy that somebody saved again may be UTF-8.
 * Bytes that are valid UTF-8 are taken as they are, all others as Latin-1, in which every byte is a
 * character. A name that this gets wrong is not in the table of areas and stops the run.
 */
const toUtf8 = (bytes: Uint8Array): Uint8Array => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    return new TextEncoder().encode(Buffer.from(bytes).toString("latin1"));
  }
};

/** Titles of the year columns; years must stand in order, so that exchanged titles are seen, and have no gap. */
const findYears = (titles: readonly string[], problems: ProblemLog): string[] => {
  const found = titles.filter((title) => /^(19|20)\d{2}$/.test(title));
  const years = [...found].sort();
  const moved = found.find((title, at) => title !== years[at]);
  if (moved !== undefined) {
    const place = { row: 1, column: columnLetter(titles.indexOf(moved)), value: moved };
    problems.add({ ...place, message: "is out of order", allowed: "years from old to new" });
  }
  for (const [index, title] of titles.entries()) {
    if (years.includes(title) || TEXT_COLUMNS.some((name) => name === title)) continue;
    const place = { row: 1, column: columnLetter(index), value: title };
    const allowed = `${TEXT_COLUMNS.join(", ")}, years`;
    problems.add({ ...place, message: "is not a known header", allowed });
  }
  if (years.length === 0) {
    problems.add({ row: 1, message: "has no column for a year", allowed: "four digits" });
  }
  for (const [at, year] of years.slice(1).entries()) {
    const before = Number(years[at]);
    if (Number(year) <= before + 1) continue;
    const message = `has no column for ${before + 1}`;
    problems.add({ row: 1, value: years.join(","), message, allowed: "years without a gap" });
  }
  return years;
};

const checkComplete = (rows: readonly GshRow[], problems: ProblemLog): void => {
  for (const [area, members] of groupBy(rows, (row) => row.area)) {
    const found = new Set<string>();
    for (const { line, indicator } of members) {
      if (found.has(indicator)) {
        const message = `is there already for ${area}`;
        problems.add({ row: line, column: "Indicator", value: indicator, message });
      }
      found.add(indicator);
    }
    const absent = [...GSH_INDICATORS].filter((indicator) => !found.has(indicator));
    if (absent.length === 0) continue;
    const message = `has ${found.size} of ${GSH_INDICATORS.size} indicators; the file is cut or damaged, missing: ${absent.slice(0, 3).join(", ")}`;
    problems.add({ row: members[0]?.line ?? 0, column: "Country", value: area, message });
  }
};

/**
 * Reads the annex: 4 columns of text and one column a year, found by name; one line an area and
 * indicator. An empty cell is not reported and gives nothing. Throws InputError naming every header,
 * area, indicator or cell that is not known or usable, a doubled line, and an area without all lines.
 */
export const readGshFile = async (path: string): Promise<GshFile> => {
  const file = basename(path);
  const problems = problemLog(file);
  const bytes = toUtf8(await readBytes(path));
  const titles = parseRecords(file, bytes)[0]?.cells ?? [];
  const years = findYears(titles, problems);
  problems.stopIfAny();
  const records = parseCsv<string>(file, bytes, [...TEXT_COLUMNS, ...new Set(years)]);
  const letters = new Map(titles.map((title, index) => [title, columnLetter(index)]));

  const readCell = (record: CsvRow<string>, year: string, isCount: boolean): GshCell[] => {
    const value = record.cells[year] ?? "";
    if (value === "") return [];
    const column = letters.get(year) ?? "";
    if (!(isCount ? /^\d+$/ : /^\d+(\.\d+)?$/).test(value)) {
      const message = isCount ? "is not a count" : "is not a rate";
      const allowed = isCount ? "digits only, or empty" : "digits with a decimal point, or empty";
      problems.add({ row: record.line, column, value, message, allowed });
      return [];
    }
    return [{ year, value: Number(value), place: `${record.line}:${column}` }];
  };

  const rows = records.map((record): GshRow => {
    const { line, cells } = record;
    const area = cells.Country ?? "";
    const indicator = cells.Indicator ?? "";
    const refuse = (column: string, value: string, allowed: string): void =>
      problems.add({ row: line, column, value, message: `is not a known ${column}`, allowed });
    if (!Object.hasOwn(GSH_AREAS, area) && !Object.hasOwn(GSH_DROPPED, area)) {
      refuse("Country", area, "the English area names of the 2019 study, to the letter");
    }
    if (!GSH_INDICATORS.has(indicator)) {
      refuse("Indicator", indicator, [...GSH_INDICATORS].join(", "));
    }
    const isCount = COUNTS.has(indicator);
    const isLoaded = isCount || RATES.has(indicator);
    const filled = isLoaded ? years.flatMap((year) => readCell(record, year, isCount)) : [];
    return { line, area, indicator, cells: filled };
  });
  problems.stopIfAny();
  if (rows.length === 0) problems.add({ message: "has no data row" });
  checkComplete(rows, problems);
  problems.stopIfAny();
  return { path, rows };
};

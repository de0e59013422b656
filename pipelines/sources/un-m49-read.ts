import { join } from "node:path";
import { InputError, type Problem, problemLog } from "../../src/standard/problem.ts";
import { type CsvRow, readCsv } from "../read/csv.ts";

/** Languages of UN M49, by the name that the files give them. */
export const LANGUAGES = ["en", "ar", "cn", "fr", "ru", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

const CODE_COLUMNS = [
  "Global Code",
  "Region Code",
  "Sub-region Code",
  "M49 Code",
  "ISO-alpha2 Code",
  "ISO-alpha3 Code",
] as const;
const COLUMNS = [
  ...CODE_COLUMNS,
  "Global Name",
  "Region Name",
  "Sub-region Name",
  "Country or Area",
] as const;

/** One country or area of M49, as one of the files names it. */
export type M49Row = CsvRow<(typeof COLUMNS)[number]>;

/** Rows of the copy that the UN list does not have. */
const NOT_IN_UN_LIST: ReadonlySet<string> = new Set(["TWN"]);

const fileOf = (language: Language): string => `UNSD-M49-${language}.csv`;

const CODE_SHAPES: Readonly<Record<(typeof CODE_COLUMNS)[number], readonly [RegExp, string]>> = {
  "ISO-alpha3 Code": [/^[A-Z]{3}$/, "three capitals"],
  "ISO-alpha2 Code": [/^[A-Z]{2}$/, "two capitals"],
  "M49 Code": [/^\d{3}$/, "three digits"],
  "Sub-region Code": [/^(\d{3})?$/, "three digits"],
  "Region Code": [/^(\d{3})?$/, "three digits"],
  "Global Code": [/^\d{3}$/, "three digits"],
};

const checkCodes = (file: string, rows: readonly M49Row[]): void => {
  const problems = problemLog(file);
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    const refuse = (column: keyof M49Row["cells"], message: string, allowed: string): void =>
      problems.add({ row: line, column, value: cells[column], message, allowed });
    for (const column of CODE_COLUMNS) {
      const [shape, allowed] = CODE_SHAPES[column];
      if (!shape.test(cells[column])) refuse(column, "is not a code", allowed);
    }
    for (const column of ["ISO-alpha3 Code", "M49 Code"] as const) {
      if (seen.has(cells[column])) refuse(column, "is there already", "each code once");
      seen.add(cells[column]);
    }
    if (cells["Country or Area"].trim() === "") refuse("Country or Area", "is no name", "a name");
  }
  problems.stopIfAny();
};

/** A name beside two codes is a name in the wrong column or row; no language has one. */
const checkNames = (file: string, rows: readonly M49Row[]): void => {
  const problems = problemLog(file);
  const owners = new Map<string, string>();
  for (const { line, cells } of rows) {
    for (const [column, code] of [
      ["Global Name", "Global Code"],
      ["Region Name", "Region Code"],
      ["Sub-region Name", "Sub-region Code"],
      ["Country or Area", "M49 Code"],
    ] as const) {
      const value = cells[column];
      const owner = owners.get(value) ?? cells[code];
      owners.set(value, owner);
      if (value === "" || owner === cells[code]) continue;
      const message = `is the name of ${owner} already, and here of ${cells[code]}`;
      problems.add({ row: line, column, value, message, allowed: "one code for a name" });
    }
  }
  problems.stopIfAny();
};

const readLanguage = async (raw: string, language: Language): Promise<M49Row[]> => {
  const rows = await readCsv(join(raw, "un-m49", fileOf(language)), COLUMNS);
  const kept = rows.filter(({ cells }) => !NOT_IN_UN_LIST.has(cells["ISO-alpha3 Code"]));
  checkCodes(fileOf(language), kept);
  return kept;
};

/** Codes in which a file differs from the English one. */
const otherCodes = (
  language: Language,
  english: ReadonlyMap<string, M49Row>,
  rows: readonly M49Row[],
): Problem[] => {
  const file = fileOf(language);
  const problems: Problem[] = [];
  const missing = new Set(english.keys());
  for (const { line, cells } of rows) {
    const code = cells["ISO-alpha3 Code"];
    const known = english.get(code)?.cells;
    missing.delete(code);
    const message = `is not what ${fileOf("en")} has`;
    for (const column of CODE_COLUMNS) {
      if (known !== undefined && known[column] === cells[column]) continue;
      const allowed = known === undefined ? "the codes of that file" : known[column];
      problems.push({ file, row: line, column, value: cells[column], message, allowed });
    }
  }
  for (const value of missing) {
    const message = `is not in the file, but in ${fileOf("en")}`;
    problems.push({ file, column: "ISO-alpha3 Code", value, message });
  }
  return problems;
};

/** A list of so many areas has other names in every language; of a few the names may well be the same. */
const LONG_LIST = 20;

/** Files that give the same names as another: one language stands under the name of two. */
const copies = (read: readonly (readonly [Language, readonly M49Row[]])[]): Problem[] => {
  const namesOf = (rows: readonly M49Row[]): string =>
    rows
      .map(({ cells }) => `${cells["M49 Code"]} ${cells["Country or Area"]}`)
      .sort()
      .join();
  const seen = new Map<string, Language>();
  return read.flatMap(([language, rows]) => {
    const twin = seen.get(namesOf(rows));
    seen.set(namesOf(rows), language);
    if (twin === undefined || rows.length < LONG_LIST) return [];
    const message = `has the same names as ${fileOf(twin)}`;
    return [{ file: fileOf(language), column: "Country or Area", message, allowed: language }];
  });
};

/**
 * The rows of UN M49 in six languages, `<raw>/un-m49/UNSD-M49-<language>.csv`, without those that the UN list
 * does not have. Throws InputError on a malformed or doubled code, on codes that are not the same in all six, on a name beside two
 * codes, and on two files with the same names.
 */
export const readM49 = async (raw: string): Promise<Record<Language, M49Row[]>> => {
  const read = await Promise.all(
    LANGUAGES.map(async (language) => [language, await readLanguage(raw, language)] as const),
  );
  const rows = Object.fromEntries(read) as Record<Language, M49Row[]>;
  const english = new Map(rows.en.map((row) => [row.cells["ISO-alpha3 Code"], row]));
  const problems = read.flatMap(([language, own]) => otherCodes(language, english, own));
  if (problems.length > 0) throw new InputError(problems);
  for (const [language, own] of read) checkNames(fileOf(language), own);
  const twins = copies(read);
  if (twins.length > 0) throw new InputError(twins);
  return rows;
};

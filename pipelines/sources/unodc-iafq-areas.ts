import { basename } from "node:path";
import type { Area } from "../../src/standard/codelists/area.ts";
import { problemLog } from "../problem.ts";
import type { UnodcRow, UnodcTable } from "../read/unodc-table.ts";
import { groupBy } from "../steps/observation.ts";
import { type Check, examplesOf } from "../steps/source.ts";

/**
 * Names that a release gives to its areas, by code: the name on most rows, where there are several spellings.
 * Throws InputError where a name belongs to another code, in the file or in UN M49: then one of
 * the two cells is wrong, and the numbers may be another country's.
 */
export const readNames = (
  file: UnodcTable,
  areas: ReadonlyMap<string, Area>,
): Map<string, string> => {
  const problems = problemLog(basename(file.path), file.sheet);
  const names = new Map<string, string>();
  const countries = [...areas.values()].filter(({ level }) => level === "COUNTRY");
  const owners = new Map(countries.map(({ code, label }) => [label, code]));
  for (const [code, rows] of groupBy(file.rows, ({ text }) => text.Iso3_code)) {
    const spellings = [...groupBy(rows, ({ text }) => text.Country)];
    spellings.sort(([, a], [, b]) => b.length - a.length);
    for (const [name, [first]] of spellings) {
      const owner = owners.get(name) ?? code;
      owners.set(name, code);
      if (owner === code || first === undefined) continue;
      const column = file.columns.Country;
      const message = `is the name of ${owner}, but the row says ${code}`;
      problems.add({
        row: first.row,
        column,
        value: name,
        message,
        allowed: "one code for a name",
      });
    }
    names.set(code, spellings[0]?.[0] ?? code);
  }
  problems.stopIfAny();
  return names;
};

const warnings = (
  file: UnodcTable,
  id: string,
  message: string,
  rows: readonly UnodcRow[],
  show: (row: UnodcRow) => string,
): Check => ({
  id: `${id}-${file.release}`,
  stage: "map",
  status: rows.length === 0 ? "PASS" : "WARNING",
  count: rows.length,
  message,
  examples: examplesOf(rows.map((row) => `${basename(file.path)} row ${row.row}: ${show(row)}`)),
});

/** Rows whose area is spelled otherwise than on the other rows, or lies elsewhere than UN M49 says. */
export const checkAreas = (
  file: UnodcTable,
  areas: ReadonlyMap<string, Area>,
  names: ReadonlyMap<string, string>,
): Check[] => {
  const respelled = file.rows.filter(({ text }) => names.get(text.Iso3_code) !== text.Country);
  const elsewhere = file.rows.filter(({ text }) => {
    const sub = areas.get(areas.get(text.Iso3_code)?.parent ?? "");
    const region = areas.get(sub?.parent ?? "");
    return sub?.label !== text.Subregion || region?.label !== text.Region;
  });
  return [
    warnings(
      file,
      "iafq-area-names",
      "Rows whose country has another name than on most of its rows.",
      respelled,
      ({ text }) => `${text.Iso3_code} ${text.Country}`,
    ),
    warnings(
      file,
      "iafq-regions",
      "Rows whose region or sub-region is not that of UN M49.",
      elsewhere,
      ({ text }) => `${text.Iso3_code} ${text.Subregion}`,
    ),
  ];
};

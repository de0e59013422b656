import { basename } from "node:path";
import type { Area } from "../../src/standard/codelists/area.ts";
import { problemLog } from "../../src/standard/problem.ts";
import { groupBy } from "../../src/standard/rows.ts";
import type { UnodcTable } from "../read/unodc-table.ts";

/**
 * Names that a release gives to its areas, by the file's code: the name on most rows, where there are several spellings.
 * `codeOf` turns a code of the file into that of the list of areas.
 * Throws InputError where a name belongs to another code, in the file or in UN M49: then one of
 * the two cells is wrong, and the numbers may be another country's.
 */
export const readNames = (
  file: UnodcTable,
  areas: ReadonlyMap<string, Area>,
  codeOf = (code: string): string => code,
): Map<string, string> => {
  const problems = problemLog(basename(file.path), file.sheet);
  const names = new Map<string, string>();
  const countries = [...areas.values()].filter(({ level }) => level === "COUNTRY");
  const owners = new Map(countries.map(({ code, label }) => [label, code]));
  for (const [written, rows] of groupBy(file.rows, ({ text }) => text.Iso3_code)) {
    const code = codeOf(written);
    const spellings = [...groupBy(rows, ({ text }) => text.Country)];
    spellings.sort(([, a], [, b]) => b.length - a.length);
    for (const [name, [first]] of spellings) {
      const owner = owners.get(name) ?? code;
      owners.set(name, code);
      if (owner === code || first === undefined) continue;
      const column = file.columns.Country;
      const message = `is the name of ${owner}, but the row says ${written}`;
      problems.add({
        row: first.row,
        column,
        value: name,
        message,
        allowed: "one code for a name",
      });
    }
    names.set(written, spellings[0]?.[0] ?? written);
  }
  problems.stopIfAny();
  return names;
};

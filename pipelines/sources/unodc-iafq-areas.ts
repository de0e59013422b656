import { basename } from "node:path";
import type { Area } from "../../src/standard/codelists/area.ts";
import type { UnodcRow } from "../../src/standard/layouts/unodc-table.ts";
import type { UnodcTable } from "../read/unodc-table.ts";
import { type Check, examplesOf } from "../steps/source.ts";

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

import { type FirstTotals, firstTotals } from "../../return/first-totals.ts";
import type { Mapping } from "../../return/mapping.ts";
import type { CodedTable } from "../../standard/coded-table.ts";
import type { Area } from "../../standard/codelists/area.ts";
import type { OwnTable } from "./own-queries.ts";

/** The first table of a file and its yearly totals over all its areas. */
export interface FirstFigures {
  readonly table: OwnTable;
  readonly totals: FirstTotals["totals"];
}

/**
 * What can be drawn of mapped records before the database has them; undefined where that is not one table of totals:
 * finished counts, areas of several levels, or no year that the file covers.
 */
export const firstFigures = (
  rows: CodedTable,
  mapping: Mapping,
  areas: readonly Area[],
): FirstFigures | undefined => {
  if (mapping.rows !== "RECORDS") return undefined;
  const { areas: codes, totals } = firstTotals(rows, mapping.covers);
  const levels = new Set(codes.map((code) => areas.find((area) => area.code === code)?.level));
  const [level] = levels;
  if (totals.length === 0 || levels.size !== 1 || level === undefined) return undefined;
  return {
    table: {
      release: mapping.release,
      indicator: mapping.indicator,
      unit: "NUMBER",
      level,
      areas: codes,
      breakdowns: ["_T"],
      monthly: false,
      years: totals.map(({ period }) => period),
    },
    totals,
  };
};

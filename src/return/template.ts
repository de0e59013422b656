import { codesOfOne } from "../standard/checks/record-rules.ts";
import type { CodeList } from "../standard/code.ts";
import type { Area } from "../standard/codelists/area.ts";
import { CODE_LISTS } from "../standard/codelists/index.ts";
import { PERSON_DIMENSIONS, WEAPON_DIMENSIONS } from "../standard/dimensions.ts";
import { COLUMN_NAMES } from "../standard/observation.ts";
import { listOf } from "./codes.ts";

/** An empty file to be filled in: its columns, whose names {@link guessMapping} and {@link detectLayout} know. */
export interface Template {
  readonly id: "arms" | "persons" | "standard";
  readonly columns: readonly string[];
}

/** Calibre and time to crime are lists of one national source, and are left to those who map them. */
const ARMS = WEAPON_DIMENSIONS.filter((name) => name !== "calibre" && name !== "time_to_crime");

/** One row for one seizure of equal arms, for one person, or for one finished number. */
export const TEMPLATES: readonly Template[] = [
  { id: "arms", columns: ["date", "ref_area", ...ARMS, "offence_context", "count"] },
  {
    id: "persons",
    columns: ["date", "ref_area", ...PERSON_DIMENSIONS, "offence_context", "count"],
  },
  { id: "standard", columns: COLUMN_NAMES },
];

/** A template as the text of a CSV file: its header and no row. */
export const templateCsv = ({ columns }: Template): string => `${columns.join(",")}\r\n`;

/** A sheet of a workbook: the rows from its header on. */
export interface TemplateSheet {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

const codesSheet = (columns: readonly string[], areas: readonly Area[]): TemplateSheet => {
  const lists: Readonly<Record<string, CodeList>> = CODE_LISTS;
  const rows = columns.flatMap((column) => {
    const list = listOf(column);
    if (list === undefined || column === "dataset") return [];
    const entries =
      list === "CL_AREA"
        ? areas.filter(({ level }) => level === "COUNTRY" || level === "SUBNATIONAL")
        : codesOfOne(lists[list]?.codes ?? []);
    return entries.map(({ code, label, definition }) => [column, code, label, definition]);
  });
  return {
    name: "codes",
    widths: [18, 28, 40, 80],
    rows: [["column", "code", "label", "definition"], ...rows],
  };
};

/**
 * A template as the sheets of a workbook: an empty one to be filled in, and the codes that may stand in each column,
 * without totals, which no single row has.
 */
export const templateSheets = (
  { id, columns }: Template,
  areas: readonly Area[],
): readonly TemplateSheet[] => [
  { name: id, widths: columns.map(() => 18), rows: [columns] },
  codesSheet(columns, areas),
];

import type { CodeListId } from "../standard/codelists/index.ts";
import type { Dimension } from "../standard/dimensions.ts";
import { CODE_COLUMNS, type ColumnName, codesOf } from "../standard/observation.ts";

/** Names of areas by code, as read from CL_AREA. */
export type AreaNames = Readonly<Record<string, string>>;

/** The code list of a column, or undefined where the column holds free text or numbers. */
export const codelistOf = (column: ColumnName): CodeListId | undefined =>
  CODE_COLUMNS.find((candidate) => candidate.name === column)?.codelist;

/** The label of a code in a column; undefined where its list has no such code. Throws when the column has no list. */
export const knownLabel = (
  column: ColumnName,
  code: string,
  areas: AreaNames,
): string | undefined => {
  const codelist = codelistOf(column);
  if (codelist === undefined) throw new Error(`The column ${column} has no code list.`);
  return codelist === "CL_AREA"
    ? areas[code]
    : codesOf(codelist).find((candidate) => candidate.code === code)?.label;
};

/** The label of a code in a column. Throws when the code is not in the list: an unnamed number is never shown. */
export const labelOf = (column: ColumnName, code: string, areas: AreaNames): string => {
  const label = knownLabel(column, code, areas);
  if (label === undefined) throw new Error(`${codelistOf(column)} has no code "${code}".`);
  return label;
};

/** Codes of a dimension in the order of its list; areas keep the order given. */
export const inListOrder = (dimension: Dimension, codes: readonly string[]): string[] => {
  if (dimension === "origin_area") return [...codes];
  const codelist = codelistOf(dimension);
  if (codelist === undefined) return [...codes];
  const order = codesOf(codelist).map((entry) => entry.code);
  return [...codes].sort((a, b) => order.indexOf(a) - order.indexOf(b));
};

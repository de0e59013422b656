import type { DatasetId } from "./codelists/dataset.ts";
import type { Dimension } from "./dimensions.ts";

/** One line of the published crosswalk: a label as the source spells it, and our code for it. */
export interface SourceLabel {
  readonly dataset: DatasetId;
  readonly dimension: Dimension | "indicator" | "ref_area";
  readonly source_column: string;
  readonly source_label: string;
  readonly code: string;
}

/** A label table: the source's spelling to our code. */
export type LabelTable<C extends string = string> = Readonly<Record<string, C>>;

/** The code of a label, undefined when the table does not have it. */
export const codeOf = <C extends string>(table: LabelTable<C>, label: string): C | undefined =>
  Object.hasOwn(table, label) ? table[label] : undefined;

/** Labels of a table for a message: `"a", "b"`. */
export const allowedLabels = (table: LabelTable): string =>
  Object.keys(table)
    .map((label) => JSON.stringify(label))
    .join(", ");

/** Crosswalk lines of a label table. */
export const sourceLabels = (
  dataset: DatasetId,
  dimension: SourceLabel["dimension"],
  sourceColumn: string,
  table: LabelTable,
): SourceLabel[] =>
  Object.entries(table).map(([label, code]) => ({
    dataset,
    dimension,
    source_column: sourceColumn,
    source_label: label,
    code,
  }));

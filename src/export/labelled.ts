import { type AreaNames, labelOf } from "../i18n/labels.ts";
import { type ColumnName, codesOf, OBSERVATION_COLUMNS } from "../standard/observation.ts";
import type { Row, Scalar } from "../view/query.ts";
import { textOf, valueIn } from "./cell.ts";

/** A column of a file for people: one of the standard, or the label of a code. */
export interface LabelledColumn {
  readonly name: string;
  readonly of: ColumnName;
  readonly kind: "text" | "number" | "label" | "flag labels";
}

/** Every column of the standard, with a label beside each code. */
export const LABELLED_COLUMNS: readonly LabelledColumn[] = OBSERVATION_COLUMNS.flatMap(
  ({ name, type }): LabelledColumn[] => {
    const plain: LabelledColumn = { name, of: name, kind: type === "number" ? "number" : "text" };
    if (type === "code") return [plain, { name: `${name}_label`, of: name, kind: "label" }];
    if (type === "flags") return [plain, { name: `${name}_label`, of: name, kind: "flag labels" }];
    return [plain];
  },
);

const flagLabel = (flag: string): string => {
  const entry = codesOf("CL_FLAG").find(({ code }) => code === flag);
  if (entry === undefined) throw new Error(`CL_FLAG has no code "${flag}".`);
  return entry.label;
};

const flagLabels = (flags: string): string =>
  flags.split("|").filter(Boolean).map(flagLabel).join("|");

/**
 * The values of {@link LABELLED_COLUMNS} in a row, in order. Throws when the row lacks a column or holds a code
 * without a label.
 */
export const labelledRow = (row: Row, areas: AreaNames): Scalar[] =>
  LABELLED_COLUMNS.map(({ of, kind }) => {
    const value = valueIn(row, of);
    if (kind === "label") return labelOf(of, textOf(value), areas);
    return kind === "flag labels" ? flagLabels(textOf(value)) : value;
  });

import type { Scalar } from "../../view/query.ts";

/** A column by which rows stand in order, and which way. */
export interface Order {
  readonly column: number;
  readonly up: boolean;
}

const compared = (a: Scalar, b: Scalar): number => {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
};

/** Rows in the order of a column: numbers by size, text by its characters, NULL always last; ties stay as they were. */
export const sortedRows = (
  rows: readonly (readonly Scalar[])[],
  order: Order | undefined,
): readonly (readonly Scalar[])[] => {
  if (order === undefined) return rows;
  const { column, up } = order;
  return rows.toSorted((one, other) => {
    const [a = null, b = null] = [one[column], other[column]];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return up ? compared(a, b) : compared(b, a);
  });
};

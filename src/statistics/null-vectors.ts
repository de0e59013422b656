/** Entries of a row of a sparse matrix, by column. */
type SparseRow = Map<number, number>;

/** Entries this close to zero, or to a whole number, are one: they come of whole numbers. */
const CLOSE = 1e-9;

const settled = (value: number): number => {
  const whole = Math.round(value);
  return Math.abs(value - whole) < CLOSE ? whole : value;
};

/** A sparse matrix that knows which rows have an entry in a column. */
interface SparseMatrix {
  readonly rows: readonly SparseRow[];
  readonly holders: ReadonlyMap<number, Set<number>>;
}

const matrixOf = (given: readonly ReadonlyMap<number, number>[]): SparseMatrix => {
  const rows = given.map((row): SparseRow => new Map(row));
  const holders = new Map<number, Set<number>>();
  for (const [index, row] of rows.entries())
    for (const column of row.keys()) {
      const holding = holders.get(column);
      if (holding === undefined) holders.set(column, new Set([index]));
      else holding.add(index);
    }
  return { rows, holders };
};

/** Row `target` −= factor × row `source`; entries that vanish are dropped. */
const subtract = (
  { rows, holders }: SparseMatrix,
  target: number,
  source: SparseRow,
  factor: number,
): void => {
  const row = rows[target];
  if (row === undefined) return;
  for (const [column, value] of source) {
    const left = settled((row.get(column) ?? 0) - factor * value);
    if (left === 0) {
      row.delete(column);
      holders.get(column)?.delete(target);
    } else {
      row.set(column, left);
      holders.get(column)?.add(target);
    }
  }
};

/** The shortest row that has the column and is not used yet. */
const pivotRow = (
  { rows, holders }: SparseMatrix,
  used: ReadonlySet<number>,
  column: number,
): number | undefined => {
  let best: number | undefined;
  for (const index of holders.get(column) ?? [])
    if (!used.has(index))
      if (best === undefined || (rows[index]?.size ?? 0) < (rows[best]?.size ?? 0)) best = index;
  return best;
};

/**
 * A basis of the vectors that every row maps to zero, by Gauss-Jordan elimination: columns early in `order` are
 * expressed by late ones where they can be. Each vector holds one late column with entry 1 and the early ones that
 * follow it; a column in none of them is determined by the rows.
 */
export const nullVectors = (
  given: readonly ReadonlyMap<number, number>[],
  order: readonly number[],
): Map<number, number>[] => {
  const matrix = matrixOf(given);
  const used = new Set<number>();
  const pivots = new Map<number, SparseRow>();
  for (const column of order) {
    const index = pivotRow(matrix, used, column);
    const row = index === undefined ? undefined : matrix.rows[index];
    if (index === undefined || row === undefined) continue;
    used.add(index);
    pivots.set(column, row);
    const head = row.get(column) ?? 1;
    if (head !== 1) for (const [at, value] of row) row.set(at, settled(value / head));
    for (const other of [...(matrix.holders.get(column) ?? [])]) {
      const factor = other === index ? undefined : matrix.rows[other]?.get(column);
      if (factor !== undefined) subtract(matrix, other, row, factor);
    }
  }
  const vectors = new Map<number, Map<number, number>>();
  for (const column of order) if (!pivots.has(column)) vectors.set(column, new Map([[column, 1]]));
  for (const [pivot, row] of pivots)
    for (const [column, value] of row)
      if (column !== pivot) vectors.get(column)?.set(pivot, -value);
  return [...vectors.values()];
};

/** One number of one breakdown: an area, a year, a category. The unit of every statistic here. */
export interface Cell {
  readonly area: string;
  readonly year: number;
  /** Category of the breakdown; `_T` where nothing is broken down. */
  readonly code: string;
  /** Null where the source has the cell and publishes no number for it. */
  readonly value: number | null;
  /** Flags of the observations behind the cell, without repeats. */
  readonly flags: readonly string[];
}

/** A number of one month, counted from 1. */
export interface MonthCell extends Cell {
  readonly month: number;
}

/** An inclusive span of years. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The years of a span, in order. */
export const yearsOf = ({ from, to }: Span): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

/** A cell counts as reported when it carries a number. Zero is a number. */
export const isReported = (cell: Cell): cell is Cell & { readonly value: number } =>
  cell.value !== null;

/** Areas that have a number, each once, sorted. */
export const areasIn = (cells: readonly Cell[]): string[] =>
  [...new Set(cells.filter(isReported).map(({ area }) => area))].sort();

/** Groups items by a key, keeping their order. */
export const groupBy = <T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
};

/** Sum of the reported values of cells, or null when none of them is reported. */
export const sumOf = (cells: readonly Cell[]): number | null => {
  const reported = cells.filter(isReported);
  return reported.length === 0 ? null : reported.reduce((sum, cell) => sum + cell.value, 0);
};

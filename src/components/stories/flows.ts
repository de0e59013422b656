import { areasIn, type Cell, groupBy, isReported, sumOf } from "../../statistics/cell.ts";

/** What left an area and what came to it; `area` of a cell is where it was recovered, `code` where it was sold. */
export interface AreaFlow {
  readonly area: string;
  /** Sold here, recovered elsewhere. */
  readonly out: number;
  /** Recovered here, sold elsewhere. */
  readonly in: number;
}

/** True when a firearm was recovered in another area than it was sold in. */
export const isCrossing = (cell: Pick<Cell, "area" | "code">): boolean => cell.code !== cell.area;

/** The flows of every area that cells name on either side, the largest surplus of out over in first. */
export const flowsOf = (cells: readonly Cell[]): AreaFlow[] => {
  const crossing = cells.filter((cell) => isReported(cell) && isCrossing(cell));
  const [sold, recovered] = [
    groupBy(crossing, (cell) => cell.code),
    groupBy(crossing, (cell) => cell.area),
  ];
  return [...new Set(cells.flatMap(({ area, code }) => [area, code]))]
    .sort()
    .map((area) => ({
      area,
      out: sumOf(sold.get(area) ?? []) ?? 0,
      in: sumOf(recovered.get(area) ?? []) ?? 0,
    }))
    .sort((a, b) => b.out - b.in - (a.out - a.in));
};

/** A year with what was traced in it and how much of that crossed a line. */
export interface CrossingYear {
  readonly year: number;
  /** Between 0 and 1. */
  readonly share: number;
  readonly crossed: number;
  readonly all: number;
  /** Areas of recovery. */
  readonly areas: number;
}

/** The crossing share of each year that has traces, in order. */
export const crossingYears = (cells: readonly Cell[]): CrossingYear[] =>
  [...groupBy(cells.filter(isReported), (cell) => cell.year)]
    .map(([year, own]) => {
      const all = sumOf(own) ?? 0;
      const crossed = sumOf(own.filter(isCrossing)) ?? 0;
      const areas = areasIn(own).length;
      return { year, all, crossed, areas, share: all === 0 ? 0 : crossed / all };
    })
    .sort((a, b) => a.year - b.year);

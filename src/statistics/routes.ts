import { groupBy } from "./cell.ts";
import { type AreaRatio, ratioOf } from "./ratio.ts";
import { exactSum, type SourceCell } from "./source-cell.ts";

/** A number of firearms on the way, with the matrix cells that it sums. */
export interface Flow {
  /** Null where the matrix does not have the area on that side. */
  readonly value: number | null;
  readonly inputs: readonly string[];
}

/** What a matrix of source and recovery says of one area in one year. */
export interface Routes {
  readonly area: string;
  readonly year: number;
  /** Recovered here, last sold elsewhere. */
  readonly in: Flow;
  /** Last sold here, recovered elsewhere. */
  readonly out: Flow;
  /** Last sold and recovered here. */
  readonly within: Flow;
  /** In − out; null where either is. */
  readonly net: Flow;
  /** 100 × in / (in + within): of what was recovered here, the share last sold elsewhere. */
  readonly inShare: AreaRatio;
  /** 100 × out / (out + within): of what was last sold here, the share recovered elsewhere. */
  readonly outShare: AreaRatio;
}

const flowOf = (cells: readonly SourceCell[] | undefined): Flow => ({
  value: cells === undefined ? null : exactSum(cells),
  inputs: cells?.map((cell) => cell.row) ?? [],
});

const difference = (one: Flow, other: Flow): Flow => ({
  value: one.value === null || other.value === null ? null : one.value - other.value,
  inputs: [...one.inputs, ...other.inputs],
});

const routesOfYear = (year: number, cells: readonly SourceCell[]): Routes[] => {
  const recovered = groupBy(cells, (cell) => cell.area);
  const sold = groupBy(cells, (cell) => cell.code);
  const areas = [...new Set([...recovered.keys(), ...sold.keys()])].sort();
  return areas.map((area) => {
    const place = { area, year };
    const here = recovered.get(area);
    const from = sold.get(area);
    const inward = here?.filter((cell) => cell.code !== area);
    const outward = from?.filter((cell) => cell.area !== area);
    const within = here?.filter((cell) => cell.code === area);
    const share = (moved: readonly SourceCell[] | undefined, whole = moved): AreaRatio =>
      ratioOf(place, flowOf(moved).value, flowOf(whole).value, { cells: whole ?? [] });
    return {
      ...place,
      in: flowOf(inward),
      out: flowOf(outward),
      within: flowOf(within),
      net: difference(flowOf(inward), flowOf(outward)),
      inShare: share(inward, here),
      outShare: share(outward, from),
    };
  });
};

/**
 * Routes of each area and year from a matrix: `area` of a cell is where the firearm was recovered, `code` where it
 * was last sold. An area that is a source only (Canada in 2012) has no recoveries, hence no in and no net: the
 * matrix does not look there.
 */
export const routesOf = (cells: readonly SourceCell[]): Routes[] =>
  [...groupBy(cells, (cell) => cell.year)].flatMap(([year, group]) => routesOfYear(year, group));

/** 100 × firearms that changed area / all, over the whole matrix, by year. */
export const crossingShares = (cells: readonly SourceCell[], area: string): AreaRatio[] =>
  [...groupBy(cells, (cell) => cell.year)].map(([year, group]) =>
    ratioOf(
      { area, year },
      exactSum(group.filter((cell) => cell.code !== cell.area)),
      exactSum(group),
      { cells: group },
    ),
  );

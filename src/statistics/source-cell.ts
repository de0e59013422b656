import type { IndicatorId } from "../standard/codelists/indicator.ts";
import type { Dimension } from "../standard/dimensions.ts";
import type { Observation } from "../standard/observation.ts";
import type { Cell } from "./cell.ts";

/** A cell that knows what it counts and where its number stands, so that a statistic can name its inputs. */
export interface SourceCell extends Cell {
  readonly indicator: IndicatorId;
  /** Column `source_row` of the observation. */
  readonly row: string;
}

/**
 * The cell of an annual observation. `dimension` is the one that the row breaks down; without it the cell is a
 * headline, `_T`. Throws for an observation that is not annual.
 */
export const sourceCell = (row: Observation, dimension?: Dimension): SourceCell => {
  if (row.freq !== "A") {
    throw new Error(`${row.dataset} row ${row.source_row}: frequency ${row.freq} is not A.`);
  }
  return {
    area: row.ref_area,
    year: Number(row.time_period),
    code: dimension === undefined ? "_T" : row[dimension],
    value: row.obs_value,
    flags: row.flags === "" ? [] : row.flags.split("|"),
    indicator: row.indicator,
    row: row.source_row,
  };
};

/**
 * Sum of cells of which none may be missing: null when one of them has no value. No cell sums to 0, so an absent
 * category counts as 0; where absence means something else the caller must look first.
 */
export const exactSum = (cells: readonly Cell[]): number | null =>
  cells.reduce<number | null>(
    (sum, cell) => (sum === null || cell.value === null ? null : sum + cell.value),
    0,
  );

/** Key of an area and year, to group by. */
export const areaYear = ({ area, year }: Pick<Cell, "area" | "year">): string => `${area} ${year}`;

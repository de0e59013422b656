import type { DatasetId } from "../../src/standard/codelists/dataset.ts";
import type { Dimension } from "../../src/standard/dimensions.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { groupBy } from "../../src/standard/rows.ts";
import { ACQUISITIONS } from "../../src/statistics/sdg.ts";
import type { SdgTables } from "../../src/statistics/sdg-completed.ts";
import { type SourceCell, sourceCell } from "../../src/statistics/source-cell.ts";
import type { Origin } from "./figure-row.ts";

/** The annual observations of one release, grouped once, as the cells that the statistics take. */
export interface ReleaseCells {
  readonly origin: Origin & { readonly dataset: DatasetId };
  /** Headline totals of an indicator. */
  readonly headlines: (indicator: string) => SourceCell[];
  /** All rows of an indicator that break down the dimension and nothing else. */
  readonly table: (indicator: string, dimension: Dimension) => SourceCell[];
  /** Of these, the exclusive parts. */
  readonly parts: (indicator: string, dimension: Dimension) => SourceCell[];
}

const cellsOf = (origin: ReleaseCells["origin"], rows: readonly Observation[]): ReleaseCells => {
  const groups = groupBy(rows, (row) => `${row.indicator} ${row.breakdown}`);
  const of = (indicator: string, breakdown: string): readonly Observation[] =>
    groups.get(`${indicator} ${breakdown}`) ?? [];
  return {
    origin,
    headlines: (indicator) => of(indicator, "_T").map((row) => sourceCell(row)),
    table: (indicator, dimension) =>
      of(indicator, dimension).map((row) => sourceCell(row, dimension)),
    parts: (indicator, dimension) =>
      of(indicator, dimension)
        .filter((row) => row.additivity === "PART")
        .map((row) => sourceCell(row, dimension)),
  };
};

/** The annual rows of a dataset at one level of areas, release by release, oldest first. */
export const releaseCells = (
  observations: readonly Observation[],
  dataset: DatasetId,
  level: Observation["area_level"],
): ReleaseCells[] => {
  const rows = observations.filter(
    (row) => row.dataset === dataset && row.freq === "A" && row.area_level === level,
  );
  return [...groupBy(rows, (row) => row.release)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([release, members]) => cellsOf({ dataset, release }, members));
};

/** The tables of a UNODC release that bear on 16.4.2. */
export const sdgTables = (cells: ReleaseCells): SdgTables => ({
  release: cells.origin.release,
  tracing: ACQUISITIONS.flatMap((indicator) => cells.table(indicator, "trace_status")),
  headlines: cells.headlines("ARMS_SEIZED"),
  markings: cells.parts("ARMS_SEIZED", "marking"),
});

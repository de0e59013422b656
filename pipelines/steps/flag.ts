import { partsAgainstTotals, zerosWithoutParts } from "../../src/standard/checks/parts.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { withFlags } from "../../src/standard/rows.ts";

/** Datasets of returns in which a blank may have become a zero. */
const FILLED_IN: ReadonlySet<string> = new Set(["UNODC_IAFQ"]);

const flagParts = (rows: readonly Observation[]): Observation[] => {
  const found = partsAgainstTotals(rows);
  return rows.map((row) => {
    const flag = found.get(row);
    return flag === undefined ? row : withFlags(row, flag);
  });
};

const flagFalseZeros = (rows: readonly Observation[]): Observation[] => {
  const found = zerosWithoutParts(rows, (row) => FILLED_IN.has(row.dataset));
  return rows.map((row) => (found.has(row) ? withFlags(row, "FALSE_ZERO_SUSPECT") : row));
};

/** All flags that follow from the numbers alone, whatever their source. */
export const flagAll = (rows: readonly Observation[]): Observation[] =>
  flagFalseZeros(flagParts(rows));

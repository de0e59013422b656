import { derivedTotals } from "../../src/standard/derive.ts";
import { breakdownKey } from "../../src/standard/dimensions.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { detail, groupBy, withFlags } from "../../src/standard/rows.ts";

const BY_SEX = breakdownKey(["sex"]);
const BY_AGE = breakdownKey(["age"]);
const NATION = { ref_area: "MEX", area_level: "COUNTRY" } as const;

const total = (cells: readonly Observation[]): Observation[] =>
  derivedTotals(cells, {
    sex: "_T",
    age: "_T",
    breakdown: breakdownKey([]),
    additivity: "TOTAL",
  });

const bySex = (cells: readonly Observation[]): Observation[] =>
  derivedTotals(cells, { age: "_T", breakdown: BY_SEX });

/** Age unknown has two labels in the source, but for femicide. */
const byAge = (cells: readonly Observation[]): Observation[] =>
  derivedTotals(cells, { sex: "_T", breakdown: BY_AGE }).map((row) =>
    row.age === "_U" && row.indicator !== "VICTIMS_FEMICIDE_FIREARM"
      ? {
          ...withFlags(row, "MERGED_LABELS"),
          source_detail: `${row.source_detail}; ${detail({ rango_de_edad: "No especificado + No identificado" })}`,
        }
      : row,
  );

/** Sums by year, of the years that have all twelve months. */
const byYear = (cells: readonly Observation[]): Observation[] =>
  [...groupBy(cells, (row) => row.time_period.slice(0, 4))].flatMap(([year, own]) =>
    new Set(own.map((row) => row.time_period)).size === 12
      ? derivedTotals(own, { time_period: year, freq: "A" })
      : [],
  );

/** One of the margins of sex by age that are published at a level. */
type Margin = (cells: readonly Observation[]) => Observation[];
const withMargins = (cells: readonly Observation[], ...margins: readonly Margin[]): Observation[] =>
  margins.flatMap((margin) => margin(cells));

const smallCell = (row: Observation): Observation =>
  row.obs_value !== null && row.obs_value >= 1 && row.obs_value <= 4
    ? withFlags(row, "SMALL_CELL")
    : row;

/**
 * Cells by State, month, sex and age, and what is derived from them: State totals by month; States and the country
 * by complete year, by sex and age, by each alone, and in all; the country by month, by sex, by age, and in
 * all. Counts of 1 to 4 are flagged SMALL_CELL at every level.
 */
export const victimObservations = (cells: readonly Observation[]): Observation[] => {
  const stateYears = byYear(cells);
  const nationMonths = derivedTotals(cells, NATION);
  const nationYears = derivedTotals(stateYears, NATION);
  const all = [
    cells,
    withMargins(cells, total),
    stateYears,
    withMargins(stateYears, bySex, byAge, total),
    withMargins(nationMonths, bySex, byAge, total),
    nationYears,
    withMargins(nationYears, bySex, byAge, total),
  ];
  return all.flatMap((rows) => rows.map(smallCell));
};

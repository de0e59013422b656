import type { Area } from "../../src/standard/codelists/area.ts";
import { breakdownKey } from "../../src/standard/dimensions.ts";
import { codeOf } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { InputError } from "../../src/standard/problem.ts";
import { detail, groupBy, observation, withFlags } from "../../src/standard/rows.ts";
import { GSH_AREAS, GSH_RENAMED } from "./unodc-gsh-2019-areas.ts";
import { MEASURES, type Measure } from "./unodc-gsh-2019-labels.ts";
import type { GshCell, GshRow } from "./unodc-gsh-2019-read.ts";

export const GSH_RELEASE = "study-2019";

const toObservation = (
  measure: Measure,
  unit: "NUMBER" | "PER_100000_POP",
  row: GshRow,
  cell: GshCell,
  area: Area,
): Observation => {
  const whole = measure.sex === "_T";
  const mapped = observation(
    {
      dataset: "UNODC_GSH_2019",
      release: GSH_RELEASE,
      indicator: measure.indicator,
      ref_area: area.code,
      time_period: cell.year,
    },
    {
      sex: measure.sex,
      unit_measure: unit,
      breakdown: breakdownKey(whole ? [] : ["sex"]),
      additivity: whole ? "TOTAL" : unit === "NUMBER" ? "PART" : "OVERLAPPING",
      area_level: area.level === "SUBNATIONAL" ? "SUBNATIONAL" : "COUNTRY",
      obs_value: cell.value,
      source_detail: detail({ area: row.area, indicator: row.indicator }),
      source_row: cell.place,
    },
  );
  return GSH_RENAMED.has(row.area) ? withFlags(mapped, "AREA_ALIAS") : mapped;
};

/** What became of the filled cells of the loaded indicators. */
export interface GshMapped {
  readonly observations: readonly Observation[];
  /** Rates that are not loaded because their count is there. */
  readonly ratesPassedOver: number;
}

const areaOf = (row: GshRow, file: string, areas: ReadonlyMap<string, Area>): Area => {
  const code = codeOf(GSH_AREAS, row.area);
  const area = areas.get(code ?? "");
  if (area !== undefined) return area;
  const message = `stands for ${code}, which is not in the list of areas`;
  throw new InputError([{ file, row: row.line, column: "Country", value: row.area, message }]);
};

/**
 * Observations of the lines of areas that are loaded: every count; a rate only where its count is
 * absent. Men and women often miss the total by one, either way, which is the publisher's rounding: no row of
 * unknown sex is made of it, the step that flags parts says so. Throws InputError when the code of an area is not in the list of areas.
 */
export const mapGshRows = (
  file: string,
  rows: readonly GshRow[],
  areas: ReadonlyMap<string, Area>,
): GshMapped => {
  const counts: Observation[] = [];
  const rates: Observation[] = [];
  let passedOver = 0;
  for (const lines of groupBy(rows, (row) => row.area).values()) {
    const byIndicator = new Map(lines.map((line) => [line.indicator, line]));
    for (const measure of MEASURES) {
      const count = byIndicator.get(measure.count);
      const rate = byIndicator.get(measure.rate);
      if (count === undefined || rate === undefined) continue;
      const area = areaOf(count, file, areas);
      const counted = new Set(count.cells.map((cell) => cell.year));
      const alone = rate.cells.filter((cell) => !counted.has(cell.year));
      passedOver += rate.cells.length - alone.length;
      counts.push(
        ...count.cells.map((cell) => toObservation(measure, "NUMBER", count, cell, area)),
      );
      rates.push(
        ...alone.map((cell) => toObservation(measure, "PER_100000_POP", rate, cell, area)),
      );
    }
  }
  return { observations: [...counts, ...rates], ratesPassedOver: passedOver };
};

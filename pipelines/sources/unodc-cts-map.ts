import { basename } from "node:path";
import type { Area } from "../../src/standard/codelists/area.ts";
import { breakdownKey, type Dimension } from "../../src/standard/dimensions.ts";
import { allowedLabels, codeOf } from "../../src/standard/labels.ts";
import type { UnodcHeader, UnodcRow, UnodcText } from "../../src/standard/layouts/unodc-table.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { problemLog } from "../../src/standard/problem.ts";
import { detail, groupBy, keyOf, observation } from "../../src/standard/rows.ts";
import type { UnodcTable } from "../read/unodc-table.ts";
import { CTS_AREAS, CTS_AREAS_DROPPED, ctsArea } from "./unodc-cts-areas.ts";
import {
  AGES,
  DIMENSIONS_NOT_LOADED,
  INDICATORS_NOT_LOADED,
  SEX_UNKNOWN,
  SEXES,
  TARGETS,
  UNITS,
} from "./unodc-cts-labels.ts";

/** Observations of one file, and how many of its rows are not loaded, by reason. */
export interface CtsMapped {
  readonly observations: readonly Observation[];
  readonly notLoaded: ReadonlyMap<string, number>;
}

/** Why a row is not loaded; undefined for a row that must be. */
const reasonAgainst = (text: UnodcText): string | undefined => {
  const byIndicator = codeOf(INDICATORS_NOT_LOADED, text.Indicator);
  if (byIndicator !== undefined) return `${text.Indicator}: ${byIndicator}`;
  if (!Object.hasOwn(TARGETS, text.Indicator)) return undefined;
  const byDimension = codeOf(DIMENSIONS_NOT_LOADED, text.Dimension);
  if (byDimension !== undefined) return `${text.Dimension}: ${byDimension}`;
  if (text.Sex === SEX_UNKNOWN) return "sex unknown: written twice, with different values";
  const byArea = codeOf(CTS_AREAS_DROPPED, text.Iso3_code);
  return byArea === undefined ? undefined : `${text.Iso3_code} ${text.Country}: ${byArea}`;
};

const isWhole = (value: number): boolean => Number.isSafeInteger(value);

const additivityOf = (breakdown: string, row: Observation): Observation["additivity"] => {
  if (breakdown === breakdownKey([])) return "TOTAL";
  const isPart = row.unit_measure === "NUMBER" && row.offence_context === "_T";
  return isPart ? "PART" : "OVERLAPPING";
};

/** The row with breakdown and additivity as its codes give them; a rate and a context never add up. */
const withBreakdown = (row: Observation): Observation => {
  const dimensions = (["sex", "age", "offence_context"] satisfies Dimension[]).filter(
    (dimension) => row[dimension] !== "_T",
  );
  const breakdown = breakdownKey(dimensions);
  return { ...row, breakdown, additivity: additivityOf(breakdown, row) };
};

const withoutUnit = (row: Observation): string => keyOf({ ...row, unit_measure: "NUMBER" });

/** Counts with a fraction are computed by the publisher: they, and their rates, are estimates. */
const markEstimates = (rows: readonly Observation[]): Observation[] => {
  const estimated = new Set(
    rows
      .filter((row) => row.unit_measure === "NUMBER" && !isWhole(row.obs_value ?? 0))
      .map(withoutUnit),
  );
  return rows.map((row) =>
    estimated.has(withoutUnit(row)) ? { ...row, obs_status: "E" as const } : row,
  );
};

/**
 * One observation for each row that is loaded, in file order. Throws InputError naming every label,
 * area or combination that the tables do not have, and every row whose key is there already.
 */
export const mapCtsRows = (table: UnodcTable, areas: ReadonlyMap<string, Area>): CtsMapped => {
  const problems = problemLog(basename(table.path), table.sheet);
  const judged = table.rows.map((row) => ({ row, reason: reasonAgainst(row.text) }));
  const notLoaded = new Map<string, number>();
  for (const { reason } of judged) {
    if (reason !== undefined) notLoaded.set(reason, (notLoaded.get(reason) ?? 0) + 1);
  }

  const mapRow = ({ row, text, value }: UnodcRow): Observation[] => {
    const refuse = (header: Exclude<UnodcHeader, "VALUE">, allowed: string): Observation[] => {
      const place = { row, column: table.columns[header], value: text[header] };
      problems.add({ ...place, message: `is not a known ${header}`, allowed });
      return [];
    };
    const dimensions = Object.hasOwn(TARGETS, text.Indicator) ? TARGETS[text.Indicator] : undefined;
    if (dimensions === undefined) {
      const known = Object.fromEntries(Object.keys(TARGETS).map((label) => [label, ""]));
      return refuse("Indicator", allowedLabels({ ...known, ...INDICATORS_NOT_LOADED }));
    }
    const categories = Object.hasOwn(dimensions, text.Dimension)
      ? dimensions[text.Dimension]
      : undefined;
    if (categories === undefined) {
      const known = Object.fromEntries(Object.keys(dimensions).map((label) => [label, ""]));
      return refuse("Dimension", allowedLabels({ ...known, ...DIMENSIONS_NOT_LOADED }));
    }
    const target = Object.hasOwn(categories, text.Category) ? categories[text.Category] : undefined;
    if (target === undefined) {
      const known = Object.keys(categories).map((label) => JSON.stringify(label));
      return refuse("Category", known.join(", "));
    }
    const sex = codeOf(SEXES, text.Sex);
    if (sex === undefined) return refuse("Sex", `${allowedLabels(SEXES)}, "${SEX_UNKNOWN}"`);
    const age = codeOf(AGES, text.Age);
    if (age === undefined) return refuse("Age", allowedLabels(AGES));
    const unit = codeOf(UNITS, text["Unit of measurement"]);
    if (unit === undefined) return refuse("Unit of measurement", allowedLabels(UNITS));
    const isEstimate = target.indicator === "VICTIMS_HOMICIDE_ESTIMATE";
    const area = ctsArea(text.Iso3_code, areas);
    if (area === undefined || area.level === "_T" || (area.level === "REGION") !== isEstimate) {
      const regional = ", a code of a region where the indicator is an estimate";
      return refuse("Iso3_code", `ISO3 of UN M49, ${Object.keys(CTS_AREAS).join(", ")}${regional}`);
    }
    const mapped = observation(
      {
        dataset: "UNODC_CTS_HOMICIDE",
        release: table.release,
        indicator: target.indicator,
        ref_area: area.code,
        time_period: text.Year,
      },
      {
        sex,
        age,
        offence_context: target.offence_context,
        unit_measure: unit,
        area_level: area.level,
        obs_value: value,
        obs_status: isEstimate ? "E" : "A",
        source_detail: detail({
          area: area.code === text.Iso3_code ? "" : text.Country,
          indicator: text.Indicator,
          dimension: text.Dimension,
          category: text.Category,
          sex: text.Sex,
          age: text.Age,
          source: text.Source,
        }),
        source_row: String(row),
      },
    );
    return [withBreakdown(mapped)];
  };

  const observations = judged.flatMap(({ row, reason }) =>
    reason === undefined ? mapRow(row) : [],
  );
  for (const [first, ...others] of groupBy(observations, keyOf).values()) {
    for (const other of others) {
      const message = `repeats the key of row ${first?.source_row}`;
      const allowed = "one row for each area, indicator, category, sex, age, year and unit";
      problems.add({ row: Number(other.source_row), message, allowed });
    }
  }
  problems.stopIfAny();
  return { observations: markEstimates(observations), notLoaded };
};

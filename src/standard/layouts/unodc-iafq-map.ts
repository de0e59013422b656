import type { Area } from "../codelists/area.ts";
import { type IndicatorId, notApplicableDimensions } from "../codelists/indicator.ts";
import { breakdownKey } from "../dimensions.ts";
import { allowedLabels, codeOf } from "../labels.ts";
import type { Observation } from "../observation.ts";
import type { ProblemLog } from "../problem.ts";
import { detail, type Flag, joinFlags, observation } from "../rows.ts";
import {
  AGES,
  BREAKDOWNS,
  BY_LOCATION,
  INDICATORS,
  PLACE,
  PLACES,
  SEXES,
  TOTAL,
  TRACE,
  TRACE_SUBTOTALS,
  TRACES,
} from "./unodc-iafq-labels.ts";
import { locationTotals } from "./unodc-iafq-totals.ts";
import type { UnodcHeader, UnodcRow, UnodcSheet } from "./unodc-table.ts";

/** Part of a `Source` cell that stands for traced, not seized, firearms. */
const OTHER_SOURCE = "ATF";

const additivityOf = (dimension: string, code: string, indicator: IndicatorId) => {
  if (code === "_T" || code === "TOTAL_REPORTED") return "TOTAL";
  if (TRACE_SUBTOTALS.has(code)) return "SUBTOTAL";
  return dimension === "offence_context" && indicator === "ARMS_SEIZED" ? "OVERLAPPING" : "PART";
};

const statusOf = (flags: readonly Flag[]): Observation["obs_status"] => {
  if (flags.includes("OUTLIER_SCOPE") || flags.includes("AMBIGUOUS_TOTAL")) return "V";
  return flags.includes("SOURCE_DIFFERS") ? "D" : "A";
};

/** A mapped row, with what is needed to judge rows that share a key. */
export interface MappedRow {
  readonly raw: UnodcRow;
  readonly observation: Observation;
}

/** What the caller knows of a file besides its rows. */
export interface Judgement {
  readonly areas: ReadonlyMap<string, Area>;
  /** Whether a figure evidently covers another population than its indicator. */
  readonly coversOthers: (row: UnodcRow, indicator: IndicatorId) => boolean;
  readonly problems: ProblemLog;
}

/**
 * One observation for each row of the file, in file order; rows of one key are not merged yet.
 * Notes in the log, and leaves out, every row with a label, area or combination that the tables do not have.
 */
export const mapIafqRows = (
  file: UnodcSheet,
  { areas, coversOthers, problems }: Judgement,
): MappedRow[] => {
  const totals = locationTotals(file.rows);

  const mapRow = (raw: UnodcRow): MappedRow[] => {
    const { row, text } = raw;
    const refuse = (header: UnodcHeader, allowed: string): MappedRow[] => {
      const column = file.columns[header];
      const value = header === "VALUE" ? raw.value : text[header];
      problems.add({ row, column, value, message: `is not a known ${header}`, allowed });
      return [];
    };
    const indicator = codeOf(INDICATORS, text.Indicator);
    if (indicator === undefined) return refuse("Indicator", allowedLabels(INDICATORS));
    if (areas.get(text.Iso3_code)?.level !== "COUNTRY") {
      return refuse("Iso3_code", "ISO3 codes of UN M49");
    }
    if (text["Unit of measurement"] !== "Counts") return refuse("Unit of measurement", '"Counts"');
    if (text.Source !== text.Source.trim())
      return refuse("Source", JSON.stringify(text.Source.trim()));
    const sexless = notApplicableDimensions(indicator).includes("sex");
    const sex = codeOf(SEXES, text.Sex);
    if (sex === undefined || (sex === "_Z") !== sexless) {
      return refuse("Sex", sexless ? '"na"' : "Total, Male, Female, Unknown");
    }
    const age = codeOf(AGES, text.Age);
    if (age === undefined || (age === "_Z") !== sexless) {
      return refuse("Age", sexless ? '"na"' : '"Total"');
    }
    const byPlace = Object.hasOwn(PLACES, text.Category) ? PLACE : TRACE;
    const total = totals.get(row);
    const breakdown =
      text.Dimension === BY_LOCATION
        ? (total?.breakdown ?? byPlace)
        : Object.hasOwn(BREAKDOWNS, text.Dimension)
          ? BREAKDOWNS[text.Dimension]
          : undefined;
    if (breakdown === undefined && text.Dimension !== TOTAL) {
      return refuse("Dimension", allowedLabels({ Total: "", [BY_LOCATION]: "", ...BREAKDOWNS }));
    }
    if (breakdown !== undefined && !breakdown.indicators.includes(indicator)) {
      return refuse("Dimension", `for this indicator, no "${text.Dimension}"`);
    }
    const table = breakdown?.table ?? { Total: "_T" };
    const code = codeOf(table, text.Category);
    if (code === undefined) {
      const allowed = text.Dimension === BY_LOCATION ? { ...PLACES, ...TRACES } : table;
      return refuse("Category", allowedLabels(allowed));
    }
    const bySex = sex !== "_T" && sex !== "_Z";
    const dimension = code === "_T" ? undefined : breakdown?.dimension;
    const additivity = bySex ? "PART" : additivityOf(dimension ?? "", code, indicator);
    const flags: Flag[] = [];
    if (total?.ambiguous) flags.push("AMBIGUOUS_TOTAL");
    if (additivity === "OVERLAPPING") flags.push("MULTI_RESPONSE");
    if (text.Source.split("/").includes(OTHER_SOURCE)) flags.push("SOURCE_DIFFERS");
    if (coversOthers(raw, indicator)) flags.push("OUTLIER_SCOPE");
    const mapped = observation(
      {
        dataset: "UNODC_IAFQ",
        release: file.release,
        indicator,
        ref_area: text.Iso3_code,
        time_period: text.Year,
      },
      {
        sex,
        age,
        ...(dimension === undefined ? {} : { [dimension]: code }),
        breakdown: breakdownKey([
          ...(bySex ? (["sex"] as const) : []),
          ...(dimension === undefined ? [] : [dimension]),
        ]),
        additivity,
        obs_value: raw.value,
        obs_status: statusOf(flags),
        source_detail: detail({
          indicator: text.Indicator,
          dimension: text.Dimension,
          category: text.Category,
          source: text.Source,
        }),
        flags: joinFlags(flags),
        source_row: String(row),
      },
    );
    return [{ raw, observation: mapped }];
  };
  return file.rows.flatMap(mapRow);
};

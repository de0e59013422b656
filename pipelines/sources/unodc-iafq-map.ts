import { basename } from "node:path";
import type { Area } from "../../src/standard/codelists/area.ts";
import {
  type IndicatorId,
  notApplicableDimensions,
} from "../../src/standard/codelists/indicator.ts";
import { breakdownKey } from "../../src/standard/dimensions.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { type ProblemLog, problemLog } from "../problem.ts";
import { detail, type Flag, groupBy, joinFlags, observation } from "../steps/observation.ts";
import { allowedLabels, codeOf } from "../steps/source.ts";
import {
  AGES,
  BREAKDOWNS,
  type Breakdown,
  BY_LOCATION,
  INDICATORS,
  PLACE,
  PLACES,
  SEXES,
  TOTAL,
  TRACE,
  TRACES,
} from "./unodc-iafq-labels.ts";
import type { IafqFile, IafqRow } from "./unodc-iafq-read.ts";

/** How the `Total` of a `by location` group is read. */
type LocationTotal = { readonly breakdown: Breakdown; readonly ambiguous: boolean };

/** Persons figures of Türkiye that cover another population, by indicator. */
const TUR_OUTLIERS: Partial<Record<IndicatorId, readonly string[]>> = {
  PERSONS_TARGETED: ["2021", "2022", "2023"],
  PERSONS_ARRESTED: ["2021", "2022"],
  PERSONS_ARRESTED_OFFENCE: ["2022"],
  PERSONS_PROSECUTED: ["2021", "2022"],
  PERSONS_CONVICTED: ["2021", "2022", "2023"],
};

const SUBTOTALS: ReadonlySet<string> = new Set(["IDENTIFIABLE_TOTAL", "NOT_IDENTIFIABLE_TOTAL"]);

/**
 * Decides for each `Total` under `by location` which of the two tables it closes: two totals are
 * place, then tracing; one belongs to the table that has parts, place first; else it is ambiguous.
 * Found and surrendered arms have the tracing table only.
 */
const locationTotals = (
  rows: readonly IafqRow[],
  problems: ProblemLog,
): ReadonlyMap<number, LocationTotal> => {
  const located = rows.filter((row) => row.text.Dimension === BY_LOCATION);
  const groups = groupBy(located, ({ text }) =>
    [text.Iso3_code, text.Indicator, text.Year].join("|"),
  );
  const decided = new Map<number, LocationTotal>();
  for (const group of groups.values()) {
    const totals = group.filter((row) => row.text.Category === TOTAL);
    const has = (table: Breakdown["table"]): boolean =>
      group.some(({ text }) => text.Category !== TOTAL && Object.hasOwn(table, text.Category));
    const seized = group[0]?.text.Indicator === "Arms seized";
    if (totals.length > (seized ? 2 : 1)) {
      const message = `is total number ${totals.length} of one country and year by location`;
      problems.add({ row: totals.at(-1)?.row ?? 0, message, allowed: seized ? "two" : "one" });
    }
    const [first, second] = totals;
    const only = seized && (has(PLACES) || !has(TRACES)) ? PLACE : TRACE;
    const ambiguous = seized && !has(PLACES) && !has(TRACES) && second === undefined;
    const opening = second === undefined ? only : PLACE;
    if (first !== undefined) decided.set(first.row, { breakdown: opening, ambiguous });
    if (second !== undefined) decided.set(second.row, { breakdown: TRACE, ambiguous: false });
  }
  return decided;
};

const additivityOf = (dimension: string, code: string, indicator: IndicatorId) => {
  if (code === "_T" || code === "TOTAL_REPORTED") return "TOTAL";
  if (SUBTOTALS.has(code)) return "SUBTOTAL";
  return dimension === "offence_context" && indicator === "ARMS_SEIZED" ? "OVERLAPPING" : "PART";
};

const statusOf = (flags: readonly Flag[]): Observation["obs_status"] => {
  if (flags.includes("OUTLIER_SCOPE") || flags.includes("AMBIGUOUS_TOTAL")) return "V";
  return flags.includes("SOURCE_DIFFERS") ? "D" : "A";
};

/** A mapped row, with what is needed to judge rows that share a key. */
export interface MappedRow {
  readonly raw: IafqRow;
  readonly observation: Observation;
}

/**
 * One observation for each row of the file, in file order; rows of one key are not merged yet.
 * Throws InputError naming every label, area or combination that the tables do not have.
 */
export const mapIafqRows = (file: IafqFile, areas: ReadonlyMap<string, Area>): MappedRow[] => {
  const problems = problemLog(basename(file.path), file.sheet);
  const totals = locationTotals(file.rows, problems);

  const mapRow = (raw: IafqRow): MappedRow[] => {
    const { row, text } = raw;
    const refuse = (header: keyof IafqFile["letters"], allowed: string): MappedRow[] => {
      const column = file.letters[header];
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
    if (text.Iso3_code === "USA") flags.push("SOURCE_DIFFERS");
    if (text.Iso3_code === "TUR" && TUR_OUTLIERS[indicator]?.includes(text.Year)) {
      flags.push("OUTLIER_SCOPE");
    }
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
  const mapped = file.rows.flatMap(mapRow);
  problems.stopIfAny();
  return mapped;
};

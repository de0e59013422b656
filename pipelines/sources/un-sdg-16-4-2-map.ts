import type { Area } from "../../src/standard/codelists/area.ts";
import { codeOf, type LabelTable } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { InputError, type Problem } from "../../src/standard/problem.ts";
import { detail, joinFlags, observation } from "../../src/standard/rows.ts";
import type { SdgRelease } from "./un-sdg-16-4-2-files.ts";
import { FIELDS, type FieldNames, type SdgRow } from "./un-sdg-16-4-2-read.ts";

/** NATURE of the SDG structure to our status: data of the country, adjusted or collected globally, or estimates. */
const STATUSES: LabelTable<Observation["obs_status"]> = { C: "A", CA: "A", G: "A", E: "E", M: "E" };

/** Only values for the global series; national and regional ones would share their keys. */
const REPORTING = "G";

/** A value with its footnote read. */
export interface SdgValue {
  readonly row: SdgRow;
  readonly observation: Observation;
  /** False where the footnote has other words than "<year>-<year> average based on available data". */
  readonly isFootnoteKnown: boolean;
  /** The window of a mean of two years, as printed. */
  readonly window: readonly [first: number, second: number] | undefined;
}

const AVERAGE = /^(\d{4})-(\d{4}) average based on available data$/;

const windowOf = (footnote: string): SdgValue["window"] => {
  const [, first, second] = (AVERAGE.exec(footnote) ?? []).map(Number);
  if (first === undefined || second === undefined) return undefined;
  return first <= second && second - first <= 1 ? [first, second] : undefined;
};

/** A value from 0 to 100 with a point; undefined for anything else. */
const percent = (text: string): number | undefined => {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value <= 100 ? value : undefined;
};

const problemsOf = (
  row: SdgRow,
  names: FieldNames,
  area: Area | undefined,
  before: SdgRow | undefined,
): Problem[] => {
  const problems: Problem[] = [];
  const refuse = (column: string, value: string, message: string, allowed: string): void => {
    problems.push({ file: row.file, row: row.row, column, value, message, allowed });
  };
  if (area === undefined) refuse(names.m49, row.m49, "is not an area of UN M49", "M49 codes");
  else if (row.iso3 !== undefined && row.iso3 !== area.code) {
    refuse("iso3", row.iso3, `is not the code of area ${row.m49}`, area.code);
  }
  if (!/^(19|20)\d{2}$/.test(row.year))
    refuse(names.year, row.year, "is not a year", "four digits");
  if (percent(row.value) === undefined) {
    refuse(names.value, row.value, "is not a percentage", "a number from 0 to 100, with a point");
  }
  if (codeOf(STATUSES, row.nature) === undefined) {
    refuse(names.nature, row.nature, "is not a known nature", Object.keys(STATUSES).join(", "));
  }
  if (row.reporting !== REPORTING) {
    refuse(names.reporting, row.reporting, "is not the global series", REPORTING);
  }
  if (before !== undefined) {
    const message = `is there in ${row.year} already, in row ${before.row} of ${before.file}`;
    refuse(names.m49, row.m49, message, "one value for each area and year");
  }
  return problems;
};

/**
 * The values of a release. Throws InputError on an unknown area, an ISO3 that is not that of the M49 code, a cell
 * that is no year or no percentage, an unknown nature, another reporting type, and an area and year twice.
 */
export const mapRows = (
  { release, form }: SdgRelease,
  rows: readonly SdgRow[],
  areas: ReadonlyMap<string, Area>,
): SdgValue[] => {
  const byM49 = new Map([...areas.values()].map((area) => [area.m49, area]));
  byM49.delete("");
  const seen = new Map<string, SdgRow>();
  const problems: Problem[] = [];
  const values = rows.flatMap((row) => {
    const area = byM49.get(row.m49.padStart(3, "0"));
    const key = `${row.m49.padStart(3, "0")} ${row.year}`;
    problems.push(...problemsOf(row, FIELDS[form], area, seen.get(key)));
    seen.set(key, row);
    const status = codeOf(STATUSES, row.nature);
    if (area === undefined || status === undefined || area.level === "_T") return [];
    return toValue({ release, form }, row, { code: area.code, level: area.level, status });
  });
  if (problems.length > 0) throw new InputError(problems);
  return values;
};

const toValue = (
  { release, form }: Pick<SdgRelease, "release" | "form">,
  row: SdgRow,
  known: {
    readonly code: string;
    readonly level: Observation["area_level"];
    readonly status: Observation["obs_status"];
  },
): SdgValue => {
  const window = windowOf(row.footnote);
  return {
    row,
    window,
    isFootnoteKnown: row.footnote === "" || window !== undefined,
    observation: observation(
      {
        dataset: "UN_SDG_16_4_2",
        release,
        indicator: "SDG_16_4_2",
        ref_area: known.code,
        time_period: row.year,
      },
      {
        unit_measure: "PT",
        obs_value: percent(row.value) ?? null,
        obs_status: known.status,
        area_level: known.level,
        flags: joinFlags([
          ...(form === "csv" ? ["TRANSCRIBED"] : []),
          ...(window === undefined ? [] : ["TWO_YEAR_MEAN"]),
        ]),
        source_detail: detail({
          nature: row.nature,
          source: row.source,
          reporting: row.reporting,
          footnote: row.footnote,
        }),
        source_row: String(row.row),
      },
    ),
  };
};

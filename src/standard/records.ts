import { breakdownKey, type Dimension } from "./dimensions.ts";
import { dimensionsSql, observationsSql } from "./observation-sql.ts";
import { quote } from "./sql.ts";

/**
 * A record-level return, in plain words. One row is one line of a register of seizures: one arm, or several arms
 * that agree in everything that is recorded of them, then counted in `arms`. Codes are those of the standard.
 * It holds no name, no serial number and no case number, and is never published itself.
 */
export const RECORD_COLUMNS = [
  { name: "dataset", description: "Dataset, as in the standard; a Hive folder." },
  { name: "release", description: "The return that the line came in; a Hive folder." },
  { name: "record", description: "Number of the line in its return, as text." },
  { name: "ref_area", description: "Area of the seizure, CL_AREA." },
  { name: "month", description: "Month of the seizure, as 2016-03." },
  { name: "weapon_type", description: "CL_WEAPON_TYPE; never a total." },
  { name: "marking", description: "CL_MARKING; never a total." },
  { name: "seizure_place", description: "CL_SEIZURE_PLACE; never a total." },
  { name: "trace_status", description: "CL_TRACE_STATUS; never a total or subtotal." },
  {
    name: "sex",
    description: "Sex of the person from whom the arm was seized; _Z where there was none.",
  },
  { name: "age", description: "Age band of that person, CL_AGE; _Z where there was none." },
  { name: "arms", description: "How many arms the line stands for; a whole number from 1." },
] as const;

export type RecordColumn = (typeof RECORD_COLUMNS)[number]["name"];

/** What a record says of an arm; each is a breakdown of the aggregates. */
export const RECORD_DIMENSIONS = [
  "weapon_type",
  "marking",
  "seizure_place",
  "trace_status",
] as const satisfies readonly (Dimension & RecordColumn)[];

/**
 * SELECT of the standard's columns, one observation a record, so that the checks of the table run on a return
 * before it is aggregated. Arms have no sex and no age in the standard: the person stands in source_detail. The
 * standard's key has no number of a record: arms that agree in all codes must be one line.
 * Not for publication (`N`). Needs table `codes`.
 */
export const recordObservationsSql = (records: string): string =>
  observationsSql(
    {
      dataset: "r.dataset",
      release: "r.release",
      indicator: "'ARMS_SEIZED'",
      freq: "'M'",
      ref_area: "r.ref_area",
      time_period: "r.month",
      ...dimensionsSql(
        "ARMS_SEIZED",
        Object.fromEntries(RECORD_DIMENSIONS.map((name) => [name, `r.${name}`])),
      ),
      unit_measure: "'NUMBER'",
      obs_value: "r.arms::DOUBLE",
      obs_status: "'A'",
      conf_status: "'N'",
      breakdown: quote(breakdownKey(RECORD_DIMENSIONS)),
      additivity: "'PART'",
      source_detail: "'sex=' || r.sex || '; age=' || r.age",
      flags: "''",
      source_row: "r.record",
    },
    `${records} r`,
  );

import type { CodeOf } from "./code.ts";
import { CL_FLAG } from "./codelists/flag.ts";
import { type IndicatorId, notApplicableDimensions } from "./codelists/indicator.ts";
import { breakdownKey, DIMENSIONS, type Dimension } from "./dimensions.ts";
import { KEY_COLUMNS, type Observation } from "./observation.ts";

export type Flag = CodeOf<typeof CL_FLAG>;

/** What every observation must say for itself. */
export interface Head {
  readonly dataset: Observation["dataset"];
  readonly release: string;
  readonly indicator: IndicatorId;
  readonly ref_area: string;
  readonly time_period: string;
}

const blankDimensions = (indicator: IndicatorId): Pick<Observation, Dimension> => {
  const absent = new Set(notApplicableDimensions(indicator));
  const code = (dimension: Dimension) => (absent.has(dimension) ? "_Z" : "_T");
  return Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, code(dimension)])) as Pick<
    Observation,
    Dimension
  >;
};

/**
 * An annual count with every dimension `_T` (`_Z` where it cannot exist), no breakdown, status A,
 * free, of a country; `rest` replaces what differs.
 */
export const observation = (head: Head, rest: Partial<Observation>): Observation => ({
  ...head,
  freq: "A",
  ...blankDimensions(head.indicator),
  unit_measure: "NUMBER",
  obs_value: null,
  obs_status: "A",
  conf_status: "F",
  breakdown: breakdownKey([]),
  additivity: "TOTAL",
  area_level: "COUNTRY",
  source_detail: "",
  flags: "",
  source_row: "",
  ...rest,
});

/** Flags as one cell: each once, in the order of CL_FLAG, joined by `|`. */
export const joinFlags = (flags: Iterable<string>): string => {
  const wanted = new Set(flags);
  return CL_FLAG.codes
    .map((flag): string => flag.code)
    .filter((code) => wanted.has(code))
    .join("|");
};

/** Flags of a cell, as a list. */
export const splitFlags = (cell: string): string[] => (cell === "" ? [] : cell.split("|"));

/** The row with more flags. */
export const withFlags = (row: Observation, ...flags: readonly Flag[]): Observation => ({
  ...row,
  flags: joinFlags([...splitFlags(row.flags), ...flags]),
});

/** Original labels as one cell: `key=value; key=value`, empty values left out. */
export const detail = (parts: Readonly<Record<string, string>>): string =>
  Object.entries(parts)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => `${key}=${value}`)
    .join("; ");

/** Text that is equal for two rows exactly when they agree in all key columns. */
export const keyOf = (row: Observation): string =>
  KEY_COLUMNS.map((column) => row[column]).join("\u0000");

/** Rows grouped by a text key, in order of first appearance. */
export const groupBy = <T>(rows: Iterable<T>, key: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = key(row);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
};

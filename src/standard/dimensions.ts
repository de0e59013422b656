/**
 * The dimensions by which a source may break down a count, in structure order.
 * In each, `_T` is a total or not broken down, `_U` unknown, `_O` other, `_Z` not applicable.
 */
export const DIMENSIONS = [
  "sex",
  "age",
  "weapon_type",
  "marking",
  "condition",
  "legal_ground",
  "offence_context",
  "seizure_place",
  "trace_status",
  "origin_area",
  "calibre",
  "time_to_crime",
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** Dimensions that only a weapon can have. */
export const WEAPON_DIMENSIONS = [
  "weapon_type",
  "marking",
  "condition",
  "legal_ground",
  "seizure_place",
  "trace_status",
  "origin_area",
  "calibre",
  "time_to_crime",
] as const satisfies readonly Dimension[];

/** Dimensions that only a person can have. */
export const PERSON_DIMENSIONS = ["sex", "age"] as const satisfies readonly Dimension[];

/**
 * The breakdown key of a set of dimensions: names in structure order joined by `+`, `_T` for none.
 * Rows may be compared or summed only within one breakdown.
 */
export const breakdownKey = (dimensions: Iterable<Dimension>): string => {
  const chosen = new Set(dimensions);
  const key = DIMENSIONS.filter((dimension) => chosen.has(dimension)).join("+");
  return key === "" ? "_T" : key;
};

/** The dimensions named by a breakdown key; the reverse of {@link breakdownKey}. */
export const breakdownDimensions = (key: string): Dimension[] =>
  key === "_T" ? [] : DIMENSIONS.filter((dimension) => key.split("+").includes(dimension));

import { type AreaRatio, ratioOf } from "./ratio.ts";
import { exactSum, type SourceCell } from "./source-cell.ts";
import { byAreaYear } from "./trace-table.ts";

/** The bands of the time to crime, in months, both ends included. */
export const BANDS = ["M0T2", "M3T6", "M7T11", "M12T23", "M24T35", "M_GE36"] as const;

export type Band = (typeof BANDS)[number];

/** Bands below a number of years. */
export const UNDER = {
  UNDER_1_YEAR: ["M0T2", "M3T6", "M7T11"],
  UNDER_3_YEARS: ["M0T2", "M3T6", "M7T11", "M12T23", "M24T35"],
} as const satisfies Record<string, readonly Band[]>;

/**
 * 100 × firearms in the given bands / firearms in all six bands, of each area and year: the share among those whose
 * time to crime is known, for the source leaves the unknown out. No denominator where a band is absent.
 */
export const bandShares = (cells: readonly SourceCell[], bands: readonly Band[]): AreaRatio[] =>
  byAreaYear(cells).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const complete = BANDS.every((band) => group.some((cell) => cell.code === band));
    const those = group.filter((cell) => bands.some((band) => band === cell.code));
    return [ratioOf(first, exactSum(those), complete ? exactSum(group) : null, { cells: group })];
  });

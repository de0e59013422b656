import { type CodeList, notApplicableCode, totalCode } from "../code.ts";

const ATF = "ATF";
const calibre = <C extends string>(code: C, label: string) =>
  ({ code, label, definition: `Calibre as printed by ATF: ${label}.`, source: ATF }) as const;

/** Calibre or gauge of traced firearms. */
export const CL_CALIBRE = {
  id: "CL_CALIBRE",
  name: "Calibre",
  codes: [
    totalCode("All calibres"),
    calibre("CAL_22", ".22"),
    calibre("CAL_223", ".223"),
    calibre("CAL_25", ".25"),
    calibre("CAL_30_06", ".30-06"),
    calibre("CAL_30_30", ".30-30"),
    calibre("CAL_300", ".300"),
    calibre("CAL_308", ".308"),
    calibre("CAL_32", ".32"),
    calibre("CAL_357", ".357"),
    calibre("CAL_38", ".38"),
    calibre("CAL_380", ".380"),
    calibre("CAL_40", ".40"),
    calibre("CAL_44", ".44"),
    calibre("CAL_45", ".45"),
    calibre("CAL_556MM", "5.56 mm"),
    calibre("CAL_762MM", "7.62 mm"),
    calibre("CAL_9MM", "9 mm"),
    calibre("CAL_10MM", "10 mm"),
    calibre("GAUGE_12", "12 gauge"),
    calibre("GAUGE_20", "20 gauge"),
    calibre("MULTI", "Multiple calibres"),
    notApplicableCode(),
  ],
} as const satisfies CodeList;

const months = <C extends string>(code: C, label: string) =>
  ({
    code,
    label,
    definition: `${label} between the first retail sale and the recovery of the firearm.`,
    source: ATF,
  }) as const;

/** Time from the first retail sale to recovery, in months, both ends included. */
export const CL_TIME_TO_CRIME = {
  id: "CL_TIME_TO_CRIME",
  name: "Time to crime",
  codes: [
    totalCode("All times to crime"),
    months("M0T2", "Under 3 months"),
    months("M3T6", "3 to under 7 months"),
    months("M7T11", "7 months to under 1 year"),
    months("M12T23", "1 to under 2 years"),
    months("M24T35", "2 to under 3 years"),
    months("M_GE36", "3 years and over"),
    notApplicableCode(),
  ],
} as const satisfies CodeList;

import type { When } from "../../view/areas-answer.ts";
import { type By, DEFAULT_VIEW, type View } from "../../view/view.ts";

/** The parts of an area's page, in the order in which they stand. */
export const SECTIONS = [
  "seizures",
  "types",
  "tracing",
  "manufacture",
  "routes",
  "context",
  "persons",
  "violence",
] as const;

export type SectionId = (typeof SECTIONS)[number];

/** A figure that a page has where its area has the numbers. */
export interface Planned {
  readonly section: SectionId;
  /** Unique on a page; also the id of the figure. */
  readonly id: string;
  readonly view: Pick<View, "dataset" | "indicator" | "by">;
  readonly when: When;
}

const plan = (
  section: SectionId,
  id: string,
  dataset: View["dataset"],
  indicator: View["indicator"],
  by: By,
): Planned => ({
  section,
  id,
  view: { dataset, indicator, by },
  when: by === "_T" ? "all" : "newest",
});

const IAFQ = "UNODC_IAFQ";
const CTS = "UNODC_CTS_HOMICIDE";
const ATF = "US_ATF_PROFILES";
const MX = "MX_SESNSP_VICTIMS";
const RIO = "BR_RJ_ISP";

/** Every figure that an area's page may have; what its sources do not publish is told in words. */
export const PLAN: readonly Planned[] = [
  plan("seizures", "seized", IAFQ, "ARMS_SEIZED", "_T"),
  plan("seizures", "found", IAFQ, "ARMS_FOUND", "_T"),
  plan("seizures", "surrendered", IAFQ, "ARMS_SURRENDERED", "_T"),
  plan("seizures", "seized-rio", RIO, "ARMS_SEIZED", "_T"),
  plan("seizures", "traced", "US_ATF_FLOWS", "ARMS_TRACED", "_T"),
  plan("types", "types", IAFQ, "ARMS_SEIZED", "weapon_type"),
  plan("types", "types-rio", RIO, "ARMS_SEIZED", "weapon_type"),
  plan("types", "types-traced", ATF, "ARMS_TRACED", "weapon_type"),
  plan("tracing", "marking", IAFQ, "ARMS_SEIZED", "marking"),
  plan("tracing", "trace-status", IAFQ, "ARMS_SEIZED", "trace_status"),
  plan("tracing", "time-to-crime", ATF, "ARMS_TRACED", "time_to_crime"),
  plan("manufacture", "condition", IAFQ, "ARMS_SEIZED", "condition"),
  plan("routes", "place", IAFQ, "ARMS_SEIZED", "seizure_place"),
  plan("routes", "origin", "US_ATF_FLOWS", "ARMS_TRACED", "origin_area"),
  plan("context", "legal-ground", IAFQ, "ARMS_SEIZED", "legal_ground"),
  plan("context", "offence-context", IAFQ, "ARMS_SEIZED", "offence_context"),
  plan("context", "offence-context-traced", ATF, "ARMS_TRACED", "offence_context"),
  plan("persons", "arrested-sex", IAFQ, "PERSONS_ARRESTED", "sex"),
  plan("persons", "prosecuted-sex", IAFQ, "PERSONS_PROSECUTED", "sex"),
  plan("persons", "convicted-sex", IAFQ, "PERSONS_CONVICTED", "sex"),
  plan("persons", "arrests-age", "US_FBI_ARRESTS", "ARRESTS_WEAPONS", "age"),
  plan("persons", "possessor-age", ATF, "ARMS_TRACED", "age"),
  plan("violence", "homicide-firearm", CTS, "VICTIMS_HOMICIDE_FIREARM", "_T"),
  plan("violence", "homicide-firearm-sex", "UNODC_GSH_2019", "VICTIMS_HOMICIDE_FIREARM", "sex"),
  plan("violence", "homicide-partner-sex", CTS, "VICTIMS_HOMICIDE_IPFM", "sex"),
  plan("violence", "homicide-mx", MX, "VICTIMS_HOMICIDE_FIREARM", "_T"),
  plan("violence", "homicide-mx-sex", MX, "VICTIMS_HOMICIDE_FIREARM", "sex"),
  plan("violence", "femicide-mx", MX, "VICTIMS_FEMICIDE_FIREARM", "_T"),
];

/** The view of a planned figure for one area. */
export const viewOf = (
  { view }: Planned,
  level: View["level"],
  areas: readonly string[],
): View => ({ ...DEFAULT_VIEW, ...view, level, areas, panel: "all" });

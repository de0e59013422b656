import type { IndicatorId } from "../../standard/codelists/indicator.ts";
import type { Dimension } from "../../standard/dimensions.ts";
import { one } from "./text.ts";

/** Counted areas: States for countries, sub-national areas for parts of them, regions that hold one another. */
export const areas = (count: string, n: number, level: "COUNTRY" | "SUBNATIONAL" | "REGION") => {
  if (level === "COUNTRY") return `${count} ${one(n, "State", "States")}`;
  return level === "SUBNATIONAL"
    ? `${count} sub-national ${one(n, "area", "areas")}`
    : `${count} ${one(n, "region", "regions")}`;
};

/** What is counted. */
export const nouns: Record<IndicatorId, string> = {
  ARMS_SEIZED: "arms seized",
  ARMS_FOUND: "arms found",
  ARMS_SURRENDERED: "arms surrendered",
  AMMUNITION_SEIZED: "ammunition seized",
  PARTS_SEIZED: "parts and components seized",
  SEIZURE_CASES: "seizure cases",
  PERSONS_TARGETED: "persons targeted by the justice system",
  PERSONS_ARRESTED: "persons arrested or suspected",
  PERSONS_PROSECUTED: "persons prosecuted",
  PERSONS_CONVICTED: "persons convicted",
  PERSONS_ARRESTED_OFFENCE: "persons arrested or suspected, by offences",
  ARMS_TRACED: "firearms traced",
  PARTS_TRACED: "receivers, silencers and conversion devices traced",
  ARRESTS_WEAPONS: "weapons arrests",
  EXPLOSIVES_SEIZED: "explosive devices seized",
  REPLICAS_SEIZED: "replicas seized",
  BLADED_SEIZED: "blades seized",
  VICTIMS_HOMICIDE: "victims of intentional homicide",
  VICTIMS_HOMICIDE_ESTIMATE: "victims of intentional homicide (regional estimate)",
  VICTIMS_HOMICIDE_FIREARM: "victims of homicide by firearm",
  VICTIMS_HOMICIDE_FIREARM_EXPLOSIVE: "victims of homicide by firearm or explosive",
  VICTIMS_HOMICIDE_SHARP: "victims of homicide by sharp object",
  VICTIMS_HOMICIDE_OTHER_WEAPON: "victims of homicide by another weapon",
  VICTIMS_HOMICIDE_NO_WEAPON: "victims of homicide without a weapon",
  VICTIMS_HOMICIDE_MEANS_UNKNOWN: "victims of homicide, means unspecified",
  VICTIMS_HOMICIDE_OTHER_MECHANISM: "victims of homicide by another mechanism",
  VICTIMS_HOMICIDE_UNKNOWN_MECHANISM: "victims of homicide, mechanism unknown",
  VICTIMS_HOMICIDE_IPFM: "victims of homicide by a partner or family member",
  VICTIMS_HOMICIDE_IP: "victims of homicide by an intimate partner",
  VICTIMS_HOMICIDE_FM: "victims of homicide by a family member",
  VICTIMS_HOMICIDE_OTHER_KNOWN: "victims of homicide by another known perpetrator",
  VICTIMS_HOMICIDE_UNKNOWN_PERPETRATOR: "victims of homicide by a perpetrator unknown to them",
  VICTIMS_HOMICIDE_REL_UNKNOWN: "victims of homicide, relationship unknown",
  VICTIMS_FEMICIDE_FIREARM: "victims of femicide by firearm",
  VICTIMS_INJURY_FIREARM: "victims of injury by firearm",
  VICTIMS_NEGLIGENT_HOMICIDE_FIREARM: "victims of negligent homicide by firearm",
  VICTIMS_NEGLIGENT_INJURY_FIREARM: "victims of negligent injury by firearm",
  SDG_16_4_2: "SDG 16.4.2, as published",
  SDG_16_4_2_RULE: "SDG 16.4.2 recomputed by the rule, one year",
  SDG_16_4_2_RULE_MEAN: "SDG 16.4.2 recomputed by the rule, mean of two years",
  SDG_16_4_2_RULE_POOLED: "SDG 16.4.2 recomputed by the rule, two years pooled",
  SDG_16_4_2_WORDING: "SDG 16.4.2 by the metadata's wording, one year",
  SDG_16_4_2_WORDING_MEAN: "SDG 16.4.2 by the metadata's wording, mean of two years",
  SDG_16_4_2_WORDING_POOLED: "SDG 16.4.2 by the metadata's wording, two years pooled",
};

/** What it is broken down by. */
export const dimensions: Record<Dimension, string> = {
  sex: "Sex",
  age: "Age",
  weapon_type: "Weapon type",
  marking: "Marking",
  condition: "Condition",
  legal_ground: "Legal ground",
  offence_context: "Offence context",
  seizure_place: "Place of seizure",
  trace_status: "Trace status",
  origin_area: "Origin (State of first sale)",
  calibre: "Calibre",
  time_to_crime: "Time to crime",
};

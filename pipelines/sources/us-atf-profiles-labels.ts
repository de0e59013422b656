import type { Dimension } from "../../src/standard/dimensions.ts";
import { type LabelTable, type SourceLabel, sourceLabels } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { STATE_NAMES } from "./us-states.ts";

const DATASET = "US_ATF_PROFILES";

/** Column `State`; the pages of the District of Columbia are collected under a shorter name. */
export const PAGE_AREAS: LabelTable = { ...STATE_NAMES, "District Columbia": "US-DC" };

const TYPES: LabelTable<Observation["weapon_type"]> = {
  Pistols: "PISTOL",
  Revolvers: "REVOLVER",
  Rifles: "RIFLE",
  Shotguns: "SHOTGUN",
  Machinegun: "MACHINE_GUN",
  Machineguns: "MACHINE_GUN",
  Derringer: "_O",
  Derringers: "_O",
  Combination: "_O",
  "Any Other Weapon": "_O",
  "Any Other Weapons": "_O",
  "Destructive Device": "_O",
  "Destructive Devices": "_O",
  "Other*": "_O",
  "Unknown Type": "_U",
  "Unknown Types": "_U",
};

/** Labels among the types that are parts, not arms: PARTS_TRACED. */
export const PARTS: LabelTable = {
  "Receiver/Frame": "PARTS_TRACED",
  "Receivers/Frames": "PARTS_TRACED",
  Silencer: "PARTS_TRACED",
  Silencers: "PARTS_TRACED",
  "Machinegun Conversion Devices": "PARTS_TRACED",
};

const AGES: LabelTable<Observation["age"]> = {
  "17 and Under": "Y0T17",
  "18 to 21": "Y18T21",
  "22 to 24": "Y22T24",
  "25 to 30": "Y25T30",
  "31 to 40": "Y31T40",
  "41 to 50": "Y41T50",
  "Over 50": "Y_GE51",
};

const TIMES: LabelTable<Observation["time_to_crime"]> = {
  "Under 3 Months": "M0T2",
  "3 Months to Under 7 Months": "M3T6",
  "7 Months to Under 1 Year": "M7T11",
  "1 Year to Under 2 Years": "M12T23",
  "2 Years to Under 3 Years": "M24T35",
  "3 Years and Over": "M_GE36",
};

const CALIBRES: LabelTable<Observation["calibre"]> = {
  "9mm": "CAL_9MM",
  ".22 Cal": "CAL_22",
  ".223 Cal": "CAL_223",
  ".25 Cal": "CAL_25",
  ".30-06 Cal": "CAL_30_06",
  ".30-30 Cal": "CAL_30_30",
  ".300 Cal": "CAL_300",
  ".308 Cal": "CAL_308",
  ".32 Cal": "CAL_32",
  ".357 Cal": "CAL_357",
  ".38 Cal": "CAL_38",
  ".380 Cal": "CAL_380",
  ".40 Cal": "CAL_40",
  ".44 Cal": "CAL_44",
  ".45 Cal": "CAL_45",
  "5.56mm": "CAL_556MM",
  "5.56 mm": "CAL_556MM",
  "7.62mm": "CAL_762MM",
  "10mm": "CAL_10MM",
  "12GA": "GAUGE_12",
  "20GA": "GAUGE_20",
  MULTI: "MULTI",
};

const CRIMES: LabelTable<Observation["offence_context"]> = {
  "Weapons Trafficking": "US_WEAPONS_TRAFFICKING",
  "Possession of Weapon": "US_POSSESSION_OF_WEAPON",
  "Weapon Offense": "US_WEAPON_OFFENCE",
  "Carrying Concealed Weapon": "US_CARRYING_CONCEALED",
  "Carrying Prohibited Weapon": "US_CARRYING_PROHIBITED",
  "Firing Weapon": "US_FIRING_WEAPON",
  "Selling Weapon": "US_SELLING_WEAPON",
  Homicide: "US_HOMICIDE",
  "Homicide - Attempted": "US_HOMICIDE_ATTEMPTED",
  "Aggravated Assault": "US_AGGRAVATED_ASSAULT",
  "Simple Assault": "US_SIMPLE_ASSAULT",
  Robbery: "US_ROBBERY",
  "Sex Crimes": "US_SEX_CRIMES",
  Threat: "US_THREAT",
  "Crimes Against Person": "US_AGAINST_PERSON",
  "Dangerous Drugs": "US_DANGEROUS_DRUGS",
  Smuggling: "US_SMUGGLING",
  "Found Firearm": "US_FOUND_FIREARM",
  "Firearm Under Investigation": "US_UNDER_INVESTIGATION",
  "Family Offense": "US_FAMILY_OFFENCE",
  Suicide: "US_SUICIDE",
  "Suicide - Attempted": "US_SUICIDE_ATTEMPTED",
  "Property Crimes": "US_PROPERTY",
  Burglary: "US_BURGLARY",
  "Health - Safety": "US_HEALTH_SAFETY",
  "Traffic Offense": "US_TRAFFIC",
  "Obstruction of Justice": "US_OBSTRUCTION",
  Military: "US_MILITARY",
  "Public Peace": "US_PUBLIC_PEACE",
  "Public Order Crimes": "US_PUBLIC_ORDER",
  Sovereignty: "US_SOVEREIGNTY",
  Fraud: "US_FRAUD",
  Arson: "US_ARSON",
  Immigration: "US_IMMIGRATION",
  Other: "_O",
};

/** What a value of column `Section` means. `cut` sections list only their largest entries. */
export interface Section {
  readonly dimension: Dimension;
  readonly table: LabelTable;
  readonly cut: boolean;
}

/** Column `Section`, as far as it is loaded. */
export const SECTIONS: Readonly<Record<string, Section>> = {
  "Firearms Types Recovered in State": { dimension: "weapon_type", table: TYPES, cut: false },
  "Age of Possessors": { dimension: "age", table: AGES, cut: false },
  "Time-to-Crime for Firearms Recovered in State": {
    dimension: "time_to_crime",
    table: TIMES,
    cut: false,
  },
  "Top Calibers Reported": { dimension: "calibre", table: CALIBRES, cut: true },
  "Top States Where Firearms Came From": {
    dimension: "origin_area",
    table: STATE_NAMES,
    cut: true,
  },
  "Top Crimes Reported": { dimension: "offence_context", table: CRIMES, cut: true },
};

/** The section whose rows are cities, a level that the standard table does not have. */
export const CITIES = "Top Recovery Cities in State";

/** The section that also lists parts of arms. */
export const TYPES_SECTION = "Firearms Types Recovered in State";

/** The residual category whose content is explained only in the notes. */
export const MIXED_OTHER_LABEL = "Other*";

/** The published crosswalk of this source. */
export const PROFILE_LABELS: readonly SourceLabel[] = [
  ...sourceLabels(DATASET, "ref_area", "State", PAGE_AREAS),
  ...sourceLabels(DATASET, "indicator", `Category_or_Place (${TYPES_SECTION})`, PARTS),
  ...Object.entries(SECTIONS).flatMap(([label, { dimension, table }]) =>
    sourceLabels(DATASET, dimension, `Category_or_Place (${label})`, table),
  ),
];

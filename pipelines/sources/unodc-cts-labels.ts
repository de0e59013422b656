import type { IndicatorId } from "../../src/standard/codelists/indicator.ts";
import { type LabelTable, type SourceLabel, sourceLabels } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { CTS_AREAS } from "./unodc-cts-areas.ts";

/** Label of the total line, in `Dimension`, `Category`, `Sex` and `Age`. */
export const TOTAL = "Total";

/** `Sex` of the lines that the publisher writes twice, with different values. Not loaded. */
export const SEX_UNKNOWN = "Unknown";

const VICTIMS = "Victims of intentional homicide";
const ESTIMATE = "Victims of Intentional Homicide - Regional Estimate";

const MECHANISMS: LabelTable<IndicatorId> = {
  "Firearms or explosives": "VICTIMS_HOMICIDE_FIREARM_EXPLOSIVE",
  "Firearms or explosives - firearms": "VICTIMS_HOMICIDE_FIREARM",
  "Another weapon": "VICTIMS_HOMICIDE_OTHER_WEAPON",
  "Another weapon - sharp object": "VICTIMS_HOMICIDE_SHARP",
  "Without a weapon/ other Mechanism": "VICTIMS_HOMICIDE_NO_WEAPON",
  "Unspecified means": "VICTIMS_HOMICIDE_MEANS_UNKNOWN",
};

const RELATIONSHIPS: LabelTable<IndicatorId> = {
  "Intimate partner or family member": "VICTIMS_HOMICIDE_IPFM",
  "Intimate partner or family member: Intimate partner": "VICTIMS_HOMICIDE_IP",
  "Intimate partner or family member: Family member": "VICTIMS_HOMICIDE_FM",
  "Other Perpetrator known to the victim": "VICTIMS_HOMICIDE_OTHER_KNOWN",
  "Perpetrator unknown": "VICTIMS_HOMICIDE_UNKNOWN_PERPETRATOR",
  "Relationship to perpetrator is not known": "VICTIMS_HOMICIDE_REL_UNKNOWN",
};

/** Contexts; the terrorist offences are a part of the socio-political homicides. */
const CONTEXTS: LabelTable<Observation["offence_context"]> = {
  "Organized criminal groups or gangs": "ORGANIZED_CRIME",
  "Other criminal activities": "OTHER_CRIMINAL",
  "Interpersonal homicide": "INTERPERSONAL",
  "Socio-political homicide": "SOCIO_POLITICAL",
  "Socio-political homicide - terrorist offences": "TERRORISM",
  "Unknown types of homicide": "_U",
};

/** What a category of one dimension stands for. */
interface Target {
  readonly indicator: IndicatorId;
  readonly offence_context: Observation["offence_context"];
}

const perIndicator = (table: LabelTable<IndicatorId>): Readonly<Record<string, Target>> =>
  Object.fromEntries(
    Object.entries(table).map(([label, indicator]) => [
      label,
      { indicator, offence_context: "_T" },
    ]),
  );

const perContext: Readonly<Record<string, Target>> = Object.fromEntries(
  Object.entries(CONTEXTS).map(([label, offence_context]) => [
    label,
    { indicator: "VICTIMS_HOMICIDE", offence_context },
  ]),
);

type ByLabel<T> = Readonly<Record<string, T>>;

/** `Indicator`, `Dimension` and `Category` of the rows that are loaded. */
export const TARGETS: ByLabel<ByLabel<ByLabel<Target>>> = {
  [VICTIMS]: {
    [TOTAL]: perIndicator({ [TOTAL]: "VICTIMS_HOMICIDE" }),
    "by mechanisms": perIndicator(MECHANISMS),
    "by relationship to perpetrator": perIndicator(RELATIONSHIPS),
    "by situational context": perContext,
  },
  [ESTIMATE]: { [TOTAL]: perIndicator({ [TOTAL]: "VICTIMS_HOMICIDE_ESTIMATE" }) },
};

/** Values of `Indicator` that are not loaded, with the reason. */
export const INDICATORS_NOT_LOADED: LabelTable = {
  "Persons arrested/suspected for intentional homicide": "suspects, not victims",
  "Persons convicted for intentional homicide": "convicted persons, not victims",
  "Death due to intentional homicide in prison": "victims in prison only",
  "Victims of intentional homicide – City-level data": "cities are not in the list of areas",
};

/** Values of `Dimension` that are not loaded, with the reason. */
export const DIMENSIONS_NOT_LOADED: LabelTable = {
  "by citizenship": "citizenship is not a dimension of the table",
};

/** Column `Sex`, without `Unknown`. */
export const SEXES: LabelTable<Observation["sex"]> = { Total: "_T", Male: "M", Female: "F" };

/** Column `Age`. */
export const AGES: LabelTable<Observation["age"]> = {
  Total: "_T",
  "0-9": "Y0T9",
  "10 -14": "Y10T14",
  "15 -17": "Y15T17",
  "18-19": "Y18T19",
  "20-24": "Y20T24",
  "25-29": "Y25T29",
  "30-44": "Y30T44",
  "45-59": "Y45T59",
  "60 and older": "Y_GE60",
  Unknown: "_U",
};

/** Column `Unit of measurement`. */
export const UNITS: LabelTable<Observation["unit_measure"]> = {
  Counts: "NUMBER",
  "Rate per 100,000 population": "PER_100000_POP",
};

/** The published crosswalk of this source; of the areas only the codes that are not ISO3. */
export const CTS_LABELS: readonly SourceLabel[] = [
  ...sourceLabels("UNODC_CTS_HOMICIDE", "ref_area", "Iso3_code", CTS_AREAS),
  ...Object.entries({
    [`Category (${VICTIMS}, ${TOTAL})`]: { [TOTAL]: "VICTIMS_HOMICIDE" },
    [`Category (${ESTIMATE})`]: { [TOTAL]: "VICTIMS_HOMICIDE_ESTIMATE" },
    "Category (by mechanisms)": MECHANISMS,
    "Category (by relationship to perpetrator)": RELATIONSHIPS,
  }).flatMap(([column, table]) => sourceLabels("UNODC_CTS_HOMICIDE", "indicator", column, table)),
  ...sourceLabels(
    "UNODC_CTS_HOMICIDE",
    "offence_context",
    "Category (by situational context)",
    CONTEXTS,
  ),
  ...sourceLabels("UNODC_CTS_HOMICIDE", "sex", "Sex", SEXES),
  ...sourceLabels("UNODC_CTS_HOMICIDE", "age", "Age", AGES),
];

import type { IndicatorId } from "../codelists/indicator.ts";
import type { Dimension } from "../dimensions.ts";
import { type LabelTable, type SourceLabel, sourceLabels } from "../labels.ts";
import type { Observation } from "../observation.ts";

/** Label of the total line, in `Dimension` and in `Category`. */
export const TOTAL = "Total";

/** Column `Indicator`. */
export const INDICATORS = {
  "Arms seized": "ARMS_SEIZED",
  "Arms found": "ARMS_FOUND",
  "Arms surrendered": "ARMS_SURRENDERED",
  "Ammunition seized": "AMMUNITION_SEIZED",
  "Parts and components seized": "PARTS_SEIZED",
  "Instances/cases of seizures": "SEIZURE_CASES",
  "Individuals targeted by criminal justice system due to illicit trafficking in weapons":
    "PERSONS_TARGETED",
  "Individuals arrested/suspected for illicit trafficking in weapons": "PERSONS_ARRESTED",
  "Individuals prosecuted for illicit trafficking in weapons": "PERSONS_PROSECUTED",
  "Individuals convicted for illicit trafficking in weapons": "PERSONS_CONVICTED",
  "Individuals arrested/suspected": "PERSONS_ARRESTED_OFFENCE",
} as const satisfies LabelTable<IndicatorId>;

/** Column `Sex`. */
export const SEXES = {
  na: "_Z",
  Total: "_T",
  Male: "M",
  Female: "F",
  Unknown: "_U",
} as const satisfies LabelTable<Observation["sex"]>;

/** Column `Age`. */
export const AGES = { na: "_Z", Total: "_T" } as const satisfies LabelTable<Observation["age"]>;

const TYPES: LabelTable<Observation["weapon_type"]> = {
  pistol: "PISTOL",
  revolver: "REVOLVER",
  "rifle (Inlcuding Carbine)": "RIFLE",
  "shotgun (Including Short Carbine)": "SHOTGUN",
  "submachine gun": "SUBMACHINE_GUN",
  "machine gun": "MACHINE_GUN",
  "other weapons": "_O",
  "Unknown status on type": "_U",
  Total: "_T",
};

const MARKINGS: LabelTable<Observation["marking"]> = {
  "uniquely marked": "UNIQUELY_MARKED",
  "altered marking": "ALTERED",
  "no marking": "NOT_MARKED",
  "unknown Status On Marking": "_U",
  Total: "TOTAL_REPORTED",
  Surrendered: "TOTAL_REPORTED",
};

const CONDITIONS: LabelTable<Observation["condition"]> = {
  "Industrially manufactured arms": "INDUSTRIAL",
  "Converted arms": "CONVERTED",
  "Reactivated arms": "REACTIVATED",
  "Modified arms": "MODIFIED",
  "Assembled arms": "ASSEMBLED",
  "otherwise illicitly manufactured": "ILLICIT_OTHER_OR_UNKNOWN",
  Total: "TOTAL_REPORTED",
};

const GROUNDS: LabelTable<Observation["legal_ground"]> = {
  "illicit posession": "ILLICIT_POSSESSION",
  "illicit use": "ILLICIT_USE",
  "illicit trafficking": "ILLICIT_TRAFFICKING",
  "illicit manufacture": "ILLICIT_MANUFACTURE",
  "Altered markings": "ALTERED_MARKINGS",
  other: "_O",
  unknown: "_U",
  Total: "TOTAL_REPORTED",
};

const CONTEXTS: LabelTable<Observation["offence_context"]> = {
  "Illicit trafficking of firearms": "FIREARMS_TRAFFICKING",
  "illicit offences": "FIREARMS_TRAFFICKING",
  "Other arms offences": "OTHER_ARMS_OFFENCES",
  "Violent crime": "VIOLENT_CRIME",
  "Drug trafficking": "DRUG_TRAFFICKING",
  Drugs: "DRUG_TRAFFICKING",
  "Other type of trafficking": "OTHER_TRAFFICKING",
  "Other trafficking": "OTHER_TRAFFICKING",
  "Other forms of organized crime": "ORGANIZED_CRIME",
  "Acts of terrorism": "TERRORISM",
  Terrorism: "TERRORISM",
  Other: "_O",
};

const OFFENCES: LabelTable<Observation["offence_context"]> = {
  "Only for illicit trafficking in arms": "TRAFFICKING_ONLY",
  "Illicit trafficking andIllicit possession/use of arms": "TRAFFICKING_AND_POSSESSION",
  "Illicit trafficking and other arms offences": "TRAFFICKING_AND_OTHER_ARMS",
  "Illicit trafficking of arms and drug trafficking": "TRAFFICKING_AND_DRUGS",
  "Illicit trafficking of arms and other types of trafficking": "TRAFFICKING_AND_OTHER_TRAFFICKING",
  "Illicit trafficking of arms and violent crime": "TRAFFICKING_AND_VIOLENT_CRIME",
  "Illicit trafficking of arms and terrorism": "TRAFFICKING_AND_TERRORISM",
  "Illicit trafficking of arms and other offences": "TRAFFICKING_AND_OTHER",
};

/** Categories of `by location`, first block: where the arm was seized. */
export const PLACES: LabelTable<Observation["seizure_place"]> = {
  "national territory": "NATIONAL_TERRITORY",
  "land borders": "LAND_BORDER",
  "vessels and harbours": "VESSEL_HARBOUR",
  "planes and airports": "PLANE_AIRPORT",
  other: "_O",
  unknown: "_U",
  Total: "TOTAL_REPORTED",
};

const IDENTIFIABLE = "Uniquely identifiable - ";
const NOT_IDENTIFIABLE = "Not uniquely identifiable - ";

/** Categories of `by location`, second block: what tracing found. */
export const TRACES: LabelTable<Observation["trace_status"]> = {
  [`${IDENTIFIABLE}from legitimate owner in national registry`]: "LEGIT_OWNER_NATIONAL",
  [`${IDENTIFIABLE}from illegitimate owner in national registry`]: "ILLEGIT_OWNER_NATIONAL",
  [`${IDENTIFIABLE}from illegitimate owner in foreign registry`]: "ILLEGIT_OWNER_FOREIGN",
  [`${IDENTIFIABLE}point of diversion otherwise identified`]: "DIVERSION_OTHERWISE",
  [`${IDENTIFIABLE}tracing attempted, no point of diversion identified`]: "ATTEMPTED_NO_DIVERSION",
  [`${IDENTIFIABLE}tracing procedure pending`]: "PENDING",
  [`${IDENTIFIABLE}no tracing procedure initiated`]: "NOT_INITIATED",
  [`${IDENTIFIABLE}total uniquely identifiable through marking`]: "IDENTIFIABLE_TOTAL",
  [`${NOT_IDENTIFIABLE}Erased or altered marking`]: "NOT_ID_ERASED",
  [`${NOT_IDENTIFIABLE}Illicitly manufactured`]: "NOT_ID_ILLICIT_MANUFACTURE",
  [`${NOT_IDENTIFIABLE}No further information available`]: "NOT_ID_NO_INFORMATION",
  "Total not uniquely identifiable through marking": "NOT_IDENTIFIABLE_TOTAL",
  "Unknown status regarding marking": "_U",
  Total: "TOTAL_REPORTED",
};

/** Tracing lines that sum up others; with the unknown they make up the tracing total. */
export const TRACE_SUBTOTALS: ReadonlySet<string> = new Set([
  "IDENTIFIABLE_TOTAL",
  "NOT_IDENTIFIABLE_TOTAL",
]);

const ARMS: readonly IndicatorId[] = ["ARMS_SEIZED", "ARMS_FOUND", "ARMS_SURRENDERED"];
const SEIZED: readonly IndicatorId[] = ["ARMS_SEIZED"];

/** What a value of column `Dimension` means: our dimension, its labels, where it may occur. */
export interface Breakdown {
  readonly dimension: Dimension;
  readonly table: LabelTable;
  readonly indicators: readonly IndicatorId[];
}

/** Column `Dimension`, without `Total` and `by location`. */
export const BREAKDOWNS: Readonly<Record<string, Breakdown>> = {
  "by type": { dimension: "weapon_type", table: TYPES, indicators: ARMS },
  "by marking": { dimension: "marking", table: MARKINGS, indicators: ARMS },
  "by condition": { dimension: "condition", table: CONDITIONS, indicators: SEIZED },
  "by legal justification of seizure": {
    dimension: "legal_ground",
    table: GROUNDS,
    indicators: SEIZED,
  },
  "by other suspected offences": {
    dimension: "offence_context",
    table: CONTEXTS,
    indicators: SEIZED,
  },
  "by type of offences": {
    dimension: "offence_context",
    table: OFFENCES,
    indicators: ["PERSONS_ARRESTED_OFFENCE"],
  },
};

/** The dimension under which the publisher prints two tables: places and tracing results. */
export const BY_LOCATION = "by location";
export const PLACE: Breakdown = { dimension: "seizure_place", table: PLACES, indicators: SEIZED };
export const TRACE: Breakdown = { dimension: "trace_status", table: TRACES, indicators: ARMS };

/** Labels under which the publisher prints two questionnaire lines, in every release so far. */
export const PAIRED_LABELS: ReadonlySet<string> = new Set([
  "otherwise illicitly manufactured",
  "Illicit trafficking of arms and other types of trafficking",
]);

/** The published crosswalk of this source. */
export const IAFQ_LABELS: readonly SourceLabel[] = [
  ...sourceLabels("UNODC_IAFQ", "indicator", "Indicator", INDICATORS),
  ...sourceLabels("UNODC_IAFQ", "sex", "Sex", SEXES),
  ...sourceLabels("UNODC_IAFQ", "age", "Age", AGES),
  ...Object.entries(BREAKDOWNS).flatMap(([label, { dimension, table }]) =>
    sourceLabels("UNODC_IAFQ", dimension, `Category (${label})`, table),
  ),
  ...[PLACE, TRACE].flatMap(({ dimension, table }) =>
    sourceLabels("UNODC_IAFQ", dimension, `Category (${BY_LOCATION})`, table),
  ),
];

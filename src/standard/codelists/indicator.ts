import type { Code, CodeList } from "../code.ts";
import { type Dimension, PERSON_DIMENSIONS, WEAPON_DIMENSIONS } from "../dimensions.ts";

/** What is counted: decides which dimensions can exist at all. */
export type Counted = "arms" | "objects" | "persons" | "ratio";

interface IndicatorCode<C extends string> extends Code<C> {
  readonly counted: Counted;
}

const indicator = <C extends string>(
  code: C,
  counted: Counted,
  label: string,
  definition: string,
  source: string,
): IndicatorCode<C> => ({ code, counted, label, definition, source });

const IAFQ = "UNODC Illicit Arms Flows Questionnaire";

export const CL_INDICATOR = {
  id: "CL_INDICATOR",
  name: "Indicator",
  codes: [
    indicator(
      "ARMS_SEIZED",
      "arms",
      "Arms seized",
      "Arms physically apprehended by a competent authority in the year, for good or not. A measure of enforcement and recording, not of trafficking.",
      IAFQ,
    ),
    indicator(
      "ARMS_FOUND",
      "arms",
      "Arms found",
      "Arms apprehended without a planned investigation and with no apparent holder.",
      IAFQ,
    ),
    indicator(
      "ARMS_SURRENDERED",
      "arms",
      "Arms surrendered",
      "Arms handed over willingly, campaigns and disarmament programmes included.",
      IAFQ,
    ),
    indicator(
      "AMMUNITION_SEIZED",
      "objects",
      "Ammunition seized",
      "Ammunition seized. Units (rounds or lots) are not uniform between States; no sum over States is defensible.",
      IAFQ,
    ),
    indicator(
      "PARTS_SEIZED",
      "objects",
      "Parts and components seized",
      "Parts and components of firearms seized.",
      IAFQ,
    ),
    indicator(
      "SEIZURE_CASES",
      "objects",
      "Seizure cases",
      "Instances or cases in which arms were seized.",
      IAFQ,
    ),
    indicator(
      "PERSONS_TARGETED",
      "persons",
      "Persons targeted by the justice system",
      "Persons targeted by the criminal justice system because of illicit trafficking in weapons.",
      IAFQ,
    ),
    indicator(
      "PERSONS_ARRESTED",
      "persons",
      "Persons arrested or suspected",
      "Persons arrested or suspected for illicit trafficking in weapons.",
      IAFQ,
    ),
    indicator(
      "PERSONS_PROSECUTED",
      "persons",
      "Persons prosecuted",
      "Persons prosecuted for illicit trafficking in weapons.",
      IAFQ,
    ),
    indicator(
      "PERSONS_CONVICTED",
      "persons",
      "Persons convicted",
      "Persons convicted for illicit trafficking in weapons.",
      IAFQ,
    ),
    indicator(
      "PERSONS_ARRESTED_OFFENCE",
      "persons",
      "Persons arrested or suspected, by combination of offences",
      "Persons arrested or suspected, by the offences that go with illicit trafficking. The source gives no total.",
      IAFQ,
    ),
    indicator(
      "ARMS_TRACED",
      "arms",
      "Firearms traced (United States)",
      "Firearms recovered in the United States and submitted for tracing, or traced to a first retail sale. Not a sample of firearms used in crime.",
      "ATF",
    ),
    indicator(
      "PARTS_TRACED",
      "objects",
      "Receivers, silencers and conversion devices traced (United States)",
      "Receivers and frames, silencers and machine-gun conversion devices that were traced. Not arms.",
      "ATF",
    ),
    indicator(
      "ARRESTS_WEAPONS",
      "persons",
      "Weapons arrests (United States)",
      "Arrests for weapons offences: mostly carrying and possession, of any weapon. Not trafficking. Arrests, not persons.",
      "FBI",
    ),
  ],
} as const satisfies CodeList;

export type IndicatorId = (typeof CL_INDICATOR)["codes"][number]["code"];

const NOT_APPLICABLE: Record<Counted, readonly Dimension[]> = {
  arms: PERSON_DIMENSIONS,
  objects: [...PERSON_DIMENSIONS, ...WEAPON_DIMENSIONS, "offence_context"],
  persons: WEAPON_DIMENSIONS,
  ratio: [],
};

/** Traces carry the possessor's age, so person dimensions can exist for ATF indicators. */
const EXCEPTIONS: Partial<Record<IndicatorId, readonly Dimension[]>> = {
  ARMS_TRACED: [],
  PARTS_TRACED: ["weapon_type"],
};

/** What the indicator counts. Throws when the code is not in CL_INDICATOR. */
export const countedBy = (code: IndicatorId): Counted => {
  const entry = CL_INDICATOR.codes.find((candidate) => candidate.code === code);
  if (entry === undefined) throw new Error(`Indicator ${code} is not in CL_INDICATOR.`);
  return entry.counted;
};

/** Dimensions that cannot exist for an indicator; its rows hold `_Z` there. */
export const notApplicableDimensions = (code: IndicatorId): readonly Dimension[] =>
  EXCEPTIONS[code] ?? NOT_APPLICABLE[countedBy(code)];

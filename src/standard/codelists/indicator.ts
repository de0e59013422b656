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
const CTS = "UNODC Crime Trends Survey";
const SDG = "SDG 16.4.2";
const OURS = "Illicit Arms Monitor";

/** Victims: persons who were harmed. Their sex and age say nothing of those who carry or traffic arms. */
const victims = <C extends string>(
  code: C,
  label: string,
  definition: string,
  source: string,
): IndicatorCode<C> => indicator(code, "persons", label, definition, source);

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
    indicator(
      "EXPLOSIVES_SEIZED",
      "objects",
      "Explosive devices seized",
      "Explosive devices seized. Not arms.",
      "ISP-RJ",
    ),
    indicator(
      "REPLICAS_SEIZED",
      "objects",
      "Replicas seized",
      "Replicas and imitations seized, airsoft and paintball included. Not arms.",
      "ISP-RJ",
    ),
    indicator("BLADED_SEIZED", "objects", "Blades seized", "Bladed weapons seized.", "ISP-RJ"),
    victims(
      "VICTIMS_HOMICIDE",
      "Victims of intentional homicide",
      "Victims of intentional homicide, by any means.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_ESTIMATE",
      "Victims of intentional homicide, regional estimate",
      "Victims of intentional homicide of a region, estimated by UNODC.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_FIREARM",
      "Victims of homicide by firearm",
      "Victims of intentional homicide killed with a firearm.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_FIREARM_EXPLOSIVE",
      "Victims of homicide by firearm or explosive",
      "Victims of intentional homicide killed with a firearm or an explosive. Holds those killed with a firearm.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_SHARP",
      "Victims of homicide by sharp object",
      "Victims of intentional homicide killed with a sharp object.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_OTHER_WEAPON",
      "Victims of homicide by another weapon",
      "Victims of intentional homicide killed with another weapon than a firearm or an explosive. Holds sharp objects.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_NO_WEAPON",
      "Victims of homicide without a weapon",
      "Victims of intentional homicide killed without a weapon or by another mechanism.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_MEANS_UNKNOWN",
      "Victims of homicide, means unspecified",
      "Victims of intentional homicide whose means of killing the source does not specify.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_OTHER_MECHANISM",
      "Victims of homicide by another mechanism",
      "Victims of intentional homicide killed neither with a firearm nor with a sharp object.",
      "UNODC Global Study on Homicide 2019",
    ),
    victims(
      "VICTIMS_HOMICIDE_UNKNOWN_MECHANISM",
      "Victims of homicide, mechanism unknown",
      "Victims of intentional homicide whose mechanism the source does not know.",
      "UNODC Global Study on Homicide 2019",
    ),
    victims(
      "VICTIMS_HOMICIDE_IPFM",
      "Victims of homicide by a partner or family member",
      "Victims of intentional homicide killed by an intimate partner or a family member. By any means: no public international file says whether a firearm was used.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_IP",
      "Victims of homicide by an intimate partner",
      "Victims of intentional homicide killed by an intimate partner, by any means. Part of partner or family member.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_FM",
      "Victims of homicide by a family member",
      "Victims of intentional homicide killed by a family member, by any means. Part of partner or family member.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_OTHER_KNOWN",
      "Victims of homicide by another known perpetrator",
      "Victims of intentional homicide killed by another perpetrator known to them, by any means.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_UNKNOWN_PERPETRATOR",
      "Victims of homicide by a perpetrator unknown to them",
      "Victims of intentional homicide killed by a perpetrator unknown to them, by any means.",
      CTS,
    ),
    victims(
      "VICTIMS_HOMICIDE_REL_UNKNOWN",
      "Victims of homicide, relationship unknown",
      "Victims of intentional homicide whose relationship to the perpetrator is not known.",
      CTS,
    ),
    victims(
      "VICTIMS_FEMICIDE_FIREARM",
      "Victims of femicide by firearm (Mexico)",
      "Women killed with a firearm, recorded as femicide. Not counted among the victims of homicide.",
      "SESNSP",
    ),
    victims(
      "VICTIMS_INJURY_FIREARM",
      "Victims of injury by firearm (Mexico)",
      "Victims of intentional injury with a firearm.",
      "SESNSP",
    ),
    victims(
      "VICTIMS_NEGLIGENT_HOMICIDE_FIREARM",
      "Victims of negligent homicide by firearm (Mexico)",
      "Victims of negligent homicide with a firearm.",
      "SESNSP",
    ),
    victims(
      "VICTIMS_NEGLIGENT_INJURY_FIREARM",
      "Victims of negligent injury by firearm (Mexico)",
      "Victims of negligent injury with a firearm.",
      "SESNSP",
    ),
    indicator(
      "SDG_16_4_2",
      "ratio",
      "SDG 16.4.2 as published",
      "Proportion of seized, found or surrendered arms whose illicit origin or context has been traced or established, as the custodians publish it.",
      SDG,
    ),
    indicator(
      "SDG_16_4_2_RULE",
      "ratio",
      "16.4.2 recomputed by the rule that the published values follow, one year",
      "100 N / D of arms seized: N are the arms traced to an illegitimate owner or whose point of diversion was otherwise identified; D adds those with tracing attempted, pending or not initiated and those of unknown marking. Worked out from the numbers, not an official statement.",
      OURS,
    ),
    indicator(
      "SDG_16_4_2_RULE_MEAN",
      "ratio",
      "16.4.2 recomputed by the rule, mean of two years",
      "Mean of the yearly ratios by the rule of a year and the year after, labelled with the first year: the convention of the 2026 values. A year without a positive denominator is left out.",
      OURS,
    ),
    indicator(
      "SDG_16_4_2_RULE_POOLED",
      "ratio",
      "16.4.2 recomputed by the rule, two years pooled",
      "Numerators and denominators by the rule of a year and the year before, summed and then divided, labelled with the second year: the convention of the 2023 values.",
      OURS,
    ),
    indicator(
      "SDG_16_4_2_WORDING",
      "ratio",
      "16.4.2 by the wording of the metadata, one year",
      "100 N / D of arms seized, found and surrendered: N as in the rule, D the total of the tracing table. An approximation: the source does not separate criminal from administrative seizures.",
      OURS,
    ),
    indicator(
      "SDG_16_4_2_WORDING_MEAN",
      "ratio",
      "16.4.2 by the wording of the metadata, mean of two years",
      "Mean of the yearly ratios by the wording of a year and the year after, labelled with the first year.",
      OURS,
    ),
    indicator(
      "SDG_16_4_2_WORDING_POOLED",
      "ratio",
      "16.4.2 by the wording of the metadata, two years pooled",
      "Numerators and denominators by the wording of a year and the year before, summed and then divided, labelled with the second year.",
      OURS,
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

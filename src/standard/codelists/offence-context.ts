import {
  type Code,
  type CodeList,
  notApplicableCode,
  otherCode,
  totalCode,
  unknownCode,
} from "../code.ts";

const IAFQ = "UNODC Illicit Arms Flows Questionnaire";
const CTS = "UNODC Crime Trends Survey";

/** An ATF crime category: code, label, and the wider context that helps to read it. */
const us = <C extends string>(code: C, label: string, parent?: string) => ({
  code: `US_${code}` as const,
  label: `${label} (United States)`,
  definition: `Category '${label}' of the ATF list of crimes most often reported with a trace. The list is cut to the largest categories.`,
  ...(parent === undefined ? {} : { parent }),
  source: "ATF",
});

/** Criminal context of a seizure, of an arrest, of a trace or of a homicide. Contexts of one row set may overlap. */
export const CL_OFFENCE_CONTEXT = {
  id: "CL_OFFENCE_CONTEXT",
  name: "Offence context",
  codes: [
    totalCode("All contexts"),
    {
      code: "FIREARMS_TRAFFICKING",
      label: "Firearms trafficking",
      definition: "Seized in connection with suspected illicit trafficking of firearms.",
      source: IAFQ,
    },
    {
      code: "OTHER_ARMS_OFFENCES",
      label: "Other arms offences",
      definition: "Seized in connection with other suspected arms offences.",
      source: IAFQ,
    },
    {
      code: "VIOLENT_CRIME",
      label: "Violent crime",
      definition: "Seized in connection with suspected violent crime.",
      source: IAFQ,
    },
    {
      code: "DRUG_TRAFFICKING",
      label: "Drug trafficking",
      definition: "Seized in connection with suspected drug trafficking.",
      source: IAFQ,
    },
    {
      code: "OTHER_TRAFFICKING",
      label: "Other trafficking",
      definition: "Seized in connection with another suspected type of trafficking.",
      source: IAFQ,
    },
    {
      code: "ORGANIZED_CRIME",
      label: "Other organized crime",
      definition:
        "Arms: seized in connection with other suspected forms of organized crime. Victims: killed in connection with organized criminal groups or gangs.",
      source: `${IAFQ}; ${CTS}`,
    },
    {
      code: "TERRORISM",
      label: "Acts of terrorism",
      definition:
        "Arms: seized in connection with suspected acts of terrorism. Victims: killed in terrorist offences, a part of the socio-political homicides.",
      source: `${IAFQ}; ${CTS}`,
    },
    {
      code: "TRAFFICKING_ONLY",
      label: "Arms trafficking only",
      definition: "Persons arrested or suspected only for illicit trafficking in arms.",
      source: IAFQ,
    },
    {
      code: "TRAFFICKING_AND_POSSESSION",
      label: "Trafficking and illicit possession or use",
      definition: "Persons: illicit trafficking together with illicit possession or use of arms.",
      source: IAFQ,
    },
    {
      code: "TRAFFICKING_AND_OTHER_ARMS",
      label: "Trafficking and other arms offences",
      definition: "Persons: illicit trafficking together with other arms offences.",
      source: IAFQ,
    },
    {
      code: "TRAFFICKING_AND_DRUGS",
      label: "Trafficking in arms and drugs",
      definition: "Persons: illicit trafficking of arms together with drug trafficking.",
      source: IAFQ,
    },
    {
      code: "TRAFFICKING_AND_OTHER_TRAFFICKING",
      label: "Trafficking in arms and other trafficking",
      definition:
        "Persons: illicit trafficking of arms together with other types of trafficking. The publisher prints this label twice in some country-years; both lines are summed.",
      source: IAFQ,
    },
    {
      code: "TRAFFICKING_AND_VIOLENT_CRIME",
      label: "Trafficking in arms and violent crime",
      definition: "Persons: illicit trafficking of arms together with violent crime.",
      source: IAFQ,
    },
    {
      code: "TRAFFICKING_AND_TERRORISM",
      label: "Trafficking in arms and terrorism",
      definition: "Persons: illicit trafficking of arms together with terrorism.",
      source: IAFQ,
    },
    {
      code: "TRAFFICKING_AND_OTHER",
      label: "Trafficking in arms and other offences",
      definition: "Persons: illicit trafficking of arms together with other offences.",
      source: IAFQ,
    },
    {
      code: "OTHER_CRIMINAL",
      label: "Other criminal activities",
      definition:
        "Victims: killed in connection with criminal activities other than those of organized groups or gangs.",
      source: CTS,
    },
    {
      code: "INTERPERSONAL",
      label: "Interpersonal homicide",
      definition: "Victims: killed in a conflict between persons.",
      source: CTS,
    },
    {
      code: "SOCIO_POLITICAL",
      label: "Socio-political homicide",
      definition:
        "Victims: killed for a social or political motive. Holds the terrorist offences, which stand in a line of their own.",
      source: CTS,
    },
    us("WEAPONS_TRAFFICKING", "Weapons trafficking", "FIREARMS_TRAFFICKING"),
    us("POSSESSION_OF_WEAPON", "Possession of weapon", "OTHER_ARMS_OFFENCES"),
    us("WEAPON_OFFENCE", "Weapon offense", "OTHER_ARMS_OFFENCES"),
    us("CARRYING_CONCEALED", "Carrying concealed weapon", "OTHER_ARMS_OFFENCES"),
    us("CARRYING_PROHIBITED", "Carrying prohibited weapon", "OTHER_ARMS_OFFENCES"),
    us("FIRING_WEAPON", "Firing weapon", "OTHER_ARMS_OFFENCES"),
    us("SELLING_WEAPON", "Selling weapon", "OTHER_ARMS_OFFENCES"),
    us("HOMICIDE", "Homicide", "VIOLENT_CRIME"),
    us("HOMICIDE_ATTEMPTED", "Homicide, attempted", "VIOLENT_CRIME"),
    us("AGGRAVATED_ASSAULT", "Aggravated assault", "VIOLENT_CRIME"),
    us("SIMPLE_ASSAULT", "Simple assault", "VIOLENT_CRIME"),
    us("ROBBERY", "Robbery", "VIOLENT_CRIME"),
    us("SEX_CRIMES", "Sex crimes", "VIOLENT_CRIME"),
    us("THREAT", "Threat", "VIOLENT_CRIME"),
    us("AGAINST_PERSON", "Crimes against person", "VIOLENT_CRIME"),
    us("DANGEROUS_DRUGS", "Dangerous drugs"),
    us("SMUGGLING", "Smuggling"),
    us("FOUND_FIREARM", "Found firearm"),
    us("UNDER_INVESTIGATION", "Firearm under investigation"),
    us("FAMILY_OFFENCE", "Family offense"),
    us("SUICIDE", "Suicide"),
    us("SUICIDE_ATTEMPTED", "Suicide, attempted"),
    us("PROPERTY", "Property crimes"),
    us("BURGLARY", "Burglary"),
    us("HEALTH_SAFETY", "Health and safety"),
    us("TRAFFIC", "Traffic offense"),
    us("OBSTRUCTION", "Obstruction of justice"),
    us("MILITARY", "Military"),
    us("PUBLIC_PEACE", "Public peace"),
    us("PUBLIC_ORDER", "Public order crimes"),
    us("SOVEREIGNTY", "Sovereignty"),
    us("FRAUD", "Fraud"),
    us("ARSON", "Arson"),
    us("IMMIGRATION", "Immigration"),
    otherCode("Other context", "Any context outside the named ones."),
    unknownCode("Context unknown"),
    notApplicableCode(),
  ] satisfies readonly Code[],
} as const satisfies CodeList;

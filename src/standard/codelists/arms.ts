import {
  type CodeList,
  notApplicableCode,
  otherCode,
  reportedTotalCode,
  totalCode,
  unknownCode,
} from "../code.ts";

const QUESTIONNAIRE = "UNODC annual seizures questionnaire";
const IAFQ = "UNODC Illicit Arms Flows Questionnaire";

/** Weapon types of the IAFQ, to which national types are mapped. */
export const CL_WEAPON_TYPE = {
  id: "CL_WEAPON_TYPE",
  name: "Weapon type",
  codes: [
    totalCode("All types"),
    {
      code: "PISTOL",
      label: "Pistol",
      definition:
        "Handgun whose chamber is part of the barrel, usually self-loading. Questionnaire wording unverified.",
      source: IAFQ,
    },
    {
      code: "REVOLVER",
      label: "Revolver",
      definition: "Handgun with a revolving cylinder of chambers.",
      source: QUESTIONNAIRE,
    },
    {
      code: "RIFLE",
      label: "Rifle or carbine",
      definition:
        "Long-barrelled firearm with a rifled bore, fired from the shoulder, one projectile at a time; carbines included.",
      source: QUESTIONNAIRE,
    },
    {
      code: "SHOTGUN",
      label: "Shotgun",
      definition: "Long gun without rifling, fired from the shoulder, many small projectiles.",
      source: QUESTIONNAIRE,
    },
    {
      code: "SUBMACHINE_GUN",
      label: "Submachine gun",
      definition: "Hand-held, lightweight automatic weapon firing a low-energy handgun cartridge.",
      source: QUESTIONNAIRE,
    },
    {
      code: "MACHINE_GUN",
      label: "Machine gun",
      definition: "Fully automatic firearm. National legal definitions differ.",
      source: QUESTIONNAIRE,
    },
    otherCode(
      "Other weapons",
      "Any weapon outside the named types. Break-action handguns (derringer, garrucha) and home-made arms of national sources are placed here.",
    ),
    unknownCode("Type unknown"),
    notApplicableCode(),
  ],
} as const satisfies CodeList;

/** State of the marking at the moment of seizure (IAFQ). */
export const CL_MARKING = {
  id: "CL_MARKING",
  name: "Marking",
  codes: [
    totalCode("All markings"),
    {
      code: "UNIQUELY_MARKED",
      label: "Uniquely marked",
      definition: "Bears a marking that identifies this one arm.",
      source: IAFQ,
    },
    {
      code: "ALTERED",
      label: "Marking altered",
      definition: "The marking was removed or altered.",
      source: IAFQ,
    },
    {
      code: "NOT_MARKED",
      label: "Not marked",
      definition: "Bears no marking.",
      source: IAFQ,
    },
    unknownCode("Marking unknown"),
    reportedTotalCode(),
    notApplicableCode(),
  ],
} as const satisfies CodeList;

/** How the arm came to be what it is (IAFQ, by condition). */
export const CL_CONDITION = {
  id: "CL_CONDITION",
  name: "Condition",
  codes: [
    totalCode("All conditions"),
    {
      code: "INDUSTRIAL",
      label: "Industrially manufactured",
      definition: "Made by an industrial manufacturer.",
      source: IAFQ,
    },
    {
      code: "CONVERTED",
      label: "Converted",
      definition: "Made from something that was not a lethal firearm. Wording unverified.",
      source: IAFQ,
    },
    {
      code: "REACTIVATED",
      label: "Reactivated",
      definition: "Made to fire again after deactivation. Wording unverified.",
      source: IAFQ,
    },
    {
      code: "MODIFIED",
      label: "Modified",
      definition: "A firearm that was illicitly altered. Wording unverified.",
      source: IAFQ,
    },
    {
      code: "ASSEMBLED",
      label: "Assembled",
      definition: "Put together from parts. Wording unverified.",
      source: IAFQ,
    },
    {
      code: "ILLICIT_OTHER_OR_UNKNOWN",
      label: "Otherwise illicitly made, or unknown",
      definition:
        "Two questionnaire lines that the publisher prints under one label; the second is probably 'condition unknown'. They are summed and the split is not published.",
      source: IAFQ,
    },
    reportedTotalCode(),
    notApplicableCode(),
  ],
} as const satisfies CodeList;

/** Legal ground of the seizure (IAFQ). */
export const CL_LEGAL_GROUND = {
  id: "CL_LEGAL_GROUND",
  name: "Legal ground of the seizure",
  codes: [
    totalCode("All legal grounds"),
    {
      code: "ILLICIT_POSSESSION",
      label: "Illicit possession",
      definition: "Seized because it was held unlawfully.",
      source: IAFQ,
    },
    {
      code: "ILLICIT_USE",
      label: "Illicit use",
      definition: "Seized because it was used unlawfully.",
      source: IAFQ,
    },
    {
      code: "ILLICIT_TRAFFICKING",
      label: "Illicit trafficking",
      definition: "Seized on the ground of illicit trafficking.",
      source: IAFQ,
    },
    {
      code: "ILLICIT_MANUFACTURE",
      label: "Illicit manufacture",
      definition: "Seized on the ground of illicit manufacture.",
      source: IAFQ,
    },
    {
      code: "ALTERED_MARKINGS",
      label: "Altered markings",
      definition: "Seized because its markings were falsified, removed or altered.",
      source: IAFQ,
    },
    otherCode("Other ground", "Any legal ground outside the named ones."),
    unknownCode("Ground unknown"),
    reportedTotalCode(),
    notApplicableCode(),
  ],
} as const satisfies CodeList;

/** Where the arm was seized (IAFQ, by location, first block). */
export const CL_SEIZURE_PLACE = {
  id: "CL_SEIZURE_PLACE",
  name: "Place of seizure",
  codes: [
    totalCode("All places"),
    {
      code: "NATIONAL_TERRITORY",
      label: "National territory",
      definition: "Inside the country, away from borders, ports and airports.",
      source: IAFQ,
    },
    {
      code: "LAND_BORDER",
      label: "Land borders",
      definition: "At a land border.",
      source: IAFQ,
    },
    {
      code: "VESSEL_HARBOUR",
      label: "Vessels and harbours",
      definition: "On a vessel or in a harbour.",
      source: IAFQ,
    },
    {
      code: "PLANE_AIRPORT",
      label: "Planes and airports",
      definition: "On an aircraft or at an airport.",
      source: IAFQ,
    },
    otherCode("Other place", "Any place outside the named ones."),
    unknownCode("Place unknown"),
    reportedTotalCode(),
    notApplicableCode(),
  ],
} as const satisfies CodeList;

/** Result of tracing (IAFQ tables 5.1-5.3; ATF). */
export const CL_TRACE_STATUS = {
  id: "CL_TRACE_STATUS",
  name: "Trace status",
  codes: [
    totalCode("All trace results"),
    {
      code: "LEGIT_OWNER_NATIONAL",
      label: "Identifiable: legitimate owner in the national registry",
      definition:
        "Uniquely identifiable, from a legitimate owner in the national registry. Left out of the 16.4.2 rule.",
      parent: "IDENTIFIABLE_TOTAL",
      source: IAFQ,
    },
    {
      code: "ILLEGIT_OWNER_NATIONAL",
      label: "Traced: illegitimate owner in the national registry",
      definition:
        "Uniquely identifiable, from an illegitimate owner in the national registry. Counts as traced in 16.4.2.",
      parent: "IDENTIFIABLE_TOTAL",
      source: IAFQ,
    },
    {
      code: "ILLEGIT_OWNER_FOREIGN",
      label: "Traced: illegitimate owner in a foreign registry",
      definition:
        "Uniquely identifiable, from an illegitimate owner in a foreign registry. Counts as traced in 16.4.2.",
      parent: "IDENTIFIABLE_TOTAL",
      source: IAFQ,
    },
    {
      code: "DIVERSION_OTHERWISE",
      label: "Traced: point of diversion otherwise identified",
      definition:
        "Uniquely identifiable, point of diversion established by other means. Counts as traced in 16.4.2.",
      parent: "IDENTIFIABLE_TOTAL",
      source: IAFQ,
    },
    {
      code: "ATTEMPTED_NO_DIVERSION",
      label: "Tracing attempted, point of diversion not found",
      definition: "Uniquely identifiable, tracing attempted without finding a point of diversion.",
      parent: "IDENTIFIABLE_TOTAL",
      source: IAFQ,
    },
    {
      code: "PENDING",
      label: "Tracing pending",
      definition: "Uniquely identifiable, tracing procedure not finished.",
      parent: "IDENTIFIABLE_TOTAL",
      source: IAFQ,
    },
    {
      code: "NOT_INITIATED",
      label: "No tracing started",
      definition: "Uniquely identifiable, no tracing procedure initiated.",
      parent: "IDENTIFIABLE_TOTAL",
      source: IAFQ,
    },
    {
      code: "IDENTIFIABLE_TOTAL",
      label: "Subtotal: uniquely identifiable",
      definition: "Subtotal of the uniquely identifiable arms, as the State wrote it.",
      source: IAFQ,
    },
    {
      code: "NOT_ID_ERASED",
      label: "Not identifiable: marking erased or altered",
      definition: "Not uniquely identifiable because its marking was erased or altered.",
      parent: "NOT_IDENTIFIABLE_TOTAL",
      source: IAFQ,
    },
    {
      code: "NOT_ID_ILLICIT_MANUFACTURE",
      label: "Not identifiable: illicitly made",
      definition: "Not uniquely identifiable because it was illicitly manufactured.",
      parent: "NOT_IDENTIFIABLE_TOTAL",
      source: IAFQ,
    },
    {
      code: "NOT_ID_NO_INFORMATION",
      label: "Not identifiable: no further information",
      definition: "Not uniquely identifiable, no further information available.",
      parent: "NOT_IDENTIFIABLE_TOTAL",
      source: IAFQ,
    },
    {
      code: "NOT_IDENTIFIABLE_TOTAL",
      label: "Subtotal: not uniquely identifiable",
      definition: "Subtotal of the arms that cannot be identified, as the State wrote it.",
      source: IAFQ,
    },
    {
      code: "TRACED_TO_PURCHASER",
      label: "Traced to a purchaser (United States)",
      definition:
        "ATF: traced to the first retail purchaser. Another end point than a point of diversion; never used for 16.4.2.",
      source: "ATF",
    },
    unknownCode("Marking status unknown"),
    reportedTotalCode(),
    notApplicableCode(),
  ],
} as const satisfies CodeList;

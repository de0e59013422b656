import type { Term } from "../../terms.ts";

/** Terms for what authorities do: taking arms in, tracing them, dealing with persons. */
export const JUSTICE: readonly Term[] = [
  {
    id: "seized",
    term: "Seized",
    forms: ["seized", "seizure", "seizures"],
    definition:
      "Physically taken by a competent authority, permanently or for a time, over a suspected criminal offence or an administrative violation. Indicator 16.4.2 means seizures for criminal offences only; the published file does not tell the two apart. Seizures measure what authorities do and record, not how much is trafficked.",
    source: "METADATA",
    see: ["found", "surrendered", "legal-ground"],
  },
  {
    id: "found",
    term: "Found",
    forms: ["arms found"],
    definition:
      "Taken by an authority without a planned investigation or inspection, and with no apparent holder, whether or not the arm was reported lost or stolen.",
    source: "METADATA",
    see: ["seized", "surrendered"],
  },
  {
    id: "surrendered",
    term: "Surrendered",
    forms: ["surrendered"],
    definition:
      "Handed over willingly and not because of a planned investigation; includes campaigns and disarmament programmes.",
    source: "METADATA",
    see: ["seized", "found"],
  },
  {
    id: "illicit-trafficking",
    term: "Illicit trafficking",
    forms: ["illicit trafficking", "arms trafficking", "trafficking", "trafficked"],
    definition:
      "Import, export, acquisition, sale, delivery, movement or transfer of firearms, their parts or ammunition from or across the territory of one State Party to that of another, where one of them does not authorize it or where the firearms are not marked as the Protocol asks. It crosses a border by definition; many seizures do not.",
    source: "PROTOCOL",
    see: ["illicit-manufacturing", "seized", "legal-ground"],
  },
  {
    id: "illicit-manufacturing",
    term: "Illicit manufacturing",
    forms: [
      "illicit manufacturing",
      "illicit manufacture",
      "illicitly manufactured",
      "illicitly made",
    ],
    definition:
      "Making or assembling firearms, their parts or ammunition from trafficked parts, without a licence or authorization, or without marking the firearms when they are made.",
    source: "PROTOCOL",
    see: ["illicit-trafficking", "marking", "assembled"],
  },
  {
    id: "tracing",
    term: "Tracing",
    forms: ["tracing", "traced", "trace", "traces"],
    definition:
      "Following an arm, and where possible its parts and ammunition, systematically through records, at home or with other countries, to where it left legal hands. ATF traces end at the first retail purchaser, which is another end point; the two are never joined here.",
    source: "METADATA",
    see: ["point-of-diversion", "last-legal-record", "first-retail-sale"],
  },
  {
    id: "point-of-diversion",
    term: "Point of diversion",
    forms: ["point of diversion", "points of diversion"],
    definition:
      "The place, time or circumstance at which an arm left the licit circuit. For an illicitly made arm it is the manufacture itself. To establish it by tracing, the last legal record must be found; an authority can also establish it by other means, such as intelligence.",
    source: "METADATA",
    see: ["last-legal-record", "tracing", "sdg-16-4-2"],
  },
  {
    id: "last-legal-record",
    term: "Last legal record",
    forms: ["last legal record"],
    definition:
      "The last entry in a register under which the arm was still held lawfully. Tracing must find it to establish the point of diversion.",
    source: "METADATA",
    see: ["point-of-diversion", "tracing"],
  },
  {
    id: "recovery",
    term: "Recovery",
    forms: ["recovery", "recovered"],
    definition:
      "In ATF's figures: a firearm came into the hands of a law enforcement agency, which asked for a trace. Not every firearm used in crime is recovered, and not every recovered one is traced.",
    source: "ATF",
    see: ["tracing", "first-retail-sale", "time-to-crime"],
  },
  {
    id: "first-retail-sale",
    term: "First retail sale",
    forms: ["first retail sale", "first sale", "last known retail sale"],
    definition:
      "The sale by a licensed dealer at which a trace in the United States usually ends. It says where the firearm was last known to be sold by a dealer, not how it travelled since.",
    source: "ATF",
    see: ["recovery", "time-to-crime", "tracing"],
  },
  {
    id: "time-to-crime",
    term: "Time to crime",
    forms: ["time to crime"],
    definition:
      "The time between the first retail sale of a firearm and its recovery. The name is ATF's; nothing says that a crime was committed with it on that day. Known only where the trace found the sale.",
    source: "ATF",
    see: ["first-retail-sale", "recovery"],
  },
  {
    id: "offence-context",
    term: "Offence context",
    forms: ["offence context"],
    definition:
      "Offences suspected in connection with a seizure, an arrest or a trace, such as drug trafficking or violent crime. Several answers are possible, so the categories overlap and are never added.",
    source: "QUESTIONNAIRE",
    see: ["legal-ground", "seized"],
  },
  {
    id: "legal-ground",
    term: "Legal ground of seizure",
    forms: ["legal ground", "legal grounds"],
    definition:
      "The reason in law for which an arm was seized: illicit possession, use, trafficking or manufacture, altered marking, another or an unknown ground.",
    source: "QUESTIONNAIRE",
    see: ["seized", "offence-context", "illicit-trafficking"],
  },
  {
    id: "place-of-seizure",
    term: "Place of seizure",
    forms: ["place of seizure"],
    definition:
      "The kind of place where an arm was seized: inside the national territory, at a land border, on a vessel or in a harbour, on an aircraft or at an airport. Not a route: no public international file says where an arm came from or went.",
    source: "QUESTIONNAIRE",
    see: ["seized"],
  },
  {
    id: "persons-arrested",
    term: "Persons arrested",
    forms: ["persons arrested"],
    definition:
      "Persons arrested for, or suspected of, illicit trafficking in weapons in the year. A suspicion, not a finding of guilt.",
    source: "QUESTIONNAIRE",
    see: ["persons-prosecuted", "persons-convicted"],
  },
  {
    id: "persons-prosecuted",
    term: "Persons prosecuted",
    forms: ["persons prosecuted"],
    definition:
      "Persons prosecuted for illicit trafficking in weapons in the year. Not the same persons as those arrested in that year, and often not the same States: the stages cannot be read as one group moving through justice.",
    source: "QUESTIONNAIRE",
    see: ["persons-arrested", "persons-convicted"],
  },
  {
    id: "persons-convicted",
    term: "Persons convicted",
    forms: ["persons convicted"],
    definition: "Persons found guilty of illicit trafficking in weapons in the year.",
    source: "QUESTIONNAIRE",
    see: ["persons-arrested", "persons-prosecuted"],
  },
];

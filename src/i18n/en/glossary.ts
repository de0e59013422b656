import type { Term, TermSource } from "../terms.ts";
import { ARMS } from "./glossary/arms.ts";
import { JUSTICE } from "./glossary/justice.ts";
import { STATISTICS } from "./glossary/statistics.ts";

const SOURCES: Readonly<Record<TermSource, string>> = {
  PROTOCOL: "Firearms Protocol, article 3, in our words",
  METADATA: "SDG metadata 16-04-02, 26 July 2018, in our words",
  QUESTIONNAIRE: "UNODC, Illicit Arms Flows Questionnaire, in our words",
  OLD_QUESTIONNAIRE: "UNODC, earlier questionnaire on seizures, in our words",
  ATF: "ATF, United States, in our words",
  SDMX: "SDMX code lists, in our words",
  M49: "UN M49, in our words",
  OURS: "This project",
};

/** Words of the glossary. */
export const glossary = {
  title: "Glossary",
  intro:
    "The words of this site, each with what it means here and whose definition it is. Definitions are told in our own words; the wording that binds is that of the source named.",
  letters: "Letters",
  source: "Source",
  see: "See also",
  sources: SOURCES,
  /** Every entry, in no order. */
  terms: [...ARMS, ...JUSTICE, ...STATISTICS] as readonly Term[],
};

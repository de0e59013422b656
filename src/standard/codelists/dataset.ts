import type { Code, CodeList } from "../code.ts";

/** Whether a new release replaces the older ones, or adds a period to them. */
export type ReleasePolicy = "REPLACES" | "APPENDS";

export interface DatasetCode<C extends string = string> extends Code<C> {
  readonly publisher: string;
  readonly address: string;
  /** How to cite the publisher; the release is added by the caller. */
  readonly citation: string;
  readonly terms: string;
  readonly releases: ReleasePolicy;
  /** What a reader must be told wherever a figure of this dataset stands. */
  readonly caveat: string;
}

const dataset = <C extends string>(entry: DatasetCode<C>): DatasetCode<C> => entry;

export const CL_DATASET = {
  id: "CL_DATASET",
  name: "Dataset",
  codes: [
    dataset({
      code: "UNODC_IAFQ",
      label: "UNODC firearms trafficking",
      definition:
        "Yearly answers of States to the Illicit Arms Flows Questionnaire: arms seized, found and surrendered, tracing, persons.",
      source: "UNODC",
      publisher: "United Nations Office on Drugs and Crime (UNODC)",
      address: "https://data.unodc.org/datareport/firearm-seizures",
      citation: "UNODC, Illicit Arms Flows Questionnaire",
      terms: "Re-use with attribution; the publisher's terms are unconfirmed.",
      releases: "REPLACES",
      caveat:
        "Seizures measure enforcement and recording, not trafficking. The set of reporting States changes every year.",
    }),
    dataset({
      code: "US_ATF_FLOWS",
      label: "ATF source to recovery",
      definition:
        "Firearms recovered and traced in the United States, by State of recovery and State of the last known retail sale.",
      source: "ATF",
      publisher: "Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF), United States",
      address: "https://www.atf.gov/resource-center/data-statistics",
      citation: "ATF, Firearms Sourced and Recovered in the United States",
      terms: "United States federal work; the publisher's notice is unconfirmed.",
      releases: "APPENDS",
      caveat:
        "Not all firearms used in crime are traced and not all traced firearms are used in crime. Traced firearms are not chosen at random and are not representative. Origin is the first retail sale, not a smuggling route.",
    }),
    dataset({
      code: "US_ATF_PROFILES",
      label: "ATF State pages",
      definition:
        "Firearms traced in each State of the United States by type, calibre, age of the possessor, time to crime, State of sale and crime; separate tables.",
      source: "ATF",
      publisher: "Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF), United States",
      address: "https://www.atf.gov/resource-center/firearms-trace-data",
      citation: "ATF, Firearms Trace Data by State",
      terms:
        "Collected from the publisher's pages by a third party without a licence; for development until collected afresh.",
      releases: "REPLACES",
      caveat:
        "Traced firearms are not chosen at random and are not representative. Age is that of the possessor, known for about two thirds of traces. Alaska, Arkansas and Massachusetts are missing; twelve areas have 2020 only.",
    }),
    dataset({
      code: "US_FBI_ARRESTS",
      label: "FBI weapons arrests",
      definition: "Arrests for weapons offences in the United States by sex and age.",
      source: "FBI",
      publisher: "Federal Bureau of Investigation (FBI), United States",
      address: "https://cde.ucr.cjis.gov",
      citation: "FBI, Uniform Crime Reporting, arrest tables",
      terms: "United States federal work; unconfirmed.",
      releases: "REPLACES",
      caveat:
        "Weapons offences are mostly carrying and possession of any weapon, not trafficking. The reporting agencies and the population they cover change every year.",
    }),
  ],
} as const satisfies CodeList;

export type DatasetId = (typeof CL_DATASET)["codes"][number]["code"];

/** The dataset of a code. Throws when the code is not in CL_DATASET. */
export const datasetOf = (code: DatasetId): DatasetCode<DatasetId> => {
  const entry = CL_DATASET.codes.find((candidate) => candidate.code === code);
  if (entry === undefined) throw new Error(`Dataset ${code} is not in CL_DATASET.`);
  return entry;
};

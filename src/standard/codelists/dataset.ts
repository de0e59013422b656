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

const dataset = <const C extends string>(entry: DatasetCode<C>): DatasetCode<C> => entry;

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
    dataset({
      code: "UN_SDG_16_4_2",
      label: "SDG 16.4.2 as published",
      definition:
        "Proportion of seized, found or surrendered arms whose illicit origin or context has been traced or established, by country.",
      source: "UN Statistics Division",
      publisher: "United Nations Statistics Division; custodians UNODC and UNODA",
      address: "https://unstats.un.org/SDGAPI/v1/sdg/Series/Data?seriesCode=VC_ARM_SZTRACE",
      citation: "United Nations, Global SDG Indicators Database, series VC_ARM_SZTRACE",
      terms: "Re-use with attribution to the United Nations; unconfirmed in detail.",
      releases: "REPLACES",
      caveat:
        "How far authorities establish the origin of the arms they take in, not how many arms flow. Most values are means of two years, labelled with the first; denominators can be very small. There is no target and no world value.",
    }),
    dataset({
      code: "UNODC_CTS_HOMICIDE",
      label: "UNODC intentional homicide",
      definition:
        "Victims of intentional homicide by mechanism, by sex and age, by relationship to the perpetrator and sex, and by context.",
      source: "UNODC",
      publisher: "United Nations Office on Drugs and Crime (UNODC)",
      address: "https://dataunodc.un.org",
      citation: "UNODC, Crime Trends Survey, Intentional homicide",
      terms: "Re-use with attribution; the publisher's terms are unconfirmed.",
      releases: "REPLACES",
      caveat:
        "Victims, not those who carry or traffic arms. Mechanism is not given by sex or age, nor crossed with relationship. The 2022 vintage; newer ones exist.",
    }),
    dataset({
      code: "UNODC_GSH_2019",
      label: "UNODC homicide study 2019",
      definition:
        "Victims of homicide by mechanism and sex: the only international file that crosses firearm with the victim's sex.",
      source: "UNODC",
      publisher: "United Nations Office on Drugs and Crime (UNODC)",
      address: "https://www.unodc.org/unodc/en/data-and-analysis/global-study-on-homicide.html",
      citation: "UNODC, Global Study on Homicide 2019, annex",
      terms: "Re-use with attribution; the publisher's terms are unconfirmed.",
      releases: "REPLACES",
      caveat:
        "Victims, not those who carry or traffic arms. About 73 areas give both sexes in 2010 to 2014, 9 in 2016: never a sum over a changing set.",
    }),
    dataset({
      code: "BR_RJ_ISP",
      label: "Rio de Janeiro seizures",
      definition: "Weapons seized in the State of Rio de Janeiro, Brazil, by type and month.",
      source: "ISP-RJ",
      publisher: "Instituto de Segurança Pública (ISP), State of Rio de Janeiro, Brazil",
      address: "https://www.ispdados.rj.gov.br",
      citation: "ISP-RJ, Armas apreendidas",
      terms: "Open data of the publisher; the licence text is unconfirmed.",
      releases: "REPLACES",
      caveat:
        "One State of Brazil, not a sample of the country, and presumably part of Brazil's figures at UNODC. Recent months are revised.",
    }),
    dataset({
      code: "MX_SESNSP_VICTIMS",
      label: "Mexico, victims of firearm crime",
      definition:
        "Victims of homicide, femicide and injury with a firearm in Mexico, by State, month, sex, and minor or adult.",
      source: "SESNSP",
      publisher:
        "Secretariado Ejecutivo del Sistema Nacional de Seguridad Pública (SESNSP), Mexico",
      address: "https://www.gob.mx/sesnsp",
      citation: "SESNSP, Víctimas de delitos del fuero común",
      terms: "Publisher's terms unconfirmed; the copy is a subset made by a third party.",
      releases: "REPLACES",
      caveat:
        "Victims of firearm violence, not traffickers and not seizures. Homicide is without femicide. 2015 and 2016 are far below 2017: the States' recording in those years is unconfirmed.",
    }),
    dataset({
      code: "IAM_DERIVED",
      label: "SDG 16.4.2 recomputed",
      definition:
        "SDG 16.4.2 computed here from UNODC's tracing results: by the rule that the published values follow and by the wording of the metadata.",
      source: "Illicit Arms Monitor",
      publisher: "Illicit Arms Monitor",
      address: "https://data.unodc.org/datareport/firearm-tracing",
      citation: "Illicit Arms Monitor, computed from UNODC, Illicit Arms Flows Questionnaire",
      terms: "As the UNODC source: re-use with attribution; unconfirmed.",
      releases: "REPLACES",
      caveat:
        "Computed, not official. The rule was worked out from published numbers and is not an official statement; the wording cannot separate criminal from administrative seizures.",
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

import type { DatasetId } from "../../src/standard/codelists/dataset.ts";

interface Entry {
  readonly dataset: DatasetId | "UN_M49";
  /** Folder under the raw folder in which the source looks for its files. */
  readonly folder: string;
  /** How far the address is known, or why it is not: one sentence. */
  readonly basis: string;
}

/** A workbook of UNODC's data portal; its release is the date in row 2, its address holds a month. */
export interface UnodcWorkbook extends Entry {
  readonly kind: "UNODC_WORKBOOK";
  /** The publisher's page, for a person. */
  readonly page: string;
  /** Name of the publisher's file without its ending. */
  readonly stem: string;
  /** Addresses under which the file of a month (`2025-11`) may stand, the first to be tried first. */
  readonly addressesOf: (month: string) => readonly string[];
  /** How many months are tried, from the present one backwards. */
  readonly months: number;
  readonly hosts: readonly string[];
}

/** A series of the SDG database; its release stands in a list of the same service. */
export interface SdgSeries extends Entry {
  readonly kind: "SDG_SERIES";
  readonly series: string;
  /** Address of the series, to which page and page size are added. */
  readonly data: string;
  /** Address of the list that gives the release of the series. */
  readonly list: string;
  readonly pageSize: number;
  readonly hosts: readonly string[];
}

/** A source without a confirmed address of its file: a person downloads it from the page. */
export interface ByHand extends Entry {
  readonly kind: "BY_HAND";
  /** The publisher's page, for a person. */
  readonly page: string;
}

export type Fetchable = UnodcWorkbook | SdgSeries;
export type Address = Fetchable | ByHand;

const UNODC_FILES = "https://data.unodc.org/sites/dataportal.unodc.org/files";
const SDG_API = "https://unstats.un.org/SDGAPI/v1/sdg";

const FETCHABLE: readonly Fetchable[] = [
  {
    kind: "UNODC_WORKBOOK",
    dataset: "UNODC_IAFQ",
    folder: "unodc-iafq",
    page: "https://data.unodc.org/datareport/firearm-seizures",
    basis:
      "The pattern of the address is known, but not the month in it, and a name ending in _0 is a revision.",
    stem: "data_iafq_firearms_trafficking",
    addressesOf: (month) =>
      ["_0", ""].map((end) => `${UNODC_FILES}/${month}/data_iafq_firearms_trafficking${end}.xlsx`),
    months: 36,
    hosts: ["data.unodc.org", "dataunodc.un.org"],
  },
  {
    kind: "SDG_SERIES",
    dataset: "UN_SDG_16_4_2",
    folder: "un-sdg-16-4-2",
    basis: "Both addresses are documented by the publisher; how they page is not confirmed.",
    series: "VC_ARM_SZTRACE",
    data: `${SDG_API}/Series/Data?seriesCode=VC_ARM_SZTRACE`,
    list: `${SDG_API}/Indicator/16.4.2/Series/List`,
    pageSize: 1000,
    hosts: ["unstats.un.org"],
  },
];

const BY_HAND: readonly ByHand[] = [
  {
    kind: "BY_HAND",
    dataset: "UN_M49",
    folder: "un-m49",
    page: "https://unstats.un.org/unsd/methodology/m49/",
    basis:
      "The page makes the list of areas in the browser and has no file address; name it UNSD-M49-<language>.csv.",
  },
  {
    kind: "BY_HAND",
    dataset: "US_ATF_FLOWS",
    folder: "us-atf-trace-flows",
    page: "https://www.atf.gov/resource-center/data-statistics",
    basis:
      "The addresses of the yearly workbooks follow no known rule; name each trace_<year>.xlsx.",
  },
  {
    kind: "BY_HAND",
    dataset: "US_ATF_PROFILES",
    folder: "us-atf-trace-profiles",
    page: "https://www.atf.gov/resource-center/firearms-trace-data",
    basis:
      "There are pages for each State and year but no file; the table in use was collected by a third party.",
  },
  {
    kind: "BY_HAND",
    dataset: "US_FBI_ARRESTS",
    folder: "us-fbi-arrests",
    page: "https://cde.ucr.cjis.gov",
    basis:
      "The address of arrests_national_adults.csv and arrests_national_juvenile.csv is not confirmed.",
  },
  {
    kind: "BY_HAND",
    dataset: "UNODC_CTS_HOMICIDE",
    folder: "unodc-cts",
    page: "https://data.unodc.org",
    basis:
      "The address of data_cts_intentional_homicide.xlsx is not confirmed, and releases after that of 2022 have not been tried here.",
  },
  {
    kind: "BY_HAND",
    dataset: "UNODC_GSH_2019",
    folder: "unodc-homicide-study-2019",
    page: "https://www.unodc.org/unodc/en/data-and-analysis/global-study-on-homicide.html",
    basis: "The file address of this closed study's annex is not confirmed; it has no new release.",
  },
  {
    kind: "BY_HAND",
    dataset: "BR_RJ_ISP",
    folder: "br-rj-isp",
    page: "https://www.ispdados.rj.gov.br",
    basis:
      "The file address is not confirmed; put the month of the download at the end of the name, ArmasApreendidasEvolucaoCisp_<year>-<month>.csv.",
  },
  {
    kind: "BY_HAND",
    dataset: "MX_SESNSP_VICTIMS",
    folder: "mx-sesnsp-victims",
    page: "https://www.gob.mx/sesnsp",
    basis:
      "The file address is not confirmed, and the file in use is a part of the publisher's, in another shape, made by a third party.",
  },
];

/** Every source: first what can be fetched, then what a person must download. */
export const ADDRESSES: readonly Address[] = [...FETCHABLE, ...BY_HAND];

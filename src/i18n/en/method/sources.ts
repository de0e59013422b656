import type { DatasetId } from "../../../standard/codelists/dataset.ts";

/** What is known of the next release of each dataset. No date is given that no publisher gave. */
export const nextWords: Readonly<Record<DatasetId, string>> = {
  UNODC_IAFQ:
    "UNODC has collected the questionnaire every year since 2018, between March and October. A release labelled 2025-11 was current in October 2026 and is not held here yet. The day of the next is not known here.",
  US_ATF_FLOWS: "Nothing is known here of workbooks in this form after these.",
  US_ATF_PROFILES: "To be collected afresh from the publisher. No date is known.",
  US_FBI_ARRESTS: "Nothing is known here of newer tables in this form.",
  UN_SDG_16_4_2:
    "Releases are named by quarter. The day of the next is not known here. Values of one release are never joined with those of another.",
  UNODC_CTS_HOMICIDE: "Newer releases exist and are not held here yet.",
  UNODC_GSH_2019: "A study of one year; no further release in this form is known.",
  BR_RJ_ISP: "The publisher revises recent months. No date of the next file is known here.",
  MX_SESNSP_VICTIMS: "No date of the next file is known here.",
  IAM_DERIVED: "Computed anew with every release of the UNODC file that is read.",
};

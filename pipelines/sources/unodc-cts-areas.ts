import type { Area } from "../../src/standard/codelists/area.ts";
import { codeOf, type LabelTable } from "../../src/standard/labels.ts";

/** Values of column `Iso3_code` that are no ISO3 codes: parts of countries, Kosovo, regions. */
export const CTS_AREAS: LabelTable = {
  GBR_EW: "GB-EAW",
  GBR_S: "GB-SCT",
  GBR_NI: "GB-NIR",
  KOS: "XKX",
  WORLD: "001",
  BIG5_AFR: "002",
  BIG5_AMER: "019",
  BIG5_ASIA: "142",
  BIG5_EUR: "150",
  BIG5_OECANIA: "009",
  M49_N_AFR: "015",
  M49_SUB_S_AFR: "202",
  M49_N_AMER: "021",
  M49_L_AM_CAR: "419",
  M49_C_ASIA: "143",
  M49_E_ASIA: "030",
  M49_SE_ASIA: "035",
  M49_S_ASIA: "034",
  M49_W_ASIA: "145",
  M49_E_EUR: "151",
  M49_N_EUR: "154",
  M49_SE_EUR: "039",
  M49_W_EUR: "155",
  M49_AUS_NZL: "053",
  M49_MELAN: "054",
};

/** Values of column `Iso3_code` that are not loaded, with the reason. */
export const CTS_AREAS_DROPPED: LabelTable = {
  IRQ_C: "part of Iraq without a code, beside the whole",
  IRQ_KUR: "part of Iraq without a code, beside the whole",
  CHA: "Channel Islands, two areas of UN M49 in one",
  TWN: "not in the UN list of areas",
};

/** The known area of a code of the file, undefined when there is none. */
export const ctsArea = (code: string, areas: ReadonlyMap<string, Area>): Area | undefined =>
  areas.get(codeOf(CTS_AREAS, code) ?? (/^[A-Z]{3}$/.test(code) ? code : ""));

import type { CodeList } from "../code.ts";
import {
  CL_CONDITION,
  CL_LEGAL_GROUND,
  CL_MARKING,
  CL_SEIZURE_PLACE,
  CL_TRACE_STATUS,
  CL_WEAPON_TYPE,
} from "./arms.ts";
import { CL_DATASET } from "./dataset.ts";
import { CL_FLAG } from "./flag.ts";
import { CL_INDICATOR } from "./indicator.ts";
import { CL_OFFENCE_CONTEXT } from "./offence-context.ts";
import { CL_AGE, CL_SEX } from "./persons.ts";
import {
  CL_ADDITIVITY,
  CL_AREA_LEVEL,
  CL_CONF_STATUS,
  CL_FREQ,
  CL_OBS_STATUS,
  CL_UNIT_MEASURE,
} from "./table.ts";
import { CL_CALIBRE, CL_TIME_TO_CRIME } from "./traces.ts";

/** Every code list that is fixed in this repository. CL_AREA is written by the pipelines from UN M49. */
export const CODE_LISTS = {
  CL_DATASET,
  CL_INDICATOR,
  CL_FREQ,
  CL_AREA_LEVEL,
  CL_SEX,
  CL_AGE,
  CL_WEAPON_TYPE,
  CL_MARKING,
  CL_CONDITION,
  CL_LEGAL_GROUND,
  CL_OFFENCE_CONTEXT,
  CL_SEIZURE_PLACE,
  CL_TRACE_STATUS,
  CL_CALIBRE,
  CL_TIME_TO_CRIME,
  CL_UNIT_MEASURE,
  CL_OBS_STATUS,
  CL_CONF_STATUS,
  CL_ADDITIVITY,
  CL_FLAG,
} as const satisfies Record<string, CodeList>;

export type CodeListId = keyof typeof CODE_LISTS | "CL_AREA";

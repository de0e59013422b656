import type { LabelTable } from "../../src/standard/labels.ts";
import { US_STATES, type UsState } from "../../src/standard/subnational.ts";

/** Names of the areas of the United States as in the code list, to their ISO 3166-2 codes. */
export const STATE_NAMES: LabelTable<UsState> = Object.fromEntries(
  Object.entries(US_STATES).map(([code, label]) => [label, code as UsState]),
);

import type { IndicatorId } from "../../src/standard/codelists/indicator.ts";
import { type SourceLabel, sourceLabels } from "../../src/standard/labels.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { GSH_AREAS } from "./unodc-gsh-2019-areas.ts";

/** Victims by one mechanism and sex: the label of the count, and of the rate per 100,000. */
export interface Measure {
  readonly indicator: IndicatorId;
  readonly sex: Observation["sex"];
  readonly count: string;
  readonly rate: string;
}

const measures = (
  indicator: IndicatorId,
  rate: string,
  mechanism: string,
): readonly (Measure & { readonly sex: "_T" | "M" | "F" })[] => [
  { indicator, sex: "_T", count: `Homicide by ${mechanism}`, rate },
  {
    indicator,
    sex: "M",
    count: `Male Homicide by ${mechanism}`,
    rate: `Male Homicide Rate by ${mechanism}`,
  },
  {
    indicator,
    sex: "F",
    count: `Female Homicide by ${mechanism}`,
    rate: `Female Homicide Rate by ${mechanism}`,
  },
];

/** Values of column `Indicator` that are loaded: four mechanisms, both sexes together and each. */
export const MEASURES: readonly Measure[] = [
  ...measures("VICTIMS_HOMICIDE_FIREARM", "Firearms Rate", "Firearms"),
  ...measures("VICTIMS_HOMICIDE_SHARP", "Sharp Objects Rate", "Sharp Objects"),
  ...measures("VICTIMS_HOMICIDE_OTHER_MECHANISM", "Other Mechanism Rate", "Other Mechanisms"),
  ...measures("VICTIMS_HOMICIDE_UNKNOWN_MECHANISM", "Unknown Mechanism Rate", "Unknown Mechanisms"),
];

const AGES = ["0-14", "15-29", "30-44", "45-59", "60 or more"];

/** Values of column `Indicator` that are not loaded: UNODC_CTS_HOMICIDE has newer figures of them. */
export const NOT_LOADED: ReadonlySet<string> = new Set([
  "Homicide Total Count",
  "Homicide Rate",
  ...["Male", "Female"].flatMap((sex) => [
    `${sex} Homicide Count`,
    `${sex} Homicide Rate`,
    ...AGES.flatMap((age) => [`${sex} ${age} Count`, `${sex} ${age} Rate`]),
  ]),
]);

/** Values of column `Indicator`, all that the file may have. */
export const GSH_INDICATORS: ReadonlySet<string> = new Set([
  ...MEASURES.flatMap(({ count, rate }) => [count, rate]),
  ...NOT_LOADED,
]);

/** The published crosswalk of this source. */
export const GSH_LABELS: readonly SourceLabel[] = [
  ...sourceLabels("UNODC_GSH_2019", "ref_area", "Country", GSH_AREAS),
  ...MEASURES.flatMap(({ indicator, sex, count, rate }) =>
    [count, rate].flatMap((label) => [
      ...sourceLabels("UNODC_GSH_2019", "indicator", "Indicator", { [label]: indicator }),
      ...sourceLabels("UNODC_GSH_2019", "sex", "Indicator", { [label]: sex }),
    ]),
  ),
];

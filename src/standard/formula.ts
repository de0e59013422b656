/** How a figure is computed, in words, and where the method comes from. */
export interface Formula {
  readonly id: string;
  readonly formula: string;
  readonly source: string;
}

const OURS = "Illicit Arms Monitor";
const RULE_SOURCE = "Worked out from the published values; not an official statement";
const METADATA = "SDG metadata 16-04-02, 26 July 2018";

const formula = <I extends string>(id: I, text: string, source: string) =>
  ({ id, formula: text, source }) as const;

/** Every formula of the published figures. */
export const FORMULAS = [
  formula(
    "SDG_16_4_2_RULE",
    "100 × N / D of arms seized. N: illegitimate owner in the national or a foreign registry, point of diversion otherwise identified. D: N, tracing attempted, pending, not initiated, marking unknown.",
    RULE_SOURCE,
  ),
  formula(
    "SDG_16_4_2_RULE_MEAN",
    "Mean of SDG_16_4_2_RULE over a year and the year after; years without a positive D are left out. Official label: the first year (2026 vintage).",
    RULE_SOURCE,
  ),
  formula(
    "SDG_16_4_2_RULE_POOLED",
    "100 × sum of N / sum of D of SDG_16_4_2_RULE over a year and the year before. Official label: the second year (2023 vintage).",
    RULE_SOURCE,
  ),
  formula(
    "SDG_16_4_2_WORDING",
    "100 × N / D of arms seized, found and surrendered. N as in SDG_16_4_2_RULE; D: all arms of the tracing tables (total line, subtotals with unknown, or parts, whichever is largest). Criminal and administrative seizures are not separable.",
    METADATA,
  ),
  formula(
    "SDG_16_4_2_WORDING_MEAN",
    "Mean of SDG_16_4_2_WORDING over a year and the year after.",
    METADATA,
  ),
  formula(
    "SDG_16_4_2_WORDING_POOLED",
    "100 × sum of N / sum of D of SDG_16_4_2_WORDING over a year and the year before.",
    METADATA,
  ),
  formula(
    "SDG_16_4_2_DIFFERENCE",
    "Recomputed less published value, in percentage points. Recomputed: SDG_16_4_2_RULE, or its mean over the two years of the footnote. Reproduced within 0.02 points.",
    OURS,
  ),
  formula(
    "SDG_16_4_2_FIT",
    "100 × published values reproduced within 0.02 points / published values that the release can test, by form of the rule (category): RULE; ALL_ACQUISITIONS adds found and surrendered; POOLED pools the years; ALWAYS_TWO_YEARS ignores the footnote; NOT_IDENTIFIABLE_IN_D adds arms that nothing identifies; both together; COMPLETED adds the arms that a short tracing table lacks to the headline. In-sample: found on these values.",
    OURS,
  ),
  formula(
    "CATEGORY_SHARE",
    "100 × category / sum of the exclusive categories of the breakdown; with or without unknown and other. Pooled: sums over areas. Mean of areas: each area's share over the period, then the unweighted mean; a category that an area does not give counts as 0.",
    OURS,
  ),
  formula(
    "SEX_SHARE",
    "100 × women (or men) / women + men, or / women + men + unknown, over the country-years that give women and men. Figures of another population (OUTLIER_SCOPE) are left out.",
    OURS,
  ),
  formula(
    "SEX_LEFT_OUT",
    "Persons of known and unknown sex in country-years that are left out of SEX_SHARE because they cover another population.",
    OURS,
  ),
  formula(
    "TRACED_SHARE",
    "100 × N of SDG_16_4_2_RULE / all arms of the tracing table of the same indicator, area and year.",
    OURS,
  ),
  formula(
    "MARKED_SHARE",
    "100 × uniquely marked / uniquely marked + altered + not marked, with or without unknown.",
    OURS,
  ),
  formula("ARMS_PER_CASE", "Arms seized / seizure cases of the same area and year.", OURS),
  formula(
    "AREAS_TOTAL",
    "Sum over all areas that report the year. The set of areas changes from year to year.",
    OURS,
  ),
  formula(
    "SAME_AREAS_TOTAL",
    "Sum over the areas that report in every year of the span (category), for each of its years.",
    OURS,
  ),
  formula("ROUTE_IN", "Firearms recovered in the area and last sold in another.", OURS),
  formula("ROUTE_OUT", "Firearms last sold in the area and recovered in another.", OURS),
  formula("ROUTE_WITHIN", "Firearms last sold and recovered in the area.", OURS),
  formula("ROUTE_NET", "ROUTE_IN − ROUTE_OUT.", OURS),
  formula("ROUTE_IN_SHARE", "100 × ROUTE_IN / (ROUTE_IN + ROUTE_WITHIN).", OURS),
  formula("ROUTE_OUT_SHARE", "100 × ROUTE_OUT / (ROUTE_OUT + ROUTE_WITHIN).", OURS),
  formula(
    "TIME_TO_CRIME_SHARE",
    "100 × band / sum of the six bands: firearms whose time to crime is known.",
    OURS,
  ),
  formula(
    "TIME_TO_CRIME_UNDER",
    "100 × bands below one (or three) years / sum of the six bands.",
    OURS,
  ),
] as const satisfies readonly Formula[];

export type FormulaId = (typeof FORMULAS)[number]["id"];

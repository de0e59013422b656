import type { FormulaId } from "../../../standard/formula.ts";

/** Where a reader meets the figures of a formula. */
export type Use = "home" | "explore" | "sdg" | "file";

/** A formula for people: a fraction, or words where it is none. */
export interface FormulaWords {
  readonly name: string;
  /** What stands before the fraction; empty for nothing. */
  readonly times?: string;
  readonly over?: string;
  readonly under?: string;
  readonly words?: string;
  readonly needs: string;
  readonly used: readonly Use[];
}

const TRACING = "The tracing results of the State, by result, of the year.";
const TRACING_TWO = "The tracing results of the State of both years.";
const ROUTES =
  "Firearms traced in the year, by State of first retail sale and State of recovery, United States.";

/** Every formula in readable form. N and D are those of the first entry of their family. */
export const formulaWords: Readonly<Record<FormulaId, FormulaWords>> = {
  SDG_16_4_2_RULE: {
    name: "SDG 16.4.2, by the rule that the published values follow",
    times: "100 ×",
    over: "N: arms seized and traced to an illegitimate owner in the national or a foreign registry, or whose point of diversion was otherwise identified",
    under:
      "D: N, and arms seized for which tracing was tried without finding it, is pending, was not begun, or whose marking is unknown",
    needs: TRACING,
    used: ["sdg", "explore", "file"],
  },
  SDG_16_4_2_RULE_MEAN: {
    name: "By the rule, mean of two years",
    words:
      "The mean of the values of the year and the year after. A year whose D is 0 is left out of the mean. The published values of 2026 bear the first of the two years.",
    needs: TRACING_TWO,
    used: ["sdg", "explore", "file"],
  },
  SDG_16_4_2_RULE_POOLED: {
    name: "By the rule, two years pooled",
    times: "100 ×",
    over: "N of the year before + N of the year",
    under: "D of the year before + D of the year",
    needs: TRACING_TWO,
    used: ["explore", "file"],
  },
  SDG_16_4_2_WORDING: {
    name: "SDG 16.4.2, by the wording of the metadata",
    times: "100 ×",
    over: "N as above, of arms seized, found and surrendered",
    under:
      "All arms of the tracing tables of seized, found and surrendered: the total line, the subtotals with unknown, or the parts, whichever is largest",
    needs:
      "The tracing results of seized, found and surrendered arms. The file cannot tell criminal from administrative seizures, so this comes near to the wording and is not it.",
    used: ["sdg", "explore", "file"],
  },
  SDG_16_4_2_WORDING_MEAN: {
    name: "By the wording, mean of two years",
    words: "The mean of the values of the year and the year after.",
    needs: TRACING_TWO,
    used: ["explore", "file"],
  },
  SDG_16_4_2_WORDING_POOLED: {
    name: "By the wording, two years pooled",
    times: "100 ×",
    over: "N of the year before + N of the year",
    under: "All arms of the tracing tables, of the year before + of the year",
    needs: TRACING_TWO,
    used: ["explore", "file"],
  },
  SDG_16_4_2_DIFFERENCE: {
    name: "Recomputed less published",
    words:
      "The value by the rule, or its mean over the two years that the footnote names, less the published value, in percentage points.",
    needs: "The published value with its footnote, and the tracing results of its years.",
    used: ["sdg", "file"],
  },
  SDG_16_4_2_FIT: {
    name: "How many published values a rule gives",
    times: "100 ×",
    over: "published values that the rule gives within the tolerance",
    under: "published values that the release can test",
    needs:
      "All published values. The rule was found on these same values, so the fit says how well it describes them, not how well it would foretell others.",
    used: ["sdg", "file"],
  },
  CATEGORY_SHARE: {
    name: "Share of a category",
    times: "100 ×",
    over: "the category",
    under: "all exclusive categories of the breakdown, with or without other and unknown",
    needs:
      "One breakdown of exclusive parts. Pooled: both are summed over States first. Mean of States: the share of each State, then the mean without weights.",
    used: ["home", "explore", "file"],
  },
  SEX_SHARE: {
    name: "Share of women, or of men",
    times: "100 ×",
    over: "women (or men)",
    under: "women + men, or women + men + unknown",
    needs:
      "States and years that give both women and men. Numbers that evidently cover another population are left out.",
    used: ["home", "explore", "file"],
  },
  SEX_LEFT_OUT: {
    name: "Persons left out of it",
    words:
      "The persons, of known and unknown sex, in the States and years that are left out because they cover another population.",
    needs: "The flag OUTLIER_SCOPE.",
    used: ["file"],
  },
  TRACED_SHARE: {
    name: "Share of arms traced",
    times: "100 ×",
    over: "N of SDG 16.4.2",
    under: "all arms of the tracing table of the same State and year",
    needs: TRACING,
    used: ["file"],
  },
  MARKED_SHARE: {
    name: "Share of arms uniquely marked",
    times: "100 ×",
    over: "uniquely marked",
    under: "uniquely marked + marking altered + not marked, with or without unknown",
    needs: "The breakdown by marking.",
    used: ["file"],
  },
  ARMS_PER_CASE: {
    name: "Arms for each seizure",
    over: "arms seized",
    under: "seizure cases of the same State and year",
    needs: "Both numbers of the State and year. States count cases differently.",
    used: ["file"],
  },
  AREAS_TOTAL: {
    name: "Sum of whoever reported",
    words:
      "The sum over all States that report the year. The States change from year to year, so it is not a trend.",
    needs: "Headline totals.",
    used: ["home", "explore", "file"],
  },
  SAME_AREAS_TOTAL: {
    name: "Sum of the same States",
    words: "The sum over the States that report in every year of the span, for each of its years.",
    needs: "Headline totals of every year of the span.",
    used: ["home", "explore", "file"],
  },
  ROUTE_IN: {
    name: "Came in",
    words: "Firearms recovered in the State and last sold in another.",
    needs: ROUTES,
    used: ["explore", "file"],
  },
  ROUTE_OUT: {
    name: "Went out",
    words: "Firearms last sold in the State and recovered in another.",
    needs: ROUTES,
    used: ["explore", "file"],
  },
  ROUTE_WITHIN: {
    name: "Stayed",
    words: "Firearms last sold and recovered in the State.",
    needs: ROUTES,
    used: ["explore", "file"],
  },
  ROUTE_NET: {
    name: "Came in less went out",
    words: "Firearms that came in, less those that went out.",
    needs: ROUTES,
    used: ["file"],
  },
  ROUTE_IN_SHARE: {
    name: "Share that came in",
    times: "100 ×",
    over: "came in",
    under: "came in + stayed",
    needs: ROUTES,
    used: ["file"],
  },
  ROUTE_OUT_SHARE: {
    name: "Share that went out",
    times: "100 ×",
    over: "went out",
    under: "went out + stayed",
    needs: ROUTES,
    used: ["file"],
  },
  TIME_TO_CRIME_SHARE: {
    name: "Share of a band of time to crime",
    times: "100 ×",
    over: "the band",
    under: "all six bands: firearms whose time to crime is known",
    needs: "The State pages of ATF.",
    used: ["file"],
  },
  TIME_TO_CRIME_UNDER: {
    name: "Share under one year, or under three",
    times: "100 ×",
    over: "the bands below one (or three) years",
    under: "all six bands: firearms whose time to crime is known",
    needs: "The State pages of ATF.",
    used: ["file"],
  },
};

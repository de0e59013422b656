import { z } from "zod";

export { FORMULAS, type FormulaId } from "./formula.ts";

/** Why a ratio has no value, or should be read with care. */
export const RATIO_NOTES = {
  SMALL_DENOMINATOR:
    "The denominator, or that of one of the years, is below 20: the percentage says little.",
  NUMERATOR_ABSENT:
    "The source has no row for the numerator, or for that of one of the years; it counts as 0, which may mean 'not recorded'.",
  DENOMINATOR_ZERO: "Nothing to divide by: the denominator is 0.",
  DENOMINATOR_ABSENT: "The source gives no denominator for this area and year.",
  INPUT_WITHOUT_VALUE: "An input has no value; nothing is imputed.",
  NOT_IN_RELEASE: "The release has no tracing result of this area in these years.",
  AREA_NOT_COVERED:
    "The matrix does not look at this side of the area: a source without recoveries.",
} as const;

export type RatioNote = keyof typeof RATIO_NOTES;

/** Why a published value of 16.4.2 differs from the rule, or cannot be tested. Candidates are not proofs. */
export const EXPLANATIONS = {
  OTHER_SOURCE: "The custodians took the value from another source than the questionnaire.",
  EXPLAINED_OLDER_RELEASE: "The rule gives the value on the numbers of an older release.",
  ONE_YEAR_ONLY: "The value is the ratio of one of the two years alone.",
  ARITHMETIC_CANDIDATE_COMPLETED:
    "The tracing table covers fewer arms than were seized; with the missing arms counted in the denominator the rule gives the value.",
  ARITHMETIC_CANDIDATE_OTHER_YEAR: "The value is the ratio of a year outside the window.",
  ARITHMETIC_CANDIDATE_SHARED_YEAR:
    "One other ratio of the year that it shares with a neighbouring value would give both.",
  WINDOW_INCOMPLETE:
    "One year of the window has no ratio in the release; some ratio between 0 and 100 in that year would give the value.",
  ARITHMETIC_CANDIDATE_DIGIT:
    "The value differs from the recomputed one in a single digit, and the copy of the published values was typed.",
  ARITHMETIC_CANDIDATE_CATEGORY:
    "The rule gives the value with one line of one year left out or moved.",
  UNEXPLAINED: "Nothing that was tried gives the value.",
  INPUT_WITHOUT_VALUE: RATIO_NOTES.INPUT_WITHOUT_VALUE,
  DENOMINATOR_ZERO: "The release has tracing results in the window, and none that the rule counts.",
  NOT_IN_RELEASE: RATIO_NOTES.NOT_IN_RELEASE,
  FOOTNOTE_UNKNOWN: "No window can be read from the footnote of the published value.",
} as const;

export type Explanation = keyof typeof EXPLANATIONS;

/** A number, or null; an empty cell of the file is null. */
const number = z.union([z.null(), z.literal("").transform(() => null), z.coerce.number()]);

/**
 * One row of `data/figures.csv`: a number that we computed, with everything needed to compute it again.
 * Never official, except where it says so. Percentages and points are rounded to six decimals.
 */
export const figureSchema = z.object({
  /** What is computed: an id of {@link FORMULAS}. */
  figure: z.string().min(1),
  /** The dataset and release that the inputs come from. */
  dataset: z.string().min(1),
  release: z.string().min(1),
  /** Area; `_T` for a figure over several areas, which `members` names. Never the world. */
  ref_area: z.string().min(2),
  /** A year, or the first and last year of a window, both included: `2016/2017`. */
  time_period: z.string().regex(/^\d{4}(\/\d{4})?$/),
  /** Indicator and, after a colon, what it is narrowed to: `ARMS_SEIZED:weapon_type=PISTOL`; empty where neither. */
  category: z.string(),
  /** NONE: one area. POOLED: summed over areas, then divided. COUNTRY_MEAN: unweighted mean of areas. */
  weighting: z.enum(["NONE", "POOLED", "COUNTRY_MEAN"]),
  /** Whether unknown and other are in numerator and denominator; empty where the question does not arise. */
  residual: z.enum(["WITH", "WITHOUT", ""]),
  /** Empty where nothing can be divided; `note` says why. */
  value: number,
  /** PT per cent, POINTS percentage points, NUMBER a count, RATIO a quotient of counts. */
  unit: z.enum(["PT", "POINTS", "NUMBER", "RATIO"]),
  numerator: number,
  denominator: number,
  n_areas: z.coerce.number().int().nonnegative(),
  /** Areas behind an aggregate, joined by `|`; empty for one area. */
  members: z.string(),
  /** Id of the formula in {@link FORMULAS}. */
  formula: z.string().min(1),
  /** Source rows of the inputs joined by `+`; for aggregates `n=` and their number. */
  inputs: z.string(),
  /**
   * Codes of RATIO_NOTES joined by `|`, or a flag. Beside a published value REPRODUCED, or a code of EXPLANATIONS, then `: ` and
   * its evidence.
   */
  note: z.string(),
});

export type Figure = z.infer<typeof figureSchema>;

/** Columns of figures.csv in order. */
export const FIGURE_COLUMNS = Object.keys(figureSchema.shape) as (keyof Figure)[];

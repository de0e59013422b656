import type { AreaRatio } from "./ratio.ts";
import { ACQUISITIONS, RULE, sdgByForm, sdgByRule } from "./sdg.ts";
import { completedRatios, type SdgTables } from "./sdg-completed.ts";
import {
  type OfficialValue,
  officialAgainst,
  PUBLISHED_WINDOWS,
  type WindowRule,
} from "./sdg-official.ts";
import { areaYear } from "./source-cell.ts";
import { NOT_IDENTIFIABLE, TRACEABLE } from "./trace-table.ts";

/** A form of the rule that was tried against the published values. */
export interface Variant {
  readonly id: string;
  readonly years: (tables: SdgTables) => AreaRatio[];
  readonly windows: WindowRule;
}

const WIDE: ReadonlySet<string> = new Set([...TRACEABLE, ...NOT_IDENTIFIABLE]);

const completedYears = (tables: SdgTables): AreaRatio[] => {
  const completed = new Map(
    completedRatios(tables).flatMap((ratio) =>
      ratio.basis === "SEIZED" ? [[areaYear(ratio), ratio]] : [],
    ),
  );
  return sdgByRule(tables.tracing).map((ratio) => completed.get(areaYear(ratio)) ?? ratio);
};

/**
 * The rule; the rule with found and surrendered arms; with the two years pooled; with the footnote ignored; with
 * the arms that nothing identifies in D; with both additions. The last, COMPLETED, came out of the search for
 * explanations: short tracing tables completed to the headline ({@link completedRatios}).
 */
export const VARIANTS: readonly Variant[] = [
  { id: "RULE", years: ({ tracing }) => sdgByRule(tracing), windows: PUBLISHED_WINDOWS },
  {
    id: "ALL_ACQUISITIONS",
    years: ({ tracing }) => sdgByForm(tracing, { ...RULE, indicators: ACQUISITIONS }),
    windows: PUBLISHED_WINDOWS,
  },
  {
    id: "POOLED",
    years: ({ tracing }) => sdgByRule(tracing),
    windows: { joining: "pooled", alwaysTwo: false },
  },
  {
    id: "ALWAYS_TWO_YEARS",
    years: ({ tracing }) => sdgByRule(tracing),
    windows: { joining: "mean", alwaysTwo: true },
  },
  {
    id: "NOT_IDENTIFIABLE_IN_D",
    years: ({ tracing }) => sdgByForm(tracing, { ...RULE, denominator: WIDE }),
    windows: PUBLISHED_WINDOWS,
  },
  {
    id: "ALL_ACQUISITIONS_NOT_IDENTIFIABLE_IN_D",
    years: ({ tracing }) =>
      sdgByForm(tracing, { ...RULE, indicators: ACQUISITIONS, denominator: WIDE }),
    windows: PUBLISHED_WINDOWS,
  },
  { id: "COMPLETED", years: completedYears, windows: PUBLISHED_WINDOWS },
];

/** How many published values a variant reproduces, of those that it can be tested on. */
export interface Fit {
  readonly variant: string;
  readonly reproduced: number;
  readonly testable: number;
}

/** The fit of every variant on one release. Tuned on the values that it is scored on: in-sample. */
export const fitTable = (officials: readonly OfficialValue[], tables: SdgTables): Fit[] =>
  VARIANTS.map(({ id, years, windows }) => {
    const matches = officialAgainst(officials, years(tables), windows);
    const count = (outcome: string): number =>
      matches.filter((match) => match.outcome === outcome).length;
    const reproduced = count("REPRODUCED");
    return { variant: id, reproduced, testable: reproduced + count("MISSED") };
  });

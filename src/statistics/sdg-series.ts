import type { Span } from "./cell.ts";
import { groupBy } from "./cell.ts";
import type { AreaRatio, Ratio } from "./ratio.ts";
import { sdgByRule, sdgByWording } from "./sdg.ts";
import { overWindow } from "./sdg-window.ts";
import type { SourceCell } from "./source-cell.ts";

type Form = "RULE" | "WORDING";

/** The indicators of 16.4.2 that we compute. */
export type SdgIndicator = `SDG_16_4_2_${Form}${"" | "_MEAN" | "_POOLED"}`;

/** One computed value of 16.4.2. */
export interface SdgPoint {
  readonly indicator: SdgIndicator;
  readonly area: string;
  /** Year by the convention of the indicator: of a mean the first, of pooled years the second. */
  readonly label: number;
  readonly span: Span;
  /** The years that the value rests on. */
  readonly years: readonly AreaRatio[];
  readonly ratio: Ratio;
}

const pointsOf = (form: Form, ratios: readonly AreaRatio[]): SdgPoint[] =>
  [...groupBy(ratios, (ratio) => ratio.area)].flatMap(([area, years]) =>
    years.flatMap((ratio): SdgPoint[] => {
      const label = ratio.year;
      const single = { from: label, to: label };
      const next = overWindow(area, years, { from: label, to: label + 1 }, "mean");
      const last = overWindow(area, years, { from: label - 1, to: label }, "pooled");
      const used = ratio.value === null ? [] : [ratio];
      return [
        { indicator: `SDG_16_4_2_${form}`, area, label, span: single, years: used, ratio },
        { indicator: `SDG_16_4_2_${form}_MEAN`, label, ...next, ratio: next },
        { indicator: `SDG_16_4_2_${form}_POOLED`, label, ...last, ratio: last },
      ];
    }),
  );

/**
 * Every value of 16.4.2 that the tracing results of one release give: by the rule and by the wording, of the year
 * alone, as the mean of the year and the next, and pooled over the year and the one before. Only years in which the
 * area has a tracing row are labels; the other year of a window may be absent.
 */
export const sdgPoints = (tracing: readonly SourceCell[]): SdgPoint[] => [
  ...pointsOf("RULE", sdgByRule(tracing)),
  ...pointsOf("WORDING", sdgByWording(tracing)),
];

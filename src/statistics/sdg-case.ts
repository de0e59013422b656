import { groupBy } from "./cell.ts";
import type { AreaRatio } from "./ratio.ts";
import { sdgByRule } from "./sdg.ts";
import { type CompletedRatio, completedRatios, type SdgTables } from "./sdg-completed.ts";
import { type OfficialMatch, type OfficialValue, officialAgainst } from "./sdg-official.ts";
import type { SourceCell } from "./source-cell.ts";

/** A published value that the rule does not reproduce, with all that may explain it. */
export interface Case {
  readonly match: OfficialMatch;
  /** Yearly ratios of the area by the rule, newest release. */
  readonly years: readonly AreaRatio[];
  /** The same for short years, completed. */
  readonly completed: readonly CompletedRatio[];
  /** Tracing results of the area's arms seized, newest release. */
  readonly tracing: readonly SourceCell[];
  /** Yearly ratios of the area by the rule, in each older release. */
  readonly older: readonly { readonly release: string; readonly years: readonly AreaRatio[] }[];
  /** The area's other values that the rule misses. */
  readonly neighbours: readonly OfficialMatch[];
}

/** Every published value that the rule misses or cannot test, with its area's numbers. */
export const casesOf = (
  officials: readonly OfficialValue[],
  newest: SdgTables,
  older: readonly SdgTables[],
): Case[] => {
  const years = sdgByRule(newest.tracing);
  const open = officialAgainst(officials, years).filter((match) => match.outcome !== "REPRODUCED");
  const yearsByArea = groupBy(years, (ratio) => ratio.area);
  const completed = groupBy(completedRatios(newest), (ratio) => ratio.area);
  const tracing = groupBy(newest.tracing, (cell) => cell.area);
  const before = older.map((tables) => ({
    release: tables.release,
    years: groupBy(sdgByRule(tables.tracing), (ratio) => ratio.area),
  }));
  return open.map((match) => {
    const { area } = match.official;
    return {
      match,
      years: yearsByArea.get(area) ?? [],
      completed: completed.get(area) ?? [],
      tracing: (tracing.get(area) ?? []).filter((cell) => cell.indicator === "ARMS_SEIZED"),
      older: before.map((release) => ({
        release: release.release,
        years: release.years.get(area) ?? [],
      })),
      neighbours: open.filter(
        (other) => other !== match && other.outcome === "MISSED" && other.official.area === area,
      ),
    };
  });
};

import { groupBy } from "./cell.ts";
import { type AreaRatio, ratioOf } from "./ratio.ts";
import { sdgByRule } from "./sdg.ts";
import { areaYear, exactSum, type SourceCell } from "./source-cell.ts";
import { byAreaYear, LEGIT, NOT_IDENTIFIABLE, ofCodes, traceTotal } from "./trace-table.ts";

/** The tables of one release that bear on 16.4.2. */
export interface SdgTables {
  readonly release: string;
  /** Tracing results of arms seized, found and surrendered. */
  readonly tracing: readonly SourceCell[];
  /** Headline totals of arms seized. */
  readonly headlines: readonly SourceCell[];
  /** Arms seized by marking. */
  readonly markings: readonly SourceCell[];
}

/** A ratio of a year whose tracing table covers fewer arms than were seized, with the table completed. */
export interface CompletedRatio extends AreaRatio {
  /** SEIZED: to the headline. MARKED: to the arms uniquely marked or of unknown marking. */
  readonly basis: "SEIZED" | "MARKED";
}

const MARKED: ReadonlySet<string> = new Set(["UNIQUELY_MARKED", "_U"]);

/**
 * What the rule gives where the tracing table of arms seized is short, that is, covers fewer arms than the headline,
 * if every arm missing from it belonged to D. N stays; D becomes, for SEIZED, headline − not identifiable −
 * legitimate owner (both from the tracing table), and for MARKED, uniquely marked + marking unknown (from the
 * marking table) − legitimate owner. Only denominators above the rule's are given. A test of an explanation: no
 * published figure of ours is computed so.
 */
export const completedRatios = (tables: SdgTables): CompletedRatio[] => {
  const headlines = new Map(tables.headlines.map((cell) => [areaYear(cell), cell]));
  const markings = groupBy(tables.markings, areaYear);
  const rule = new Map(sdgByRule(tables.tracing).map((ratio) => [areaYear(ratio), ratio]));
  const seized = tables.tracing.filter((cell) => cell.indicator === "ARMS_SEIZED");
  return byAreaYear(seized).flatMap((table) => {
    const [first] = table;
    if (first === undefined) return [];
    const headline = headlines.get(areaYear(first));
    const ratio = rule.get(areaYear(first));
    const covered = traceTotal(table).value;
    if (headline === undefined || headline.value === null || covered === null) return [];
    if (ratio === undefined || ratio.n === null || covered >= headline.value) return [];
    const legit = table.filter((cell) => cell.code === LEGIT);
    const lost = ofCodes(table, NOT_IDENTIFIABLE);
    const marked = ofCodes(markings.get(areaYear(first)) ?? [], MARKED);
    const less = (whole: number | null, parts: readonly SourceCell[]): number | null => {
      const sum = exactSum(parts);
      return whole === null || sum === null ? null : whole - sum;
    };
    const bases = [
      {
        basis: "SEIZED",
        d: less(headline.value, [...lost, ...legit]),
        cells: [headline, ...lost, ...legit],
      },
      { basis: "MARKED", d: less(exactSum(marked), legit), cells: [...marked, ...legit] },
    ] as const;
    return bases.flatMap(({ basis, d, cells }) =>
      d !== null && d > (ratio.d ?? 0) ? [{ ...ratioOf(first, ratio.n, d, { cells }), basis }] : [],
    );
  });
};

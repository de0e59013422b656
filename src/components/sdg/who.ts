import { z } from "zod";
import type { SiteData } from "../../build/site-data.ts";
import { ACQUISITIONS } from "../../statistics/sdg.ts";
import { observationTable } from "../../view/query.ts";
import type { SdgState } from "./states.ts";

/** Codes of States and territories by what is published of them; the lists do not overlap. */
export interface Reporters {
  readonly published: readonly string[];
  /** No published value, and a ratio by the rule for at least one year. */
  readonly byRule: readonly string[];
  /** No published value, none by the rule, and one by the metadata's wording. */
  readonly byWording: readonly string[];
  /** Lines of the tracing table, and nothing that either way could divide. */
  readonly notDivisible: readonly string[];
  /** A number of arms seized, and no line of the tracing table. */
  readonly seizuresOnly: readonly string[];
  /** Every State with a line of the tracing table, whatever list it is in. */
  readonly tracing: readonly string[];
}

const areaRow = z.object({ area: z.string() });

/** Areas with a number in any line of a breakdown of some indicators, totals and subtotals too. */
const areasWith = async (
  { engine }: SiteData,
  indicators: readonly string[],
  breakdown: string,
): Promise<string[]> => {
  const rows = await engine.query({
    sql: `SELECT DISTINCT CAST(ref_area AS VARCHAR) AS area FROM ${observationTable("UNODC_IAFQ", "")} WHERE list_contains(string_split(?, '|'), CAST(indicator AS VARCHAR)) AND breakdown = ? AND obs_value IS NOT NULL`,
    params: [indicators.join("|"), breakdown],
  });
  return rows.map((row) => areaRow.parse(row).area);
};

/** Sorts the States and territories of UNODC's file, in its current release, and of the published values. */
export const reportersOf = async (
  states: readonly SdgState[],
  data: SiteData,
): Promise<Reporters> => {
  const { names } = data;
  const label = (code: string): string => names.areas[code] ?? code;
  const compare = new Intl.Collator("en").compare;
  const sorted = (codes: Iterable<string>): string[] =>
    [...new Set(codes)].sort((a, b) => compare(label(a), label(b)));
  const having = (test: (state: SdgState) => boolean): string[] =>
    states.filter(test).map(({ code }) => code);
  const tracing = sorted(await areasWith(data, ACQUISITIONS, "trace_status"));
  const seized = await areasWith(data, ["ARMS_SEIZED"], "_T");
  const published = having(({ compared }) => compared.size > 0);
  const rule = having(({ rows }) => rows.some((row) => row.rule !== undefined));
  const wording = having(({ rows }) => rows.some((row) => row.wording !== undefined));
  const without = (codes: readonly string[], ...others: readonly (readonly string[])[]) => {
    const left = new Set(others.flat());
    return sorted(codes.filter((code) => !left.has(code)));
  };
  return {
    published: sorted(published),
    byRule: without(rule, published),
    byWording: without(wording, published, rule),
    notDivisible: without(tracing, published, rule, wording),
    seizuresOnly: without(seized, published, tracing),
    tracing,
  };
};

import type { SiteData } from "../../build/site-data.ts";
import { ACQUISITIONS } from "../../statistics/sdg.ts";
import { slicesOf } from "../../view/catalogue.ts";
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

/** Sorts the States and territories of UNODC's file, in its current release, and of the published values. */
export const reportersOf = (
  states: readonly SdgState[],
  { catalogue, names }: Pick<SiteData, "catalogue" | "names">,
): Reporters => {
  const label = (code: string): string => names.areas[code] ?? code;
  const compare = new Intl.Collator("en").compare;
  const sorted = (codes: Iterable<string>): string[] =>
    [...new Set(codes)].sort((a, b) => compare(label(a), label(b)));
  const having = (test: (state: SdgState) => boolean): string[] =>
    states.filter(test).map(({ code }) => code);
  const areasBy = (indicator: (typeof ACQUISITIONS)[number], breakdown: string): string[] =>
    slicesOf(catalogue, "UNODC_IAFQ", indicator)
      .filter((slice) => slice.breakdown === breakdown && slice.level === "COUNTRY")
      .flatMap(({ areas }) => areas);
  const tracing = sorted(ACQUISITIONS.flatMap((indicator) => areasBy(indicator, "trace_status")));
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
    seizuresOnly: without(areasBy("ARMS_SEIZED", "_T"), published, tracing),
    tracing,
  };
};

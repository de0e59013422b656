import type { SdgRow } from "../../build/sdg-rows.ts";
import type { SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Ask, said } from "../../i18n/said.ts";
import type { Slice } from "../../view/catalogue.ts";

/** Who has given what for 16.4.2: codes of States, by what of them there is. */
export interface Reporters {
  readonly published: readonly string[];
  readonly computable: readonly string[];
  readonly noTracing: readonly string[];
  /** All that have tracing results of arms seized. */
  readonly tracing: Slice;
}

const seized = (data: Pick<SiteData, "catalogue">, breakdown: string): Slice => {
  const slice = data.catalogue.find(
    (entry) =>
      entry.dataset === "UNODC_IAFQ" &&
      entry.indicator === "ARMS_SEIZED" &&
      entry.breakdown === breakdown,
  );
  if (slice === undefined) throw new Error(`No source publishes arms seized by ${breakdown}.`);
  return slice;
};

/** The States by what they have given. Throws when the data hold no seizures. */
export const reportersOf = (
  data: Pick<SiteData, "catalogue">,
  rows: ReadonlyMap<string, readonly SdgRow[]>,
): Reporters => {
  const has = (area: string, is: (row: SdgRow) => boolean): boolean =>
    (rows.get(area) ?? []).some(is);
  const tracing = seized(data, "trace_status");
  const traced = new Set(tracing.areas);
  const published = [...rows.keys()].filter((area) => has(area, (row) => row.published !== null));
  return {
    published,
    computable: [...rows.keys()].filter(
      (area) =>
        !published.includes(area) &&
        has(area, ({ rule, wording }) => (rule ?? wording) !== undefined),
    ),
    noTracing: seized(data, "_T").areas.filter((area) => !traced.has(area) && !rows.has(area)),
    tracing,
  };
};

/** The sentence that opens the page; its numbers carry their questions. */
export const openingFact = (
  { published, tracing }: Reporters,
  rows: ReadonlyMap<string, readonly SdgRow[]>,
  { m, f }: Speech,
): string => {
  const labels = [...rows.values()].flat().filter((row) => row.published !== null);
  const years = labels.map(({ year }) => Number(year));
  const ask: Ask = {
    kind: "areas",
    dataset: "UN_SDG_16_4_2",
    indicator: "SDG_16_4_2",
    areas: [...published].sort(),
    from: Math.min(...years),
    to: Math.max(...years),
    by: "_T",
    codes: ["_T"],
  };
  return m.sdgPage.published(
    said(f.number(published.length), ask),
    said(f.number(tracing.areas.length), {
      ...ask,
      dataset: tracing.dataset,
      indicator: tracing.indicator,
      areas: [...tracing.areas].sort(),
      from: Math.min(...tracing.years),
      to: Math.max(...tracing.years),
      by: "trace_status",
      codes: [...(tracing.codes.trace_status ?? [])].sort(),
    }),
  );
};

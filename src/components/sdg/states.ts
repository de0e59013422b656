import { sdgFit } from "../../build/sdg-fit.ts";
import { type SdgRatio, type SdgRow, sdgRows } from "../../build/sdg-rows.ts";
import type { SiteData } from "../../build/site-data.ts";
import type { Explanation } from "../../standard/figure.ts";
import { type PublishedWindow, publishedWindow } from "../../statistics/sdg-window.ts";

/** A published value beside what the rule gives over the same window. */
export interface Compared {
  readonly code: "REPRODUCED" | Explanation;
  /** Per cent; null where nothing can be recomputed. */
  readonly recomputed: number | null;
  /** The years of the window that have a ratio by the rule. */
  readonly years: readonly { readonly year: string; readonly ratio: SdgRatio }[];
  /** Undefined where the footnote names no window. */
  readonly window: PublishedWindow | undefined;
}

/** What is published and what can be computed of one State or territory. */
export interface SdgState {
  readonly code: string;
  readonly label: string;
  /** One a year, in order. */
  readonly rows: readonly SdgRow[];
  /** By label year, of the published values. */
  readonly compared: ReadonlyMap<string, Compared>;
}

const ratiosIn = (window: PublishedWindow | undefined, rows: readonly SdgRow[]) =>
  rows.flatMap(({ year, rule }) =>
    window !== undefined &&
    rule !== undefined &&
    Number(year) >= window.span.from &&
    Number(year) <= window.span.to
      ? [{ year, ratio: rule }]
      : [],
  );

/** Every State with a published or a computed ratio, in the order of their names. Throws where a value has no outcome. */
export const sdgStates = async (data: SiteData): Promise<SdgState[]> => {
  const { outcomes } = await sdgFit(data);
  const found = new Map(
    outcomes.flatMap(({ code, values }) =>
      values.map(({ area, period, difference }) => [
        `${area} ${period.split("/")[0]}`,
        { code, difference },
      ]),
    ),
  );
  const comparedIn = (row: SdgRow, published: number, rows: readonly SdgRow[]): Compared => {
    const outcome = found.get(`${row.area} ${row.year}`);
    if (outcome === undefined)
      throw new Error(`The value of ${row.area}, ${row.year}, has no outcome.`);
    const { code, difference } = outcome;
    const window = publishedWindow(Number(row.year), row.footnote);
    return {
      code,
      recomputed: difference === null ? null : published + difference,
      years: difference === null ? [] : ratiosIn(window, rows),
      window,
    };
  };
  return [...(await sdgRows(data))]
    .map(([code, rows]) => ({
      code,
      label: data.names.areas[code] ?? code,
      rows,
      compared: new Map(
        rows.flatMap((row) =>
          row.published === null ? [] : [[row.year, comparedIn(row, row.published, rows)] as const],
        ),
      ),
    }))
    .sort((a, b) => new Intl.Collator("en").compare(a.label, b.label));
};

import { cellsOfAreas } from "../../build/area-answers.ts";
import { sdgRows } from "../../build/sdg-rows.ts";
import type { SiteData } from "../../build/site-data.ts";
import type { Area } from "../../standard/codelists/area.ts";
import { isReported } from "../../statistics/cell.ts";
import { DEFAULT_VIEW } from "../../view/view.ts";

/** What a State has published, in one line. */
export interface Peer {
  readonly area: Area;
  /** The newest total of arms seized with its year; null where there is none. */
  readonly latest: { readonly value: number; readonly year: number } | null;
  /** Years with a total of arms seized. */
  readonly years: number;
  /** Whether a value of SDG 16.4.2 is published. */
  readonly hasSdg: boolean;
}

/** One line for each of some States, in the order given. */
export const peersOf = async (areas: readonly Area[], data: SiteData): Promise<Peer[]> => {
  const sdg = await sdgRows(data);
  return Promise.all(
    areas.map(async (area) => {
      const view = { ...DEFAULT_VIEW, by: "_T" as const, areas: [area.code] };
      const cells = (await cellsOfAreas(data, view)).filter(isReported);
      const [newest] = cells.toSorted((a, b) => b.year - a.year);
      return {
        area,
        latest: newest === undefined ? null : { value: newest.value, year: newest.year },
        years: new Set(cells.map(({ year }) => year)).size,
        hasSdg: (sdg.get(area.code) ?? []).some(({ published }) => published !== null),
      };
    }),
  );
};

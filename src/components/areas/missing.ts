import { cellsOfAreas } from "../../build/area-answers.ts";
import type { SiteData } from "../../build/site-data.ts";
import { labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { spanOf } from "../../view/areas-answer.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";

type Asked = Pick<View, "indicator" | "by">;

/** What UNODC's questionnaire asks every State for and its file can show. */
const ASKED: readonly Asked[] = [
  ...(["ARMS_SEIZED", "ARMS_FOUND", "ARMS_SURRENDERED"] as const).flatMap((indicator) =>
    (["_T", "weapon_type", "marking", "trace_status"] as const).map((by) => ({ indicator, by })),
  ),
  ...(["condition", "seizure_place", "legal_ground", "offence_context"] as const).map((by) => ({
    indicator: "ARMS_SEIZED" as const,
    by,
  })),
  { indicator: "AMMUNITION_SEIZED", by: "_T" },
  { indicator: "PARTS_SEIZED", by: "_T" },
  { indicator: "SEIZURE_CASES", by: "_T" },
  ...(["PERSONS_ARRESTED", "PERSONS_PROSECUTED", "PERSONS_CONVICTED"] as const).flatMap(
    (indicator) => (["_T", "sex"] as const).map((by) => ({ indicator, by })),
  ),
];

/** What a State has not given in any year of the release that stands now, in words. */
export const missingOf = async (code: string, data: SiteData, { m }: Speech): Promise<string[]> => {
  const found = await Promise.all(
    ASKED.map(async ({ indicator, by }) => {
      // A value that is left out of sums as another population is a value that was given.
      const view: View = { ...DEFAULT_VIEW, indicator, by, areas: [code], outliers: "with" };
      return spanOf(await cellsOfAreas(data, view)) === undefined ? [{ indicator, by }] : [];
    }),
  );
  const missing = found.flat();
  const whole = new Set(missing.filter(({ by }) => by === "_T").map(({ indicator }) => indicator));
  return missing
    .filter(({ indicator, by }) => by === "_T" || !whole.has(indicator))
    .map(({ indicator, by }) =>
      by === "_T"
        ? labelOf("indicator", indicator, data.names.areas)
        : m.areaPages.missingBy(
            labelOf("indicator", indicator, data.names.areas),
            m.dimensions[by],
          ),
    );
};

import { desc, from } from "arquero";
import { cellsWithin, type SiteData } from "../../build/site-data.ts";
import { routesChart } from "../../charts/painted.ts";
import type { Speech } from "../../i18n/locales.ts";
import { anyDatasetOf } from "../../standard/own-return.ts";
import { isReported, sumOf } from "../../statistics/cell.ts";
import { encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import { drawnVariant } from "../figures/answer-figures.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { howMany, sourceLine } from "../figures/words.ts";

/** The view of the fifth figure: firearms traced by State of first sale and State of recovery. */
export const ROUTES_VIEW: View = {
  ...DEFAULT_VIEW,
  dataset: "US_ATF_FLOWS",
  indicator: "ARMS_TRACED",
  by: "origin_area",
  level: "SUBNATIONAL",
  from: 2020,
  to: 2020,
  panel: "same",
};

/** The same routes as arcs on a map. */
export const ARCS_VIEW: View = { ...ROUTES_VIEW, routes: "arcs", large: "routes" };

/** Routes drawn; the table has twice as many. */
const DRAWN = 12;

/** The largest routes between two States, and how many firearms crossed a State line at all. */
export const routesFigure = async (data: SiteData, speech: Speech): Promise<FigureProps> => {
  const { m, f } = speech;
  const cells = (await cellsWithin(data, ROUTES_VIEW)).filter(isReported);
  const all = sumOf(cells) ?? 0;
  const crossing = cells.filter((cell) => cell.code !== cell.area);
  const crossed = sumOf(crossing) ?? 0;
  const name = (code: string) => data.names.areas[code] ?? code;
  const largest = from(crossing)
    .orderby(desc("value"), "code", "area")
    .slice(0, 2 * DRAWN)
    .objects() as typeof crossing;
  const rows = largest.map((cell) => ({
    origin: name(cell.code),
    recovery: name(cell.area),
    value: cell.value,
    text: f.number(cell.value),
  }));
  const title = m.home.routesTitle(f.percent(crossed / all), f.year(ROUTES_VIEW.to));
  const chart = { rows: rows.slice(0, DRAWN), unit: m.home.routesUnit };
  return {
    id: "routes",
    variants: [
      drawnVariant({ view: ROUTES_VIEW }, speech, "routes", {
        title,
        subtitle: m.home.routesSubtitle(f.year(ROUTES_VIEW.to)),
        draw: (options) => routesChart(chart, options),
      }),
    ],
    switches: [],
    table: {
      head: [m.dimensions.origin_area, m.home.recovery, m.home.routesUnit],
      rows: rows.map((row) => [row.origin, row.recovery, row.text]),
    },
    source: sourceLine(ROUTES_VIEW.dataset, data.names),
    coverage: m.home.routesCoverage(
      f.number(all),
      howMany(speech, new Set(cells.map((cell) => cell.area)).size, "SUBNATIONAL"),
    ),
    caveats: [anyDatasetOf(ROUTES_VIEW.dataset).caveat, m.home.routesMissing],
    search: encodeView(ROUTES_VIEW, data.version),
  };
};

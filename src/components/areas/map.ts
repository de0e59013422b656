import { answerAtBuild, type SiteData } from "../../build/site-data.ts";
import { symbolMapChart } from "../../charts/painted.ts";
import type { Speech } from "../../i18n/locales.ts";
import { yearsOf } from "../../statistics/cell.ts";
import { encodeView } from "../../view/url.ts";
import { DEFAULT_VIEW, type View } from "../../view/view.ts";
import { drawnVariant } from "../figures/answer-figures.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { geographyOf } from "../figures/geography.ts";
import { mapCoverage, mapData, mapSubtitle, mapTitle } from "../figures/map.ts";
import { caveatsOf, sourceLine } from "../figures/words.ts";

/** Totals of arms seized of every State that has reported one in the span of a first visit. */
export const MAP_VIEW: View = { ...DEFAULT_VIEW, by: "_T", panel: "all" };

/** The map of the index of areas: where totals of arms seized have been published. */
export const mapFigure = async (data: SiteData, speech: Speech): Promise<FigureProps> => {
  const { m, f } = speech;
  const answer = await answerAtBuild(data, MAP_VIEW);
  const drawn = mapData(answer, speech, data.names, await geographyOf(data, answer));
  const title = mapTitle(answer, speech, data.names);
  return {
    id: "map",
    variants: [
      drawnVariant({ view: MAP_VIEW }, speech, "map", {
        title,
        subtitle: mapSubtitle(answer, speech, data.names),
        draw: (options) => symbolMapChart(drawn, options),
      }),
    ],
    switches: [],
    table: {
      head: [m.areaPages.peersColumns.area, m.figure.count, m.areaPages.peersColumns.years],
      rows: answer.everyArea
        .map((cell) => ({
          name: data.names.areas[cell.area] ?? cell.area,
          value: cell.value === null ? m.table.missing : f.number(cell.value),
          years: f.number(
            yearsOf(MAP_VIEW).filter((year) =>
              answer.cells.some((one) => one.area === cell.area && one.year === year),
            ).length,
          ),
        }))
        .sort((a, b) => f.compare(a.name, b.name))
        .map(({ name, value, years }) => [name, value, years]),
    },
    source: sourceLine(MAP_VIEW.dataset, data.names),
    coverage: mapCoverage(answer, speech, data.names),
    caveats: caveatsOf(answer, speech),
    search: encodeView(MAP_VIEW, data.version),
  };
};

import { answerAtBuild, type SiteData } from "../../build/site-data.ts";
import { trendChart } from "../../charts/painted.ts";
import type { Speech } from "../../i18n/locales.ts";
import { anyDatasetOf } from "../../standard/own-return.ts";
import type { Answer } from "../../view/answer.ts";
import { encodeView } from "../../view/url.ts";
import type { View } from "../../view/view.ts";
import { drawnVariant } from "../figures/answer-figures.ts";
import { arcsFigure } from "../figures/arcs-figure.ts";
import { breakdownData, breakdownSubtitle } from "../figures/breakdown.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { breaksOf } from "../figures/trend.ts";
import { caveatsOf, coverageLine, howMany, sourceLine } from "../figures/words.ts";
import { ARCS_VIEW, ROUTES_VIEW } from "../home/routes.ts";
import type { AreaShare } from "./area-shares.ts";
import { storyBars } from "./bars-figure.ts";
import type { AreaFlow, CrossingYear } from "./flows.ts";

/** Bars drawn of the areas with the most firearms; the table has them all. */
const DRAWN = 16;

const caveats = ({ m }: Speech): string[] => [
  anyDatasetOf(ROUTES_VIEW.dataset).caveat,
  m.home.routesMissing,
];

/** The share that crossed a State line, a line over the years. */
export const crossingFigure = (
  years: readonly CrossingYear[],
  data: SiteData,
  speech: Speech,
): FigureProps => {
  const { m, f } = speech;
  const words = m.stories.routes;
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) throw new Error("No firearm was traced.");
  const view: View = { ...ROUTES_VIEW, from: first.year, to: last.year };
  const title = words.crossingTitle(
    f.percent(first.share),
    f.year(first.year),
    f.percent(last.share),
    f.year(last.year),
  );
  return {
    id: "crossing",
    variants: [
      drawnVariant({ view: { ...view, measure: "share" } }, speech, "crossing", {
        title,
        subtitle: words.crossingSubtitle(f.year(first.year), f.year(last.year)),
        draw: (options) =>
          trendChart(
            {
              series: [
                {
                  code: "_T",
                  label: words.crossed,
                  colour: "var(--accent)",
                  highlighted: true,
                  points: years.map(({ year, share }) => ({ year, value: share })),
                },
              ],
              connected: true,
              indexed: false,
              unit: m.figure.share,
              coverage: years.map(({ year, areas }) => ({ year, reporting: areas })),
              coverageLabel: m.figure.areasReporting,
              breaks: breaksOf(view),
              formatValue: f.percent,
            },
            options,
          ),
      }),
    ],
    switches: [],
    table: {
      head: [m.figure.year, m.home.routesUnit, words.crossed, m.figure.share],
      rows: years.map(({ year, all, crossed, share }) => [
        f.year(year),
        f.number(all),
        f.number(crossed),
        f.percent(share),
      ]),
    },
    source: sourceLine(view.dataset, data.names),
    coverage: howMany(speech, last.areas, "SUBNATIONAL"),
    caveats: caveats(speech),
    search: encodeView(view, data.version),
  };
};

/** The routes between States as arcs on a map, with what left and what came to each in the table. */
export const flowsFigure = async (
  flows: readonly AreaFlow[],
  title: string,
  data: SiteData,
  speech: Speech,
): Promise<FigureProps> => {
  const { m, f } = speech;
  const words = m.stories.routes;
  const answer = await answerAtBuild(data, ARCS_VIEW);
  return arcsFigure(
    {
      id: "arcs",
      answer,
      title,
      subtitle: words.arcsSubtitle(f.year(ARCS_VIEW.to)),
      table: {
        head: [m.stories.state, words.out, words.in],
        rows: flows.map(({ area, out, in: came }) => [
          data.names.areas[area] ?? area,
          f.number(out),
          f.number(came),
        ]),
      },
      caveats: caveatsOf(answer, speech),
    },
    data,
    speech,
  );
};

/** How much of what was recovered in a State was first sold there: the States with the most traces. */
export const homeFigure = (
  shares: readonly AreaShare[],
  title: string,
  reference: number,
  data: SiteData,
  speech: Speech,
): FigureProps => {
  const { m, f } = speech;
  const words = m.stories.routes;
  const name = (code: string) => data.names.areas[code] ?? code;
  const bySize = shares.toSorted((a, b) => b.whole - a.whole);
  return storyBars(
    {
      id: "at-home",
      view: { ...ROUTES_VIEW, routes: "matrix", large: "routes" },
      title,
      subtitle: words.homeSubtitle(
        f.number(Math.min(DRAWN, bySize.length)),
        f.year(ROUTES_VIEW.to),
      ),
      bars: bySize.slice(0, DRAWN).map(({ area, share }) => ({
        code: area,
        label: name(area),
        value: share,
        text: f.percent(share),
      })),
      unit: m.figure.share,
      reference: { value: reference, label: words.together(f.percent(reference)) },
      table: {
        head: [m.home.recovery, m.home.routesUnit, m.home.routesSame, m.figure.share],
        rows: bySize.map(({ area, part, whole, share }) => [
          name(area),
          f.number(whole),
          f.number(part),
          f.percent(share),
        ]),
      },
      coverage: howMany(speech, shares.length, "SUBNATIONAL"),
      caveats: caveats(speech),
    },
    data,
    speech,
  );
};

/** With what result arms were traced; one result stands out, the others are grey. */
export const outcomesFigure = (
  answer: Answer,
  marked: string,
  title: string,
  data: SiteData,
  speech: Speech,
): FigureProps => {
  const { m } = speech;
  const bars = breakdownData(answer, speech, data.names).rows.flatMap(
    ({ code, label, value, text }) => {
      const colour = code === marked ? "var(--accent)" : "var(--grey-series)";
      return value === null ? [] : [{ code, label, value, text, colour }];
    },
  );
  return storyBars(
    {
      id: "outcomes",
      view: answer.view,
      title,
      subtitle: breakdownSubtitle(answer, speech, data.names),
      bars,
      unit: m.nouns.ARMS_SEIZED,
      table: {
        head: [m.dimensions.trace_status, m.figure.count],
        rows: bars.map(({ label, text }) => [label, text]),
      },
      coverage: coverageLine(answer, speech, data.names),
      caveats: caveatsOf(answer, speech),
    },
    data,
    speech,
  );
};

import { answerAtBuild, cellsOf, type SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import { areasIn, isReported, sumOf } from "../../statistics/cell.ts";
import { SMALL_DENOMINATOR } from "../../statistics/ratio.ts";
import { DEFAULT_VIEW, RESIDUAL, type View } from "../../view/view.ts";
import { breakdownFigure } from "../figures/answer-figures.ts";
import { ROUTES_VIEW, routesFigure } from "../home/routes.ts";
import { areaShares, pooledShare } from "./area-shares.ts";
import { crossingYears, flowsOf, isCrossing } from "./flows.ts";
import { crossingFigure, flowsFigure, homeFigure, outcomesFigure } from "./routes-figures.ts";
import { asked, changeOf, inYear, mustHold, type Step, type Story } from "./story.ts";

const ID = "routes";
const TRACE_VIEW: View = { ...DEFAULT_VIEW, by: "trace_status", panel: "all" };
const FOREIGN = "ILLEGIT_OWNER_FOREIGN";
const NATIONAL = ["ILLEGIT_OWNER_NATIONAL", "LEGIT_OWNER_NATIONAL"];
const PLACE_VIEW: View = {
  ...DEFAULT_VIEW,
  by: "seizure_place",
  panel: "all",
  measure: "share",
  residual: "without",
};

/** What States have published on borders between them: outcomes of tracing and places of seizure. */
const acrossBorders = async (data: SiteData, speech: Speech): Promise<Step[]> => {
  const { m, f } = speech;
  const words = m.stories.routes;
  const span = { from: TRACE_VIEW.from, to: TRACE_VIEW.to };
  const [from, to] = [f.year(span.from), f.year(span.to)];
  const traced = await answerAtBuild(data, TRACE_VIEW);
  const tracers = areasIn(traced.cells);
  const name = (code: string) => data.names.areas[code] ?? code;
  const sum = (printed: string, areas: readonly string[], codes: readonly string[] = [FOREIGN]) =>
    asked(TRACE_VIEW, areas, printed, { kind: "value", ...span, codes });
  const atHome = sumOf(traced.cells.filter(({ code }) => NATIONAL.includes(code))) ?? 0;
  const finders = areaShares(traced.cells, ({ code }) => code === FOREIGN)
    .filter(({ part }) => part > 0)
    .toSorted((a, b) => b.part - a.part);
  const [most] = finders;
  if (most === undefined) throw new Error("No State has traced an arm to another country.");
  const arms = finders.reduce((total, { part }) => total + part, 0);
  const places = await answerAtBuild(data, PLACE_VIEW);
  const placed = areasIn(places.whole);
  const codes = [...(places.slice.codes.seizure_place ?? [])]
    .filter((code) => !RESIDUAL.has(code))
    .sort();
  const all = sumOf(places.whole) ?? 0;
  const placeShare = (code: string) =>
    asked(
      PLACE_VIEW,
      placed,
      f.percent((sumOf(places.whole.filter((cell) => cell.code === code)) ?? 0) / all),
      { kind: "share", ...span, codes: [code], of: codes },
    );
  return [
    {
      heading: words.foreignHeading,
      paragraphs: [
        words.foreign(
          asked(TRACE_VIEW, tracers, f.number(finders.length), {
            kind: "positive",
            ...span,
            codes: [FOREIGN],
          }),
          finders.length,
          sum(f.number(arms), tracers),
          sum(f.number(atHome), tracers, NATIONAL),
          from,
          to,
        ),
        words.foreignWhich,
        words.foreignMost(name(most.area), sum(f.number(most.part), [most.area])),
      ],
      figure: outcomesFigure(
        traced,
        FOREIGN,
        words.foreignTitle(f.number(arms), f.number(finders.length), finders.length),
        data,
        speech,
      ),
    },
    {
      heading: words.placeHeading,
      paragraphs: [
        words.places(
          asked(PLACE_VIEW, placed, f.number(all), { kind: "value", ...span, codes }),
          placeShare("LAND_BORDER"),
          placeShare("VESSEL_HARBOUR"),
          placeShare("PLANE_AIRPORT"),
          from,
          to,
        ),
        words.placesReading,
      ],
      figure: breakdownFigure(places, data, speech, "places"),
    },
  ];
};

/**
 * Which guns cross which borders, from traces between States of the United States, and what is published beyond.
 * Throws when most traced firearms crossed a State line.
 */
export const routes = async (data: SiteData, speech: Speech): Promise<Story> => {
  const { m, f } = speech;
  const words = m.stories.routes;
  const every = (await cellsOf(data, ROUTES_VIEW)).filter(isReported);
  const year = ROUTES_VIEW.to;
  const cells = every.filter((cell) => cell.year === year);
  const when = f.year(year);
  const name = (code: string) => data.names.areas[code] ?? code;
  const areas = areasIn(cells);
  const codes = [...new Set(cells.map(({ code }) => code))].sort();
  const years = crossingYears(every);
  const [first, last] = [years[0], years.at(-1)];
  const [busiest, second] = cells
    .filter(isCrossing)
    .toSorted((a, b) => b.value - a.value || (a.area < b.area ? -1 : 1));
  const flows = flowsOf(cells);
  const [exporter, importer] = [flows[0], flows.at(-1)];
  const shares = areaShares(cells, (cell) => !isCrossing(cell));
  const ranked = shares
    .filter(({ whole }) => whole >= SMALL_DENOMINATOR)
    .toSorted((a, b) => b.share - a.share);
  const [highest, lowest] = [ranked[0], ranked.at(-1)];
  if (
    first === undefined ||
    last === undefined ||
    busiest === undefined ||
    second === undefined ||
    exporter === undefined ||
    importer === undefined ||
    highest === undefined ||
    lowest === undefined
  )
    throw new Error("Too few traces for a story of routes.");
  mustHold(last.share < 0.5, ID, "most traced firearms crossed a State line");
  mustHold(
    exporter.out > exporter.in && importer.in > importer.out,
    ID,
    "no State sends more than it receives",
  );
  const sum = (into: readonly string[], from: readonly string[], value: number) =>
    asked(ROUTES_VIEW, into, f.number(value), { kind: "value", ...inYear(year), codes: from });
  const crossed = ({ year: at, share }: (typeof years)[number]) => {
    const own = every.filter((cell) => cell.year === at);
    return asked(ROUTES_VIEW, areasIn(own), f.percent(share), {
      kind: "crossed",
      ...inYear(at),
      codes: [...new Set(own.map(({ code }) => code))].sort(),
    });
  };
  const route = ({ code, area, value }: (typeof cells)[number]) =>
    words.route(sum([area], [code], value), name(code), name(area));
  const but = (list: readonly string[], code: string) => list.filter((other) => other !== code);
  const flow = ({ area, out, in: came }: (typeof flows)[number]) =>
    words.flow(name(area), sum(but(areas, area), [area], out), sum([area], but(codes, area), came));
  const stay = ({ area, share, whole }: (typeof shares)[number]) =>
    words.stay(
      name(area),
      asked(ROUTES_VIEW, [area], f.percent(share), {
        kind: "share",
        ...inYear(year),
        codes: [area],
        of: codes,
      }),
      sum([area], codes, whole),
    );
  const home = pooledShare(shares);
  return {
    title: words.title,
    standfirst: words.standfirst(sum(areas, codes, last.all), crossed(last), when),
    steps: [
      {
        heading: words.stayHeading,
        paragraphs: [
          words.crossing(sum(areas, codes, last.all), when, crossed(last)),
          words.before[changeOf(first.share, last.share)](crossed(first), f.year(first.year)),
          words.traced,
        ],
        figure: crossingFigure(years, data, speech),
      },
      {
        heading: words.routesHeading,
        paragraphs: [words.largest(route(busiest), route(second), when), words.arrow],
        figure: await routesFigure(data, speech),
      },
      {
        heading: words.netHeading,
        paragraphs: [words.sends(flow(exporter), when), words.receives(flow(importer)), words.net],
        figure: await flowsFigure(
          flows,
          words.arcsTitle(name(exporter.area), name(importer.area)),
          data,
          speech,
        ),
      },
      {
        heading: words.homeHeading,
        paragraphs: [words.highest(stay(highest), when), words.lowest(stay(lowest)), words.laws],
        figure: homeFigure(shares, words.homeTitle(f.percent(home), when), home, data, speech),
      },
      ...(await acrossBorders(data, speech)),
      { heading: words.notHeading, paragraphs: words.not },
    ],
    method: words.method,
  };
};

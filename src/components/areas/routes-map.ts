import { answerAtBuild, type SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Area } from "../../standard/codelists/area.ts";
import { type Cell, isReported, sumOf } from "../../statistics/cell.ts";
import { arcsFigure } from "../figures/arcs-figure.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { caveatsOf } from "../figures/words.ts";
import { ARCS_VIEW } from "../home/routes.ts";

/** What came to an area from another, and what went there. */
interface Exchange {
  readonly other: string;
  readonly came: number | null;
  readonly went: number | null;
}

/** What an area exchanged with each other one, the largest exchange first. `code` of a cell is the area of first sale. */
export const exchangesOf = (cells: readonly Cell[], area: string): Exchange[] => {
  const moved = cells.filter(({ code, area: found }) => code !== found);
  const others = new Set(
    moved.flatMap(({ code, area: found }) =>
      code === area ? [found] : found === area ? [code] : [],
    ),
  );
  return [...others]
    .map((other) => ({
      other,
      came: sumOf(moved.filter(({ code, area: found }) => code === other && found === area)),
      went: sumOf(moved.filter(({ code, area: found }) => code === area && found === other)),
    }))
    .sort(
      (a, b) =>
        (b.came ?? 0) + (b.went ?? 0) - ((a.came ?? 0) + (a.went ?? 0)) ||
        a.other.localeCompare(b.other),
    );
};

/** The routes into a part of a State and out of it as arcs on a map; undefined where no trace touches it. */
export const routesMapFigure = async (
  area: Area,
  data: SiteData,
  speech: Speech,
): Promise<FigureProps | undefined> => {
  const { m, f } = speech;
  const words = m.areaPages;
  const all = await answerAtBuild(data, ARCS_VIEW);
  const cells = all.cells.filter(
    (cell) => isReported(cell) && (cell.code === area.code || cell.area === area.code),
  );
  const exchanges = exchangesOf(cells, area.code);
  if (exchanges.length === 0) return undefined;
  const total = (side: "came" | "went") =>
    f.number(exchanges.reduce((sum, exchange) => sum + (exchange[side] ?? 0), 0));
  const print = (value: number | null) => (value === null ? m.table.missing : f.number(value));
  return arcsFigure(
    {
      id: "routes-map",
      answer: { ...all, cells },
      title: words.routesMap(area.label, total("came"), total("went")),
      subtitle: words.routesMapSubtitle(area.label, f.year(all.view.to)),
      table: {
        head: [words.routesColumns.other, words.routesColumns.came, words.routesColumns.went],
        rows: exchanges.map(({ other, came, went }) => [
          data.names.areas[other] ?? other,
          print(came),
          print(went),
        ]),
      },
      caveats: [...caveatsOf(all, speech), m.home.routesMissing],
    },
    data,
    speech,
  );
};

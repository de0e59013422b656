import type { MatrixData } from "../../charts/matrix.ts";
import type { Speech } from "../../i18n/locales.ts";
import { groupBy, isReported, sumOf } from "../../statistics/cell.ts";
import type { Answer } from "../../view/answer.ts";
import type { Names } from "./words.ts";

/** Places a side of the matrix, the largest first. */
const SIDE = 20;

/** True when an answer holds routes: areas of recovery by areas of origin, more than one of each. */
export const hasRoutes = (answer: Answer): boolean =>
  answer.view.by === "origin_area" &&
  answer.slice.additivity === "PART" &&
  answer.view.level === "SUBNATIONAL" &&
  answer.members.length > 1;

/** Codes by the sum of their cells, largest first. */
const largest = (answer: Answer, side: "area" | "code"): string[] =>
  [...groupBy(answer.cells, (cell) => cell[side])]
    .map(([code, cells]) => ({ code, sum: sumOf(cells) ?? 0 }))
    .sort((a, b) => b.sum - a.sum)
    .slice(0, SIDE)
    .map(({ code }) => code);

/** What the matrix draws: the largest origins by the largest areas of recovery, summed over the years. */
export const routesData = (answer: Answer, speech: Speech, names: Names): MatrixData => {
  const { m } = speech;
  const place = (code: string) => ({ code, label: names.areas[code] ?? code });
  const origins = largest(answer, "code");
  const recoveries = largest(answer, "area");
  const drawn = answer.cells.filter(
    (cell) => origins.includes(cell.code) && recoveries.includes(cell.area),
  );
  return {
    origins: origins.map(place),
    recoveries: recoveries.map(place),
    cells: [...groupBy(drawn, (cell) => `${cell.code} ${cell.area}`).values()].flatMap((cells) => {
      const [first] = cells;
      return first === undefined
        ? []
        : [{ origin: first.code, recovery: first.area, value: sumOf(cells) }];
    }),
    originTitle: m.dimensions.origin_area,
    recoveryTitle: m.home.recovery,
    unit: m.nouns[answer.view.indicator],
    keys: {
      zero: m.nothing.zero,
      absent: m.nothing["not-reported"],
      diagonal: m.home.routesSame,
    },
    cutText: (shown) => m.home.routesCut(speech.f.number(shown)),
  };
};

/** The finding of the routes: which share of the arms crossed from one area to another. */
export const routesTitle = (answer: Answer, { m, f }: Speech): string => {
  const reported = answer.cells.filter(isReported);
  const all = sumOf(reported) ?? 0;
  const crossed = sumOf(reported.filter((cell) => cell.code !== cell.area)) ?? 0;
  const years =
    answer.view.from === answer.view.to
      ? f.year(answer.view.from)
      : `${f.year(answer.view.from)}–${f.year(answer.view.to)}`;
  return all === 0 ? m.titles.empty : m.home.routesTitle(f.percent(crossed / all), years);
};

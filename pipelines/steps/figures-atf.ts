import type { Figure, FormulaId } from "../../src/standard/figure.ts";
import { panelOf, restrictTo } from "../../src/statistics/panel.ts";
import { type AreaRatio, aggregateRatio } from "../../src/statistics/ratio.ts";
import { crossingShares, type Flow, type Routes, routesOf } from "../../src/statistics/routes.ts";
import type { SourceCell } from "../../src/statistics/source-cell.ts";
import { BANDS, bandShares, UNDER } from "../../src/statistics/time-to-crime.ts";
import {
  aggregateCells,
  category,
  compact,
  during,
  figure,
  type Origin,
  ratioCells,
} from "./figure-row.ts";
import type { ReleaseCells } from "./release-cells.ts";

const INDICATOR = "ARMS_TRACED";

const routeFigures = (origin: Origin, routes: Routes): Figure[] => {
  const place = { ref_area: routes.area, time_period: String(routes.year), category: INDICATOR };
  const flow = (id: FormulaId, { value, inputs }: Flow): Figure =>
    figure(id, origin, {
      ...place,
      unit: "NUMBER",
      value,
      inputs: compact(inputs),
      note: value === null ? "AREA_NOT_COVERED" : "",
    });
  const share = (id: FormulaId, ratio: AreaRatio): Figure =>
    figure(id, origin, { ...place, unit: "PT", ...ratioCells(ratio) });
  return [
    flow("ROUTE_IN", routes.in),
    flow("ROUTE_OUT", routes.out),
    flow("ROUTE_WITHIN", routes.within),
    flow("ROUTE_NET", routes.net),
    share("ROUTE_IN_SHARE", routes.inShare),
    share("ROUTE_OUT_SHARE", routes.outShare),
  ];
};

/** Routes of each State in a year's matrix, and the share of all its firearms that crossed a State line. */
export const flowFigures = ({ origin, parts }: ReleaseCells): Figure[] => {
  const cells = parts(INDICATOR, "origin_area");
  const states = new Set(cells.map((cell) => cell.area)).size;
  return [
    ...routesOf(cells).flatMap((routes) => routeFigures(origin, routes)),
    ...crossingShares(cells, "USA").map((ratio) =>
      figure("ROUTE_IN_SHARE", origin, {
        ref_area: ratio.area,
        time_period: String(ratio.year),
        category: INDICATOR,
        weighting: "POOLED",
        unit: "PT",
        n_areas: states,
        ...ratioCells(ratio),
      }),
    ),
  ];
};

/** A share of some bands: of each State and year, and by year over the States that report every year. */
const timeFigures = (
  origin: Origin,
  cells: readonly SourceCell[],
  id: FormulaId,
  name: string,
  bands: Parameters<typeof bandShares>[1],
): Figure[] => {
  const kind = { category: category(INDICATOR, "time_to_crime", name), unit: "PT" } as const;
  const years = [...new Set(cells.map((cell) => cell.year))].sort((a, b) => a - b);
  const span = { from: years[0] ?? 0, to: years.at(-1) ?? 0 };
  const same = bandShares(restrictTo(cells, panelOf(cells, span), span), bands);
  return [
    ...bandShares(cells, bands).map((ratio) =>
      figure(id, origin, {
        ...kind,
        ref_area: ratio.area,
        time_period: String(ratio.year),
        ...ratioCells(ratio),
      }),
    ),
    ...years.flatMap((year) =>
      (["pooled", "mean"] as const).map((weight) =>
        figure(id, origin, {
          ...kind,
          time_period: String(year),
          ...aggregateCells(aggregateRatio(during(same, { from: year, to: year }), weight)),
        }),
      ),
    ),
  ];
};

/** Time to crime: the share of each band, under one year and under three, of firearms whose time is known. */
export const profileFigures = ({ origin, parts }: ReleaseCells): Figure[] => {
  const cells = parts(INDICATOR, "time_to_crime");
  return [
    ...BANDS.flatMap((band) => timeFigures(origin, cells, "TIME_TO_CRIME_SHARE", band, [band])),
    ...Object.entries(UNDER).flatMap(([name, bands]) =>
      timeFigures(origin, cells, "TIME_TO_CRIME_UNDER", name, bands),
    ),
  ];
};

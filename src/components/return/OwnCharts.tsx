import { useMemo } from "preact/hooks";
import { barsDrawing } from "../../charts/bars.ts";
import { matrixDrawing } from "../../charts/matrix.ts";
import type { ChartOptions } from "../../charts/options.ts";
import { pyramidDrawing } from "../../charts/pyramid.ts";
import type { Dimension } from "../../standard/dimensions.ts";
import type { FigureContext } from "./figure-context.ts";
import { OwnFigure } from "./OwnFigure.tsx";
import {
  nameOf,
  ownBars,
  ownChartOptions,
  ownMonths,
  ownPyramid,
  partsFrom,
  pointsFrom,
} from "./own-figures.ts";
import { partsQuery, totalsQuery } from "./own-queries.ts";
import { useAnswer } from "./use-answer.ts";

/** One year by the categories of one dimension. */
export const Parts = (context: FigureContext & { readonly by: Dimension }) => {
  const { stage, areas, noun, areaName, source, table, asked, ask, year, by } = context;
  const { m, f } = stage.speech;
  const { rows } = useAnswer(ask, partsQuery(table, asked, [by], by, year));
  const drawn = useMemo(() => {
    const parts = partsFrom(rows ?? []).filter(({ code }) => code !== "TOTAL_REPORTED");
    const [top] = parts.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
    if (top === undefined || top.value === null) return undefined;
    const data = ownBars(parts, by, noun, areas, stage.speech);
    const title = m.return.barsTitle(
      nameOf(by, top.code, areas),
      f.number(top.value),
      noun,
      f.year(Number(year)),
    );
    return {
      title,
      drawing: (options: ChartOptions) => barsDrawing(data, options),
      options: ownChartOptions(stage.speech, "own-parts", title),
    };
  }, [rows, by, noun, areas, stage, year]);
  if (drawn === undefined) return null;
  return (
    <OwnFigure
      id="own-parts-figure"
      subtitle={m.return.barsSubtitle(noun, m.dimensions[by], areaName, year)}
      source={source}
      {...drawn}
    />
  );
};

/** Women and men by age in one year. */
export const Pyramid = (context: FigureContext) => {
  const { stage, areas, noun, areaName, source, table, asked, ask, year } = context;
  const { m, f } = stage.speech;
  const { rows } = useAnswer(ask, partsQuery(table, asked, ["sex", "age"], "sex+age", year));
  const drawn = useMemo(() => {
    const data = ownPyramid(partsFrom(rows ?? []), noun, areas, stage.speech);
    if (data.bands.length === 0) return undefined;
    const sum = (side: "women" | "men") =>
      data.bands.reduce((total, band) => total + (band[side] ?? 0), 0);
    const title = m.return.pyramidTitle(
      f.number(sum("women")),
      f.number(sum("men")),
      f.year(Number(year)),
    );
    return {
      title,
      drawing: (options: ChartOptions) => pyramidDrawing(data, options),
      options: ownChartOptions(stage.speech, "own-pyramid", title),
    };
  }, [rows, noun, areas, stage, year]);
  if (drawn === undefined) return null;
  return (
    <OwnFigure
      id="own-pyramid-figure"
      subtitle={m.return.barsSubtitle(noun, m.return.sexAndAge, areaName, year)}
      source={source}
      {...drawn}
    />
  );
};

/** Months by years. */
export const Months = (context: FigureContext) => {
  const { stage, noun, areaName, source, table, asked, ask } = context;
  const { m, f } = stage.speech;
  const { rows } = useAnswer(ask, totalsQuery(table, asked, "M"));
  const drawn = useMemo(() => {
    const points = pointsFrom(rows ?? []);
    const [top] = points.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
    if (top === undefined || top.value === null) return undefined;
    const data = ownMonths(points, noun, stage.speech);
    const title = m.return.monthsTitle(f.monthOfYear(top.period), f.number(top.value), noun);
    return {
      title,
      drawing: (options: ChartOptions) => matrixDrawing(data, options),
      options: ownChartOptions(stage.speech, "own-months", title),
    };
  }, [rows, noun, stage]);
  if (drawn === undefined) return null;
  return (
    <OwnFigure
      id="own-months-figure"
      subtitle={m.return.monthsSubtitle(noun, areaName)}
      source={source}
      {...drawn}
    />
  );
};

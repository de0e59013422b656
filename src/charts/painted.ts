import { ageHistogramDrawing } from "./age-histogram.ts";
import { arcMapDrawing } from "./arc-map.ts";
import { barsDrawing } from "./bars.ts";
import type { Drawing } from "./drawing.ts";
import { heatMapDrawing } from "./heat-map.ts";
import { matrixDrawing } from "./matrix.ts";
import type { ChartOptions } from "./options.ts";
import { paint } from "./paint.ts";
import { pyramidDrawing } from "./pyramid.ts";
import { routesDrawing } from "./routes.ts";
import { sankeyDrawing } from "./sankey.ts";
import { sexShareDrawing } from "./sex-share.ts";
import { smallMultiplesDrawing } from "./small-multiples.ts";
import { stackedBarsDrawing } from "./stacked-bars.ts";
import { symbolMapDrawing } from "./symbol-map.ts";
import { trendDrawing } from "./trend.ts";

/**
 * The charts as finished SVG, drawn by Plot: at build, and where a page is printed. They stand apart from their
 * drawings, so that a page which only moves charts loads nothing of Plot.
 */
const painted =
  <Data>(drawing: (data: Data, options: ChartOptions) => Drawing) =>
  (data: Data, options: ChartOptions): SVGSVGElement =>
    paint(drawing(data, options), options);

export const ageHistogramChart = painted(ageHistogramDrawing);
export const arcMapChart = painted(arcMapDrawing);
export const barsChart = painted(barsDrawing);
export const heatMapChart = painted(heatMapDrawing);
export const matrixChart = painted(matrixDrawing);
export const pyramidChart = painted(pyramidDrawing);
export const routesChart = painted(routesDrawing);
export const sankeyChart = painted(sankeyDrawing);
export const sexShareChart = painted(sexShareDrawing);
export const smallMultiplesChart = painted(smallMultiplesDrawing);
export const stackedBarsChart = painted(stackedBarsDrawing);
export const symbolMapChart = painted(symbolMapDrawing);
export const trendChart = painted(trendDrawing);

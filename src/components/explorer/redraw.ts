import type { Drawing } from "../../charts/drawing.ts";
import type { ChartOptions } from "../../charts/options.ts";

/** A chart that is not painted yet. */
export interface Unpainted {
  readonly drawing: Drawing;
  readonly options: ChartOptions;
}

type Draw = (width: number) => Unpainted;

/** How the chart in a place is drawn; the place is forgotten with its page. */
const draws = new WeakMap<Element, Draw>();

/** Notes how the chart in a place is drawn for a width in pixels. */
export const noteDrawing = (place: Element, draw: Draw): void => {
  draws.set(place, draw);
};

/** The chart of a figure drawn anew for a width in pixels; null where it has none that is alive. */
export const drawAgain = (figure: Element | null, width: number): Unpainted | null => {
  const place = figure?.querySelector(".chart");
  return place === null || place === undefined ? null : (draws.get(place)?.(width) ?? null);
};

import { type Cell, groupBy, isReported } from "../statistics/cell.ts";
import { type Answer, answerOf } from "../view/answer.ts";
import { sliceOf } from "../view/catalogue.ts";
import { cellsQuery } from "../view/query.ts";
import type { View } from "../view/view.ts";
import { cellsOf, type SiteData } from "./site-data.ts";

const tables = new Map<string, Promise<Map<string, Cell[]>>>();

/** Cells of the table behind a view by area, read once a build however many pages ask. */
const cellsByArea = (data: SiteData, view: View): Promise<Map<string, Cell[]>> => {
  const key = JSON.stringify(cellsQuery(view));
  const known = tables.get(key) ?? cellsOf(data, view).then((cells) => groupBy(cells, areaOf));
  tables.set(key, known);
  return known;
};

const areaOf = (cell: Cell): string => cell.area;

/** Cells of a view's areas in all years; empty where no source publishes the table. */
export const cellsOfAreas = async (data: SiteData, view: View): Promise<Cell[]> => {
  if (sliceOf(data.catalogue, view) === undefined) return [];
  const byArea = await cellsByArea(data, view);
  return view.areas.flatMap((area) => byArea.get(area) ?? []);
};

/** The span of years in which areas have a number; undefined where they have none. */
export const spanOf = (cells: readonly Cell[]): { from: number; to: number } | undefined => {
  const years = cells.filter(isReported).map((cell) => cell.year);
  return years.length === 0 ? undefined : { from: Math.min(...years), to: Math.max(...years) };
};

/** Which years a page shows: all that there are, the newest of them alone, or those of the view. */
export type When = "all" | "newest" | "asked";

/** The answer to a view for its own areas; undefined where they have no number in the years shown. */
export const answerOfAreas = async (
  data: SiteData,
  view: View,
  when: When,
): Promise<Answer | undefined> => {
  const slice = sliceOf(data.catalogue, view);
  const cells = await cellsOfAreas(data, view);
  const span = spanOf(cells);
  if (slice === undefined || span === undefined) return undefined;
  const asked =
    when === "asked" ? view : { ...span, ...(when === "newest" ? { from: span.to } : {}) };
  const answer = answerOf({ ...view, from: asked.from, to: asked.to }, slice, cells);
  return answer.cells.some(isReported) ? answer : undefined;
};

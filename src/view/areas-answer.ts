import { type Cell, groupBy, isReported } from "../statistics/cell.ts";
import { type Answer, answerOf } from "./answer.ts";
import { type Slice, sliceOf } from "./catalogue.ts";
import { cellsQuery } from "./query.ts";
import type { View } from "./view.ts";

/** Which years are shown: all that there are, the newest of them alone, or those of the view. */
export type When = "all" | "newest" | "asked";

/** The span of years in which areas have a number; undefined where they have none. */
export const spanOf = (cells: readonly Cell[]): { from: number; to: number } | undefined => {
  const years = cells.filter(isReported).map((cell) => cell.year);
  return years.length === 0 ? undefined : { from: Math.min(...years), to: Math.max(...years) };
};

/** Answers about areas, from tables that are each read once however many areas ask. */
export interface AreaAnswers {
  /** Cells of a view's areas in all years; empty where no source publishes the table. */
  readonly cells: (view: View) => Promise<Cell[]>;
  /** The answer to a view for its own areas; undefined where they have no number in the years shown. */
  readonly answer: (view: View, when: When) => Promise<Answer | undefined>;
}

/**
 * Answers about areas. A table whose reading failed is read again by whoever asks next.
 * @param read gives the cells of the table behind a view: all its years, areas and categories
 */
export const areaAnswers = (
  catalogue: readonly Slice[],
  read: (view: View) => Promise<readonly Cell[]>,
): AreaAnswers => {
  const tables = new Map<string, Promise<Map<string, Cell[]>>>();
  const byArea = (view: View): Promise<Map<string, Cell[]>> => {
    const key = JSON.stringify(cellsQuery(view));
    const known = tables.get(key);
    if (known !== undefined) return known;
    const table = read(view).then((cells) => groupBy(cells, ({ area }) => area));
    tables.set(key, table);
    table.catch(() => tables.delete(key));
    return table;
  };
  const cells = async (view: View): Promise<Cell[]> => {
    if (sliceOf(catalogue, view) === undefined) return [];
    const found = await byArea(view);
    return view.areas.flatMap((area) => found.get(area) ?? []);
  };
  const answer = async (view: View, when: When): Promise<Answer | undefined> => {
    const slice = sliceOf(catalogue, view);
    const own = await cells(view);
    const span = spanOf(own);
    if (slice === undefined || span === undefined) return undefined;
    const newest = when === "newest" ? { from: span.to } : {};
    const asked = when === "asked" ? view : { ...span, ...newest };
    const given = answerOf({ ...view, from: asked.from, to: asked.to }, slice, own);
    return given.cells.some(isReported) ? given : undefined;
  };
  return { cells, answer };
};

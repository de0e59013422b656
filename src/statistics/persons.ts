import { isReported } from "./cell.ts";
import { type AreaRatio, ratioOf } from "./ratio.ts";
import { exactSum, type SourceCell } from "./source-cell.ts";
import { byAreaYear } from "./trace-table.ts";

/** Persons of one indicator by sex, sorted out. */
export interface SexCells {
  /** Country-years that give both women and men. */
  readonly counted: readonly SourceCell[];
  /** Country-years whose figures cover another population. */
  readonly outliers: readonly SourceCell[];
}

/**
 * Sorts cells by sex (codes F, M, `_U`) of one indicator: a country-year counts when it gives women and men; one with
 * a cell flagged OUTLIER_SCOPE is left out and listed. Country-years that give one sex only are in neither.
 */
export const sortSexes = (cells: readonly SourceCell[]): SexCells => {
  const groups = byAreaYear(cells);
  const isOutlier = (group: readonly SourceCell[]): boolean =>
    group.some((cell) => cell.flags.includes("OUTLIER_SCOPE"));
  const gives = (group: readonly SourceCell[], sex: string): boolean =>
    group.some((cell) => cell.code === sex && isReported(cell));
  return {
    counted: groups.flatMap((group) =>
      !isOutlier(group) && gives(group, "F") && gives(group, "M") ? group : [],
    ),
    outliers: groups.flatMap((group) => (isOutlier(group) ? group : [])),
  };
};

/**
 * 100 × persons of one sex / persons of known sex (WITHOUT), or / all persons (WITH the unknown), of each area and
 * year of `counted` ({@link sortSexes}). A country-year without an unknown has 0 of them: women and men add up to
 * its total.
 */
export const sexRatios = (
  counted: readonly SourceCell[],
  sex: "F" | "M",
  residual: "WITH" | "WITHOUT",
): AreaRatio[] =>
  byAreaYear(counted).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const all = group.filter((cell) => residual === "WITH" || cell.code !== "_U");
    const those = all.filter((cell) => cell.code === sex);
    return [ratioOf(first, exactSum(those), exactSum(all), { cells: all })];
  });

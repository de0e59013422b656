import type { SankeyData } from "../../charts/sankey.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Answer } from "../../view/answer.ts";
import type { Names } from "./words.ts";

/**
 * What bands from origin to recovery draw for an answer that `hasRoutes`: every cell of its years, so that the
 * chart folds what it cannot name.
 */
export const sankeyData = (answer: Answer, { m, f }: Speech, names: Names): SankeyData => {
  const { view, cells } = answer;
  const places = (codes: readonly string[]) =>
    [...new Set(codes)].sort().map((code) => ({ code, label: names.areas[code] ?? code }));
  return {
    origins: places(cells.map((cell) => cell.code)),
    recoveries: places(cells.map((cell) => cell.area)),
    cells: cells.map(({ code, area, value }) => ({ origin: code, recovery: area, value })),
    originTitle: m.dimensions.origin_area,
    recoveryTitle: m.home.recovery,
    unit: m.views.sankeyUnit(m.nouns[view.indicator], f.year(view.from), f.year(view.to)),
    othersText: (count) => m.views.sankeyOthers(f.number(count), count),
    keys: { within: m.views.sankeyWithin, across: m.views.sankeyAcross },
    absentText: (count) => m.views.sankeyAbsent(f.number(count), count),
    flowText: m.views.flow,
  };
};

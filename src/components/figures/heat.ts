import type { HeatCell, HeatMapData } from "../../charts/heat-map.ts";
import type { Speech } from "../../i18n/locales.ts";
import { isReported, type MonthCell } from "../../statistics/cell.ts";
import { type MonthSum, monthSums } from "../../statistics/months.ts";
import type { Answer } from "../../view/answer.ts";
import { chosenCodes, RESIDUAL } from "../../view/view.ts";
import { howMany, type Names } from "./words.ts";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Areas counted by name up to this many. */
const NAMED = 3;

/** The areas whose months are shown: those chosen, or all of the table, without those left out. */
const areasOf = ({ view, slice }: Answer): string[] =>
  (view.areas.length > 0 ? view.areas : slice.areas).filter((area) => !view.without.includes(area));

/** Rows of areas where one year of several areas is asked for; of years otherwise. */
const rowsOf = (answer: Answer): "year" | "area" =>
  answer.view.from === answer.view.to && areasOf(answer).length > 1 ? "area" : "year";

/** The months that a view shows: its years, areas and categories. */
const shown = (answer: Answer, months: readonly MonthCell[]): MonthCell[] => {
  const { view } = answer;
  const areas = new Set(areasOf(answer));
  const codes = new Set(chosenCodes(view, view.by));
  return months.filter(
    (cell) =>
      cell.year >= view.from &&
      cell.year <= view.to &&
      areas.has(cell.area) &&
      (codes.size === 0 || codes.has(cell.code)) &&
      (view.residual === "with" || !RESIDUAL.has(cell.code)),
  );
};

const order = (cell: MonthCell): number => cell.year * 12 + cell.month;

/** The sums, without months that the source has not published yet; and the last month with a number. */
const read = (answer: Answer, months: readonly MonthCell[]) => {
  const cells = shown(answer, months);
  const rows = rowsOf(answer);
  const unpublished = (cell: MonthCell): boolean =>
    cell.value === null && cell.flags.includes("UNPUBLISHED");
  const last = cells
    .filter(isReported)
    .reduce<MonthCell | undefined>(
      (a, b) => (a === undefined || order(b) > order(a) ? b : a),
      undefined,
    );
  const kept = cells.filter(
    (cell) => !(unpublished(cell) && last !== undefined && order(cell) > order(last)),
  );
  const sums =
    rows === "year"
      ? monthSums(
          kept,
          (cell) => String(cell.year),
          (cell) => `${cell.area} ${cell.code}`,
        )
      : monthSums(
          kept,
          (cell) => cell.area,
          (cell) => cell.code,
        );
  return { rows, sums, last, ends: kept.length < cells.length };
};

const stateOf = ({ value, flags }: MonthSum): HeatCell["state"] => {
  if (value === null) return "not-reported";
  if (value > 0) return "value";
  return flags.includes("FALSE_ZERO_SUSPECT") ? "doubtful-zero" : "zero";
};

const whenOf = (
  rows: "year" | "area",
  { row, month }: Pick<MonthSum, "row" | "month">,
  { m, f }: Speech,
  names: Names,
): string => {
  const name = f.month(month, "long");
  return rows === "year"
    ? m.views.heatWhen(f.year(Number(row)), name)
    : m.views.heatWhere(names.areas[row] ?? row, name);
};

/**
 * What a heat map draws of the months of an answer: years by months, or areas by months where the view is one year
 * of several areas. Nothing but sums whose every part is reported.
 */
export const heatData = (
  answer: Answer,
  months: readonly MonthCell[],
  speech: Speech,
  names: Names,
): HeatMapData => {
  const { m, f } = speech;
  const { rows, sums, last, ends } = read(answer, months);
  const label = (row: string) =>
    rows === "year" ? f.year(Number(row)) : (names.areas[row] ?? row);
  const found = [...new Set(sums.map((sum) => sum.row))].map((code) => ({
    code,
    label: label(code),
  }));
  const cells = sums.map((sum): HeatCell => {
    const state = stateOf(sum);
    const number = sum.value === null ? "" : f.number(sum.value);
    const text =
      state === "value"
        ? number
        : [number, m.nothing[state]].filter((part) => part !== "").join(", ");
    return {
      row: sum.row,
      column: String(sum.month),
      value: sum.value,
      state,
      title: m.views.heatTile(whenOf(rows, sum, speech, names), text),
    };
  });
  const has = (state: HeatCell["state"]) => cells.some((cell) => cell.state === state);
  return {
    rows: found.sort((a, b) => f.compare(a.label, b.label)),
    columns: MONTHS.map((month) => ({ code: String(month), label: f.month(month, "short") })),
    cells,
    unit: m.views.heatUnit(m.nouns[answer.view.indicator]),
    keys: {
      ...(has("zero") ? { zero: m.nothing.zero } : {}),
      ...(has("doubtful-zero") ? { doubtful: m.nothing["doubtful-zero"] } : {}),
      ...(has("not-reported") ? { absent: m.nothing["not-reported"] } : {}),
    },
    formatValue: f.compact,
    notes: [
      ...(ends && last !== undefined
        ? [m.views.heatEnds(m.views.heatWhen(f.year(last.year), f.month(last.month, "long")))]
        : []),
      ...(sums.some((sum) => sum.partial) ? [m.views.heatPartial] : []),
    ],
  };
};

/** The finding of a heat map: the month with the smallest and the one with the largest number. */
export const heatTitle = (
  answer: Answer,
  months: readonly MonthCell[],
  speech: Speech,
  names: Names,
): string => {
  const { m, f } = speech;
  const { rows, sums } = read(answer, months);
  const counted = sums
    .flatMap((sum) => (sum.value === null ? [] : [{ ...sum, value: sum.value }]))
    .sort((a, b) => a.value - b.value);
  const low = counted.at(0);
  const high = counted.at(-1);
  if (low === undefined || high === undefined) return m.titles.empty;
  const when = (sum: typeof low): string => {
    const ties = counted.filter(({ value }) => value === sum.value).length;
    return ties > 1 ? m.views.heatTies(f.number(ties)) : whenOf(rows, sum, speech, names);
  };
  return m.views.heatTitle(
    m.nouns[answer.view.indicator],
    f.number(low.value),
    when(low),
    f.number(high.value),
    when(high),
  );
};

/** What the tiles of a heat map count, of whom and when. */
export const heatSubtitle = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const { view } = answer;
  const areas = areasOf(answer);
  const noun = m.nouns[view.indicator];
  const who =
    areas.length <= NAMED
      ? f.list(areas.map((area) => names.areas[area] ?? area))
      : howMany(speech, areas.length, view.level);
  return rowsOf(answer) === "area"
    ? m.views.heatSubtitleAreas(noun, who, f.year(view.to))
    : m.views.heatSubtitle(noun, who, f.year(view.from), f.year(view.to));
};

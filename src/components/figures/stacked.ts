import type { StackedBarsData } from "../../charts/stacked-bars.ts";
import type { Speech } from "../../i18n/locales.ts";
import { groupBy } from "../../statistics/cell.ts";
import type { Answer } from "../../view/answer.ts";
import { RESIDUAL } from "../../view/view.ts";
import {
  arrangementOf,
  categoriesOf,
  groupsOf,
  isStackable,
  ROWS,
  rowOf,
  type StackedRows,
  stackedRows,
} from "./stacked-rows.ts";
import { unitOf } from "./trend.ts";
import { coverageLine, exclusionOf, howMany, type Names } from "./words.ts";

/**
 * What rows of parts draw for an answer that `hasParts`: stacked as the view asks where its categories are exclusive
 * parts of one whole, side by side where they are not, and then says so.
 */
export const stackedData = (
  answer: Answer,
  speech: Speech,
  names: Names,
  rows: StackedRows = stackedRows(answer),
): StackedBarsData => {
  const { m, f } = speech;
  const { view } = answer;
  const additive = isStackable(answer);
  const share = view.measure === "share" && additive;
  const arrange = arrangementOf(answer);
  const categories = categoriesOf(answer, speech, names);
  const given = new Set(answer.cells.map((cell) => cell.code)).size;
  const greys = categories.filter((d) => d.colour === "var(--grey-series)").length;
  const areas = new Set(answer.whole.map((cell) => cell.area)).size;
  return {
    categories,
    rows: groupsOf(answer, rows, speech, names).map((group) =>
      rowOf(group, categories, answer, speech),
    ),
    arrange,
    unit: share ? m.figure.share : unitOf({ ...view, measure: "count" }, speech),
    ...(share && arrange === "stacked" ? { max: 1 } : {}),
    notes: [
      ...(view.arrange === "stacked" && !additive ? [m.views.notStackable] : []),
      ...(rows === "area" && areas > ROWS
        ? [m.views.rowsCut(f.number(ROWS), f.number(areas))]
        : []),
      ...(arrange === "grouped" && categories.length < given
        ? [m.views.categoriesCut(f.number(categories.length), f.number(given))]
        : []),
      ...(greys > 0 ? [m.views.tooManyCategories(f.number(categories.length - greys))] : []),
    ],
  };
};

/** The category that is largest in most rows, "other" and "unknown" apart; undefined where none has a number. */
const mostOften = (data: StackedBarsData) => {
  const tops = data.rows.flatMap((row) => {
    const [top] = row.parts
      .filter((part) => (part.value ?? 0) > 0 && !RESIDUAL.has(part.category))
      .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
    return top === undefined ? [] : [top.category];
  });
  const [best] = [...groupBy(tops, (code) => code)].sort((a, b) => b[1].length - a[1].length);
  return best === undefined ? undefined : { code: best[0], rows: best[1].length };
};

/** The finding of rows of parts: in how many of them the category that leads most often is the largest. */
export const stackedTitle = (
  answer: Answer,
  speech: Speech,
  names: Names,
  rows: StackedRows = stackedRows(answer),
): string => {
  const { m, f } = speech;
  const data = stackedData(answer, speech, names, rows);
  const best = mostOften(data);
  const [only] = data.rows;
  if (best === undefined || only === undefined) return m.titles.empty;
  const label = data.categories.find((d) => d.code === best.code)?.label ?? best.code;
  const noun = m.nouns[answer.view.indicator];
  const count = data.rows.length;
  const all =
    rows === "area"
      ? howMany(speech, count, answer.view.level)
      : m.views.years(f.number(count), count);
  const finding =
    count === 1
      ? m.views.stackedTitleOne(label, noun, only.label)
      : best.rows === count
        ? m.views.stackedTitleAll(label, noun, all)
        : m.views.stackedTitle(label, noun, f.number(best.rows), all);
  const exclusion = exclusionOf(answer.view, speech, names);
  return exclusion === "" ? finding : `${finding} (${exclusion})`;
};

/** What rows of parts count, of whom and when. */
export const stackedSubtitle = (
  answer: Answer,
  speech: Speech,
  names: Names,
  rows: StackedRows = stackedRows(answer),
): string => {
  const { m, f } = speech;
  const { view } = answer;
  return (rows === "area" ? m.views.stackedAreas : m.views.stackedYears)(
    m.nouns[view.indicator],
    coverageLine(answer, speech, names),
    f.year(view.from),
    f.year(view.to),
  );
};

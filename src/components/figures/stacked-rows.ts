import type { StackedCategory, StackedPart, StackedRow } from "../../charts/stacked-layout.ts";
import { inListOrder } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Cell, groupBy, sumOf } from "../../statistics/cell.ts";
import { SMALL_DENOMINATOR } from "../../statistics/ratio.ts";
import { type Shares, sharesOf } from "../../statistics/shares.ts";
import type { Answer } from "../../view/answer.ts";
import { addsOverCodes } from "../../view/catalogue.ts";
import { chosenCodes } from "../../view/view.ts";
import { colourOf } from "./trend.ts";
import { categoryLabel, howMany, type Names } from "./words.ts";

/** More areas than this are cut to the largest, and the rest is said in words. */
export const ROWS = 16;
/** More categories than this are cut to the largest where each takes a line, and are grey where they are stacked. */
export const COLOURS = 7;

/** What the rows are. */
export type StackedRows = "area" | "year";

/** Areas as rows where they are few, or the view is one year; else years. */
export const stackedRows = ({ view, members }: Answer): StackedRows =>
  view.from < view.to && (members.length === 1 || members.length > ROWS) ? "year" : "area";

/** Whether the categories of an answer are exclusive parts of one whole. */
export const isStackable = ({ view, slice }: Answer): boolean =>
  view.by !== "_T" && addsOverCodes(slice);

/** Whether an answer can be drawn in rows of parts: broken down, and counted. */
export const hasParts = ({ view, slice, whole }: Answer): boolean =>
  view.by !== "_T" && slice.unit === "NUMBER" && whole.length > 0;

const doubtful = (cells: readonly Cell[]): boolean =>
  cells.some((cell) => cell.flags.includes("FALSE_ZERO_SUSPECT"));

/** How the parts of an answer are arranged: stacked only where that makes sense and the view does not ask otherwise. */
export const arrangementOf = (answer: Answer): "stacked" | "grouped" =>
  isStackable(answer) && answer.view.arrange !== "grouped" ? "stacked" : "grouped";

/**
 * The categories in reading order, with the colours that they have in every chart. Stacks take all of them, those
 * not chosen quiet; groups take those chosen, the largest where they are many.
 */
export const categoriesOf = (answer: Answer, speech: Speech, names: Names): StackedCategory[] => {
  const { view, slice, whole } = answer;
  if (view.by === "_T") return [];
  const byCode = groupBy(whole, (cell) => cell.code);
  const chosen = new Set(chosenCodes(view, view.by));
  const codes = inListOrder(view.by, slice.codes[view.by] ?? []).filter((code) => byCode.has(code));
  const bySize = codes.toSorted(
    (a, b) => (sumOf(byCode.get(b) ?? []) ?? 0) - (sumOf(byCode.get(a) ?? []) ?? 0),
  );
  const owned = view.by === "weapon_type" || view.by === "sex";
  const largest = codes.filter((code) => bySize.indexOf(code) < COLOURS);
  const coloured = owned ? codes : largest;
  const grouped = arrangementOf(answer) === "grouped";
  const picked = chosen.size > 0 ? codes.filter((code) => chosen.has(code)) : codes;
  const shown = grouped ? (picked.length > COLOURS ? largest : picked) : codes;
  return shown.map((code) => ({
    code,
    label: categoryLabel({ ...answer, lines: "categories" }, code, speech, names),
    colour: coloured.includes(code)
      ? colourOf(answer, code, coloured.indexOf(code))
      : "var(--grey-series)",
    quiet: chosen.size > 0 && !chosen.has(code),
  }));
};

export interface Group {
  readonly code: string;
  readonly label: string;
  readonly cells: readonly Cell[];
  /** "78 States", of a year whose States are not those of every year. */
  readonly who?: string;
}

/** The rows with their cells: areas in the order of their names, or years. */
export const groupsOf = (
  answer: Answer,
  rows: StackedRows,
  speech: Speech,
  names: Names,
): Group[] => {
  const { f } = speech;
  if (rows === "area") {
    const byArea = [...groupBy(answer.whole, (cell) => cell.area)].map(
      ([code, cells]): Group => ({ code, label: names.areas[code] ?? code, cells }),
    );
    return byArea
      .sort((a, b) => (sumOf(b.cells) ?? -1) - (sumOf(a.cells) ?? -1))
      .slice(0, ROWS)
      .sort((a, b) => f.compare(a.label, b.label));
  }
  const byYear = groupBy(answer.whole, (cell) => cell.year);
  return answer.coverage.map(({ year, reporting }) => ({
    code: String(year),
    label: f.year(year),
    cells: byYear.get(year) ?? [],
    ...(answer.balanced ? {} : { who: howMany(speech, reporting.length, answer.view.level) }),
  }));
};

/** A part of a row: its count, or its share of the whole row. */
const partOf = (
  category: string,
  cells: readonly Cell[],
  shares: Shares | undefined,
  { m, f }: Speech,
): StackedPart => {
  const count = sumOf(cells);
  if (count === null)
    return {
      category,
      value: null,
      text: m.nothing["not-reported"],
      state: "not-reported",
    };
  const share = shares?.shares.find(({ code }) => code === category)?.share;
  const value = shares === undefined ? count : (share ?? 0);
  const text = shares === undefined ? f.number(count) : f.percent(value);
  const state = value > 0 ? "value" : doubtful(cells) ? "doubtful-zero" : "zero";
  return { category, value, text, state };
};

/** A row with its parts, its total, and what to know of it. */
export const rowOf = (
  { code, label, cells, who }: Group,
  categories: readonly StackedCategory[],
  answer: Answer,
  speech: Speech,
): StackedRow => {
  const { m, f } = speech;
  const additive = isStackable(answer);
  const total = sumOf(cells);
  const byCode = groupBy(cells, (cell) => cell.code);
  const shared = answer.view.measure === "share" && additive && total !== null && total > 0;
  const shares = shared ? sharesOf(cells, answer.view.weight, new Set()) : undefined;
  const parts = categories.map((d) => partOf(d.code, byCode.get(d.code) ?? [], shares, speech));
  const missing = parts.filter((part) => part.value === null).length;
  const small = shared && total < SMALL_DENOMINATOR;
  const notes = [
    ...(who === undefined ? [] : [who]),
    ...(small ? [m.figure.ofOnly(f.number(total))] : []),
    ...(additive && missing > 0 && total !== null
      ? [m.views.partsMissing(f.number(missing), missing)]
      : []),
  ];
  const place = { code, label, ...(notes.length === 0 ? {} : { note: notes.join(" · ") }) };
  if (total === null)
    return {
      ...place,
      parts: [],
      totalText: "",
      state: "not-reported",
      stateText: m.nothing["not-reported"],
    };
  if (additive && total === 0) {
    const state = doubtful(cells) ? ("doubtful-zero" as const) : ("zero" as const);
    return { ...place, parts: [], totalText: f.number(0), state };
  }
  const totalText = !additive ? "" : shared ? m.views.ofTotal(f.number(total)) : f.number(total);
  return { ...place, parts, totalText, state: "value", ...(small ? { faded: true } : {}) };
};

import { inListOrder } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Cell, groupBy, sumOf, yearsOf } from "../../statistics/cell.ts";
import { indexNumbers } from "../../statistics/index-numbers.ts";
import type { Answer } from "../../view/answer.ts";
import { addsOverCodes } from "../../view/catalogue.ts";
import type { Thread } from "../../view/query.ts";
import { unitOf } from "./trend.ts";
import { categoryLabel, type Names } from "./words.ts";

/** What a table cell says: a number, or one of the kinds of nothing. */
export interface TableCell {
  readonly text: string;
  readonly state: "value" | "zero" | "doubtful-zero" | "not-reported" | "withheld" | "no-index";
  /** The number, for sorting; null where there is none. */
  readonly value: number | null;
  /** Finds the observations behind the number. */
  readonly thread: Thread;
}

export interface TableRow {
  readonly code: string;
  readonly label: string;
  readonly cells: readonly TableCell[];
}

/** A table of one answer. */
export interface Table {
  /** What the first column holds. */
  readonly head: string;
  readonly columns: readonly { readonly code: string; readonly label: string }[];
  readonly rows: readonly TableRow[];
  /** Who reports, under each year; empty where the columns are not years. */
  readonly reporting: readonly string[];
  /** What the numbers are. */
  readonly unit: string;
}

interface Reading {
  readonly value: number | null;
  /** The source has a number, of which there is no index. */
  readonly noIndex?: boolean;
  readonly present: boolean;
  readonly flags: readonly string[];
}

const cell = (
  { value, noIndex = false, present, flags }: Reading,
  thread: Thread,
  { m, f }: Speech,
  share: boolean,
): TableCell => {
  if (!present) return { text: m.table.missing, state: "not-reported", value: null, thread };
  if (noIndex) return { text: m.table.noIndex, state: "no-index", value: null, thread };
  if (value === null) return { text: m.table.withheld, state: "withheld", value, thread };
  const text = share ? f.percent(value) : f.number(value);
  if (value !== 0) return { text, state: "value", value, thread };
  return flags.includes("FALSE_ZERO_SUSPECT")
    ? { text: `${text}?`, state: "doubtful-zero", value, thread }
    : { text, state: "zero", value, thread };
};

/** A line of the trend as cells by year. */
const lineCells = (answer: Answer, speech: Speech): Map<string, TableCell[]> => {
  const { view } = answer;
  const totals = new Map(answer.totals.map((total) => [`${total.code} ${total.year}`, total]));
  return new Map(
    answer.trend.map((line) => [
      line.code,
      line.points.map((point) => {
        const total = totals.get(`${line.code} ${point.year}`);
        return cell(
          {
            value: point.value,
            noIndex:
              view.measure === "index" && point.value === null && (total?.value ?? null) !== null,
            present: total !== undefined,
            flags: point.flags,
          },
          { areas: answer.members, year: point.year, code: line.code },
          speech,
          view.measure === "share",
        );
      }),
    ]),
  );
};

const rowsOfCategories = (answer: Answer, speech: Speech, names: Names): TableRow[] => {
  const cells = lineCells(answer, speech);
  const codes = [...cells.keys()];
  const ordered = answer.view.by === "_T" ? codes : inListOrder(answer.view.by, codes);
  return ordered.map((code) => ({
    code,
    label: categoryLabel(answer, code, speech, names),
    cells: cells.get(code) ?? [],
  }));
};

/** An area by year: sums of the chosen categories where they add up. */
const areaCells = (answer: Answer, area: string, cells: readonly Cell[], speech: Speech) => {
  const { view } = answer;
  const places = groupBy(cells, ({ year }) => year);
  const years = yearsOf(view).map((year) => {
    const found = places.get(year);
    const whole = found?.every((part) => part.value !== null) ?? false;
    const flags = found?.flatMap((part) => part.flags) ?? [];
    return { year, value: whole ? sumOf(found ?? []) : null, present: found !== undefined, flags };
  });
  const values = years.map(({ value }) => value);
  const shown = view.measure === "index" ? indexNumbers(values) : values;
  return years.map(({ year, ...reading }, at) => {
    const value = shown[at] ?? null;
    const noIndex = value === null && reading.value !== null;
    return cell({ ...reading, value, noIndex }, { areas: [area], year }, speech, false);
  });
};

const rowsOfAreas = (answer: Answer, speech: Speech, names: Names): TableRow[] => {
  const name = (area: string) => names.areas[area] ?? area;
  return [...groupBy(answer.cells, ({ area }) => area)]
    .map(([area, cells]) => ({
      code: area,
      label: name(area),
      cells: areaCells(answer, area, cells, speech),
    }))
    .sort((a, b) => speech.f.compare(a.label, b.label));
};

/** Years down, what was rows across. */
const turned = (
  rows: readonly TableRow[],
  years: readonly number[],
  { f }: Speech,
): Pick<Table, "columns" | "rows"> => ({
  columns: rows.map(({ code, label }) => ({ code, label })),
  rows: years.map((year, at) => ({
    code: String(year),
    label: f.year(year),
    cells: rows.flatMap((row) => row.cells.slice(at, at + 1)),
  })),
});

/** Whether the areas of an answer can be rows: one number for each area and year. */
export const canShowAreas = ({ slice, cells }: Answer): boolean =>
  addsOverCodes(slice) || new Set(cells.map(({ code }) => code)).size === 1;

/**
 * The table of an answer, as the view turns it. Where nothing is broken down the areas stand under their sum;
 * areas are no rows where overlapping categories would have to be added up.
 */
export const tableOf = (answer: Answer, speech: Speech, names: Names): Table => {
  const { m, f } = speech;
  const { view } = answer;
  const years = yearsOf(view);
  const plain = view.by === "_T";
  const areas = view.rows === "area" && canShowAreas(answer);
  const categories = answer.lines === "areas" ? [] : rowsOfCategories(answer, speech, names);
  const rows = areas
    ? rowsOfAreas(answer, speech, names)
    : [...categories, ...(plain ? rowsOfAreas(answer, speech, names) : [])];
  const isShare = view.measure === "share";
  const unit = unitOf(areas && isShare ? { ...view, measure: "count" } : view, speech);
  if (view.rows === "year")
    return { head: m.figure.year, ...turned(rows, years, speech), reporting: [], unit };
  return {
    head: areas || plain ? m.table.area : m.dimensions[view.by],
    columns: years.map((year) => ({ code: String(year), label: f.year(year) })),
    rows,
    reporting: answer.coverage.map((year) => f.number(year.reporting.length)),
    unit,
  };
};

/** Which column a table is sorted by, -1 for the first; and which way. */
export interface Sorting {
  readonly column: number;
  readonly direction: "ascending" | "descending";
}

/** The rows in another order. Cells without a number come last either way: nothing is no small number. */
export const sorted = (
  rows: readonly TableRow[],
  { column, direction }: Sorting,
  compare: (a: string, b: string) => number,
): TableRow[] => {
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => {
    if (column < 0) return sign * compare(a.label, b.label);
    const [x, y] = [a.cells[column]?.value ?? null, b.cells[column]?.value ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
};

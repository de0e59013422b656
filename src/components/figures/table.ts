import { inListOrder } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { yearsOf } from "../../statistics/cell.ts";
import type { Answer } from "../../view/answer.ts";
import type { Thread } from "../../view/query.ts";
import { categoryLabel, type Names } from "./words.ts";

/** What a table cell says: a number, or one of the kinds of nothing. */
export interface TableCell {
  readonly text: string;
  readonly state: "value" | "zero" | "doubtful-zero" | "not-reported" | "withheld";
  /** Finds the observations behind the number. */
  readonly thread: Thread;
}

export interface TableRow {
  readonly code: string;
  readonly label: string;
  readonly cells: readonly TableCell[];
}

/** A table of one answer: categories or areas down, years across, and who reports under it. */
export interface Table {
  readonly years: readonly number[];
  readonly rows: readonly TableRow[];
  readonly reporting: readonly string[];
}

interface Reading {
  readonly value: number | null;
  readonly present: boolean;
  readonly flags: readonly string[];
}

const cell = (
  { value, present, flags }: Reading,
  thread: Thread,
  { m, f }: Speech,
  share: boolean,
): TableCell => {
  if (!present) return { text: m.table.missing, state: "not-reported", thread };
  if (value === null) return { text: m.table.withheld, state: "withheld", thread };
  const text = share ? f.percent(value) : f.number(value);
  if (value !== 0) return { text, state: "value", thread };
  return flags.includes("FALSE_ZERO_SUSPECT")
    ? { text: `${text}?`, state: "doubtful-zero", thread }
    : { text, state: "zero", thread };
};

const rowsOfCategories = (answer: Answer, speech: Speech, names: Names): TableRow[] => {
  const { view } = answer;
  const codes = answer.trend.map((line) => line.code);
  const ordered = view.by === "_T" ? codes : inListOrder(view.by, codes);
  return ordered.flatMap((code) => {
    const line = answer.trend.find((candidate) => candidate.code === code);
    if (line === undefined) return [];
    return [
      {
        code,
        label: categoryLabel(answer, code, speech, names),
        cells: line.points.map((point) => {
          const total = answer.totals.find(
            (candidate) => candidate.code === code && candidate.year === point.year,
          );
          return cell(
            { value: point.value, present: total !== undefined, flags: point.flags },
            { areas: answer.members, year: point.year, code },
            speech,
            view.measure === "share",
          );
        }),
      },
    ];
  });
};

const rowsOfAreas = (answer: Answer, speech: Speech, names: Names): TableRow[] => {
  const byPlace = new Map(answer.cells.map((entry) => [`${entry.area} ${entry.year}`, entry]));
  return answer.members
    .map((area) => ({ area, label: names.areas[area] ?? area }))
    .sort((a, b) => speech.f.compare(a.label, b.label))
    .map(({ area, label }) => ({
      code: area,
      label,
      cells: yearsOf(answer.view).map((year) => {
        const found = byPlace.get(`${area} ${year}`);
        return cell(
          { value: found?.value ?? null, present: found !== undefined, flags: found?.flags ?? [] },
          { areas: [area], year },
          speech,
          false,
        );
      }),
    }));
};

/** The table of an answer. Where nothing is broken down the rows are areas, with their sum in the first row. */
export const tableOf = (answer: Answer, speech: Speech, names: Names): Table => {
  const categories = answer.lines === "areas" ? [] : rowsOfCategories(answer, speech, names);
  const areas = answer.view.by === "_T" ? rowsOfAreas(answer, speech, names) : [];
  return {
    years: yearsOf(answer.view),
    rows: [...categories, ...areas],
    reporting: answer.coverage.map((year) => speech.f.number(year.reporting.length)),
  };
};

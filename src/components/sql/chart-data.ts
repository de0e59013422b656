import type { BarsData } from "../../charts/bars.ts";
import { HIGHLIGHTED, seriesColour } from "../../charts/colours.ts";
import type { TrendData } from "../../charts/trend.ts";
import type { TrendPoint } from "../../charts/trend-data.ts";
import type { Result } from "../../engine/reading.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Scalar } from "../../view/query.ts";

/** The columns that a chart is drawn of, by their place in the result. */
export interface ChartChoice {
  readonly x: number;
  readonly y: number;
  /** A line for each value of this column. */
  readonly by?: number;
  /** A count of States, for the strip under the years. */
  readonly states?: number;
  /** Whether the reader vouches that the same States stand behind each point. */
  readonly joined: boolean;
}

/** A chart of a result, or why there is none. */
export type ResultDrawing =
  | { readonly kind: "trend"; readonly data: TrendData; readonly left: number }
  | { readonly kind: "bars"; readonly data: BarsData; readonly left: number; readonly cut: number }
  | { readonly kind: "none"; readonly why: string };

/** More bars than this cannot be read. */
const MAX_BARS = 40;
const STATES = /^(states|areas|countries|reporting|reporters)(_|$)/i;

const yearOf = (value: Scalar): number | undefined => {
  const year =
    typeof value === "number" ? value : /^\d{4}$/.test(value ?? "") ? Number(value) : NaN;
  return Number.isInteger(year) && year >= 1800 && year <= 2200 ? year : undefined;
};

const isYears = (result: Result, column: number): boolean =>
  result.rows.length > 0 && result.rows.every((row) => yearOf(row[column] ?? null) !== undefined);

/** Places of the columns that hold numbers, years left out where there are others. */
export const numberColumns = (result: Result): number[] => {
  const numeric = result.columns.flatMap(({ numeric }, at) => (numeric ? [at] : []));
  const values = numeric.filter((at) => !isYears(result, at));
  return values.length > 0 ? values : numeric;
};

/** Whether no two rows agree in all of these columns. */
const isUnique = (result: Result, columns: readonly number[]): boolean =>
  new Set(result.rows.map((row) => JSON.stringify(columns.map((at) => row[at])))).size ===
  result.rows.length;

/** The choice that a reader is offered first; undefined where no column holds numbers. */
export const firstChoice = (result: Result): ChartChoice | undefined => {
  const numbers = numberColumns(result);
  const states = numbers.find((at) => STATES.test(result.columns[at]?.name ?? ""));
  const y = numbers.find((at) => at !== states) ?? states;
  if (y === undefined) return undefined;
  const places = result.columns.map((_, at) => at);
  const x =
    places.find((at) => at !== y && isYears(result, at)) ??
    places.find((at) => at !== y && result.columns[at]?.numeric !== true) ??
    places.find((at) => at !== y) ??
    y;
  const by = isUnique(result, [x])
    ? undefined
    : places.find((at) => at !== y && at !== x && isUnique(result, [x, at]));
  return {
    x,
    y,
    joined: false,
    ...(by === undefined ? {} : { by }),
    ...(states === undefined || states === y ? {} : { states }),
  };
};

interface Point {
  readonly x: Scalar;
  readonly by: string;
  readonly value: number | null;
}

const textOf = (value: Scalar): string => (value === null ? "NULL" : String(value));

const pointsOf = (result: Result, { x, y, by }: ChartChoice): Point[] =>
  result.rows.map((row) => {
    const value = row[y] ?? null;
    const number = value === null ? null : Number(value);
    return {
      x: row[x] ?? null,
      by: by === undefined ? "" : textOf(row[by] ?? null),
      value: number === null || !Number.isFinite(number) ? null : number,
    };
  });

const trendOf = (
  result: Result,
  choice: ChartChoice,
  points: readonly Point[],
  { m, f }: Speech,
): TrendData => {
  const name = (at: number): string => result.columns[at]?.name ?? "";
  const codes = [...new Set(points.map(({ by }) => by))];
  const { states } = choice;
  // With one line each point has its own count; with several the counts differ and no strip is true.
  const counted = states !== undefined && choice.by === undefined;
  return {
    series: codes.map((code, at) => ({
      code,
      label: choice.by === undefined ? name(choice.y) : code,
      colour: choice.by === undefined ? "var(--accent)" : seriesColour(at),
      highlighted: at < HIGHLIGHTED,
      points: points.flatMap((point): TrendPoint[] => {
        const year = yearOf(point.x);
        return point.by === code && year !== undefined ? [{ year, value: point.value }] : [];
      }),
    })),
    connected: choice.joined,
    indexed: false,
    unit: name(choice.y),
    coverage: counted
      ? result.rows.flatMap((row) => {
          const year = yearOf(row[choice.x] ?? null);
          return year === undefined ? [] : [{ year, reporting: Number(row[states] ?? 0) }];
        })
      : [],
    coverageLabel: counted ? m.sql.coverage : m.sql.noCoverage,
    breaks: [],
    keys: { unconnected: m.sql.unconnected, others: m.sql.others },
    formatValue: (value) => f.number(value),
  };
};

const barsOf = (
  result: Result,
  choice: ChartChoice,
  points: readonly Point[],
  { f }: Speech,
): BarsData => ({
  unit: result.columns[choice.y]?.name ?? "",
  rows: points.map(({ x, by, value }, at) => ({
    code: `${at}`,
    label: by === "" ? textOf(x) : `${textOf(x)}, ${by}`,
    value,
    text: value === null ? "" : f.number(value),
    colour: "var(--accent)",
    state: value === 0 ? "zero" : "value",
  })),
});

/**
 * Draws columns of a result as they are: lines along years, bars along anything else. Nothing is added up, nothing
 * filled; rows without a number are left out and counted.
 */
export const drawingOf = (result: Result, choice: ChartChoice, speech: Speech): ResultDrawing => {
  const { m } = speech;
  const name = (at: number): string => result.columns[at]?.name ?? "";
  const points = pointsOf(result, choice);
  const numbers = points.filter(({ value }) => value !== null);
  const left = points.length - numbers.length;
  if (numbers.length === 0) return { kind: "none", why: m.sql.chartNoRow };
  const { x, by } = choice;
  const series = by === undefined ? "" : name(by);
  if (!isUnique(result, by === undefined ? [x] : [x, by]))
    return { kind: "none", why: m.sql.chartTwice(name(choice.x), series) };
  if (isYears(result, choice.x))
    return { kind: "trend", data: trendOf(result, choice, points, speech), left };
  if (numbers.some(({ value }) => (value ?? 0) < 0))
    return { kind: "none", why: m.sql.chartNegative };
  const drawn = numbers.slice(0, MAX_BARS);
  const cut = numbers.length - drawn.length;
  return { kind: "bars", data: barsOf(result, choice, drawn, speech), left, cut };
};

import type { BarsData } from "../../charts/bars.ts";
import { seriesColour, sexColour, weaponTypeColour } from "../../charts/colours.ts";
import type { MatrixData } from "../../charts/matrix.ts";
import type { ChartOptions } from "../../charts/options.ts";
import type { PyramidData } from "../../charts/pyramid.ts";
import type { TrendData } from "../../charts/trend.ts";
import type { TrendSeries } from "../../charts/trend-data.ts";
import { type AreaNames, inListOrder, knownLabel } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { CL_INDICATOR } from "../../standard/codelists/indicator.ts";
import type { Dimension } from "../../standard/dimensions.ts";
import type { Row } from "../../view/query.ts";
import { ageSpan, isAge } from "../figures/ages.ts";

/** One period with its number; null where a part of it has none. */
export interface Point {
  readonly period: string;
  readonly value: number | null;
  /** Areas behind the number. */
  readonly areas: number;
}

/** One category with its number. */
export interface Part {
  readonly code: string;
  readonly other: string;
  readonly value: number | null;
}

const numberOf = (row: Row, column: string): number | null => {
  const value = row[column];
  return typeof value === "number" ? value : null;
};

/** The rows of a query for totals. */
export const pointsFrom = (rows: readonly Row[]): Point[] =>
  rows.map((row) => ({
    period: String(row["period"]),
    value: numberOf(row, "value"),
    areas: numberOf(row, "areas") ?? 0,
  }));

/** The rows of a query for parts. */
export const partsFrom = (rows: readonly Row[]): Part[] =>
  rows.map((row) => ({
    code: String(row["code"]),
    other: String(row["other"]),
    value: numberOf(row, "value"),
  }));

/** What an indicator counts, in the words of titles; its code where the file has one that the list does not know. */
export const nounOf = (indicator: string, { m }: Speech): string => {
  const known = CL_INDICATOR.codes.find(({ code }) => code === indicator);
  return known === undefined ? indicator : m.nouns[known.code];
};

/** The label of a code, or the code itself where the list does not know it: the checks have told of it. */
export const nameOf = (dimension: Dimension | "ref_area", code: string, areas: AreaNames): string =>
  knownLabel(dimension, code, areas) ?? code;

/** The formatters that all charts of this page share. */
export const ownChartOptions = (
  { locale, f }: Speech,
  id: string,
  ariaLabel: string,
): Omit<ChartOptions, "document" | "width"> => ({
  id,
  ariaLabel,
  direction: locale.direction,
  formatNumber: f.number,
  formatCompact: f.compact,
  formatPercent: f.percent,
  formatYear: f.year,
});

const series = (
  code: string,
  label: string,
  colour: string,
  points: readonly Point[],
): TrendSeries => ({
  code,
  label,
  colour,
  highlighted: true,
  points: points.map(({ period, value }) => ({ year: Number(period), value })),
});

/** The years of a file, and of the published figures beside it where there are any. */
export const ownTrend = (
  own: readonly Point[],
  published: readonly Point[],
  noun: string,
  { m, f }: Speech,
): TrendData => {
  const words = m.return;
  const areas = own.map((point) => point.areas);
  return {
    series: [
      series("own", words.yours, "var(--accent)", own),
      ...(published.length === 0
        ? []
        : [series("published", words.publishedShort, "var(--cat-2)", published)]),
    ],
    connected: new Set(areas).size <= 1,
    indexed: false,
    unit: noun,
    coverage: own.map(({ period, areas: reporting }) => ({ year: Number(period), reporting })),
    coverageLabel: words.areasReporting,
    breaks: [],
    keys: { unconnected: words.areasChange, single: m.figure.single },
    formatValue: f.compact,
  };
};

const colourOf = (dimension: Dimension, code: string, index: number, count: number): string => {
  if (dimension === "weapon_type") return weaponTypeColour(code);
  if (dimension === "sex") return sexColour(code);
  return count > 7 ? "var(--accent)" : seriesColour(index);
};

/** Bars that are drawn at most. */
export const BARS_SHOWN = 15;

/** The categories of one dimension: in the order of their list, or the largest first where they are many. */
export const ownBars = (
  parts: readonly Part[],
  dimension: Dimension,
  noun: string,
  areas: AreaNames,
  { m, f }: Speech,
): BarsData => {
  const bySize = parts.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1)).slice(0, BARS_SHOWN);
  const order = inListOrder(
    dimension,
    bySize.map(({ code }) => code),
  );
  const shown =
    parts.length > BARS_SHOWN
      ? bySize
      : order.flatMap((code) => bySize.filter((part) => part.code === code));
  return {
    rows: shown.map(({ code, value }, index) => ({
      code,
      label: nameOf(dimension, code, areas),
      value,
      text: value === null ? "" : f.number(value),
      colour: colourOf(dimension, code, index, parts.length),
      state: value === null ? "not-reported" : value === 0 ? "zero" : "value",
      ...(value === null ? { stateText: m.return.noValue } : {}),
    })),
    unit: noun,
  };
};

/** Women and men by age, from parts by sex (`code`) and age (`other`); persons of unknown sex or age are left out. */
export const ownPyramid = (
  parts: readonly Part[],
  noun: string,
  areas: AreaNames,
  { m }: Speech,
): PyramidData => {
  const count = (sex: string, age: string): number | null =>
    parts.find((part) => part.code === sex && part.other === age)?.value ?? null;
  const ages = [...new Set(parts.map(({ other }) => other))].filter(isAge);
  return {
    bands: ages
      .map((code) => ({
        code,
        label: nameOf("age", code, areas),
        ...ageSpan(code),
        women: count("F", code),
        men: count("M", code),
      }))
      .sort((a, b) => a.from - b.from),
    womenLabel: nameOf("sex", "F", areas),
    menLabel: nameOf("sex", "M", areas),
    unit: m.titles.perYearOfAge(noun),
  };
};

/** Months by years, as a matrix of steps: what a season looks like. */
export const ownMonths = (points: readonly Point[], noun: string, { m, f }: Speech): MatrixData => {
  const years = [...new Set(points.map(({ period }) => period.slice(0, 4)))].sort();
  return {
    origins: years.map((code) => ({ code, label: f.year(Number(code)) })),
    recoveries: Array.from({ length: 12 }, (_, at) => ({
      code: String(at + 1).padStart(2, "0"),
      label: f.month(at + 1, "short"),
    })),
    cells: points.map(({ period, value }) => ({
      origin: period.slice(0, 4),
      recovery: period.slice(5, 7),
      value,
    })),
    originTitle: "",
    recoveryTitle: m.return.month,
    unit: noun,
    keys: { zero: m.return.zero, absent: m.return.absent },
  };
};

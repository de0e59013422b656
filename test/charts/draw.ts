import { parseHTML } from "linkedom";
import type { BarsData } from "../../src/charts/bars.ts";
import type { ChartOptions } from "../../src/charts/options.ts";
import type { PyramidData } from "../../src/charts/pyramid.ts";
import type { RoutesData } from "../../src/charts/routes.ts";
import type { SexShareData } from "../../src/charts/sex-share.ts";
import type { TrendData, TrendSeries } from "../../src/charts/trend-data.ts";
import { formatFor } from "../../src/i18n/format.ts";

const format = formatFor("en");

export const optionsFor = (
  id: string,
  width: number,
  direction: "ltr" | "rtl" = "ltr",
): ChartOptions => ({
  document: parseHTML("<!doctype html><html><body></body></html>").document,
  id,
  width,
  direction,
  ariaLabel: `Drawing of ${id}`,
  formatNumber: format.number,
  formatCompact: format.compact,
  formatPercent: format.percent,
  formatYear: format.year,
});

export const series = (
  code: string,
  values: readonly (number | null)[],
  colour: string,
): TrendSeries => ({
  code,
  label: code,
  colour,
  highlighted: true,
  points: values.map((value, index) => ({ year: 2016 + index, value })),
});

const coverageOf = (counts: readonly number[]) =>
  counts.map((reporting, index) => ({ year: 2016 + index, reporting }));

const KEYS = {
  unconnected: "Points are not joined: the reporting States change",
  single: "One year only",
  doubtful: "Doubtful",
  provisional: "Provisional",
};

export const CONNECTED: TrendData = {
  series: [
    series("Pistol", [12000, 13500, 12800, 14000, 15100], "var(--type-PISTOL)"),
    series("Rifle", [8000, 7600, 7400, 7900, 7100], "var(--type-RIFLE)"),
    series("Shotgun", [5000, 4200, 4300, 3900, 4100], "var(--type-SHOTGUN)"),
  ],
  connected: true,
  indexed: false,
  unit: "arms seized",
  coverage: coverageOf([10, 10, 10, 10, 10]),
  coverageLabel: "States reporting",
  breaks: [],
  keys: KEYS,
};

export const UNCONNECTED: TrendData = {
  ...CONNECTED,
  series: [series("Total", [553807, 545779, 549992, 479434, 203537], "var(--accent)")],
  connected: false,
  coverage: coverageOf([78, 78, 52, 44, 45]).map((year) =>
    year.year === 2020 ? { ...year, label: "United States leaves" } : year,
  ),
};

/** A missing year, a point by itself, a doubtful zero, a provisional value, a note and a new way of counting. */
export const GAPS: TrendData = {
  ...CONNECTED,
  series: [
    {
      ...series("Mexico", [900, 1000, null, 1200, 1100, null, 1300], "var(--cat-1)"),
      points: [
        { year: 2016, value: 900 },
        { year: 2017, value: 1000 },
        { year: 2018, value: null },
        { year: 2019, value: 1200, note: "Counted by another authority" },
        { year: 2020, value: 1100 },
        { year: 2021, value: null },
        { year: 2022, value: 1300, provisional: true },
      ],
    },
    {
      ...series("Colombia", [], "var(--cat-2)"),
      points: [
        { year: 2018, value: 0, doubtful: true },
        { year: 2022, value: 700 },
      ],
    },
  ],
  coverage: coverageOf([2, 1, 1, 1, 1, 0, 2]),
  breaks: [{ year: 2020, label: "New way of counting" }],
};

const bar = (code: string, label: string, value: number, colour = "var(--accent)") => ({
  code,
  label,
  value,
  text: format.number(value),
  colour,
  state: "value" as const,
});

export const BARS: BarsData = {
  unit: "arms seized",
  rows: [
    bar("PISTOL", "Pistol", 49802, "var(--type-PISTOL)"),
    bar("REVOLVER", "Revolver", 18011, "var(--type-REVOLVER)"),
    { ...bar("RIFLE", "Rifle or carbine", 15220, "var(--type-RIFLE)"), stateText: "of 12 only" },
    { ...bar("_U", "Unknown", 90, "var(--type-_U)"), faded: true },
  ],
  reference: { value: 25000, label: "Half of all" },
};

const nothing = (
  code: string,
  label: string,
  state: BarsData["rows"][number]["state"],
  value: number | null,
  stateText?: string,
) => ({
  code,
  label,
  value,
  text: value === null ? "" : format.number(value),
  colour: "var(--accent)",
  state,
  ...(stateText === undefined ? {} : { stateText }),
});

export const NOTHINGS: BarsData = {
  unit: "arms seized",
  rows: [
    bar("COL", "Colombia", 12500),
    nothing("JPN", "Japan", "zero", 0),
    nothing("MAR", "Morocco", "doubtful-zero", 0, "doubtful zero: the parts are absent"),
    nothing("SWE", "Sweden", "not-reported", null, "not reported"),
    nothing("GRC", "Greece", "not-collected", null, "not published by any State"),
    nothing("LTU", "Lithuania", "suppressed", null, "suppressed"),
    nothing("ESP", "Spain", "cannot-exist", null),
  ],
};

const part = (code: "F" | "M" | "_U", label: string, value: number, of: number) => ({
  code,
  label,
  value,
  text: format.percent(value / of),
});

export const SEX_SHARES: SexShareData = {
  rows: [
    {
      code: "PERSONS_ARRESTED",
      label: "Arrested or suspected",
      sublabel: "12,400 persons · 36 States",
      parts: [
        part("F", "Women", 900, 12400),
        part("M", "Men", 11000, 12400),
        part("_U", "Unknown", 500, 12400),
      ],
    },
    {
      code: "PERSONS_CONVICTED",
      label: "Convicted",
      sublabel: "0 persons · 1 State",
      parts: [part("F", "Women", 0, 1), part("M", "Men", 0, 1)],
    },
  ],
};

export const PYRAMID: PyramidData = {
  womenLabel: "Women",
  menLabel: "Men",
  unit: "arrests per year of age",
  bands: [
    { code: "Y10T12", label: "10–12", from: 10, to: 12, women: 30, men: 400 },
    { code: "Y13T14", label: "13–14", from: 13, to: 14, women: 200, men: 1500 },
    { code: "Y15", label: "15", from: 15, to: 15, women: 0, men: 2000 },
    { code: "Y16T24", label: "16–24", from: 16, to: 24, women: null, men: 33000 },
    { code: "Y25T44", label: "25–44", from: 25, to: 44, women: 4000, men: 40000 },
    { code: "Y_GE45", label: "45 and over", from: 45, to: null, women: 900, men: 9000 },
  ],
};

export const COUNTED: PyramidData = { ...PYRAMID, unit: "arrests", normalise: false };

export const ROUTES: RoutesData = {
  unit: "firearms traced",
  rows: [
    {
      origin: "Indiana",
      recovery: "Illinois",
      value: 2871,
      text: "2,871",
      share: "17.2 % of Illinois",
    },
    { origin: "Nevada", recovery: "California", value: 2416, text: "2,416" },
    { origin: "District of Columbia", recovery: "US Virgin Islands", value: 0, text: "0" },
  ],
};

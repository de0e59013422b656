import { parseHTML } from "linkedom";
import type { BarsData } from "../../src/charts/bars.ts";
import { weaponTypeColour } from "../../src/charts/colours.ts";
import type { MatrixData } from "../../src/charts/matrix.ts";
import type { ChartOptions } from "../../src/charts/options.ts";
import {
  ageHistogramChart,
  barsChart,
  matrixChart,
  pyramidChart,
  routesChart,
  sexShareChart,
  trendChart,
} from "../../src/charts/painted.ts";
import type { PyramidData } from "../../src/charts/pyramid.ts";
import type { RoutesData } from "../../src/charts/routes.ts";
import type { TrendData } from "../../src/charts/trend.ts";
import type { TrendPoint } from "../../src/charts/trend-data.ts";

/** Options of a test: English figures, a fresh document. */
export const optionsFor = (
  width: number,
  direction: ChartOptions["direction"] = "ltr",
): ChartOptions => ({
  document: parseHTML("<html><body></body></html>").document,
  id: "c",
  width,
  direction,
  ariaLabel: "A chart",
  formatNumber: (n) => n.toLocaleString("en"),
  formatCompact: (n) => Intl.NumberFormat("en", { notation: "compact" }).format(n),
  formatPercent: (share) => `${Math.round(share * 100)} %`,
});

const points = (first: number, values: readonly (number | null)[]): TrendPoint[] =>
  values.map((value, i) => ({ year: first + i, value }));
const coverage = (first: number, numbers: readonly number[]) =>
  numbers.map((reporting, i) => ({ year: first + i, reporting }));

const TYPES = [
  ["PISTOL", "Pistol", [0.39, 0.4, 0.42, 0.44, 0.47, 0.5, 0.51]],
  ["REVOLVER", "Revolver", [0.17, 0.16, 0.15, 0.16, 0.14, 0.13, 0.13]],
  ["RIFLE", "Rifle (including carbine)", [0.16, 0.15, 0.15, 0.13, 0.14, 0.12, 0.12]],
  ["SHOTGUN", "Shotgun", [0.14, 0.15, 0.14, 0.13, 0.12, 0.12, 0.11]],
  ["SUBMACHINE_GUN", "Submachine gun", [0.02, 0.02, null, 0.02, 0.03, 0.03, 0.03]],
  ["MACHINE_GUN", "Machine gun", [0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01]],
  ["_U", "Type unknown", [0.11, 0.11, 0.11, 0.11, 0.1, 0.09, 0.09]],
] as const;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

export const TREND_SHARES: TrendData = {
  series: TYPES.map(([code, label, values]) => ({
    code,
    label,
    colour: weaponTypeColour(code),
    highlighted: true,
    points: points(2016, values),
  })),
  connected: true,
  indexed: false,
  unit: "Share of arms seized whose type is reported",
  coverage: coverage(2016, [10, 10, 10, 10, 10, 10, 10]),
  coverageLabel: "States reporting",
  breaks: [],
  formatValue: percent,
};

const RAW = [
  6193, 3828, 19797, 8653, 7601, 11774, 122525, 137515, 160762, 353048, 284546, 304532, 553807,
  545779, 549992, 479434, 567664, 203537, 252115, 169499,
];
const REPORTING = [2, 2, 2, 2, 3, 3, 23, 24, 27, 26, 4, 3, 78, 78, 52, 44, 34, 45, 43, 35];

export const TREND_RAW: TrendData = {
  series: [
    {
      code: "_T",
      label: "Arms seized",
      colour: "var(--accent)",
      highlighted: true,
      points: points(2004, RAW),
    },
  ],
  connected: false,
  indexed: false,
  unit: "Arms seized, all reporting States",
  coverage: coverage(2004, REPORTING).map((d) =>
    d.year === 2013
      ? { ...d, label: "United States joins" }
      : d.year === 2021
        ? { ...d, label: "United States leaves" }
        : d,
  ),
  coverageLabel: "States reporting",
  breaks: [],
  keys: { unconnected: "The States change from year to year: the points are not joined" },
};

const BALANCED = [54908, 47895, 41853, 42419, 50155, 53135, 56839];

export const TREND_MARKS: TrendData = {
  series: [
    {
      code: "_T",
      label: "Ten States",
      colour: "var(--cat-1)",
      highlighted: true,
      points: [
        ...points(2012, [41000, null, 47000, 49500]),
        ...points(2016, BALANCED).map((d) =>
          d.year === 2022
            ? { ...d, provisional: true }
            : d.year === 2019
              ? { ...d, doubtful: true, note: "One State reported a total of zero." }
              : d,
        ),
      ],
    },
  ],
  connected: true,
  indexed: false,
  unit: "Arms seized",
  coverage: coverage(2012, [7, 0, 8, 8, 10, 10, 10, 10, 10, 10, 10]),
  coverageLabel: "States reporting",
  breaks: [{ year: 2016, label: "2016: new questionnaire" }],
  keys: { provisional: "Provisional", doubtful: "Doubtful" },
};

const country = (i: number, highlighted: boolean) => ({
  code: `C${i}`,
  label: ["Colombia", "Mexico", "Spain", "Japan", "Sweden"][i] ?? `State ${i}`,
  colour: `var(--cat-${(i % 7) + 1})`,
  highlighted,
  points: points(
    2016,
    BALANCED.map((v, t) => Math.round(100 + ((v % (i + 7)) - 3) * 5 + t * (i - 4))),
  ),
});

export const TREND_INDEX: TrendData = {
  ...TREND_SHARES,
  series: Array.from({ length: 14 }, (_, i) => country(i, i < 3)),
  indexed: true,
  unit: "Index, 2016 = 100",
  keys: { others: "Other States" },
  formatValue: String,
};

export const BARS_TYPES: BarsData = {
  rows: [
    ...TYPES.map(([code, label, values]) => ({
      code,
      label,
      value: values[0],
      text: percent(values[0]),
      colour: weaponTypeColour(code),
      state: "value" as const,
    })),
  ],
  unit: "Share of arms seized, 78 States, 2016",
  reference: { value: 0.3, label: "Each State counted once" },
};

const nothing = (code: string, label: string, state: BarsData["rows"][number]["state"]) => ({
  code,
  label,
  colour: "var(--accent)",
  state,
});

export const BARS_NOTHING: BarsData = {
  rows: [
    { ...nothing("A", "Industrially manufactured", "value"), value: 12345, text: "12,345" },
    {
      ...nothing("B", "Converted arms", "value"),
      value: 4200,
      text: "4,200",
      faded: true,
      stateText: "2 States only",
    },
    { ...nothing("C", "Reactivated arms", "zero"), value: 0, text: "0" },
    {
      ...nothing("D", "Modified arms", "doubtful-zero"),
      value: 0,
      text: "0",
      stateText: "doubtful: may mean not recorded",
    },
    {
      ...nothing("E", "Assembled arms", "not-reported"),
      value: null,
      text: "",
      stateText: "not reported",
    },
    {
      ...nothing("F", "Printed in three dimensions, wholly or in part", "not-collected"),
      value: null,
      text: "",
      stateText: "not published by any State",
    },
    {
      ...nothing("G", "Fewer than five", "suppressed"),
      value: null,
      text: "",
      stateText: "suppressed: fewer than 5",
    },
    {
      ...nothing("H", "Sex of a rifle", "cannot-exist"),
      value: null,
      text: "",
      stateText: "n/a",
    },
  ],
  unit: "Arms seized",
};

export const SEX_ROWS = [
  ["A", "Arrested or suspected", "12,406 persons · 38 States", [820, 10900, 686]],
  ["P", "Prosecuted", "3,210 persons · 21 States", [164, 3046, 0]],
  ["C", "Convicted", "1,482 persons · 19 States", [51, 1031, 400]],
] as const;

const sexParts = (values: readonly [number, number, number]) =>
  (["F", "M", "_U"] as const).map((code, i) => {
    const value = values[i] ?? 0;
    const label = { F: "Women", M: "Men", _U: "Sex unknown" }[code];
    const all = values.reduce((a, b) => a + b, 0);
    return { code, label, value, text: percent(value / all) };
  });

export const SEX_SHARES = {
  rows: SEX_ROWS.map(([code, label, sublabel, values]) => ({
    code,
    label,
    sublabel,
    parts: sexParts(values),
  })),
};

const SINGLE = [15, 16, 17, 18, 19, 20, 21, 22, 23, 24];

export const PYRAMID: PyramidData = {
  bands: [
    { code: "Y0T9", label: "0–9", from: 0, to: 9, women: 20, men: 90 },
    { code: "Y10T12", label: "10–12", from: 10, to: 12, women: 160, men: 720 },
    { code: "Y13T14", label: "13–14", from: 13, to: 14, women: 410, men: 2300 },
    ...SINGLE.map((age) => ({
      code: `Y${age}`,
      label: `${age}`,
      from: age,
      to: age,
      women: 250 + (age - 14) * 22,
      men: 2500 + (age < 20 ? age - 14 : 25 - age) * 480,
    })),
    ...[25, 30, 35, 40, 45, 50, 55, 60].map((from, i) => ({
      code: `Y${from}T${from + 4}`,
      label: `${from}–${from + 4}`,
      from,
      to: from + 4,
      women: 1800 - i * 215,
      men: 17000 - i * 2000,
    })),
    { code: "Y_GE65", label: "65 and over", from: 65, to: null, women: 90, men: 1500 },
  ],
  womenLabel: "Women",
  menLabel: "Men",
  unit: "Persons arrested per year of age",
};

export const PYRAMID_COUNTS: PyramidData = {
  ...PYRAMID,
  normalise: false,
  unit: "Persons",
  bands: [
    { code: "Y0T17", label: "0–17", from: 0, to: 17, women: 120, men: 900 },
    { code: "Y18T29", label: "18–29", from: 18, to: 29, women: null, men: 2412 },
    { code: "Y30T44", label: "30–44", from: 30, to: 44, women: 233, men: 1701 },
    { code: "Y45T59", label: "45–59", from: 45, to: 59, women: 41, men: 620 },
    { code: "Y_GE60", label: "60 and over", from: 60, to: null, women: 0, men: 55 },
  ],
};

export const AGES = {
  unit: "Possessors of traced firearms per year of age",
  bands: [
    { code: "Y0T17", label: "17 and under", from: 0, to: 17, value: 15102 },
    { code: "Y18T21", label: "18–21", from: 18, to: 21, value: 46721 },
    { code: "Y22T24", label: "22–24", from: 22, to: 24, value: 35790 },
    { code: "Y25T30", label: "25–30", from: 25, to: 30, value: 55120 },
    { code: "Y31T40", label: "31–40", from: 31, to: 40, value: 61400 },
    { code: "Y41T50", label: "41–50", from: 41, to: 50, value: 31000 },
    { code: "Y_GE51", label: "51 and over", from: 51, to: null, value: 28000 },
  ],
};

export const ROUTES: RoutesData = {
  unit: "Firearms sold in one State and recovered in another, 2023",
  rows: [
    ["Indiana", "Illinois", 3821, "23 %"],
    ["Georgia", "New York", 1950, "14 %"],
    ["Nevada", "California", 1712, "5 %"],
    ["South Carolina", "North Carolina", 1420, "7 %"],
    ["United States Virgin Islands", "District of Columbia", 12, "0.3 %"],
  ].map(([origin, recovery, value, share]) => ({
    origin: String(origin),
    recovery: String(recovery),
    value: Number(value),
    text: Number(value).toLocaleString("en"),
    share: String(share),
  })),
};

const STATES = [
  "Alabama",
  "Arizona",
  "California",
  "District of Columbia",
  "Florida",
  "Georgia",
  "Illinois",
  "Indiana",
  "Nevada",
  "New York",
  "South Carolina",
  "Texas",
  "Virginia",
  "Washington",
].map((label) => ({ code: label.slice(0, 7), label }));

export const MATRIX: MatrixData = {
  origins: STATES,
  recoveries: STATES,
  cells: STATES.flatMap((o, i) =>
    STATES.map((r, j) => {
      const value =
        i === j ? 4000 + i * 700 : Math.round(9000 / (1 + ((i * 7 + j * 13) % 41) ** 2));
      return {
        origin: o.code,
        recovery: r.code,
        value: (i * 5 + j) % 11 === 3 && i !== j ? null : value < 7 ? 0 : value,
      };
    }),
  ),
  originTitle: "Sold in",
  recoveryTitle: "Recovered in",
  unit: "Firearms traced to a purchaser, 2023",
  keys: {
    zero: "None",
    absent: "Not in the list",
    diagonal: "Sold and recovered in the same State",
  },
  cutText: (k, n) => `The ${k} largest of ${n} are drawn; all are in the table.`,
};

type Draw = (options: ChartOptions) => SVGSVGElement;

/** Every chart that is looked at, by the name of its picture. */
export const CHARTS: Readonly<Record<string, Draw>> = {
  trendShares: (o) => trendChart(TREND_SHARES, { ...o, formatCompact: percent }),
  trendRaw: (o) => trendChart(TREND_RAW, o),
  trendMarks: (o) => trendChart(TREND_MARKS, o),
  trendIndex: (o) => trendChart(TREND_INDEX, o),
  trendSingle: (o) =>
    trendChart(
      {
        ...TREND_RAW,
        connected: true,
        series: TREND_RAW.series.map((s) => ({ ...s, points: points(2023, [169499]) })),
        coverage: coverage(2023, [35]),
        keys: { single: "One year only" },
      },
      o,
    ),
  barsTypes: (o) => barsChart(BARS_TYPES, o),
  barsNothing: (o) => barsChart(BARS_NOTHING, o),
  sexShare: (o) => sexShareChart(SEX_SHARES, o),
  pyramid: (o) => pyramidChart(PYRAMID, o),
  pyramidCounts: (o) => pyramidChart(PYRAMID_COUNTS, o),
  ageHistogram: (o) => ageHistogramChart(AGES, o),
  routes: (o) => routesChart(ROUTES, o),
  matrix: (o) => matrixChart(MATRIX, o),
};

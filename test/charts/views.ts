import { seriesColour, weaponTypeColour } from "../../src/charts/colours.ts";
import type { HeatMapData } from "../../src/charts/heat-map.ts";
import type { ChartOptions } from "../../src/charts/options.ts";
import {
  heatMapChart,
  sankeyChart,
  smallMultiplesChart,
  stackedBarsChart,
} from "../../src/charts/painted.ts";
import type { SankeyData } from "../../src/charts/sankey.ts";
import type { SmallMultiplesData } from "../../src/charts/small-multiples.ts";
import type { StackedBarsData } from "../../src/charts/stacked-bars.ts";

const number = (n: number): string => n.toLocaleString("en");
const percent = (share: number): string => `${Math.round(share * 100)} %`;

const STATES = [
  "Alabama",
  "Arizona",
  "California",
  "District of Columbia",
  "Florida",
  "Georgia",
  "Illinois",
  "Indiana",
  "Maryland",
  "Nevada",
  "New York",
  "North Carolina",
  "Pennsylvania",
  "South Carolina",
  "Texas",
  "US Virgin Islands",
  "Virginia",
  "Washington",
].map((label, i) => ({ code: `S${i}`, label }));

export const SANKEY: SankeyData = {
  origins: STATES,
  recoveries: STATES,
  cells: STATES.flatMap((o, i) =>
    STATES.map((r, j) => ({
      origin: o.code,
      recovery: r.code,
      value:
        (i * 5 + j) % 19 === 3
          ? null
          : i === j
            ? 900 + ((i * 7) % 11) * 800
            : Math.round(2400 / (1 + ((i * 7 + j * 13) % 41) ** 1.6)),
    })),
  ),
  originTitle: "Sold in",
  recoveryTitle: "Recovered in",
  unit: "Firearms traced to a purchaser, 2023",
  othersText: (count) => `${count} others`,
  keys: {
    within: "Sold and recovered in the same State",
    across: "Recovered in another State",
  },
  absentText: (cells) => `${cells} cells of the matrix hold no number and are in no sum.`,
  flowText: (origin, recovery, value) => `${origin} to ${recovery}: ${value}`,
};

const TYPES = [
  ["PISTOL", "Pistol"],
  ["REVOLVER", "Revolver"],
  ["RIFLE", "Rifle (including carbine)"],
  ["SHOTGUN", "Shotgun"],
  ["SUBMACHINE_GUN", "Submachine gun"],
  ["MACHINE_GUN", "Machine gun"],
  ["_O", "Other"],
  ["_U", "Type unknown"],
] as const;

const categories = TYPES.map(([code, label]) => ({ code, label, colour: weaponTypeColour(code) }));

const COUNTS: readonly (readonly [string, readonly (number | null)[]])[] = [
  ["Argentina", [7211, 3120, 1204, 2410, 155, 12, 610, 320]],
  ["Colombia", [9120, 10876, 402, 2219, 101, 44, 1012, 401]],
  ["Mexico", [4310, 1201, 3822, 640, 210, 98, 120, 12]],
  ["Spain", [1100, 402, 510, 890, null, null, 2200, 45]],
  ["Bosnia and Herzegovina", [12, 3, 9, 2, null, 1, null, null]],
];

const total = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

const nothingRows: StackedBarsData["rows"] = [
  { code: "JPN", label: "Japan", parts: [], totalText: "0", state: "zero" },
  {
    code: "SWE",
    label: "Sweden",
    parts: [],
    totalText: "",
    state: "not-reported",
    stateText: "not reported",
  },
];

export const STACKED: StackedBarsData = {
  categories,
  rows: [
    ...COUNTS.map(([label, values]) => ({
      code: label.slice(0, 3),
      label,
      parts: TYPES.map(([category], i) => {
        const value = values[i] ?? null;
        const state = value === null ? ("not-reported" as const) : ("value" as const);
        return { category, value, text: value === null ? "" : number(value), state };
      }),
      totalText: number(total(values)),
      state: "value" as const,
      ...(values.includes(null)
        ? { note: `${values.filter((v) => v === null).length} types not reported` }
        : {}),
    })),
    ...nothingRows,
  ],
  arrange: "stacked",
  unit: "Arms seized, 2016–2022 together",
};

export const STACKED_SHARES: StackedBarsData = {
  ...STACKED,
  rows: COUNTS.map(([label, values]) => {
    const all = total(values);
    return {
      code: label.slice(0, 3),
      label,
      parts: TYPES.flatMap(([category], i) => {
        const value = values[i] ?? null;
        return value === null
          ? []
          : [{ category, value: value / all, text: percent(value / all), state: "value" as const }];
      }),
      totalText: `of ${number(all)}`,
      state: "value" as const,
      ...(all < 30 ? { faded: true, note: `of ${all} only` } : {}),
    };
  }),
  unit: "Share of arms seized",
  max: 1,
};

const CONTEXTS = [
  ["TRAFFICKING", "Illicit trafficking of arms"],
  ["DRUGS", "Drug trafficking"],
  ["VIOLENT", "Violent crime"],
] as const;

export const GROUPED: StackedBarsData = {
  categories: CONTEXTS.map(([code, label], i) => ({ code, label, colour: seriesColour(i) })),
  rows: [
    ["Colombia", 4120, 2210, 6100],
    ["Ecuador", 0, null, 812],
    ["Panama", 22, 140, 61],
  ].map(([label, ...values]) => ({
    code: String(label),
    label: String(label),
    parts: CONTEXTS.map(([category], i) => {
      const value = values[i] === null ? null : Number(values[i]);
      const state = value === null ? "not-reported" : value === 0 ? "zero" : "value";
      return {
        category,
        value,
        text: value === null ? "not reported" : number(value),
        state: state as "value" | "zero" | "not-reported",
      };
    }),
    totalText: "",
    state: "value" as const,
  })),
  arrange: "grouped",
  unit: "Arms seized, 2016–2022 together",
  notes: ["One arm may be in several categories, so that they have no sum."],
};

const AREAS: readonly (readonly [string, readonly (number | null)[]])[] = [
  ["Argentina", [7211, 6900, 7420, 8010, null, null, 6120]],
  ["Bosnia and Herzegovina", [12, 40, 22, 19, 31, 18, 27]],
  ["Colombia", [25677, 23997, 21010, 18010, 12400, 15800, 17111]],
  ["Ecuador", [null, null, 2010, null, null, 3100, null]],
  ["Mexico", [9010, 8400, 10200, 12210, 11800, 9120, 0]],
  ["Spain", [8120, 8010, 7020, 6900, 5100, 5010, 5300]],
  ["Sweden", [null, null, null, null, null, null, null]],
];

export const MULTIPLES: SmallMultiplesData = {
  panels: AREAS.map(([title, values]) => {
    const given = values.filter((v) => v !== null).length;
    return {
      code: title.slice(0, 3),
      title,
      series: [
        {
          code: title,
          label: title,
          colour: "var(--accent)",
          highlighted: true,
          points: values.map((value, i) => ({
            year: 2016 + i,
            value,
            ...(value === 0 ? { doubtful: true } : {}),
          })),
        },
      ],
      connected: true,
      coverage: values.map((value, i) => ({ year: 2016 + i, reporting: value === null ? 0 : 1 })),
      coverageText: `${given} of 7 years reported`,
      breaks: title === "Mexico" ? [{ year: 2020, label: "2020: another authority counts" }] : [],
    };
  }),
  scale: "common",
  scaleText: "All panels have the same scale.",
  unit: "Arms seized a year",
  noneText: "not reported",
  keys: { doubtful: "Doubtful zero" },
};

export const MULTIPLES_OWN: SmallMultiplesData = {
  ...MULTIPLES,
  panels: TYPES.map(([code, title], k) => ({
    code,
    title,
    series: [
      {
        code,
        label: title,
        colour: weaponTypeColour(code),
        highlighted: true,
        points: Array.from({ length: 20 }, (_, i) => ({
          year: 2004 + i,
          value:
            (i * 7 + k) % 9 === 4 ? null : Math.round(((i + 3) * 9000) / (k * k * 5 + 1 + (i % 4))),
          ...(k === 5 ? { note: "of 12 only" } : {}),
        })),
      },
    ],
    connected: false,
    coverage: Array.from({ length: 20 }, (_, i) => ({
      year: 2004 + i,
      reporting: 2 + ((i * 13) % 70),
    })),
    coverageText: "2–71 States a year",
    breaks: [],
  })),
  scale: "own",
  scaleText: "Each panel has its own scale: compare shapes, not heights.",
  keys: {
    unconnected: "Points are not joined: the reporting States change",
    noted: "Share of fewer than 20",
  },
};

/** Several lines a panel, and more panels than are drawn. */
export const MULTIPLES_MANY: SmallMultiplesData = {
  ...MULTIPLES,
  panels: Array.from({ length: 30 }, (_, k) => ({
    code: `A${k}`,
    title: `State number ${k + 1}`,
    series: (["F", "M"] as const).map((code) => ({
      code,
      label: code === "F" ? "Women" : "Men",
      colour: `var(--sex-${code})`,
      highlighted: true,
      points: Array.from({ length: 7 }, (_, i) => ({
        year: 2016 + i,
        value: code === "F" ? (i + k) % 5 : 20 + ((i * 7 + k * 3) % 30),
        ...(i === 6 ? { provisional: true } : {}),
      })),
    })),
    connected: true,
    coverage: Array.from({ length: 7 }, (_, i) => ({ year: 2016 + i, reporting: 1 })),
    coverageText: "7 of 7 years",
    breaks: [],
  })),
  unit: "Persons arrested or suspected a year",
  keys: { provisional: "Provisional" },
  cutText: (shown, all) => `${shown} of ${all} are drawn; the table has them all.`,
};

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
  .split(" ")
  .map((label, i) => ({ code: String(i + 1), label }));

const heatCell = (year: number, month: number): HeatMapData["cells"][number] => {
  const place = { row: String(year), column: String(month) };
  if (year === 2019 && month > 9) return { ...place, value: null, state: "not-reported" };
  if (year === 2020 && month === 4) return { ...place, value: 0, state: "zero" };
  if (year === 2020 && month === 5) return { ...place, value: 0, state: "doubtful-zero" };
  if (year === 2020 && month === 6) return { ...place, value: null, state: "suppressed" };
  const value = 180 + ((year * 31 + month * 47) % 640);
  const late = year === 2024 && month > 6;
  return { ...place, value, state: "value", ...(late ? { provisional: true } : {}) };
};

export const HEAT: HeatMapData = {
  rows: Array.from({ length: 8 }, (_, i) => ({ code: String(2017 + i), label: String(2017 + i) })),
  columns: MONTHS,
  cells: Array.from({ length: 8 }, (_, i) => 2017 + i).flatMap((year) =>
    MONTHS.filter((_, i) => year < 2024 || i < 9).map((_, i) => heatCell(year, i + 1)),
  ),
  unit: "Arms seized a month",
  keys: {
    zero: "zero, as reported",
    doubtful: "doubtful zero",
    absent: "not reported",
    provisional: "provisional",
  },
  notes: ["Nothing is published after September 2024."],
};

export const HEAT_AREAS: HeatMapData = {
  ...HEAT,
  rows: ["Baja California Sur", "Ciudad de México", "Michoacán de Ocampo", "Veracruz"].map(
    (label) => ({ code: label, label }),
  ),
  cells: ["Baja California Sur", "Ciudad de México", "Michoacán de Ocampo", "Veracruz"].flatMap(
    (row, k) =>
      MONTHS.map(({ code }, i) => {
        const value = (i * 7 + k * 5) % 13 === 0 ? 0 : ((i + 2) * 3797 * (k + 1)) % 21000;
        const state = value === 0 ? ("zero" as const) : ("value" as const);
        return { row, column: code, value, state };
      }),
  ),
  keys: { zero: "zero, as reported" },
  notes: [],
};

type Draw = (options: ChartOptions) => SVGSVGElement;

/** Every view that is looked at, by the name of its picture. */
export const VIEWS: Readonly<Record<string, Draw>> = {
  sankey: (o) => sankeyChart(SANKEY, o),
  stacked: (o) => stackedBarsChart(STACKED, o),
  stackedShares: (o) => stackedBarsChart(STACKED_SHARES, o),
  grouped: (o) => stackedBarsChart(GROUPED, o),
  multiples: (o) => smallMultiplesChart(MULTIPLES, o),
  multiplesOwn: (o) => smallMultiplesChart(MULTIPLES_OWN, o),
  multiplesMany: (o) => smallMultiplesChart(MULTIPLES_MANY, o),
  heat: (o) => heatMapChart(HEAT, o),
  heatAreas: (o) => heatMapChart(HEAT_AREAS, o),
};

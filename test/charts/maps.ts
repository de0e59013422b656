import type { ArcMapData } from "../../src/charts/arc-map.ts";
import type { Nothing } from "../../src/charts/nothing.ts";
import type { ChartOptions } from "../../src/charts/options.ts";
import { arcMapChart, symbolMapChart } from "../../src/charts/painted.ts";
import type { MapArea, SymbolMapData } from "../../src/charts/symbol-map.ts";
import { type LonLat, landOf } from "../../src/standard/geography/land.ts";
import parts from "../../src/standard/geography/land-parts.json" with { type: "json" };
import world from "../../src/standard/geography/land-world.json" with { type: "json" };

/** The land that the site draws. */
export const WORLD = landOf(world);
export const PARTS = landOf(parts);

export const DISCLAIMER = "No boundary is drawn. Names imply no endorsement.";

const words = {
  disclaimer: DISCLAIMER,
  beside: "Outside of the frame:",
  smallest: (limit: string) => `Below ${limit} all are drawn alike.`,
};

const area = (
  code: string,
  label: string,
  position: LonLat,
  value: number | null,
  more: Partial<MapArea> = {},
): MapArea => ({
  code,
  label,
  position,
  value,
  text: value === null ? "" : value.toLocaleString("en"),
  state: value === null ? "not-reported" : value === 0 ? "zero" : "value",
  title: `${label}: ${value ?? "no number"}`,
  ...more,
});

const without = (code: string, label: string, position: LonLat, state: Nothing) =>
  area(code, label, position, state === "doubtful-zero" ? 0 : null, { state });

export const WORLD_MAP: SymbolMapData = {
  ...words,
  land: WORLD,
  unit: "Arms seized, 2016–2022 together",
  areas: [
    area("USA", "United States of America", [-98.8, 39.9], 1_740_000, { quiet: true }),
    area("BRA", "Brazil", [-53, -11], 322_700),
    area("COL", "Colombia", [-73.1, 3.9], 146_300),
    area("MEX", "Mexico", [-102.5, 23.9], 90_900),
    area("ESP", "Spain", [-3.6, 40.4], 58_600),
    area("AUS", "Australia", [134.2, -25.6], 103_900, { quiet: true }),
    area("GRC", "Greece", [22.6, 39.3], 23_800),
    area("FJI", "Fiji", [178, -17.8], 410, { faded: true }),
    area("ZAF", "South Africa", [25, -29], 18_000, { faded: true }),
    area("ISL", "Iceland", [-18.6, 65], 0),
    without("ITA", "Italy", [12.1, 43.5], "doubtful-zero"),
    without("DZA", "Algeria", [2.6, 28.2], "not-reported"),
    without("IRQ", "Iraq", [43.7, 33.1], "not-reported"),
    without("CHN", "China", [103.8, 36.6], "not-collected"),
    without("CAN", "Canada", [-101.6, 57.7], "suppressed"),
    without("SDN", "Sudan", [29.9, 16], "cannot-exist"),
  ],
  keys: {
    quiet: "reports, but not in every year",
    faded: "of fewer than 20",
    nothing: {
      zero: "zero, as reported",
      "doubtful-zero": "doubtful zero",
      "not-reported": "not reported",
      "not-collected": "not published by any State",
      suppressed: "suppressed",
      "cannot-exist": "cannot exist",
    },
  },
};

const STATES: readonly (readonly [string, string, LonLat, number])[] = [
  ["US-CA", "California", [-119.5, 37.2], 31_400],
  ["US-TX", "Texas", [-99.3, 31.5], 29_800],
  ["US-FL", "Florida", [-82.5, 28.6], 17_600],
  ["US-GA", "Georgia", [-83.4, 32.6], 14_300],
  ["US-NV", "Nevada", [-116.6, 39.3], 3200],
  ["US-AZ", "Arizona", [-111.7, 34.3], 8400],
  ["US-NY", "New York", [-75.5, 42.9], 1900],
  ["US-VA", "Virginia", [-78.9, 37.5], 9800],
  ["US-IN", "Indiana", [-86.3, 39.9], 6700],
  ["US-IL", "Illinois", [-89.2, 40], 5100],
  ["US-WA", "Washington", [-120.4, 47.4], 3900],
  ["US-ME", "Maine", [-69.2, 45.3], 300],
  ["US-AK", "Alaska", [-152.6, 64.2], 560],
  ["US-HI", "Hawaii", [-155.5, 19.6], 30],
  ["US-VI", "US Virgin Islands", [-64.8, 17.7], 0],
];

const FRAME = STATES.map(([code]) => code).slice(0, -3);

/** A map fitted to some States, with others beside it. */
export const STATES_MAP: SymbolMapData = {
  ...words,
  land: PARTS,
  unit: "Firearms traced",
  areas: STATES.map(([code, label, position, value]) => area(code, label, position, value)),
  frame: FRAME,
  keys: { nothing: { zero: "zero" } },
};

const route = (origin: string, recovery: string, value: number) => ({
  origin,
  recovery,
  value,
  title: `${origin} to ${recovery}: ${value}`,
});

export const ARCS: ArcMapData = {
  ...words,
  land: PARTS,
  unit: "Firearms traced from the State of first sale to the State of recovery",
  frame: FRAME,
  places: STATES.map(([code, label, position, value]) => ({
    code,
    label,
    position,
    within: value === 0 ? null : value,
    text: value === 0 ? "" : value.toLocaleString("en"),
    title: `${label}: ${value}`,
  })),
  routes: [
    route("US-AZ", "US-CA", 2600),
    route("US-NV", "US-CA", 1700),
    route("US-CA", "US-NV", 420),
    route("US-IN", "US-IL", 2000),
    route("US-TX", "US-CA", 1100),
    route("US-GA", "US-NY", 880),
    route("US-VA", "US-NY", 860),
    route("US-GA", "US-FL", 700),
    route("US-FL", "US-GA", 690),
    route("US-AK", "US-WA", 90),
    route("US-WA", "US-AK", 60),
    ...STATES.slice(0, 12).flatMap(([origin], i) =>
      STATES.slice(0, 12).flatMap(([recovery], j) =>
        (i + 2 * j) % 3 === 1 && i !== j ? [route(origin, recovery, 12 + i * 3 + j)] : [],
      ),
    ),
  ].filter(
    ({ origin, recovery }, i, all) =>
      all.findIndex((other) => other.origin === origin && other.recovery === recovery) === i,
  ),
  directionText: "From the place of sale (wide end) to the place of recovery (point)",
  withinText: "Sold and recovered in the same place",
  cutText: (shown, all, share) =>
    `The ${shown} largest of ${all} are drawn: ${Math.round(share * 100)} % of what moved.`,
};

/** Every map that is looked at, by the name of its picture. */
export const MAPS: Readonly<Record<string, (options: ChartOptions) => SVGSVGElement>> = {
  mapWorld: (options) => symbolMapChart(WORLD_MAP, options),
  mapStates: (options) => symbolMapChart(STATES_MAP, options),
  mapArcs: (options) => arcMapChart(ARCS, options),
};

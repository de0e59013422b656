import { type GeoGeometryObjects, geoArea, geoCentroid, geoContains } from "d3";
import type { Area } from "../standard/codelists/area.ts";
import type { LonLat } from "../standard/geography/land.ts";
import { PLACED, type Positions } from "../standard/geography/positions.ts";
import { US_STATES } from "../standard/subnational.ts";
import { type Outline, readOutlines } from "./land.ts";

type Polygon = Extract<GeoGeometryObjects, { type: "Polygon" }>;

const partsOf = (geometry: GeoGeometryObjects): Polygon[] => {
  if (geometry.type === "Polygon") return [geometry];
  if (geometry.type !== "MultiPolygon") return [];
  return geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
};

/** The middle of the widest stretch of a polygon along a parallel; undefined where the parallel misses it. */
const middleAlong = ({ coordinates }: Polygon, lat: number): LonLat | undefined => {
  const crossings = coordinates
    .flatMap((ring) =>
      ring.slice(1).flatMap(([x1 = 0, y1 = 0], i) => {
        const [x0 = 0, y0 = 0] = ring[i] ?? [];
        return y0 > lat === y1 > lat ? [] : [x0 + ((lat - y0) / (y1 - y0)) * (x1 - x0)];
      }),
    )
    .sort((a, b) => a - b);
  const [widest] = crossings
    .flatMap((from, i) => (i % 2 === 0 ? [{ from, to: crossings[i + 1] ?? from }] : []))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  return widest === undefined ? undefined : [(widest.from + widest.to) / 2, lat];
};

/** To hundredths of a degree, about a kilometre. */
const rounded = ([lon, lat]: LonLat): LonLat => [
  Math.round(lon * 100) / 100,
  Math.round(lat * 100) / 100,
];

/** The centroid of the largest piece of some outlines, or, where that lies outside, the middle of land beside it. */
const middleOf = (outlines: readonly Outline[]): LonLat | undefined => {
  const [largest] = outlines
    .flatMap(({ geometry }) => partsOf(geometry))
    .sort((a, b) => geoArea(b) - geoArea(a));
  if (largest === undefined) return undefined;
  const centroid = geoCentroid(largest);
  return rounded(
    geoContains(largest, centroid) ? centroid : (middleAlong(largest, centroid[1]) ?? centroid),
  );
};

const found = (code: string, outlines: readonly Outline[]): [string, LonLat][] => {
  const middle = middleOf(outlines);
  return middle === undefined ? [] : [[code, middle]];
};

const countries = (areas: readonly Area[]): [string, LonLat][] => {
  const outlines = readOutlines("countries-50m", "countries");
  return areas
    .filter((area) => area.level === "COUNTRY" && area.m49 !== "")
    .flatMap(({ code, m49 }) =>
      found(
        code,
        outlines.filter((outline) => outline.id === m49),
      ),
    );
};

/** Names of the atlas that are longer than those of ATF. */
const LONGER: Readonly<Record<string, string>> = {
  "US Virgin Islands": "United States Virgin Islands",
};

const states = (): [string, LonLat][] => {
  const outlines = readOutlines("states-10m", "states");
  return Object.entries(US_STATES).flatMap(([code, name]) =>
    found(
      code,
      outlines.filter((outline) => outline.properties?.name === (LONGER[name] ?? name)),
    ),
  );
};

const known = new WeakMap<readonly Area[], Positions>();

/**
 * Where the symbol of each area stands: the centroid of its largest piece of land in Natural Earth (1:50 million) or
 * the Census Bureau's States, through `world-atlas` and `us-atlas`; else where `PLACED` says. Regions have no place.
 * Worked out once for a list, however many maps ask.
 */
export const positionsOf = (areas: readonly Area[]): Positions => {
  const positions: Positions =
    known.get(areas) ??
    Object.fromEntries([...countries(areas), ...states(), ...Object.entries(PLACED)]);
  known.set(areas, positions);
  return positions;
};

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type ExtendedFeature, type GeoGeometryObjects, geoArea } from "d3";
import { feature } from "topojson-client";
import type { LandFile } from "../standard/geography/land.ts";

const require = createRequire(import.meta.url);

/** Where npm has put the atlases. */
const ATLASES = {
  "countries-50m": require.resolve("world-atlas/countries-50m.json"),
  "land-50m": require.resolve("world-atlas/land-50m.json"),
  "land-110m": require.resolve("world-atlas/land-110m.json"),
  "states-10m": require.resolve("us-atlas/states-10m.json"),
};

type Topology = Parameters<typeof feature>[0];

/** An outline of an atlas, with its code and its name where it has them. */
export type Outline = ExtendedFeature<GeoGeometryObjects, { readonly name?: string } | null>;

/** The outlines of one kind in an atlas. Throws when the atlas does not hold that kind. */
export const readOutlines = (
  atlas: keyof typeof ATLASES,
  kind: "countries" | "land" | "states",
): Outline[] => {
  const topology: Topology = JSON.parse(readFileSync(ATLASES[atlas], "utf8"));
  const object = topology.objects[kind];
  if (object?.type !== "GeometryCollection") throw new Error(`${ATLASES[atlas]} has no "${kind}".`);
  return feature(topology, object).features;
};

/** West, south, east, north, in degrees. */
export type Frame = readonly [number, number, number, number];

/** Which land goes into a file: of which atlas, how finely, and within which frames. */
interface Cut {
  readonly atlas: "land-50m" | "land-110m";
  readonly unit: number;
  readonly frames: readonly Frame[];
}

/** The land that the site draws: all of it coarsely, and more finely where a source counts parts of countries. */
export const CUTS = {
  world: { atlas: "land-110m", unit: 0.1, frames: [[-180, -60, 180, 84]] },
  parts: {
    atlas: "land-50m",
    unit: 0.05,
    frames: [
      [-135, 5, -55, 60],
      [-15, 47, 8, 63],
      [-50, -28, -36, -16],
    ],
  },
} as const satisfies Record<string, Cut>;

type Position = number[];
type Ring = readonly Position[];

/** The part of a ring on one side of a meridian or parallel. */
const halfOf = (ring: Ring, axis: 0 | 1, limit: number, side: 1 | -1): Position[] => {
  const inside = (p: Position): boolean => ((p[axis] ?? 0) - limit) * side >= 0;
  const crossing = (a: Position, b: Position): Position => {
    const t = (limit - (a[axis] ?? 0)) / ((b[axis] ?? 0) - (a[axis] ?? 0));
    return [0, 1].map((i) => (i === axis ? limit : (a[i] ?? 0) + t * ((b[i] ?? 0) - (a[i] ?? 0))));
  };
  return ring.flatMap((point, i) => {
    const before = ring.at(i - 1) ?? point;
    const cut = inside(point) === inside(before) ? [] : [crossing(before, point)];
    return inside(point) ? [...cut, point] : cut;
  });
};

const clip = (ring: Ring, [west, south, east, north]: Frame): Position[] =>
  halfOf(halfOf(halfOf(halfOf(ring, 0, west, 1), 0, east, -1), 1, south, 1), 1, north, -1);

/** A ring in whole units, without its last point, which is its first, and without repeats. */
const snap = (ring: Ring, unit: number): Position[] => {
  const points = ring.map((point) => point.map((degrees) => Math.round(degrees / unit)));
  return points.filter((point, i) => {
    const before = points.at(i - 1);
    return point[0] !== before?.[0] || point[1] !== before?.[1];
  });
};

/** Steps from point to point, the first from zero: "x y dx dy dx dy". */
const steps = (ring: Ring): string =>
  ring
    .flatMap((point, i) => point.map((n, axis) => n - (i === 0 ? 0 : (ring[i - 1]?.[axis] ?? 0))))
    .join(" ");

/** True when a ring still encloses land, the right way round: a ring that rounding has turned over is all but it. */
const holds = (ring: Ring, unit: number): boolean => {
  const closed = [...ring, ...ring.slice(0, 1)].map((point) => point.map((n) => n * unit));
  const area = geoArea({ type: "Polygon", coordinates: [closed] });
  return ring.length > 2 && area > 0 && area < 2 * Math.PI;
};

const polygonsOf = (polygon: readonly Ring[], { unit, frames }: Cut): string[] =>
  frames.flatMap((frame) => {
    const [outer, ...holes] = polygon.map((ring) => snap(clip(ring.slice(1), frame), unit));
    if (outer === undefined || !holds(outer, unit)) return [];
    return [
      [outer, ...holes.filter((ring) => holds(ring.toReversed(), unit))].map(steps).join(";"),
    ];
  });

/** Land without any border inside it, as `landOf` reads it. Antarctica, where nobody reports, is left out. */
export const cutLand = (part: keyof typeof CUTS): LandFile => {
  const cut = CUTS[part];
  return {
    source: `world-atlas/${cut.atlas}.json, Natural Earth`,
    unit: cut.unit,
    polygons: readOutlines(cut.atlas, "land").flatMap(({ geometry }) =>
      geometry.type === "MultiPolygon"
        ? geometry.coordinates.flatMap((polygon) => polygonsOf(polygon, cut))
        : [],
    ),
  };
};

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea } from "d3";
import type { MultiPolygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { LandFile } from "../standard/geography/land.ts";

/** Reads an atlas that npm has installed. Throws when the file is not there. */
export const readAtlas = <Name extends string>(
  file: string,
): Topology<Record<Name, GeometryCollection<{ name: string }>>> =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(file), "utf8"));

/** West, south, east, north, in degrees. */
export type Frame = readonly [number, number, number, number];

/** Which land goes into a file: of which atlas, how finely, and within which frames. */
interface Cut {
  readonly atlas: string;
  readonly unit: number;
  readonly frames: readonly Frame[];
}

/** The land that the site draws: all of it coarsely, and more finely where a source counts parts of countries. */
export const CUTS = {
  world: { atlas: "world-atlas/land-110m.json", unit: 0.1, frames: [[-180, -60, 180, 84]] },
  parts: {
    atlas: "world-atlas/land-50m.json",
    unit: 0.05,
    frames: [
      [-135, 5, -55, 60],
      [-15, 47, 8, 63],
      [-50, -28, -36, -16],
    ],
  },
} as const satisfies Record<string, Cut>;

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
  const topology = readAtlas<"land">(cut.atlas);
  const land = feature(topology, topology.objects.land).features.map((entry) => entry.geometry);
  return {
    source: `${cut.atlas}, Natural Earth`,
    unit: cut.unit,
    polygons: land
      .filter((geometry): geometry is MultiPolygon => geometry.type === "MultiPolygon")
      .flatMap((geometry) => geometry.coordinates.flatMap((polygon) => polygonsOf(polygon, cut))),
  };
};

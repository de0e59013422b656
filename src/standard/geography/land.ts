/**
 * Land as it is stored: outlines of land only, never of States. Made from Natural Earth (public domain, through the
 * package world-atlas) by `src/build/land.ts`; a test compares.
 */
export interface LandFile {
  readonly source: string;
  /** Degrees in one step. */
  readonly unit: number;
  /** One a polygon: rings divided by ";", of whole steps "x y dx dy dx dy", the first ring around, the rest holes. */
  readonly polygons: readonly string[];
}

/** Longitude and latitude in degrees. */
export type LonLat = [number, number];

/** Land as GeoJSON. */
export interface Land {
  readonly type: "MultiPolygon";
  coordinates: LonLat[][][];
}

const ringOf = (steps: string, unit: number): LonLat[] => {
  const numbers = steps.split(" ").map(Number);
  const ring: LonLat[] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    x += numbers[i] ?? Number.NaN;
    y += numbers[i + 1] ?? Number.NaN;
    ring.push([x * unit, y * unit]);
  }
  return [...ring, ...ring.slice(0, 1)];
};

/** The land of a file. */
export const landOf = ({ polygons, unit }: LandFile): Land => ({
  type: "MultiPolygon",
  coordinates: polygons.map((polygon) => polygon.split(";").map((ring) => ringOf(ring, unit))),
});

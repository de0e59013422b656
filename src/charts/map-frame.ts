import {
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoBounds,
  geoDistance,
  geoEqualEarth,
  geoPath,
} from "d3";
import type { LonLat } from "../standard/geography/land.ts";

/** The map's part of a picture, in pixels, and the way from the globe to it. */
export interface MapFrame {
  readonly projection: GeoProjection;
  readonly top: number;
  readonly bottom: number;
  /** Where a place stands; undefined outside of the frame. */
  readonly place: (position: LonLat) => { readonly x: number; readonly y: number } | undefined;
}

/** Parallels between which the whole world is drawn. */
const WORLD = { north: 84, south: -56 } as const;
/** Places farther than this from their middle ask for the whole world, in radians. */
const FAR = Math.PI / 4.5;
/** Land shown around the outermost places, in degrees. */
const AROUND = 2;
const SHAPE = { flat: 0.5, tall: 1, highest: 640 } as const;

const framed = (
  projection: GeoProjection,
  width: number,
  top: number,
  bottom: number,
): MapFrame => ({
  projection: projection.clipExtent([
    [0, top],
    [width, bottom],
  ]),
  top,
  bottom,
  place: (position) => {
    const [x, y] = projection(position) ?? [Number.NaN, Number.NaN];
    return x >= 0 && x <= width && y >= top && y <= bottom ? { x, y } : undefined;
  },
});

const yOf = (projection: GeoProjection, lat: number): number => projection([0, lat])?.[1] ?? 0;

/** The world in Equal Earth, as wide as the picture. */
function worldFrame(width: number, top: number): MapFrame {
  const projection = geoEqualEarth().fitWidth(width, { type: "Sphere" });
  const [x, y] = projection.translate();
  projection.translate([x, y + top - yOf(projection, WORLD.north)]);
  return framed(projection, width, top, Math.ceil(yOf(projection, WORLD.south)));
}

/** Places in Lambert's azimuthal equal-area projection around their middle, with `pad` pixels at each side. */
function regionFrame(
  places: readonly LonLat[],
  middle: LonLat,
  width: number,
  top: number,
  pad: number,
): MapFrame {
  const coordinates = places.flatMap(([lon, lat]): LonLat[] => [
    [lon - AROUND, lat],
    [lon + AROUND, lat],
    [lon, lat - AROUND],
    [lon, lat + AROUND],
  ]);
  const projection = geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]);
  const [[x1, y1], [x2, y2]] = geoPath(projection).bounds({ type: "MultiPoint", coordinates });
  const shape = Math.min(SHAPE.tall, Math.max(SHAPE.flat, (y2 - y1) / (x2 - x1)));
  const bottom = top + Math.min(SHAPE.highest, Math.round(width * shape));
  projection.fitExtent(
    [
      [pad, top + pad],
      [width - pad, bottom - pad],
    ],
    { type: "MultiPoint", coordinates },
  );
  return framed(projection, width, top, bottom);
}

/**
 * Fits a map to places: the whole world where they lie far apart or there are none, else the land around them. Both
 * projections keep areas true. The map is never mirrored.
 */
export function mapFrame(
  places: readonly LonLat[],
  width: number,
  top: number,
  pad: number,
): MapFrame {
  if (places.length === 0) return worldFrame(width, top);
  const [[west, south], [east, north]] = geoBounds({
    type: "MultiPoint",
    coordinates: [...places],
  });
  const across = east < west ? east + 360 : east;
  const middle: LonLat = [(west + across) / 2, (south + north) / 2];
  const near = places.every((place) => geoDistance(place, middle) < FAR);
  return near ? regionFrame(places, middle, width, top, pad) : worldFrame(width, top);
}

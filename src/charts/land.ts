import type { GeoProjection, GeoStream } from "d3";
import type { Land, LonLat } from "../standard/geography/land.ts";
import { tenth } from "./finish.ts";
import { mapFrame } from "./map-frame.ts";
import { type Mark, shortPaths } from "./marks.ts";
import { memoized } from "./memoized.ts";

/** Points of an outline that are nearer to one another than this are one, in pixels. */
const LEAST = 0.8;

type Point = readonly [number, number];

/** Leaves out what a reader cannot see: points that hardly move, and islands that keep no area. */
const thinned = (ring: readonly Point[]): Point[] => {
  const kept: Point[] = [];
  for (const point of ring) {
    const last = kept.at(-1);
    if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= LEAST)
      kept.push([tenth(point[0]), tenth(point[1])]);
  }
  return kept.length < 3 ? [] : kept;
};

/** A closed ring in short: where it starts, then step by step. */
const written = (ring: readonly Point[]): string => {
  const [first, ...rest] = ring;
  if (first === undefined) return "";
  let [x, y] = first;
  const steps = rest.map((point) => {
    const step = `${tenth(point[0] - x)},${tenth(point[1] - y)}`;
    [x, y] = point;
    return step;
  });
  return `M${first[0]},${first[1]}l${steps.join(" ")}Z`;
};

/** The outline of land under a projection, as SVG's `d`. Cut by the projection's own clip. */
function landOutline(land: Land, projection: GeoProjection): string {
  const rings: string[] = [];
  let ring: Point[] = [];
  const nothing = (): void => {};
  const sink: GeoStream = {
    point: (x, y) => {
      ring.push([x, y]);
    },
    lineStart: () => {
      ring = [];
    },
    lineEnd: () => {
      rings.push(written(thinned(ring)));
    },
    polygonStart: nothing,
    polygonEnd: nothing,
  };
  const stream = projection.stream(sink);
  const draw = (points: readonly LonLat[]): void => {
    stream.lineStart();
    for (const [lon, lat] of points.slice(0, -1)) stream.point(lon, lat);
    stream.lineEnd();
  };
  for (const polygon of land.coordinates) {
    stream.polygonStart();
    for (const points of polygon) draw(points);
    stream.polygonEnd();
  }
  return rings.join("");
}

/** Points that a step of `rehearseLand` outlines: a few milliseconds, also before a browser has compiled how. */
const REHEARSED = 300;

/** Polygons in portions of at least so many points each, but for the last. */
function portions(land: Land): Land["coordinates"][] {
  const all: Land["coordinates"][] = [];
  let points = Number.POSITIVE_INFINITY;
  for (const polygon of land.coordinates) {
    if (points >= REHEARSED) {
      all.push([]);
      points = 0;
    }
    all.at(-1)?.push(polygon);
    points += polygon.flat().length;
  }
  return all;
}

/**
 * Outlines land in short steps and keeps nothing of it: afterwards a browser has compiled how that is done, and draws
 * a first map without holding up the page. `pause` is awaited before each step.
 */
export async function rehearseLand(land: Land, pause: () => Promise<void>): Promise<void> {
  const { projection } = mapFrame([], 1000, 0, 0);
  for (const coordinates of portions(land)) {
    await pause();
    landOutline({ ...land, coordinates }, projection);
  }
}

const PROJECTIONS = 8;

/** All that an outline depends on besides the land and the kind of projection. */
const frameOf = (projection: GeoProjection): string =>
  JSON.stringify([
    projection.rotate(),
    projection.scale(),
    projection.translate(),
    projection.clipExtent(),
  ]);

/** How some land is outlined, each outline once: a page has a few maps, and a reader filters what stands on them. */
const outliners = new WeakMap<Land, (projection: GeoProjection) => string>();

function outlineOf(land: Land, projection: GeoProjection): string {
  const outliner =
    outliners.get(land) ?? memoized(PROJECTIONS, frameOf, (to) => landOutline(land, to));
  outliners.set(land, outliner);
  return outliner(projection);
}

/** Land in one pale tone, without any line on it or around it. */
export const landMark = (land: Land, projection: GeoProjection): Mark =>
  shortPaths([{ d: outlineOf(land, projection) }], { fill: "var(--rule)", fillOpacity: 0.6 });

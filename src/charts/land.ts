import type { GeoProjection, GeoStream } from "d3";
import type { Land, LonLat } from "../standard/geography/land.ts";
import { tenth } from "./finish.ts";
import { type Mark, paths } from "./marks.ts";

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

/** The outline that was last made of some land, and the projection that it was made with. */
const last = new WeakMap<Land, { readonly projection: string; readonly outline: string }>();

/** As `landOutline`, without doing the same work twice while a reader filters what stands on the land. */
function knownOutline(land: Land, projection: GeoProjection): string {
  const key = JSON.stringify([
    projection.rotate(),
    projection.scale(),
    projection.translate(),
    projection.clipExtent(),
  ]);
  const known = last.get(land);
  if (known?.projection === key) return known.outline;
  const outline = landOutline(land, projection);
  last.set(land, { projection: key, outline });
  return outline;
}

/** Land in one pale tone, without any line on it or around it. */
export const landMark = (land: Land, projection: GeoProjection): Mark =>
  paths([{ d: knownOutline(land, projection) }], { fill: "var(--rule)", fillOpacity: 0.6 });

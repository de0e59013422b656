import type { LonLat } from "../standard/geography/land.ts";
import { type Beside, besideMap } from "./map-beside.ts";
import { type MapFrame, mapFrame } from "./map-frame.ts";
import type { ChartOptions } from "./options.ts";

/** What the layout must know of an area. */
interface Seated {
  readonly code: string;
  readonly label: string;
  readonly position: LonLat;
  /** Printed under its name where it stands beside the map. */
  readonly text: string;
}

/** Where a symbol stands, in pixels, and its radius. */
export interface Seat {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Under the map, because it lies outside of its frame. */
  readonly beside: boolean;
}

export interface MapLayout<T> {
  readonly frame: MapFrame;
  readonly beside: Beside;
  /** Foot of the map and of what stands beside it. */
  readonly bottom: number;
  readonly spots: readonly (T & Seat)[];
}

interface Wish<T> {
  /** Codes of the areas that the map is fitted to; all when undefined. */
  readonly frame: readonly string[] | undefined;
  /** Words above the areas outside of the frame. */
  readonly beside: string;
  readonly top: number;
  /** Pixels kept free around the outermost areas. */
  readonly pad: number;
  readonly radiusOf: (area: T) => number;
}

/** Keeps a symbol inside the picture. */
const inside = (at: number, r: number, limit: number): number =>
  Math.min(Math.max(at, r + 1), Math.max(r + 1, limit - r - 1));

/** Fits a map to areas and seats every area on it, or under it where it lies outside of the frame. */
export function mapLayout<T extends Seated>(
  areas: readonly T[],
  wish: Wish<T>,
  options: ChartOptions,
): MapLayout<T> {
  const { width } = options;
  const framed = areas.filter(({ code }) => wish.frame?.includes(code) ?? true);
  const frame = mapFrame(
    framed.map(({ position }) => position),
    width,
    wish.top,
    wish.pad,
  );
  const onMap = new Map(framed.map(({ code, position }) => [code, frame.place(position)]));
  const beside = besideMap(
    areas
      .filter(({ code }) => onMap.get(code) === undefined)
      .map((area) => ({
        code: area.code,
        words: [area.label, area.text],
        r: wish.radiusOf(area),
      })),
    wish.beside,
    options,
    frame.bottom,
  );
  const spots = areas.flatMap((area): (T & Seat)[] => {
    const r = wish.radiusOf(area);
    const here = onMap.get(area.code);
    const place = here ?? beside.places.get(area.code);
    if (place === undefined) return [];
    const seat = { key: area.code, r, beside: here === undefined };
    return [{ ...area, ...seat, x: inside(place.x, r, width), y: place.y }];
  });
  return { frame, beside, bottom: frame.bottom + beside.height, spots };
}

import type { Land, LonLat } from "../standard/geography/land.ts";
import type { MapWords } from "./symbol-map-data.ts";

/** A place of sale, of recovery, or both. */
export interface ArcPlace {
  readonly code: string;
  readonly label: string;
  readonly position: LonLat;
  /** What stayed there; null where that is not reported. */
  readonly within: number | null;
  /** What stayed there, in words. */
  readonly text: string;
  /** Everything that is known of it, in a sentence. */
  readonly title: string;
}

/** From one place to another. */
export interface Arc {
  readonly origin: string;
  readonly recovery: string;
  /** More than zero. */
  readonly value: number;
  readonly title: string;
}

export interface ArcMapData extends MapWords {
  readonly land: Land;
  readonly places: readonly ArcPlace[];
  /** Any order; the largest are drawn. */
  readonly routes: readonly Arc[];
  /** Places that the map is fitted to; all when left out. */
  readonly frame?: readonly string[];
  /** "from the place of sale (wide end) to the place of recovery (point)" */
  readonly directionText: string;
  /** What a circle counts: "sold and recovered in the same State" */
  readonly withinText: string;
  /** Said where only the largest routes are drawn: how many of how many, and the share of the sum that they hold. */
  readonly cutText: (shown: number, all: number, share01: number) => string;
}

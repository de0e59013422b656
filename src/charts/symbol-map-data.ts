import type { Land, LonLat } from "../standard/geography/land.ts";
import type { Nothing } from "./nothing.ts";

/** An area on a map. */
export interface MapArea {
  readonly code: string;
  readonly label: string;
  readonly position: LonLat;
  /** Zero or more; null where there is no number. */
  readonly value: number | null;
  /** The value in words. */
  readonly text: string;
  readonly state: "value" | Nothing;
  /** Everything that is known of it, in a sentence. */
  readonly title: string;
  /** Not among the areas that the reader looks at. */
  readonly quiet?: boolean;
  /** Its denominator is small. */
  readonly faded?: boolean;
}

/** What a map says besides its symbols. A mark without words has no entry in the key. */
export interface MapWords {
  /** What the area of a circle, or the width of an arc, counts. */
  readonly unit: string;
  /** Said under every map: that no boundary is drawn, and what the names do not imply. */
  readonly disclaimer: string;
  readonly notes?: readonly string[];
  /** Above the areas that stand beside the map. */
  readonly beside: string;
  /** Said where small values are drawn larger than they are: values below `limit`. */
  readonly smallest: (limit: string) => string;
}

export interface SymbolMapData extends MapWords {
  readonly land: Land;
  readonly areas: readonly MapArea[];
  /** Areas that the map is fitted to; all when left out. Areas outside of it stand beside the map. */
  readonly frame?: readonly string[];
  readonly keys?: {
    readonly quiet?: string;
    readonly faded?: string;
    readonly nothing?: { readonly [N in Nothing]?: string };
  };
  /** How values are printed in the key; `formatCompact` when left out. */
  readonly formatValue?: (value: number) => string;
}

import type { ArcMapData } from "./arc-map-data.ts";
import { arcShape } from "./arc-shape.ts";
import { type KeyItem, mapKey } from "./map-key.ts";
import type { SizeScale } from "./map-scale.ts";
import { dots, type Mark, paths, texts } from "./marks.ts";
import { type ChartOptions, SIZE } from "./options.ts";

/** Paint of an arc. */
export const ARC = { fill: "var(--accent)", fillOpacity: 0.7 } as const;
/** Paint of a circle of what stayed. */
export const STAYED = {
  fill: "var(--grey-series)",
  fillOpacity: 0.55,
  stroke: "var(--paper)",
  strokeWidth: 1,
} as const;

interface Sample extends KeyItem {
  /** Radius of a circle, or width of an arc. */
  readonly size: number;
}

const LONG = 34;

const words = (text: string): Sample => ({ size: 0, wide: 0, high: 18, text });

/** The key of an arc map: the widths of arcs and their direction, then what a circle is. */
export function arcMapKey(
  data: ArcMapData,
  { widths, radius }: { readonly widths: SizeScale; readonly radius: SizeScale },
  options: ChartOptions,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const print = options.formatCompact;
  const arcs = mapKey(
    [
      ...widths.steps.map((step): Sample => {
        const size = widths.of(step);
        return { size, wide: LONG, high: size + 8, text: print(step) };
      }),
      words(data.directionText),
    ],
    options,
    top,
  );
  const circles = mapKey(
    [
      ...radius.steps.map((step): Sample => {
        const size = radius.of(step);
        return { size, wide: 2 * size + 2, high: 2 * size + 4, text: print(step) };
      }),
      words(data.withinText),
    ],
    options,
    top + arcs.height,
  );
  const half = ((options.direction === "rtl" ? -1 : 1) * LONG) / 2;
  return {
    height: arcs.height + circles.height,
    marks: [
      paths(
        arcs.samples
          .filter(({ size }) => size > 0)
          .map(({ x, y, size }) => ({
            d: arcShape({ x: x - half, y: y + 2 }, { x: x + half, y: y + 2 }, size),
          })),
        ARC,
      ),
      dots(
        circles.samples.map(({ x, y, size }) => ({ x, y, r: size })),
        STAYED,
      ),
      texts([...arcs.words, ...circles.words], { size: SIZE.small }),
    ],
  };
}

import { arcShape } from "./arc-shape.ts";
import { type KeyItem, mapKey } from "./map-key.ts";
import type { SizeScale } from "./map-scale.ts";
import { dots, type Mark, paths, texts } from "./marks.ts";
import { type ChartOptions, SIZE } from "./options.ts";
import type { ArcMapData } from "./arc-map-data.ts";

/** Paint of an arc. */
export const ARC = { fill: "var(--accent)", fillOpacity: 0.7 } as const;
/** Paint of a circle of what stayed. */
export const STAYED = {
  fill: "var(--grey-series)",
  fillOpacity: 0.45,
  stroke: "var(--paper)",
  strokeWidth: 1,
} as const;

interface Sample extends KeyItem {
  /** Radius of a circle, or width of an arc. */
  readonly size: number;
  readonly kind: "arc" | "circle" | "words";
}

const LONG = 34;

const samplesOf = (
  data: ArcMapData,
  widths: SizeScale,
  radius: SizeScale,
  print: (value: number) => string,
): Sample[] => [
  { kind: "words", size: 0, wide: 0, high: 18, text: data.directionText },
  ...widths.steps.map(
    (step): Sample => ({
      kind: "arc",
      size: widths.of(step),
      wide: LONG,
      high: widths.of(step) + 8,
      text: print(step),
    }),
  ),
  { kind: "words", size: 0, wide: 0, high: 18, text: data.withinText },
  ...radius.steps.map(
    (step): Sample => ({
      kind: "circle",
      size: radius.of(step),
      wide: 2 * radius.of(step) + 2,
      high: 2 * radius.of(step) + 4,
      text: print(step),
    }),
  ),
];

/** The key of an arc map: the direction and the widths of arcs, then what a circle is. */
export function arcMapKey(
  data: ArcMapData,
  scales: { readonly widths: SizeScale; readonly radius: SizeScale },
  options: ChartOptions,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const all = samplesOf(data, scales.widths, scales.radius, options.formatCompact);
  const { samples, words, height } = mapKey(all, options, top);
  const of = (kind: Sample["kind"]) => samples.filter((sample) => sample.kind === kind);
  const ahead = options.direction === "rtl" ? -1 : 1;
  const half = (ahead * LONG) / 2;
  const arcs = of("arc").map(({ x, y, size }) => ({
    d: arcShape({ x: x - half, y: y + 2 }, { x: x + half, y: y + 2 }, size),
  }));
  return {
    height,
    marks: [
      paths(arcs, ARC),
      dots(
        of("circle").map(({ x, y, size }) => ({ x, y, r: size })),
        STAYED,
      ),
      texts(words, { size: SIZE.small }),
    ],
  };
}

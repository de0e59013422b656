import { type Key, type KeyItem, mapKey } from "./map-key.ts";
import { NOTHING_RADIUS, nothingSpots } from "./map-nothing.ts";
import type { SizeScale } from "./map-scale.ts";
import { dots, type Mark, texts } from "./marks.ts";
import { NOTHINGS, type Nothing } from "./nothing.ts";
import { type ChartOptions, SIZE } from "./options.ts";
import type { MapArea, SymbolMapData } from "./symbol-map-data.ts";

type Kind = "size" | "quiet" | "faded" | Nothing;

interface Sample extends KeyItem {
  readonly r: number;
  readonly kind: Kind;
}

type Look = Pick<MapArea, "faded" | "quiet">;

/** Paint of a circle: the accent, grey where it is quiet, pale where its denominator is small. */
export const circlePaint = {
  fill: ({ quiet }: Look): string => (quiet === true ? "var(--grey-series)" : "var(--accent)"),
  fillOpacity: ({ faded, quiet }: Look): number =>
    faded === true ? 0.3 : quiet === true ? 0.8 : 0.85,
};

const sample = (kind: Kind, r: number, text: string): Sample => ({
  kind,
  r,
  text,
  wide: 2 * r + 2,
  high: 2 * r + 4,
});

const samplesOf = (
  { keys = {} }: SymbolMapData,
  radius: SizeScale,
  print: (value: number) => string,
): Sample[] => {
  const of = (kind: Kind, text: string | undefined): Sample[] =>
    text === undefined ? [] : [sample(kind, NOTHING_RADIUS, text)];
  return [
    ...radius.steps.map((step) => sample("size", radius.of(step), print(step))),
    ...of("quiet", keys.quiet),
    ...of("faded", keys.faded),
    ...NOTHINGS.flatMap((kind) => of(kind, keys.nothing?.[kind])),
  ];
};

/** The key of a symbol map: round values, then what the other marks mean. */
export function symbolMapKey(
  data: SymbolMapData,
  radius: SizeScale,
  options: ChartOptions,
  top: number,
): { readonly marks: readonly Mark[]; readonly height: Key<Sample>["height"] } {
  const print = data.formatValue ?? options.formatCompact;
  const { samples, words, height } = mapKey(samplesOf(data, radius, print), options, top);
  const of = (kind: Kind) =>
    samples.filter((entry) => entry.kind === kind).map(({ x, y, r }) => ({ x, y, r }));
  const states = samples.flatMap(({ kind, x, y }) =>
    kind === "size" || kind === "quiet" || kind === "faded" ? [] : [{ state: kind, x, y }],
  );
  const looks = (look: Look) => ({
    fill: circlePaint.fill(look),
    fillOpacity: circlePaint.fillOpacity(look),
  });
  return {
    height,
    marks: [
      dots(of("size"), { stroke: "var(--ink-2)", strokeWidth: 1 }),
      dots(of("quiet"), looks({ quiet: true })),
      dots(of("faded"), looks({ faded: true })),
      ...nothingSpots(states),
      texts(words, { size: SIZE.small }),
    ],
  };
}

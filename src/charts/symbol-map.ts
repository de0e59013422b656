import type { Drawing } from "./drawing.ts";
import { landMark } from "./land.ts";
import { besideTexts } from "./map-beside.ts";
import { smallLines } from "./map-key.ts";
import { mapLabels } from "./map-labels.ts";
import { mapLayout, type Seat } from "./map-layout.ts";
import { NOTHING_RADIUS, nothingSpots } from "./map-nothing.ts";
import { areaScale, largestRadius } from "./map-scale.ts";
import { dots, texts } from "./marks.ts";
import { type ChartOptions, SIZE } from "./options.ts";
import type { MapArea, SymbolMapData } from "./symbol-map-data.ts";
import { circlePaint, symbolMapKey } from "./symbol-map-key.ts";

export type { MapArea, SymbolMapData } from "./symbol-map-data.ts";

type Spot = MapArea & Seat;

/** The map's top stands on a grid, in pixels: a key that grows a little does not move the land. */
const STEP = 24;

/** Radius of the largest circle in pixels, where the circles are few. */
const most = (width: number): number => Math.round(Math.min(42, Math.max(15, width * 0.045)));

/** How many areas are named on the map. */
const named = (width: number): number => (width < 460 ? 5 : width < 900 ? 9 : 14);

const isCircle = ({ state }: MapArea): boolean => state === "value";

const bySize = (spots: readonly Spot[]): Spot[] => spots.toSorted((a, b) => b.r - a.r);

/** Circles in the order in which they are named: the largest that are looked at, then the largest of the others. */
const wantedNames = (spots: readonly Spot[], count: number): Spot[] => {
  const circles = bySize(spots.filter((spot) => isCircle(spot) && spot.faded !== true));
  const loud = circles.filter((spot) => spot.quiet !== true);
  const first = Math.ceil((2 * count) / 3);
  const quiet = circles.filter((spot) => spot.quiet === true);
  return [...loud.slice(0, first), ...quiet, ...loud.slice(first)];
};

/** Circles, the largest first; marks of nothing between those that are larger and those that are smaller. */
function symbolMarks(spots: readonly Spot[]) {
  const circles = bySize(spots.filter(isCircle));
  const nothings = spots.flatMap(({ state, key, x, y, title }) =>
    state === "value" ? [] : [{ state, key, x, y, title }],
  );
  const look = {
    ...circlePaint,
    stroke: "var(--paper)",
    strokeWidth: 1,
    title: (spot: Spot) => spot.title,
  };
  return [
    dots(
      circles.filter(({ r }) => r > NOTHING_RADIUS),
      look,
    ),
    ...nothingSpots(nothings),
    dots(
      circles.filter(({ r }) => r <= NOTHING_RADIUS),
      look,
    ),
  ];
}

/**
 * Circles over land, their areas in proportion to values, the largest drawn first. Areas without a number keep their
 * place and say which kind of nothing they are. Areas outside of the frame stand under the map at the same scale.
 * Each symbol carries the code of its area as `data-key`, and a title.
 */
export function symbolMapDrawing(data: SymbolMapData, options: ChartOptions): Drawing {
  const { width } = options;
  const values = data.areas.filter(isCircle).map((area) => area.value ?? 0);
  const pad = largestRadius(values, width, most(width));
  const radius = areaScale(values, pad);
  const unit = smallLines([data.unit], options, 0);
  const key = symbolMapKey(data, radius, options, unit.height + 4);
  const { frame, beside, bottom, spots } = mapLayout(
    data.areas,
    {
      frame: data.frame,
      beside: data.beside,
      top: Math.ceil((unit.height + key.height + 12) / STEP) * STEP,
      pad,
      radiusOf: (area) => (isCircle(area) ? radius.of(area.value ?? 0) : NOTHING_RADIUS),
    },
    options,
  );
  const print = data.formatValue ?? options.formatCompact;
  const notes = smallLines(
    [
      ...(radius.lifted === undefined ? [] : [data.smallest(print(radius.lifted))]),
      ...(data.notes ?? []),
      data.disclaimer,
    ],
    options,
    bottom + 6,
  );
  const onMap = spots.filter((spot) => !spot.beside);
  const wanted = wantedNames(onMap, named(width));
  const marks = [
    texts(unit.rows, { size: SIZE.small, fill: "var(--ink-2)" }),
    ...key.marks,
    landMark(data.land, frame.projection),
    ...symbolMarks(spots),
    ...mapLabels(
      wanted.map((spot) => ({ ...spot, words: [spot.label, print(spot.value ?? 0)] })),
      onMap,
      { x1: 0, x2: width, y1: frame.top, y2: frame.bottom },
      named(width),
      options,
    ),
    ...besideTexts(beside),
    texts(notes.rows, { size: SIZE.small, fill: "var(--ink-2)" }),
  ];
  return { height: Math.ceil(bottom + 12 + notes.height), marks };
}

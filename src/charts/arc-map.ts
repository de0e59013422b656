import { sum } from "d3";
import type { Arc, ArcMapData, ArcPlace } from "./arc-map-data.ts";
import { ARC, arcMapKey, STAYED } from "./arc-map-key.ts";
import { arcShape } from "./arc-shape.ts";
import type { Drawing } from "./drawing.ts";
import { landMark } from "./land.ts";
import { besideTexts } from "./map-beside.ts";
import { smallLines } from "./map-key.ts";
import { mapLabels } from "./map-labels.ts";
import { mapLayout, type Seat } from "./map-layout.ts";
import { areaScale, widthScale } from "./map-scale.ts";
import { dots, paths, texts } from "./marks.ts";
import { type ChartOptions, SIZE } from "./options.ts";

export type { ArcMapData } from "./arc-map-data.ts";

/** Radius of a place where nothing stayed, in pixels: the end of an arc. */
const POINT = 1.5;

/** How many routes a picture of this width holds, how wide its widest is, and how many places it names. */
const budget = (width: number) =>
  width < 460
    ? { routes: 25, wide: 10, radius: 11, names: 4 }
    : width < 900
      ? { routes: 50, wide: 16, radius: 20, names: 8 }
      : { routes: 80, wide: 22, radius: 28, names: 12 };

const largestOf = (routes: readonly Arc[], most: number): Arc[] =>
  routes.toSorted((a, b) => b.value - a.value).slice(0, most);

/** Places in the order in which the largest routes name them. */
const byRoutes = <T extends ArcPlace>(spots: ReadonlyMap<string, T>, routes: readonly Arc[]): T[] =>
  [...new Set(routes.flatMap(({ origin, recovery }) => [origin, recovery]))].flatMap(
    (code) => spots.get(code) ?? [],
  );

/**
 * Routes as arcs over land, wide where they start and pointed where they end, the width in proportion to the value;
 * circles for what stayed in its place. Only the largest are drawn, and how many that is stands in words. Each arc
 * carries the codes of its origin and recovery as `data-key`, divided by a space; each circle its code.
 */
export function arcMapDrawing(data: ArcMapData, options: ChartOptions): Drawing {
  const { width } = options;
  const most = budget(width);
  const codes = new Set(data.places.map(({ code }) => code));
  const known = data.routes.filter((d) => codes.has(d.origin) && codes.has(d.recovery));
  const routes = largestOf(known, most.routes);
  const widths = widthScale(
    routes.map(({ value }) => value),
    most.wide,
  );
  const radius = areaScale(
    data.places.map(({ within }) => within ?? 0),
    most.radius,
    POINT,
  );
  const unit = smallLines([data.unit], options, 0);
  const key = arcMapKey(data, { widths, radius }, options, unit.height + 4);
  const { frame, beside, bottom, spots } = mapLayout(
    data.places,
    {
      frame: data.frame,
      beside: data.beside,
      top: unit.height + key.height + 12,
      pad: most.radius + 8,
      radiusOf: ({ within }) => Math.max(POINT, radius.of(within ?? 0)),
    },
    options,
  );
  const byCode = new Map<string, ArcPlace & Seat>(spots.map((spot) => [spot.code, spot]));
  const arcs = routes.flatMap(({ origin, recovery, value, title }) => {
    const from = byCode.get(origin);
    const to = byCode.get(recovery);
    if (from === undefined || to === undefined) return [];
    return [{ key: `${origin} ${recovery}`, d: arcShape(from, to, widths.of(value)), title }];
  });
  const shown = sum(routes, ({ value }) => value) / sum(data.routes, ({ value }) => value);
  const cut = routes.length < data.routes.length;
  const notes = smallLines(
    [
      ...(widths.lifted === undefined ? [] : [data.smallest(options.formatCompact(widths.lifted))]),
      ...(cut ? [data.cutText(routes.length, data.routes.length, shown)] : []),
      ...(data.notes ?? []),
      data.disclaimer,
    ],
    options,
    bottom + 6,
  );
  const onMap = spots.filter((spot) => !spot.beside);
  const marks = [
    texts(unit.rows, { size: SIZE.small, fill: "var(--ink-2)" }),
    ...key.marks,
    landMark(data.land, frame.projection),
    dots(
      spots.toSorted((a, b) => b.r - a.r),
      { ...STAYED, title: (spot) => spot.title },
    ),
    paths(arcs, { ...ARC, title: (arc) => arc.title }),
    ...mapLabels(
      byRoutes(byCode, routes).flatMap((spot) =>
        spot.beside ? [] : [{ ...spot, words: [spot.label] }],
      ),
      onMap.map((spot) => ({ ...spot, r: Math.min(spot.r, 8) })),
      { x1: 0, x2: width, y1: frame.top, y2: frame.bottom },
      most.names,
      options,
    ),
    ...besideTexts(beside),
    texts(notes.rows, { size: SIZE.small, fill: "var(--ink-2)" }),
  ];
  return { height: Math.ceil(bottom + 12 + notes.height), marks };
}

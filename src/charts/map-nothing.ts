import { type Mark, paths } from "./marks.ts";
import { type Nothing, patternFill } from "./nothing.ts";
import type { ChartOptions } from "./options.ts";

/** A place without a number, or with a zero, and which of them it is. */
export interface NothingSpot {
  readonly key?: string;
  readonly x: number;
  readonly y: number;
  readonly state: Nothing;
  readonly title?: string;
}

/** Radius of the marks of nothing on a map, the same for all, in pixels. */
export const NOTHING_RADIUS = 5;

const R = NOTHING_RADIUS;

const circle = ({ x, y }: NothingSpot): string =>
  `M${x - R},${y}a${R},${R} 0 1,0 ${2 * R},0a${R},${R} 0 1,0 ${-2 * R},0Z`;
const square = ({ x, y }: NothingSpot): string => `M${x - 4},${y - 4}h8v8h-8Z`;
const tick = ({ x, y }: NothingSpot): string => `M${x},${y - R}V${y + R}`;
const dash = ({ x, y }: NothingSpot): string => `M${x - R},${y}H${x + R}`;

/**
 * The site's marks of nothing at places: a tick for a zero, a hatched circle for "not reported", a dotted one for "not
 * collected", both hatch and tick for a doubtful zero. Add `patternDefs` to the same drawing.
 */
export function nothingSpots(
  where: Pick<ChartOptions, "id">,
  spots: readonly NothingSpot[],
): Mark[] {
  const of = (...states: readonly Nothing[]) => spots.filter((spot) => states.includes(spot.state));
  const drawn = (rows: readonly NothingSpot[], d: (spot: NothingSpot) => string) =>
    rows.map(({ key, title, ...spot }) => ({
      d: d(spot),
      title: title ?? "",
      ...(key === undefined ? {} : { key }),
    }));
  const title = (row: { readonly title: string }) => row.title;
  const bare = of("doubtful-zero").map(({ key: _key, ...spot }) => spot);
  const rim = { stroke: "var(--paper)", strokeLinecap: "round" } as const;
  const patterned = of("not-reported", "not-collected", "doubtful-zero");
  return [
    paths(
      patterned.map((spot) => ({ d: circle(spot) })),
      { fill: "var(--paper)", stroke: "var(--paper)", strokeWidth: 3 },
    ),
    paths(drawn(of("not-reported", "doubtful-zero"), circle), {
      fill: patternFill(where, "hatch"),
      stroke: "var(--hatch)",
      title,
    }),
    paths(drawn(of("not-collected"), circle), { fill: patternFill(where, "dots"), title }),
    paths(drawn(of("suppressed"), square), { fill: "var(--ink-2)", ...rim, title }),
    paths(
      of("zero").map((spot) => ({ d: tick(spot) })),
      { ...rim, strokeWidth: 6 },
    ),
    paths([...drawn(of("zero"), tick), ...drawn(bare, tick)], {
      stroke: "var(--ink)",
      strokeWidth: 3,
      title,
    }),
    paths(drawn(of("cannot-exist"), dash), { stroke: "var(--ink-2)", strokeWidth: 2, title }),
  ];
}

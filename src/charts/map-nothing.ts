import { type Mark, paths } from "./marks.ts";
import type { Nothing } from "./nothing.ts";

/** A place without a number, or with a zero, and which of them it is. */
export interface NothingSpot {
  readonly key?: string;
  readonly x: number;
  readonly y: number;
  readonly state: Nothing;
  readonly title?: string;
}

/** Radius of the marks of nothing on a map, the same for all, in pixels. */
export const NOTHING_RADIUS = 5.5;

const R = NOTHING_RADIUS;
/** Distance between the lines of the hatch, and half the length of those beside the middle one. */
const STEP = 3.2;
const HALF = Math.sqrt(R * R - STEP * STEP);

const disc = (x: number, y: number, r: number): string =>
  `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
const circle = ({ x, y }: NothingSpot): string => disc(x, y, R);
const square = ({ x, y }: NothingSpot): string => `M${x - 4},${y - 4}h8v8h-8Z`;
const tick = ({ x, y }: NothingSpot): string => `M${x},${y - R}V${y + R}`;
const dash = ({ x, y }: NothingSpot): string => `M${x - R},${y}H${x + R}`;

/** Slanted lines across the circle, drawn and not a pattern, so that each circle shows the same three. */
const hatch = ({ x, y }: NothingSpot): string =>
  [-STEP, 0, STEP]
    .map((away) => {
      const half = (away === 0 ? R : HALF) * Math.SQRT1_2;
      const [cx, cy] = [x + away * Math.SQRT1_2, y + away * Math.SQRT1_2];
      return `M${cx - half},${cy + half}L${cx + half},${cy - half}`;
    })
    .join("");

/** Dots in a circle without a rim. */
const dotted = ({ x, y }: NothingSpot): string =>
  [
    [0, 0],
    [-3, -3],
    [3, -3],
    [-3, 3],
    [3, 3],
  ]
    .map(([dx = 0, dy = 0]) => disc(x + dx, y + dy, 1.2))
    .join("");

/**
 * The site's marks of nothing at places: a tick for a zero, a hatched circle for "not reported", dots for "not
 * collected", both hatch and tick for a doubtful zero, a square for "suppressed".
 */
export function nothingSpots(spots: readonly NothingSpot[]): Mark[] {
  const of = (...states: readonly Nothing[]) => spots.filter((spot) => states.includes(spot.state));
  const plain = (rows: readonly NothingSpot[], d: (spot: NothingSpot) => string) =>
    rows.map((spot) => ({ d: d(spot) }));
  const named = (rows: readonly NothingSpot[], d: (spot: NothingSpot) => string) =>
    rows.map((spot) => ({
      d: d(spot),
      title: spot.title ?? "",
      ...(spot.key === undefined ? {} : { key: spot.key }),
    }));
  const title = (row: { readonly title: string }) => row.title;
  const round = { strokeLinecap: "round" } as const;
  const hatched = of("not-reported", "doubtful-zero");
  return [
    paths(named([...hatched, ...of("not-collected")], circle), {
      fill: "var(--paper)",
      stroke: "var(--paper)",
      strokeWidth: 3,
      title,
    }),
    paths(
      plain(hatched, (spot) => circle(spot) + hatch(spot)),
      {
        stroke: "var(--hatch)",
        strokeWidth: 1.4,
      },
    ),
    paths(plain(of("not-collected"), dotted), { fill: "var(--hatch)" }),
    paths(plain(of("zero"), tick), { ...round, stroke: "var(--paper)", strokeWidth: 7 }),
    paths(named(of("zero"), tick), { stroke: "var(--ink)", strokeWidth: 3, title }),
    paths(plain(of("doubtful-zero"), tick), { stroke: "var(--ink)", strokeWidth: 3 }),
    paths(named(of("suppressed"), square), {
      fill: "var(--ink-2)",
      stroke: "var(--paper)",
      title,
    }),
    paths(named(of("cannot-exist"), dash), { stroke: "var(--ink-2)", strokeWidth: 2, title }),
  ];
}

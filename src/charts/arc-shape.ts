interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far an arc bends aside, as a part of its length. */
const BEND = 0.18;

/** Width of an arc where it ends, in pixels. */
const POINTED = 0.7;

/**
 * A route as an outline: `wide` pixels across where it starts and all but pointed where it ends. It bends to its own
 * left, so that the way back is another arc.
 */
export function arcShape(from: Point, to: Point, wide: number): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const long = Math.hypot(dx, dy);
  if (long === 0) return "";
  const via = { x: from.x + dx / 2 + BEND * dy, y: from.y + dy / 2 - BEND * dx };
  /** A point beside the line from a to b, at `away` pixels from `point`. */
  const beside = (point: Point, a: Point, b: Point, away: number): string => {
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const x = point.x - ((b.y - a.y) / length) * away;
    const y = point.y + ((b.x - a.x) / length) * away;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  const half = wide / 2;
  const end = Math.min(wide, POINTED) / 2;
  const middle = (half + end) / 2;
  const edge = (side: 1 | -1) => [
    beside(from, from, via, side * half),
    beside(via, from, to, side * middle),
    beside(to, via, to, side * end),
  ];
  const [a, b, c] = edge(1);
  const [f, e, d] = edge(-1);
  return `M${a}Q${b} ${c}L${d}Q${e} ${f}Z`;
}

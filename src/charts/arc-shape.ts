interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far an arc bends aside, as a part of its length. */
const BEND = 0.18;

/**
 * A route as an outline: `wide` pixels across where it starts and pointed where it ends. It bends to its own left, so
 * that the way back is another arc.
 */
export function arcShape(from: Point, to: Point, wide: number): string {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const long = Math.hypot(dx, dy);
  if (long === 0) return "";
  const via = { x: from.x + dx / 2 + BEND * dy, y: from.y + dy / 2 - BEND * dx };
  const first = Math.hypot(via.x - from.x, via.y - from.y);
  const start = { x: -(via.y - from.y) / first, y: (via.x - from.x) / first };
  const side = { x: -dy / long, y: dx / long };
  const edge = (point: Point, normal: Point, by: number): string =>
    `${(point.x + normal.x * by).toFixed(1)},${(point.y + normal.y * by).toFixed(1)}`;
  const end = edge(to, side, 0);
  const half = wide / 2;
  return `M${edge(from, start, half)}Q${edge(via, side, half / 2)} ${end}Q${edge(via, side, -half / 2)} ${edge(from, start, -half)}Z`;
}

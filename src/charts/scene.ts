import { symbol, symbolDiamond2 } from "d3";
import { round, tenth, written } from "./finish.ts";
import type { DotMark, Dressed, LineMark, Mark, Paint, TextMark, Whole } from "./marks.ts";
import { itself, memoized } from "./memoized.ts";

/** An attribute's value; undefined: the element does not have it. */
export type Value = string | number | undefined;

/** An element of a drawn mark: its place in the finished SVG, besides what its row says. */
export interface Shape extends Dressed {
  /** Contents of a `<text>`. */
  readonly text?: string;
}

/** A drawn mark: a `<g>` with its elements. A mark without rows is not drawn. */
export interface Group {
  readonly kind: Mark["kind"];
  readonly tag: "text" | "rect" | "path" | "circle";
  readonly attributes: Readonly<Record<string, Value>>;
  readonly shapes: readonly Shape[];
  /** Attributes of the place. `places` has their values, those of a shape side by side: a drag makes many. */
  readonly names: readonly string[];
  readonly places: readonly Value[];
  /** Paint that the shapes have for themselves. */
  readonly own: readonly (keyof Paint)[];
}

/** The attribute of each kind of paint. */
export const SVG_NAMES = {
  fill: "fill",
  fillOpacity: "fill-opacity",
  stroke: "stroke",
  strokeOpacity: "stroke-opacity",
  strokeWidth: "stroke-width",
  strokeLinejoin: "stroke-linejoin",
  strokeLinecap: "stroke-linecap",
  strokeDasharray: "stroke-dasharray",
} as const;

/** What an element has without saying so. */
const IMPLIED: Readonly<Record<string, Value>> = {
  fill: "currentColor",
  fillOpacity: 1,
  stroke: "none",
  strokeOpacity: 1,
  strokeWidth: 1,
  strokeLinejoin: "miter",
  strokeLinecap: "butt",
  strokeDasharray: "none",
};

const WHOLE = Object.keys(SVG_NAMES) as (keyof typeof SVG_NAMES)[];

function attributesOf(whole: Whole): Record<string, Value> {
  const attributes: Record<string, Value> = {};
  for (const name of WHOLE) {
    const value = whole[name];
    if (value !== undefined && value !== IMPLIED[name]) attributes[SVG_NAMES[name]] = value;
  }
  return attributes;
}

const SHIFT = { top: "0.7em", middle: "0.3em", bottom: undefined } as const;

const TURNED = ["transform", "y"] as const;
const UPRIGHT = ["x", "y", "dy"] as const;

function textGroup({ face, whole, rows }: TextMark) {
  const attributes = attributesOf(whole);
  if (whole.stroke !== undefined) attributes["paint-order"] = "stroke";
  if (face.anchor !== "middle") attributes["text-anchor"] = face.anchor;
  attributes["font-size"] = face.size;
  attributes["font-weight"] = face.weight;
  if (face.figures) attributes["font-variant"] = "tabular-nums";
  const shift = SHIFT[face.line];
  const turned = face.rotate !== 0;
  const names = turned ? TURNED : UPRIGHT;
  const places = new Array<Value>(rows.length * names.length);
  let next = 0;
  for (const { x, y } of rows) {
    if (turned)
      places[next++] = `translate(${written(x)},${written(y)}) rotate(${tenth(face.rotate)})`;
    else {
      places[next++] = written(x);
      places[next++] = written(y);
    }
    places[next++] = shift;
  }
  return { attributes, names, places };
}

/** A coordinate inside a path: three decimals as D3 writes them, then one. */
const inPath = (n: number): string => written(Math.round(n * 1000) / 1000);

/** As D3 writes lines: a point by itself is closed, so that round ends make a disc of it. */
function lineOf(points: LineMark["rows"][number]["points"], apart: boolean): string {
  let d = "";
  let run = 0;
  for (const point of points) {
    if (point === null) {
      if (run === 1) d += "Z";
      run = 0;
    } else if (apart) d += `M${inPath(point.x)},${inPath(point.y)}Z`;
    else {
      d += `${run === 0 ? "M" : "L"}${inPath(point.x)},${inPath(point.y)}`;
      run += 1;
    }
  }
  return run === 1 ? `${d}Z` : d;
}

const diamond = (r: number): string => round(symbol(symbolDiamond2, r * r * Math.PI)() ?? "");

const dotGroup = ({ diamond: isDiamond, rows }: DotMark) =>
  isDiamond
    ? {
        tag: "path" as const,
        names: ["transform", "d"],
        places: rows.flatMap((d): Value[] => [
          `translate(${written(d.x)},${written(d.y)})`,
          diamond(d.r),
        ]),
      }
    : {
        tag: "circle" as const,
        names: ["cx", "cy", "r"],
        places: rows.flatMap((d): Value[] => [written(d.x), written(d.y), written(d.r)]),
      };

const OUTLINES = 100;

/** An outline with short numbers. Remembered: land has some ten thousand of them and stays the same. */
const outline = memoized(OUTLINES, itself<string>, round);

interface Placed {
  readonly tag: Group["tag"];
  readonly names: readonly string[];
  readonly places: readonly Value[];
  readonly attributes?: Record<string, Value>;
}

const RECT = ["x", "y", "width", "height"] as const;
const OUTLINE = ["d"] as const;

function placed(mark: Mark): Placed {
  switch (mark.kind) {
    case "text":
      return { tag: "text", ...textGroup(mark) };
    case "box": {
      const { inset } = mark;
      const places: Value[] = [];
      const long = (from: number, to: number) => written(Math.max(0, to - from - inset - inset));
      for (const { x1, x2, y1, y2 } of mark.rows)
        places.push(written(x1 + inset), written(y1 + inset), long(x1, x2), long(y1, y2));
      return { tag: "rect", names: RECT, places };
    }
    case "rule":
      return {
        tag: "path",
        names: OUTLINE,
        places: mark.rows.map(
          ({ x1, x2, y1, y2 }) => `M${inPath(x1)},${inPath(y1)}L${inPath(x2)},${inPath(y2)}`,
        ),
      };
    case "line":
      return {
        tag: "path",
        names: OUTLINE,
        places: mark.rows.map((d) => lineOf(d.points, mark.apart)),
      };
    case "dot":
      return dotGroup(mark);
    case "path":
      return {
        tag: "path",
        names: OUTLINE,
        places: mark.rows.map(({ d }) => (mark.isShort ? d : outline(d))),
      };
  }
}

const empty = (kind: Mark["kind"]): Group => ({
  kind,
  tag: "path",
  attributes: {},
  shapes: [],
  names: [],
  places: [],
  own: [],
});

/** The groups of marks without rows: a chart that moves has dozens of them a step. */
const EMPTY: Readonly<Record<Mark["kind"], Group>> = {
  text: empty("text"),
  box: empty("box"),
  rule: empty("rule"),
  line: empty("line"),
  dot: empty("dot"),
  path: empty("path"),
};

/** What a mark becomes in the finished SVG; `paint` and `repaint` agree through it. */
export function groupOf(mark: Mark): Group {
  if (mark.rows.length === 0) return EMPTY[mark.kind];
  const { tag, names, places, attributes = attributesOf(mark.whole) } = placed(mark);
  const own = Object.keys(mark.rows[0]?.own ?? {}) as (keyof Paint)[];
  return { kind: mark.kind, tag, attributes, shapes: mark.rows, names, places, own };
}

import * as Plot from "@observablehq/plot";
import { groupElement } from "./elements.ts";
import type { DotMark, Dressed, LineMark, Mark, Paint, PathMark, TextMark } from "./marks.ts";
import type { ChartOptions } from "./options.ts";
import { groupOf } from "./scene.ts";

/** A channel that is in its final form and must pass by Plot's scales. */
const as = <T>(value: (row: T) => string | number | undefined) => ({ value, scale: null }) as const;

const OWN = ["fill", "fillOpacity", "stroke", "strokeOpacity", "strokeWidth"] as const;

/** The paint and the titles of a mark, as Plot takes them. `of` finds the row of a datum. */
function dressed<T>({ rows, whole }: Mark, of: (datum: T) => Dressed) {
  const first: Paint = rows[0]?.own ?? {};
  const own = OWN.filter((name) => name in first).map((name) => [
    name,
    as<T>((datum) => of(datum).own[name]),
  ]);
  const titled = rows.some((row) => row.title !== undefined);
  return {
    ...whole,
    ...Object.fromEntries(own),
    ...(titled ? { title: (datum: T) => of(datum).title ?? "" } : {}),
  };
}

const itself = (row: Dressed): Dressed => row;
const AT = { x: as((d: { x: number }) => d.x), y: as((d: { y: number }) => d.y) };
const BETWEEN = {
  x1: as((d: { x1: number }) => d.x1),
  x2: as((d: { x2: number }) => d.x2),
  y1: as((d: { y1: number }) => d.y1),
  y2: as((d: { y2: number }) => d.y2),
};

const text = (mark: TextMark): Plot.Markish =>
  Plot.text(mark.rows, {
    ...AT,
    text: (d: { text: string }) => d.text,
    textAnchor: mark.face.anchor,
    lineAnchor: mark.face.line,
    fontSize: mark.face.size,
    rotate: mark.face.rotate,
    ...(mark.face.weight === undefined ? {} : { fontWeight: mark.face.weight }),
    ...(mark.face.figures ? { fontVariant: "tabular-nums" } : {}),
    ...dressed(mark, itself),
  });

const line = (mark: LineMark): Plot.Markish =>
  Plot.line(
    mark.rows.flatMap((run, z) =>
      run.points
        .flatMap((point) => (mark.apart ? [point, null] : point))
        .map((point) => ({ x: point?.x ?? NaN, y: point?.y ?? NaN, run, z })),
    ),
    { ...AT, z: "z", ...dressed(mark, (d: { run: Dressed }) => d.run) },
  );

const dot = (mark: DotMark): Plot.Markish =>
  Plot.dot(mark.rows, {
    ...AT,
    r: as((d: { r: number }) => d.r),
    symbol: mark.diamond ? "diamond2" : "circle",
    // Plot would draw large dots first, and the rows would lose their elements.
    sort: null,
    ...dressed(mark, itself),
  });

/** Plot has no mark for outlines in pixels: it hands over its document and takes the element. */
const path =
  (mark: PathMark): Plot.RenderFunction =>
  (_index, _scales, _values, _dimensions, { document }) =>
    groupElement(document, groupOf(mark));

function plotted(mark: Mark): Plot.Markish {
  switch (mark.kind) {
    case "text":
      return text(mark);
    case "box":
      return Plot.rect(mark.rows, { ...BETWEEN, inset: mark.inset, ...dressed(mark, itself) });
    case "rule":
      return Plot.link(mark.rows, { ...BETWEEN, ...dressed(mark, itself) });
    case "line":
      return line(mark);
    case "dot":
      return dot(mark);
    case "path":
      return path(mark);
  }
}

/** Plots marks without Plot's own axes, margins and random class name. */
export function draw(options: ChartOptions, height: number, marks: readonly Mark[]): SVGSVGElement {
  const plot = Plot.plot({
    document: options.document,
    className: options.id,
    width: options.width,
    height,
    margin: 0,
    // Plot stretches a box over the whole frame where an axis has no scale.
    x: { axis: null, type: "linear", domain: [0, options.width], range: [0, options.width] },
    y: { axis: null, type: "linear", domain: [0, height], range: [0, height] },
    marks: marks.map(plotted),
  });
  return plot as SVGSVGElement;
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageHistogramDrawing } from "../../src/charts/age-histogram.ts";
import { assemble } from "../../src/charts/assemble.ts";
import { barsDrawing } from "../../src/charts/bars.ts";
import type { Drawing } from "../../src/charts/drawing.ts";
import { heatMapDrawing } from "../../src/charts/heat-map.ts";
import { boxes, dots, lines, type Mark, paths, rules, texts } from "../../src/charts/marks.ts";
import { matrixDrawing } from "../../src/charts/matrix.ts";
import { patternDefs } from "../../src/charts/nothing.ts";
import type { ChartOptions } from "../../src/charts/options.ts";
import { paint } from "../../src/charts/paint.ts";
import { pyramidDrawing } from "../../src/charts/pyramid.ts";
import { repaint } from "../../src/charts/repaint.ts";
import { sankeyDrawing } from "../../src/charts/sankey.ts";
import { sexShareDrawing } from "../../src/charts/sex-share.ts";
import { smallMultiplesDrawing } from "../../src/charts/small-multiples.ts";
import { stackedBarsDrawing } from "../../src/charts/stacked-bars.ts";
import { trendDrawing } from "../../src/charts/trend.ts";
import {
  ageHistogram,
  bars,
  direction,
  matrix,
  pyramid,
  sexShare,
  trend,
  width,
} from "./any-data.ts";
import { heat, multiples, sankey, stacked } from "./any-views.ts";
import { optionsFor } from "./charts.ts";

/** What an element holds, whatever the order of its attributes. */
function contents(node: Node): unknown {
  if (node.nodeType !== 1) return node.nodeValue;
  const element = node as Element;
  const attributes = Array.from(element.attributes, ({ name, value }) => `${name}="${value}"`);
  return [element.localName, attributes.sort(), Array.from(element.childNodes, contents)];
}

const { document } = optionsFor(720);

interface State {
  readonly drawing: Drawing;
  readonly options: ChartOptions;
}

/** Paints the first state and moves it through the others. */
const expectSame = ([first, ...rest]: readonly State[]): void => {
  if (first === undefined) throw new Error("A walk needs a first state.");
  const svg = paint(first.drawing, first.options);
  for (const { drawing, options } of rest) {
    expect(repaint(svg, drawing, options)).toBe(true);
    const painted = contents(paint(drawing, options));
    expect(contents(svg)).toEqual(painted);
    expect(contents(assemble(drawing, options))).toEqual(painted);
  }
};

/** Three states of one chart, in their own widths and directions. */
const check = <T>(data: fc.Arbitrary<T>, drawing: (data: T, o: ChartOptions) => Drawing) => {
  const state = fc
    .tuple(data, width, direction, fc.constantFrom("A chart", "Another"))
    .map(([d, wide, side, ariaLabel]): State => {
      const options = { ...optionsFor(wide, side), ariaLabel, document };
      return { drawing: drawing(d, options), options };
    });
  fc.assert(fc.property(fc.array(state, { minLength: 3, maxLength: 3 }), expectSame), {
    numRuns: 60,
  });
};

describe("a chart that was moved, or put together, is the chart that would be drawn", () => {
  test("trend", () => check(trend, trendDrawing));
  test("bars", () => check(bars, barsDrawing));
  test("share of the sexes", () => check(sexShare, sexShareDrawing));
  test("pyramid", () => check(pyramid, pyramidDrawing));
  test("age histogram", () => check(ageHistogram, ageHistogramDrawing));
  test("matrix", () => check(matrix, matrixDrawing));
  test("sankey", () => check(sankey, sankeyDrawing));
  test("stacked bars", () => check(stacked, stackedBarsDrawing));
  test("small multiples", () => check(multiples, smallMultiplesDrawing));
  test("heat map", () => check(heat, heatMapDrawing));
});

const colour = fc.constantFrom("var(--ink)", "none", "currentColor", "var(--cat-1)");
const share = fc.constantFrom(0, 0.25, 1);
const place = fc.oneof(
  fc.integer({ min: -10, max: 1000 }),
  fc.double({ min: -10, max: 1000, noNaN: true }),
  fc.integer({ min: 0, max: 4000 }).map((n) => n / 4),
);
const row = fc.record({
  x: place,
  y: place,
  x1: place,
  x2: place,
  y1: place,
  y2: place,
  r: fc.double({ min: 0, max: 40, noNaN: true }),
  text: fc.constantFrom("", "a", "b <&> c", "two\nlines"),
  d: fc.constantFrom("", "M0,0L10.55,1e-7Z", "M1.25 2a5 5 0 011 1"),
  points: fc.array(fc.record({ x: place, y: place }), { maxLength: 4 }),
  title: fc.constantFrom("", "said", "said otherwise"),
  colour,
  share,
});
type Row = Parameters<Parameters<typeof row.map>[0]>[0];

const style = fc.record(
  {
    fill: fc.oneof(
      colour,
      fc.constant((d: Row) => d.colour),
    ),
    fillOpacity: fc.oneof(
      share,
      fc.constant((d: Row) => d.share),
    ),
    stroke: fc.oneof(
      colour,
      fc.constant((d: Row) => d.colour),
    ),
    strokeOpacity: fc.oneof(
      share,
      fc.constant((d: Row) => d.share),
    ),
    strokeWidth: fc.oneof(
      fc.constantFrom(1, 1.5, 2),
      fc.constant((d: Row) => d.share + 1),
    ),
    strokeDasharray: fc.constantFrom("none", "2,3"),
    title: fc.constant((d: Row) => d.title),
  },
  { requiredKeys: [] },
);
const textStyle = fc.record(
  {
    anchor: fc.constantFrom("start" as const, "middle" as const, "end" as const),
    line: fc.constantFrom("top" as const, "middle" as const, "bottom" as const),
    size: fc.constantFrom(12, 13),
    fill: fc.oneof(
      fc.constant("var(--ink-2)"),
      fc.constant((d: Row) => d.colour),
    ),
    weight: fc.constant(600),
    halo: fc.boolean(),
    rotate: fc.constantFrom(0, -45, 90),
    figures: fc.boolean(),
    title: fc.constant((d: Row) => d.title),
  },
  { requiredKeys: [] },
);

/** Rows without keys, or with keys of which none occurs twice. */
const rows = fc.oneof(
  fc.array(row, { maxLength: 5 }),
  fc
    .tuple(fc.shuffledSubarray([..."abcdefg"]), fc.array(row, { minLength: 7, maxLength: 7 }))
    .map(([keys, all]) => keys.map((key, i) => ({ key, ...(all[i] as Row) }))),
);
const mark: fc.Arbitrary<Mark> = fc
  .tuple(fc.constantFrom("text", "box", "rule", "line", "dot", "path"), rows, style, textStyle)
  .chain(([kind, data, paintOf, face]) =>
    fc.boolean().map((flag): Mark => {
      if (kind === "text") return texts(data, face);
      if (kind === "box") return boxes(data, { ...paintOf, ...(flag ? { inset: 1.5 } : {}) });
      if (kind === "rule") return rules(data, paintOf);
      if (kind === "line") return lines(data, paintOf);
      if (kind === "dot") return dots(data, { ...paintOf, diamond: flag });
      return paths(data, paintOf);
    }),
  );
const drawing: fc.Arbitrary<Drawing> = fc
  .tuple(fc.integer({ min: 10, max: 400 }), fc.array(mark, { maxLength: 5 }), fc.boolean())
  .map(([height, marks, hatched]) => ({
    height,
    marks,
    ...(hatched ? { defs: patternDefs } : {}),
  }));

test("any marks in any style are moved as they would be drawn", () => {
  const three = fc.array(drawing, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(three, (drawings) =>
      expectSame(drawings.map((d) => ({ drawing: d, options: { ...optionsFor(720), document } }))),
    ),
    { numRuns: 400 },
  );
});

const keyed = (keys: readonly string[]): Drawing => ({
  height: 40,
  marks: [dots(keys.map((key, i) => ({ key, x: 10 * i, y: 20, r: 4 })))],
});

test("an element stays with its key when rows come, go and change places", () => {
  const options = optionsFor(344);
  const svg = paint(keyed(["a", "b", "c"]), options);
  const of = (key: string) => svg.querySelector(`[data-key="${key}"]`);
  const [a, c] = [of("a"), of("c")];
  expect(a).not.toBeNull();
  expect(repaint(svg, keyed(["c", "d", "a"]), options)).toBe(true);
  expect(of("a")).toBe(a);
  expect(of("c")).toBe(c);
  expect(of("b")).toBeNull();
  expect(Array.from(svg.querySelectorAll("circle"), (d) => d.getAttribute("data-key"))).toEqual([
    "c",
    "d",
    "a",
  ]);
});

test("an SVG of another origin, id or document is refused and left alone", () => {
  const options = optionsFor(344);
  const svg = paint(keyed(["a"]), options);
  const before = svg.outerHTML;
  expect(repaint(svg, keyed(["b"]), { ...options, id: "other" })).toBe(false);
  expect(repaint(svg, keyed(["b"]), optionsFor(344))).toBe(false);
  expect(repaint(svg.cloneNode(true) as Element, keyed(["b"]), options)).toBe(false);
  expect(svg.outerHTML).toBe(before);
});

test("a coordinate that is no number is an error that names the mark", () => {
  const bad: Drawing = { height: 40, marks: [dots([{ x: Number.NaN, y: 1, r: 4 }])] };
  expect(() => paint(bad, optionsFor(344))).toThrow(/dot mark has 1 rows and 0 elements/);
  expect(() => assemble(bad, optionsFor(344))).toThrow(/coordinate of a mark is NaN/);
});

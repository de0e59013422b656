import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ageHistogramChart,
  barsChart,
  heatMapChart,
  matrixChart,
  pyramidChart,
  sankeyChart,
  sexShareChart,
  smallMultiplesChart,
  stackedBarsChart,
  trendChart,
} from "../../src/charts/painted.ts";
import { sequentialSteps, stepOf } from "../../src/charts/sequential.ts";
import { textWidth, wrap } from "../../src/charts/text.ts";
import {
  ageHistogram,
  bars,
  direction,
  matrix,
  pyramid,
  sexShare,
  trend,
  width,
  words,
} from "./any-data.ts";
import { heat, multiples, sankey, stacked } from "./any-views.ts";
import { optionsFor } from "./charts.ts";
import { textBoxes } from "./geometry.ts";

const sound = (svg: SVGSVGElement): void => {
  expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity|null[^a]/);
  const [, , wide = 0, high = 0] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  for (const box of textBoxes(svg, 0.55)) {
    expect(box.x1, box.text).toBeGreaterThanOrEqual(-2);
    expect(box.x2, box.text).toBeLessThanOrEqual(wide + 2);
    expect(box.y2, box.text).toBeLessThanOrEqual(high + 2);
  }
};

const check = <T>(
  data: fc.Arbitrary<T>,
  draw: (data: T, o: ReturnType<typeof optionsFor>) => SVGSVGElement,
) =>
  fc.assert(
    fc.property(data, width, direction, (d, w, side) => sound(draw(d, optionsFor(w, side)))),
    { numRuns: 60 },
  );

describe("any finite data gives a sound picture", () => {
  test("trend", () => check(trend, trendChart));
  test("bars", () => check(bars, barsChart));
  test("share of the sexes", () => check(sexShare, sexShareChart));
  test("pyramid", () => check(pyramid, pyramidChart));
  test("age histogram", () => check(ageHistogram, ageHistogramChart));
  test("matrix", () => check(matrix, matrixChart));
  test("sankey", () => check(sankey, sankeyChart));
  test("stacked bars", () => check(stacked, stackedBarsChart));
  test("small multiples", () => check(multiples, smallMultiplesChart));
  test("heat map", () => check(heat, heatMapChart));
});

test("lines of a wrapped text fit and lose no letter", () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 30, max: 300 }), (text, room) => {
      const lines = wrap(text, room, 13);
      for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(room);
      expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
    }),
  );
});

test("every count falls in one step of the ramp, and steps rise", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1 }), (values) => {
      const steps = sequentialSteps(values);
      expect(steps.length).toBeLessThanOrEqual(6);
      for (const [i, step] of steps.entries()) {
        expect(step.index).toBeGreaterThan(steps[i - 1]?.index ?? 0);
        expect(step.index).toBeLessThanOrEqual(6);
      }
      for (const value of values) {
        const step = stepOf(steps, value);
        expect(value).toBeGreaterThanOrEqual(step?.from ?? Number.NaN);
        expect(value).toBeLessThanOrEqual(step?.to ?? Number.POSITIVE_INFINITY);
      }
    }),
  );
});

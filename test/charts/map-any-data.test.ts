import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ArcMapData, arcMapDrawing } from "../../src/charts/arc-map.ts";
import type { Drawing } from "../../src/charts/drawing.ts";
import { areaScale, widthScale } from "../../src/charts/map-scale.ts";
import { NOTHINGS } from "../../src/charts/nothing.ts";
import type { ChartOptions } from "../../src/charts/options.ts";
import { paint } from "../../src/charts/paint.ts";
import { repaint } from "../../src/charts/repaint.ts";
import { type SymbolMapData, symbolMapDrawing } from "../../src/charts/symbol-map.ts";
import type { Land, LonLat } from "../../src/standard/geography/land.ts";
import { optionsFor } from "./charts.ts";
import { textBoxes } from "./geometry.ts";
import { ARCS, WORLD_MAP } from "./maps.ts";

const position = fc
  .tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -89, max: 89 }))
  .map(([lon, lat]): LonLat => [lon, lat]);
const near = fc
  .tuple(fc.integer({ min: -110, max: -80 }), fc.integer({ min: 25, max: 48 }))
  .map(([lon, lat]): LonLat => [lon, lat]);
const word = fc.constantFrom("Fiji", "Российская Федерация", "آيسلندا", "A", "中国");
const value = fc.oneof(
  fc.nat({ max: 3_000_000 }),
  fc.nat({ max: 1000 }).map((n) => n / 1000),
);

const areas = (at: fc.Arbitrary<LonLat>) =>
  fc.uniqueArray(
    fc
      .record({
        code: fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom(..."ABCDEFG") }),
        label: word,
        position: at,
        value,
        nothing: fc.constantFrom(undefined, undefined, ...NOTHINGS),
        quiet: fc.boolean(),
        faded: fc.boolean(),
      })
      .map(({ nothing, ...area }) => ({
        ...area,
        value: nothing === undefined ? area.value : null,
        state: nothing ?? (area.value === 0 ? ("zero" as const) : ("value" as const)),
        text: nothing === undefined ? String(area.value) : "",
        title: area.label,
      })),
    { selector: ({ code }) => code, maxLength: 30 },
  );

/** A square of land, to keep the test short. */
const land: Land = {
  type: "MultiPolygon",
  coordinates: [
    [
      [
        [-100, 30],
        [-100, 45],
        [-85, 45],
        [-85, 30],
        [-100, 30],
      ],
    ],
  ],
};

const mapOf = fc.oneof(areas(position), areas(near)).chain((all) =>
  fc.subarray(all).map(
    (framed): SymbolMapData => ({
      ...WORLD_MAP,
      land,
      areas: all,
      ...(framed.length === 0 ? {} : { frame: framed.map(({ code }) => code) }),
    }),
  ),
);

const arcsOf = areas(near).chain((places) =>
  fc
    .array(
      fc.record({
        origin: fc.constantFrom(...places.map(({ code }) => code), "nowhere"),
        recovery: fc.constantFrom(...places.map(({ code }) => code), "nowhere"),
        value: fc.integer({ min: 1, max: 5000 }),
        title: word,
      }),
      { maxLength: 60 },
    )
    .map(
      (routes): ArcMapData => ({
        ...ARCS,
        land,
        frame: places.slice(0, 20).map(({ code }) => code),
        places: places.map((place) => ({ ...place, within: place.value })),
        routes,
      }),
    ),
);

const { document } = optionsFor(720);

const check = <T>(data: fc.Arbitrary<T>, drawing: (data: T, o: ChartOptions) => Drawing) => {
  const options = fc
    .tuple(fc.constantFrom(320, 680, 1200), fc.constantFrom("ltr" as const, "rtl" as const))
    .map(([width, side]): ChartOptions => ({ ...optionsFor(width, side), document }));
  fc.assert(
    fc.property(data, data, options, (first, second, o) => {
      const svg = paint(drawing(first, o), o);
      expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity/);
      const height = Number(svg.getAttribute("height"));
      for (const box of textBoxes(svg, 0.55)) {
        expect(box.x1, box.text).toBeGreaterThanOrEqual(-2);
        expect(box.x2, box.text).toBeLessThanOrEqual(o.width + 2);
        expect(box.y2, box.text).toBeLessThanOrEqual(height + 2);
      }
      expect(repaint(svg, drawing(second, o), o)).toBe(true);
      expect(svg.querySelectorAll("[data-key]").length).toBe(
        paint(drawing(second, o), o).querySelectorAll("[data-key]").length,
      );
    }),
    { numRuns: 25 },
  );
};

describe("any finite data gives a sound map, which can be moved to any other", () => {
  test("symbols", () => check(mapOf, symbolMapDrawing));
  test("arcs", () => check(arcsOf, arcMapDrawing));
});

test("scales keep proportions above their least size, and their keys are round and shown true", () => {
  const counts = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1 });
  fc.assert(
    fc.property(counts, (values) => {
      const max = Math.max(...values);
      for (const [scale, power] of [
        [areaScale(values, 40), 2],
        [widthScale(values, 16), 1],
      ] as const) {
        expect(scale.of(0)).toBe(0);
        for (const n of [...values, ...scale.steps].filter((v) => v > 0 && v >= scale.from))
          expect(scale.of(n) ** power / scale.of(max) ** power).toBeCloseTo(n / max, 9);
        for (const step of scale.steps) {
          expect(String(step)).toMatch(/^[125]0*$/);
          expect(step).toBeLessThanOrEqual(max);
        }
        if (scale.lifted !== undefined) expect(scale.lifted).toBeLessThanOrEqual(scale.from);
      }
    }),
  );
});

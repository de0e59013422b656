import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageHistogramChart } from "../../src/charts/age-histogram.ts";
import { barsChart } from "../../src/charts/bars.ts";
import { matrixChart } from "../../src/charts/matrix.ts";
import { NOTHINGS, type Nothing } from "../../src/charts/nothing.ts";
import { pyramidChart } from "../../src/charts/pyramid.ts";
import { sequentialSteps, stepOf } from "../../src/charts/sequential.ts";
import { sexShareChart } from "../../src/charts/sex-share.ts";
import { textWidth, wrap } from "../../src/charts/text.ts";
import { trendChart } from "../../src/charts/trend.ts";
import { optionsFor } from "./charts.ts";
import { textBoxes } from "./geometry.ts";

const count = fc.oneof(
  fc.nat({ max: 2_000_000 }),
  fc.constant(0),
  fc.nat({ max: 1000 }).map((n) => n / 1000),
);
const maybe = fc.option(count, { nil: null });
const words = fc.oneof(
  fc.lorem({ maxCount: 6 }),
  fc.constantFrom("", "轻机枪（包括卡宾枪）", "مسدس", "Пистолет-пулемёт"),
);
const width = fc.constantFrom(320, 344, 460, 720, 1000, 1200);
const direction = fc.constantFrom("ltr" as const, "rtl" as const);
const year = fc.integer({ min: 2000, max: 2024 });

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

const point = fc.record(
  { year, value: maybe, doubtful: fc.boolean(), provisional: fc.boolean(), note: words },
  { requiredKeys: ["year", "value"] },
);

describe("any finite data gives a sound picture", () => {
  test("trend", () => {
    const series = fc.record({
      code: words,
      label: words,
      colour: fc.constant("var(--cat-1)"),
      highlighted: fc.boolean(),
      points: fc.uniqueArray(point, { selector: (d) => d.year, maxLength: 12 }),
    });
    const data = fc.record({
      series: fc.array(series, { maxLength: 9 }),
      connected: fc.boolean(),
      indexed: fc.boolean(),
      unit: words,
      coverage: fc.uniqueArray(fc.record({ year, reporting: fc.nat({ max: 190 }), label: words }), {
        selector: (d) => d.year,
        maxLength: 12,
      }),
      coverageLabel: words,
      breaks: fc.array(fc.record({ year, label: words }), { maxLength: 2 }),
    });
    check(data, trendChart);
  });

  test("bars", () => {
    const states: readonly ("value" | Nothing)[] = ["value", ...NOTHINGS];
    const row = fc.record({
      code: words,
      label: words,
      value: maybe,
      text: fc.constantFrom("38 %", "12,345", "0"),
      colour: fc.constant("var(--accent)"),
      state: fc.constantFrom(...states),
      stateText: words,
      faded: fc.boolean(),
    });
    check(fc.record({ rows: fc.array(row, { maxLength: 9 }), unit: words }), barsChart);
  });

  test("share of the sexes", () => {
    const parts = fc.array(
      fc.record({
        code: fc.constantFrom("F" as const, "M" as const, "_U" as const),
        label: words,
        value: fc.nat(),
        text: fc.constant("8 %"),
      }),
      { maxLength: 3 },
    );
    const row = fc.record({ code: words, label: words, sublabel: words, parts });
    check(fc.record({ rows: fc.array(row, { maxLength: 3 }) }), sexShareChart);
  });

  const ages = fc
    .uniqueArray(fc.integer({ min: 0, max: 80 }), { maxLength: 12 })
    .map((starts) => starts.sort((a, b) => a - b))
    .map((starts) =>
      starts.map((from, i) => {
        const next = starts[i + 1];
        const to = next === undefined ? null : next - 1;
        return { code: `Y${from}`, label: to === null ? `${from}+` : `${from}–${to}`, from, to };
      }),
    );

  test("pyramid", () => {
    const data = fc
      .tuple(ages, fc.array(maybe, { minLength: 24, maxLength: 24 }), fc.boolean())
      .map(([bands, values, normalise]) => ({
        bands: bands.map((d, i) => ({
          ...d,
          women: values[2 * i] ?? null,
          men: values[2 * i + 1] ?? null,
        })),
        womenLabel: "Women",
        menLabel: "Men",
        unit: "Persons",
        normalise,
      }));
    check(data, pyramidChart);
  });

  test("age histogram", () => {
    const data = fc
      .tuple(ages, fc.array(maybe, { minLength: 12, maxLength: 12 }))
      .map(([bands, values]) => ({
        bands: bands.map((d, i) => ({ ...d, value: values[i] ?? null })),
        unit: "Persons",
      }));
    check(data, ageHistogramChart);
  });

  test("matrix", () => {
    const places = fc.uniqueArray(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRST"), { maxLength: 20 });
    const data = fc
      .tuple(places, places, fc.array(maybe, { minLength: 400, maxLength: 400 }))
      .map(([from, to, values]) => ({
        origins: from.map((code) => ({ code, label: `Origin ${code}` })),
        recoveries: to.map((code) => ({ code, label: `Recovery ${code}` })),
        cells: from.flatMap((origin, i) =>
          to.map((recovery, j) => ({ origin, recovery, value: values[i * 20 + j] ?? null })),
        ),
        originTitle: "From",
        recoveryTitle: "To",
        unit: "Arms",
      }));
    check(data, matrixChart);
  });
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

import fc from "fast-check";
import { NOTHINGS, type Nothing } from "../../src/charts/nothing.ts";

const count = fc.oneof(
  fc.nat({ max: 2_000_000 }),
  fc.constant(0),
  fc.nat({ max: 1000 }).map((n) => n / 1000),
);
const maybe = fc.option(count, { nil: null });
export const words = fc.oneof(
  fc.lorem({ maxCount: 6 }),
  fc.constantFrom("", "轻机枪（包括卡宾枪）", "مسدس", "Пистолет-пулемёт"),
);
export const width = fc.constantFrom(320, 344, 460, 720, 1000, 1200);
export const direction = fc.constantFrom("ltr" as const, "rtl" as const);
const year = fc.integer({ min: 2000, max: 2024 });

const point = fc.record(
  { year, value: maybe, doubtful: fc.boolean(), provisional: fc.boolean(), note: words },
  { requiredKeys: ["year", "value"] },
);

const series = fc.record({
  code: words,
  label: words,
  colour: fc.constant("var(--cat-1)"),
  highlighted: fc.boolean(),
  points: fc.uniqueArray(point, { selector: (d) => d.year, maxLength: 12 }),
});

export const trend = fc.record({
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

const states: readonly ("value" | Nothing)[] = ["value", ...NOTHINGS];
const barsRow = fc.record({
  code: words,
  label: words,
  value: maybe,
  text: fc.constantFrom("38 %", "12,345", "0"),
  colour: fc.constant("var(--accent)"),
  state: fc.constantFrom(...states),
  stateText: words,
  faded: fc.boolean(),
});
export const bars = fc.record({ rows: fc.array(barsRow, { maxLength: 9 }), unit: words });

const parts = fc.array(
  fc.record({
    code: fc.constantFrom("F" as const, "M" as const, "_U" as const),
    label: words,
    value: fc.nat(),
    text: fc.constant("8 %"),
  }),
  { maxLength: 3 },
);
const sexRow = fc.record({ code: words, label: words, sublabel: words, parts });
export const sexShare = fc.record({ rows: fc.array(sexRow, { maxLength: 3 }) });

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

export const pyramid = fc
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

export const ageHistogram = fc
  .tuple(ages, fc.array(maybe, { minLength: 12, maxLength: 12 }))
  .map(([bands, values]) => ({
    bands: bands.map((d, i) => ({ ...d, value: values[i] ?? null })),
    unit: "Persons",
  }));

const places = fc.uniqueArray(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRST"), { maxLength: 20 });
export const matrix = fc
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

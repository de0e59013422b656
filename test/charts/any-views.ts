import fc from "fast-check";
import type { HeatMapData } from "../../src/charts/heat-map.ts";
import { NOTHINGS, type Nothing } from "../../src/charts/nothing.ts";
import type { SankeyData } from "../../src/charts/sankey.ts";
import type { SmallMultiplesData } from "../../src/charts/small-multiples.ts";
import type { StackedBarsData } from "../../src/charts/stacked-bars.ts";
import { trend, words } from "./any-data.ts";

const maybe = fc.option(fc.oneof(fc.nat({ max: 2_000_000 }), fc.constant(0)), { nil: null });
const codes = (most: number) =>
  fc.uniqueArray(fc.constantFrom(..."ABCDEFGHIJKLMNOPQRST"), { maxLength: most });
const state = fc.constantFrom<("value" | Nothing)[]>("value", "value", "value", ...NOTHINGS);

export const sankey: fc.Arbitrary<SankeyData> = fc
  .tuple(codes(20), codes(20), fc.array(maybe, { minLength: 400, maxLength: 400 }), words)
  .map(([from, to, values, unit]) => ({
    origins: from.map((code) => ({ code, label: `Origin ${code}` })),
    recoveries: to.map((code) => ({ code, label: `Place of recovery ${code}` })),
    cells: from.flatMap((origin, i) =>
      to.map((recovery, j) => ({ origin, recovery, value: values[i * 20 + j] ?? null })),
    ),
    originTitle: "From",
    recoveryTitle: "To",
    unit,
    othersText: (count: number) => `${count} others`,
    keys: { within: "Within", across: "Across" },
    absentText: (count: number) => `${count} cells hold no number.`,
  }));

export const stacked: fc.Arbitrary<StackedBarsData> = fc
  .tuple(
    codes(8),
    fc.array(
      fc.record({
        code: words,
        label: words,
        note: words,
        values: fc.array(fc.tuple(maybe, state), { minLength: 8, maxLength: 8 }),
        state,
        faded: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
    fc.constantFrom("stacked" as const, "grouped" as const),
    fc.array(words, { maxLength: 2 }),
  )
  .map(([list, rows, arrange, notes]) => ({
    categories: list.map((code, i) => ({
      code,
      label: `Category ${code}`,
      colour: `var(--cat-${(i % 7) + 1})`,
      quiet: i % 3 === 2,
    })),
    rows: rows.map((row) => ({
      code: row.code,
      label: row.label,
      note: row.note,
      parts: list.map((category, i) => {
        const [value, kind] = row.values[i] ?? [null, "zero" as const];
        return {
          category,
          value: kind === "value" ? (value ?? 1) : null,
          text: "12 %",
          state: kind,
        };
      }),
      totalText: "of 12,345",
      state: row.state,
      stateText: "why there is none",
      faded: row.faded,
    })),
    arrange,
    unit: "Arms",
    notes,
  }));

const years = fc
  .uniqueArray(fc.integer({ min: 2000, max: 2024 }), { maxLength: 12 })
  .map((list) => list.sort((a, b) => a - b));

export const multiples: fc.Arbitrary<SmallMultiplesData> = fc
  .tuple(
    fc.array(fc.tuple(trend, words, years), { maxLength: 27 }),
    fc.constantFrom("common" as const, "own" as const),
    fc.boolean(),
  )
  .map(([panels, scale, pick]) => ({
    panels: panels.map(([data, title, reported], i) => ({
      code: `P${i}`,
      title,
      series: data.series.slice(0, 2),
      connected: data.connected,
      coverage: reported.map((year) => ({ year, reporting: 1 + (year % 9) })),
      coverageText: "1–9 States a year",
      breaks: data.breaks,
    })),
    scale,
    scaleText: "All panels have the same scale.",
    unit: "Arms",
    noneText: "not reported",
    keys: { unconnected: "Not joined", doubtful: "Doubtful", noted: "Of few", others: "Others" },
    cutText: (shown: number, all: number) => `${shown} of ${all} are drawn.`,
    pick,
  }));

export const heat: fc.Arbitrary<HeatMapData> = fc
  .tuple(
    fc.uniqueArray(words, { maxLength: 8 }),
    fc.array(fc.tuple(maybe, state, fc.boolean()), { minLength: 96, maxLength: 96 }),
    fc.constantFrom("Jan", "sept.", "يناير", "1月"),
    words,
  )
  .map(([rows, values, month, unit]) => {
    const columns = Array.from({ length: 12 }, (_, i) => ({ code: `${i + 1}`, label: month }));
    return {
      rows: rows.map((label) => ({ code: label, label })),
      columns,
      cells: rows.flatMap((row, r) =>
        columns.flatMap(({ code }, c) => {
          const [value, kind, provisional] = values[r * 12 + c] ?? [null, "zero" as const, false];
          if (value === null && kind === "value") return [];
          const number = kind === "value" ? value : null;
          return [{ row, column: code, value: number, state: kind, provisional }];
        }),
      ),
      unit,
      keys: { zero: "zero", doubtful: "doubtful", absent: "absent", provisional: "provisional" },
      notes: [unit],
    };
  });

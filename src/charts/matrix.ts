import { sum } from "d3";
import type { Drawing } from "./drawing.ts";
import { legend } from "./legend.ts";
import { type Box, bars, boxes, type Placed, texts } from "./marks.ts";
import {
  legendItems,
  type MatrixData,
  originTitleAt,
  type Place,
  shorten,
} from "./matrix-words.ts";
import { patternDefs, patternFill } from "./nothing.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { type Step, sequentialSteps, stepFill, stepInk, stepOf } from "./sequential.ts";
import { widest, wrap } from "./text.ts";

export type { MatrixData } from "./matrix-words.ts";

const WIDE = 460;
const CELL = { least: 27, most: 46, shallow: 32 } as const;
const SLANT = Math.SQRT1_2;

interface Cell extends Box {
  readonly value: number | null;
  readonly step: Step | undefined;
  readonly same: boolean;
}

/** The k places with the largest sums, in the order given. */
const largest = (places: readonly Place[], total: (code: string) => number, k: number): Place[] => {
  const kept = new Set(places.toSorted((a, b) => total(b.code) - total(a.code)).slice(0, k));
  return places.filter((place) => kept.has(place));
};

/**
 * Places of sale by places of recovery. Zero and absent cells differ from each other and from every count; the
 * diagonal is outlined. A narrow chart keeps the largest places and says how many it left out.
 */
export function matrixDrawing(data: MatrixData, options: ChartOptions): Drawing {
  const { width } = options;
  const at = inlineX(options);
  const valueAt = new Map(data.cells.map((d) => [`${d.origin}\n${d.recovery}`, d.value]));
  const totals = (key: "origin" | "recovery") => (code: string) =>
    sum(data.cells.filter((d) => d[key] === code).map((d) => d.value ?? 0));

  const start = Math.ceil(
    Math.min(
      widest(
        data.origins.map((d) => d.label),
        SIZE.small,
      ),
      width * 0.32,
    ) + 8,
  );
  const headers = widest(
    data.recoveries.map((d) => d.label),
    SIZE.small,
  );
  const count = Math.max(data.origins.length, data.recoveries.length);
  const tall = Math.min(headers, 170);
  const upright = width < WIDE || (width - start - tall * SLANT) / count < CELL.least;
  const header = Math.ceil(upright ? tall : tall * SLANT) + 14;
  const room = width - start - (upright ? 2 : tall * SLANT);
  const most = Math.max(1, Math.floor(room / CELL.least));
  const k = Math.min(most, count);
  const origins = largest(data.origins, totals("origin"), k);
  const recoveries = largest(data.recoveries, totals("recovery"), k);
  const wide = Math.min(CELL.most, Math.floor(room / Math.max(1, recoveries.length)));
  const high = Math.min(wide, CELL.shallow);

  const unit = wrap(data.unit, width, SIZE.small);
  const steps = sequentialSteps(data.cells.map((d) => d.value));
  const key = legend(legendItems(data, steps, options), options, unit.length * 16 + 4);
  const titles = unit.length * 16 + key.height + 14;
  const recoveryTitle = wrap(data.recoveryTitle, width - start, SIZE.small);
  const top = titles + recoveryTitle.length * 16 + header;

  const cells = origins.flatMap((origin, row) =>
    recoveries.map((recovery, column): Cell => {
      const value = valueAt.get(`${origin.code}\n${recovery.code}`) ?? null;
      const x = start + column * wide;
      return {
        x1: at(x),
        x2: at(x + wide),
        y1: top + row * high,
        y2: top + (row + 1) * high,
        value,
        step: value !== null && value > 0 ? stepOf(steps, value) : undefined,
        same: origin.code === recovery.code,
      };
    }),
  );
  const filled = cells.filter((d) => d.step !== undefined);
  const fits = widest(
    cells.flatMap((d) => (d.value === null ? [] : [options.formatCompact(d.value)])),
    SIZE.small,
  );
  const printed = fits + 2 <= wide;
  const numbers = (of: readonly Cell[]): Placed[] =>
    of.map((d) => ({
      x: (d.x1 + d.x2) / 2,
      y: (d.y1 + d.y2) / 2,
      text: options.formatCompact(d.value ?? 0),
    }));
  const dark = (d: Cell): boolean => d.step !== undefined && stepInk(d.step) === "var(--paper)";
  const cut = origins.length < data.origins.length || recoveries.length < data.recoveries.length;
  const note = cut
    ? wrap(data.cutText?.(k, data.origins.length, data.recoveries.length) ?? "", width, SIZE.small)
    : [];
  const bottom = top + origins.length * high;
  const rowLabels = origins.flatMap((d, row) => {
    const lines = wrap(d.label, start - 8, SIZE.small).slice(0, 2);
    const first = top + (row + 0.5) * high - ((lines.length - 1) * 14) / 2;
    return lines.map((text, i) => ({ x: at(start - 8), y: first + i * 14, text }));
  });
  const quiet = { size: SIZE.small, fill: "var(--ink-2)" } as const;
  const number = { size: SIZE.small, anchor: "middle", figures: true } as const;
  const gap = { inset: 1 };
  const small = (lines: readonly string[], x: number, y: number): Placed[] =>
    lines.map((text, i) => ({ x: at(x), y: y + i * 16, text }));

  const marks = [
    texts(small(unit, 0, 8), quiet),
    ...key.marks,
    texts(small(recoveryTitle, start, titles + 8), { size: SIZE.small, weight: 600 }),
    texts(originTitleAt(data, options, start, top), { size: SIZE.small, weight: 600 }),
    texts(
      recoveries.map((d, i) => ({
        x: at(start + (i + 0.5) * wide),
        y: top - 8,
        text: shorten(d.label, tall),
      })),
      { size: SIZE.small, rotate: (options.direction === "rtl" ? 1 : -1) * (upright ? 90 : 45) },
    ),
    texts(rowLabels, { size: SIZE.small, anchor: "end" }),
    bars(
      filled,
      { ...gap, fill: (d) => (d.step === undefined ? "none" : stepFill(d.step)) },
      options,
    ),
    bars(
      cells.filter((d) => d.value === null),
      { ...gap, fill: patternFill(options, "hatch") },
      options,
    ),
    boxes(
      cells.filter((d) => d.value === 0),
      { inset: 1.5, fill: "none", stroke: "var(--rule)" },
    ),
    ...(printed
      ? [
          texts(numbers(filled.filter((d) => !dark(d))), number),
          texts(numbers(filled.filter(dark)), { ...number, fill: "var(--paper)" }),
        ]
      : []),
    texts(numbers(cells.filter((d) => d.value === 0)), { ...number, fill: "var(--ink-2)" }),
    boxes(
      cells.filter((d) => d.same),
      { fill: "none", stroke: "var(--ink)", strokeWidth: 2 },
    ),
    texts(small(note, 0, bottom + 14), quiet),
  ];
  const hatched = cells.some((d) => d.value === null) || data.keys?.absent !== undefined;
  const height = Math.ceil(bottom + 8 + note.length * 16);
  return { height, marks, ...(hatched ? { defs: patternDefs } : {}) };
}

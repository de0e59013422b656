import type { Drawing } from "./drawing.ts";
import { type HeatCell, type HeatMapData, heatLayout, heatLegend } from "./heat-layout.ts";
import { legend } from "./legend.ts";
import { type Box, boxes, type Placed, rules, texts } from "./marks.ts";
import { patternDefs, patternFill } from "./nothing.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { type Step, sequentialSteps, stepFill, stepInk, stepOf } from "./sequential.ts";
import { widest, wrap } from "./text.ts";

export type { HeatCell, HeatMapData } from "./heat-layout.ts";

interface Tile extends Box {
  readonly key: string;
  readonly cell: HeatCell;
  readonly step: Step | undefined;
}

/**
 * Rows of years or areas by columns of months, darker where there is more, in steps with round limits. Zero, doubtful
 * zero and each kind of nothing have their own marks; a pair that is not listed stays blank. A provisional tile is
 * hollow: a dashed frame with its step at the foot. Tiles have the key `<row>/<column>`.
 */
export function heatMapDrawing(data: HeatMapData, options: ChartOptions): Drawing {
  const { width } = options;
  const at = inlineX(options);
  const unit = wrap(data.unit, width, SIZE.small);
  const steps = sequentialSteps(data.cells.map((d) => d.value));
  const key = legend(heatLegend(data, steps, options), options, unit.length * 16 + 4);
  const plan = heatLayout(data, options, unit.length * 16 + key.height + 12);

  const place = new Map(data.cells.map((d) => [`${d.row}/${d.column}`, d]));
  const tiles = plan.rows.flatMap(({ row, top }) =>
    data.columns.flatMap((column, i): Tile[] => {
      const tileKey = `${row.code}/${column.code}`;
      const cell = place.get(tileKey);
      if (cell === undefined) return [];
      const x = plan.start + i * plan.wide;
      const counted = cell.state === "value" && cell.value !== null && cell.value > 0;
      return [
        {
          key: tileKey,
          cell,
          x1: at(x),
          x2: at(x + plan.wide),
          y1: top,
          y2: top + plan.high,
          step: counted ? stepOf(steps, cell.value) : undefined,
        },
      ];
    }),
  );
  const of = (...states: readonly HeatCell["state"][]): Tile[] =>
    tiles.filter((d) => states.includes(d.cell.state));
  const counted = tiles.filter((d) => d.step !== undefined);
  const firm = counted.filter((d) => d.cell.provisional !== true);
  const hollow = counted.filter((d) => d.cell.provisional === true);
  const fill = (d: Tile): string => (d.step === undefined ? "none" : stepFill(d.step));
  const title = (d: Tile): string => d.cell.title ?? "";
  const print = (d: Tile): string => (data.formatValue ?? options.formatCompact)(d.cell.value ?? 0);
  const fits = widest(counted.map(print), SIZE.small) + 2 <= plan.wide;
  const numbers = (from: readonly Tile[], text: (d: Tile) => string, shift = 0): Placed[] =>
    from.map((d) => ({
      x: (d.x1 + d.x2) / 2 + shift * (d.x2 - d.x1),
      y: (d.y1 + d.y2) / 2,
      text: text(d),
    }));
  const ink = (d: Tile): string => (d.step === undefined ? "var(--ink)" : stepInk(d.step));
  const inked = (which: string) => (fits ? firm.filter((d) => ink(d) === which) : []);
  // The hatch takes the first third of a doubtful zero, so that its 0 stands on paper.
  const third = (d: Tile): Tile => ({ ...d, x2: d.x1 + (d.x2 - d.x1) / 3 });
  const foot = (d: Tile): Tile => {
    const inward = 3 * Math.sign(d.x2 - d.x1);
    return { ...d, x1: d.x1 + inward, x2: d.x2 - inward, y1: d.y2 - 8, y2: d.y2 - 3 };
  };
  const square = (d: Tile): Box => {
    const [x, y] = [(d.x1 + d.x2) / 2, (d.y1 + d.y2) / 2];
    return { key: d.key, x1: x - 4, x2: x + 4, y1: y - 4, y2: y + 4 };
  };
  const zeros = of("zero", "doubtful-zero");
  const number = { size: SIZE.small, anchor: "middle", figures: true } as const;
  const quiet = { size: SIZE.small, fill: "var(--ink-2)" } as const;
  const notes = (data.notes ?? []).flatMap((text) => wrap(text, width, SIZE.small));
  const small = (lines: readonly string[], top: number): Placed[] =>
    lines.map((text, i) => ({ x: at(0), y: top + 8 + i * 16, text }));
  const marks = [
    texts(small(unit, 0), quiet),
    ...key.marks,
    texts(plan.columns, { size: SIZE.small, anchor: "middle" }),
    texts(plan.upright, { size: SIZE.small, rotate: options.direction === "rtl" ? 90 : -90 }),
    texts(plan.labels, { size: SIZE.small, anchor: plan.beside ? "end" : "start", figures: true }),
    boxes(firm, { inset: 1, fill, title }),
    boxes(hollow, { inset: 1.5, stroke: "var(--ink-2)", strokeDasharray: "3,2", title }),
    boxes(hollow.map(foot), { fill, title }),
    boxes(of("not-reported"), { inset: 1, fill: patternFill(options, "hatch"), title }),
    boxes(of("not-collected"), { inset: 1, fill: patternFill(options, "dots"), title }),
    boxes(of("doubtful-zero").map(third), { inset: 1, fill: patternFill(options, "hatch"), title }),
    boxes(zeros, { inset: 1.5, stroke: "var(--hatch)", title }),
    boxes(of("suppressed").map(square), { fill: "var(--ink-2)" }),
    rules(
      of("cannot-exist").map((d) => ({
        x1: (d.x1 + d.x2) / 2 - 5,
        x2: (d.x1 + d.x2) / 2 + 5,
        y1: (d.y1 + d.y2) / 2,
        y2: (d.y1 + d.y2) / 2,
      })),
      { stroke: "var(--ink-2)", strokeWidth: 2 },
    ),
    texts(numbers(inked("var(--ink)"), print), number),
    texts(numbers(inked("var(--paper)"), print), { ...number, fill: "var(--paper)" }),
    texts(
      numbers(fits ? hollow : [], print).map((d) => ({ ...d, y: d.y - 3 })),
      number,
    ),
    texts(numbers(of("zero"), print), number),
    texts(numbers(of("doubtful-zero"), print, 1 / 6), number),
    texts(small(notes, plan.bottom + 6), quiet),
  ];
  const patterned =
    of("not-reported", "not-collected", "doubtful-zero").length > 0 ||
    data.keys?.absent !== undefined ||
    data.keys?.doubtful !== undefined;
  const height = Math.ceil(plan.bottom + 8 + notes.length * 16);
  return { height, marks, ...(patterned ? { defs: patternDefs } : {}) };
}

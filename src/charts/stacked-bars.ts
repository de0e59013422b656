import type { Drawing } from "./drawing.ts";
import { legend } from "./legend.ts";
import { linear } from "./linear.ts";
import { boxes, type Placed, rules, texts } from "./marks.ts";
import { nothingMarks, patternDefs } from "./nothing.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import {
  barHeight,
  LINE,
  type StackedBarsData,
  type StackedLayout,
  stackedLayout,
} from "./stacked-layout.ts";
import { type Drawn, emptyRow, group, stack, type Tools } from "./stacked-row.ts";
import { wrap } from "./text.ts";

export type { StackedBarsData } from "./stacked-layout.ts";

function labelTexts(plan: StackedLayout, at: Tools["at"]) {
  const labels: Placed[] = [];
  const notes: Placed[] = [];
  const x = at(plan.wide ? plan.start - 10 : 0);
  for (const { label, notes: small, labelTop } of plan.rows) {
    for (const [i, text] of label.entries())
      labels.push({ x, y: labelTop + (i + 0.5) * LINE, text });
    for (const [i, text] of small.entries())
      notes.push({ x, y: labelTop + (label.length + i + 0.5) * LINE, text });
  }
  const anchor = plan.wide ? ("end" as const) : ("start" as const);
  return [
    texts(labels, { anchor }),
    texts(notes, { anchor, size: SIZE.small, fill: "var(--ink-2)" }),
  ];
}

/**
 * Rows of parts, as one stack each from zero with the total at its end, or as a group of bars from zero. Colours are
 * named above in reading order; a part prints its number inside where it fits. A row or part without value keeps its
 * place and says why; in a stack a part without value has no length, so say it in the row's note. Bars have the key
 * `<row>/<category>`. Throws when a part names a category that is not listed.
 */
export function stackedBarsDrawing(data: StackedBarsData, options: ChartOptions): Drawing {
  const { width } = options;
  const at = inlineX(options);
  const unit = wrap(data.unit, width, SIZE.small);
  const used = new Set(data.rows.flatMap((row) => row.parts.map((part) => part.category)));
  const key = legend(
    data.categories
      .filter((d) => used.has(d.code))
      .map(({ label, colour, quiet }) => ({
        text: label,
        sample: "square",
        colour,
        quiet: quiet === true,
      })),
    options,
    0,
  );
  const unitTop = key.height === 0 ? 0 : key.height + 6;
  const plan = stackedLayout(data, options, unitTop + unit.length * 16 + 8);
  const x = linear([0, plan.reach > 0 ? plan.reach : 1], [plan.start, plan.end]);
  const categories = new Map(data.categories.map((d) => [d.code, d]));
  const tools: Tools = {
    plan,
    at,
    x,
    category: (code) => {
      const found = categories.get(code);
      if (found === undefined)
        throw new Error(`A bar names the category "${code}", which is not listed.`);
      return found;
    },
  };
  const drawn = plan.rows.map((placed) => {
    if (placed.row.state !== "value") return emptyRow(placed, tools);
    return data.arrange === "stacked"
      ? stack(placed, tools)
      : group(placed, barHeight(data), tools);
  });
  const all = <K extends keyof Drawn>(name: K) =>
    drawn.flatMap((d) => d[name] as Drawn[K][number][]);
  const bars = all("bars");
  const nothings = all("nothings");
  const baseline = plan.wide
    ? plan.rows.length === 0
      ? []
      : [
          {
            x1: at(plan.start),
            x2: at(plan.start),
            y1: plan.rows[0]?.top ?? 0,
            y2: plan.bottom - 8,
          },
        ]
    : plan.rows.map(({ top, bottom }) => ({
        x1: at(plan.start),
        x2: at(plan.start),
        y1: top,
        y2: bottom,
      }));
  const notes = (data.notes ?? []).flatMap((note) => wrap(note, width, SIZE.small));
  const small = (lines: readonly string[], top: number): Placed[] =>
    lines.map((text, i) => ({ x: at(0), y: top + 8 + i * 16, text }));
  const quiet = { size: SIZE.small, fill: "var(--ink-2)" } as const;
  const marks = [
    boxes(bars, { fill: (d) => d.colour, fillOpacity: (d) => d.opacity, title: (d) => d.title }),
    rules(all("seams"), { stroke: "var(--paper)" }),
    ...nothingMarks(options, nothings),
    rules(baseline, { stroke: "var(--ink-2)" }),
    texts(all("inside"), { size: SIZE.small, anchor: "middle", figures: true, fill: (d) => d.ink }),
    texts(all("values"), { weight: 600, figures: true }),
    texts(all("words"), { size: SIZE.small, fill: "var(--ink-2)" }),
    ...labelTexts(plan, at),
    ...key.marks,
    texts(small(unit, unitTop), quiet),
    texts(small(notes, plan.bottom), quiet),
  ];
  const patterned = nothings.some((d) =>
    ["not-reported", "not-collected", "doubtful-zero"].includes(d.state),
  );
  const height = plan.bottom + notes.length * 16 + 2;
  return { height, marks, ...(patterned ? { defs: patternDefs } : {}) };
}

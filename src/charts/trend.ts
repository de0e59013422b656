import { nice, ticks as ticksOf } from "d3";
import { coverageStrip } from "./coverage-strip.ts";
import type { Drawing } from "./drawing.ts";
import { legend } from "./legend.ts";
import { linear } from "./linear.ts";
import { type DotStyle, discs, dots, lines, type Mark, rules, type Style, texts } from "./marks.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { widest, wrap } from "./text.ts";
import { breakMarks, breakRows, yearLabels } from "./trend-axis.ts";
import { type Datum, highlighted, reachOf, segments, type TrendData } from "./trend-data.ts";
import { endLabels } from "./trend-ends.ts";
import { legendItems, noteLines, valueLabels } from "./trend-labels.ts";

export type { TrendData } from "./trend-data.ts";

const WIDE = 520;
/** The tallest plot. */
const TALLEST = 340;

/**
 * Values by year with the coverage strip under the time axis. Lines are named at their ends where there is room,
 * in a legend above where there is not.
 */
export function trendDrawing(data: TrendData, options: ChartOptions): Drawing {
  const { width } = options;
  const at = inlineX(options);
  const shown = highlighted(data);
  const runs = segments(data);
  const points = runs.flatMap((run) => run.data);
  const inColour = new Set(shown);
  const bright = (d: { series: Datum["series"] }): boolean => inColour.has(d.series);
  const coloured = points.filter(bright);

  const { first, last, bottom, top } = reachOf(data, points);
  const named = endLabels(data, coloured, options, {
    maxRoom: width >= WIDE ? width * 0.3 : 0,
    tallest: TALLEST,
    last,
  });
  const plotHeight = Math.round(Math.min(TALLEST, Math.max(190, width * 0.42, named.height)));
  const domain = nice(bottom, top > bottom ? top : bottom + 1, 4);
  const ticks = ticksOf(...domain, plotHeight < 230 ? 3 : 5);

  const tickTexts = ticks.map(options.formatCompact);
  const start = Math.ceil(widest(tickTexts, SIZE.small)) + 8;
  const end = width - named.room;

  const key = legend(legendItems(data, coloured, named.room > 0), options, 0);
  const unitTop = key.height > 0 ? key.height + 4 : 0;
  const unit = wrap(data.unit, width, SIZE.small);
  const head = unit.map((text, i) => ({ x: at(0), y: unitTop + 8 + i * 16, text }));
  const step = (end - start) / (last - first + 1);
  const middle = (year: number): number => start + (year - first + 0.5) * step;
  const cuts = breakRows(
    data.breaks,
    options,
    (year) => middle(year) - step / 2,
    unitTop + unit.length * 16,
  );
  const plotTop = unitTop + unit.length * 16 + cuts.height + 16;
  const plotEnd = plotTop + plotHeight;
  const y = linear(domain, [plotEnd, plotTop]);
  const xOf = (d: { year: number }): number => at(middle(d.year));
  const yOf = (d: { value: number }): number => y(d.value);

  const strip = coverageStrip(data.coverage, data.coverageLabel, options, {
    middle,
    step,
    top: plotEnd + 30,
    start,
    end,
  });
  const notes = noteLines(coloured, options, plotEnd + 30 + strip.height + 6);
  const height = Math.ceil(plotEnd + 30 + strip.height + notes.height + 2);

  const across = (value: number) => ({ x1: at(start), x2: at(end), y1: y(value), y2: y(value) });
  const base = data.indexed ? [0, 100] : [0];
  const place = (d: Datum) => ({ x: xOf(d), y: yOf(d), colour: d.series.colour });
  const lit = runs.filter(bright);
  const grey = runs.filter((run) => !bright(run));
  const joined = (of: typeof runs) =>
    of
      .filter((run) => run.data.length > 1)
      .map((run) => ({ colour: run.series.colour, points: run.data.map(place) }));
  const roomy = step >= 24;
  const hollow = (d: Datum): boolean => !data.connected || d.point.provisional === true;
  const doubtful = (d: Datum): boolean => d.point.doubtful === true;
  const ends = new Set(shown.map((s) => points.findLast((d) => d.series === s)));
  const solid = (d: Datum): boolean =>
    !hollow(d) && !doubtful(d) && (d.alone || roomy || ends.has(d));
  type Spot = ReturnType<typeof place>;
  const spots = (of: readonly Datum[], style: Style<Spot> & DotStyle<Spot>) =>
    dots(of.map(place), { stroke: (d) => d.colour, ...style });
  const filled = (of: typeof runs, is: (d: Datum) => boolean) =>
    of.map((run) => ({ colour: run.series.colour, points: run.data.filter(is).map(place) }));
  const open = { fill: "var(--paper)", strokeWidth: 2 };

  const marks: Mark[] = [
    rules(ticks.filter((t) => !base.includes(t)).map(across)),
    rules(base.map(across), { stroke: "var(--ink-2)" }),
    texts(
      ticks.map((t, i) => ({ x: at(start - 8), y: y(t), text: tickTexts[i] ?? "" })),
      { anchor: "end", size: SIZE.small, fill: "var(--ink-2)", figures: true },
    ),
    texts(head, { size: SIZE.small, fill: "var(--ink-2)" }),
    ...breakMarks(cuts, plotEnd),
    lines(joined(grey), {
      stroke: "var(--grey-series)",
      strokeWidth: 1,
      strokeOpacity: 0.6,
    }),
    discs(
      filled(grey, (d) => d.alone),
      { r: 1.5, fill: "var(--grey-series)" },
    ),
    lines(joined(lit), { stroke: (d) => d.colour, strokeWidth: 2.25 }),
    discs(filled(lit, solid), { r: roomy ? 3 : 3.5, fill: (d) => d.colour }),
    spots(
      coloured.filter((d) => hollow(d) && !doubtful(d)),
      { r: 3.75, ...open },
    ),
    spots(coloured.filter(doubtful), { r: 4.5, diamond: true, ...open }),
    ...named.marks(xOf, yOf, plotTop, plotEnd, end),
    ...valueLabels(data, coloured, options, { x: xOf, y: yOf, step }),
    ...yearLabels([first, last], options, middle, plotEnd, step),
    ...strip.marks,
    ...notes.marks(xOf, yOf),
    ...key.marks,
  ];
  return { height, marks };
}

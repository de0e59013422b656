import type { Drawing } from "./drawing.ts";
import { type LegendItem, legend } from "./legend.ts";
import { boxes, type DotStyle, dots, lines, type Placed, type Style, texts } from "./marks.ts";
import { type Frame, gridOf, PANELS, type SmallMultiplesData } from "./multiples-layout.ts";
import { breakMarks, endValues, frameMarks } from "./multiples-marks.ts";
import { patternDefs } from "./nothing.ts";
import { type ChartOptions, inlineX, SIZE } from "./options.ts";
import { wrap } from "./text.ts";
import { type Datum, highlighted, type Segment } from "./trend-data.ts";

export type { SmallMultiplesData } from "./multiples-layout.ts";

const FAINT = 0.45;

/** Lines where several are in one panel, then the marks that need words and occur. */
function legendItems(data: SmallMultiplesData, points: readonly Datum[]): LegendItem[] {
  const { keys = {} } = data;
  const panels = data.panels.slice(0, PANELS);
  const several = panels.filter((d) => highlighted(d).length > 1).flatMap(highlighted);
  const named = new Map(several.map((series) => [series.code, series]));
  const items: LegendItem[] = [...named.values()].map(({ label, colour }) => ({
    text: label,
    sample: panels.some((d) => d.connected) ? "line" : "hollow",
    colour,
  }));
  const add = (text: string | undefined, sample: LegendItem["sample"], wanted: boolean): void => {
    const colour = sample === "line" ? "var(--grey-series)" : "var(--ink-2)";
    if (text !== undefined && wanted) items.push({ text, sample, colour, quiet: true });
  };
  const some = (test: (d: Datum) => boolean): boolean => points.some(test);
  add(
    keys.others,
    "line",
    panels.some((d) => d.series.length > highlighted(d).length),
  );
  add(
    keys.unconnected,
    "hollow",
    panels.some((d) => !d.connected),
  );
  add(
    keys.provisional,
    "hollow",
    panels.some((d) => d.connected) && some((d) => d.point.provisional === true),
  );
  add(
    keys.doubtful,
    "diamond",
    some((d) => d.point.doubtful === true),
  );
  add(keys.noted, "dot", some(isFaint));
  return items;
}

const isFaint = (d: Datum): boolean => (d.point.note ?? "") !== "";

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly opacity: number;
  readonly title: string;
}

/**
 * A grid of small trends, titled each, with the coverage strip under each. Points are joined where the panel says
 * that they may be; years without a value are gaps. Twenty-four panels at most.
 */
export function smallMultiplesDrawing(data: SmallMultiplesData, options: ChartOptions): Drawing {
  const { width } = options;
  const at = inlineX(options);
  const head = [data.unit, data.scaleText].flatMap((text) => wrap(text, width, SIZE.small));
  const measured = gridOf(data, options, 0);
  const key = legend(
    legendItems(
      data,
      measured.frames.flatMap((d) => d.runs.flatMap((run) => run.data)),
    ),
    options,
    0,
  );
  const headTop = key.height === 0 ? 0 : key.height + 4;
  const grid = gridOf(data, options, headTop + head.length * 16 + 12);
  const cuts = breakMarks(grid, options);
  const cut = data.panels.length > PANELS ? (data.cutText?.(PANELS, data.panels.length) ?? "") : "";
  const notes = [...cuts.notes, cut].flatMap((text) => wrap(text, width, SIZE.small));

  const bright = new Set(grid.frames.flatMap((d) => highlighted(d.panel)));
  const runsOf = (lit: boolean) =>
    grid.frames.flatMap((frame) =>
      frame.runs.filter((run) => bright.has(run.series) === lit).map((run) => ({ frame, run })),
    );
  const joined = (lit: boolean) =>
    runsOf(lit)
      .filter(({ run }) => run.data.length > 1)
      .map(({ frame, run }) => ({
        colour: run.series.colour,
        points: run.data.map((d) => ({ x: at(frame.middle(d.year)), y: frame.y(d.value) })),
      }));
  const spotOf = (frame: Frame, d: Datum): Spot => ({
    x: at(frame.middle(d.year)),
    y: frame.y(d.value),
    colour: d.series.colour,
    opacity: isFaint(d) ? FAINT : 1,
    title: d.point.note ?? "",
  });
  const spots = (lit: boolean, test: (d: Datum, run: Segment, frame: Frame) => boolean): Spot[] =>
    runsOf(lit).flatMap(({ frame, run }) =>
      run.data.filter((d) => test(d, run, frame)).map((d) => spotOf(frame, d)),
    );
  const doubtful = (d: Datum): boolean => d.point.doubtful === true;
  const hollow = (d: Datum, frame: Frame): boolean =>
    !doubtful(d) && (!frame.panel.connected || d.point.provisional === true);
  const ends = (d: Datum, frame: Frame): boolean => {
    const own = frame.runs.filter((run) => run.series === d.series);
    return d === own.at(0)?.data.at(0) || d === own.at(-1)?.data.at(-1);
  };
  const dotted = (of: readonly Spot[], style: Style<Spot> & DotStyle<Spot>) =>
    dots(of, {
      stroke: (d) => d.colour,
      strokeOpacity: (d) => d.opacity,
      title: (d) => d.title,
      ...style,
    });
  const open = { fill: "var(--paper)", strokeWidth: 1.5 };
  const small = (said: readonly string[], top: number): Placed[] =>
    said.map((text, i) => ({ x: at(0), y: top + 8 + i * 16, text }));
  const quiet = { size: SIZE.small, fill: "var(--ink-2)" } as const;
  const places = data.pick === true ? grid.frames : [];
  const marks = [
    ...frameMarks(grid, data, options),
    ...cuts.marks,
    lines(joined(false), { stroke: "var(--grey-series)", strokeWidth: 1, strokeOpacity: 0.6 }),
    dots(
      spots(false, (d) => d.alone),
      { r: 1.5, fill: "var(--grey-series)" },
    ),
    lines(joined(true), { stroke: (d) => d.colour, strokeWidth: 2 }),
    dotted(
      spots(
        true,
        (d, _run, frame) =>
          !hollow(d, frame) && !doubtful(d) && (d.alone || isFaint(d) || ends(d, frame)),
      ),
      { r: 2.75, fill: (d) => d.colour, fillOpacity: (d) => d.opacity, stroke: "none" },
    ),
    dotted(
      spots(true, (d, _run, frame) => hollow(d, frame)),
      { r: 2.75, ...open },
    ),
    dotted(
      spots(true, (d) => doubtful(d)),
      { r: 3.5, diamond: true, ...open },
    ),
    endValues(grid, data, options),
    ...key.marks,
    texts(small(head, headTop), quiet),
    texts(small(notes, grid.bottom - 4), quiet),
    boxes(
      places.map((d) => ({
        key: d.panel.code,
        x1: at(d.start),
        x2: at(d.end),
        y1: d.top,
        y2: d.bottom,
      })),
      { fill: "transparent" },
    ),
  ];
  const hatched = grid.frames.some((d) => d.runs.length === 0);
  const height = Math.ceil(grid.bottom + notes.length * 16);
  return { height, marks, ...(hatched ? { defs: patternDefs } : {}) };
}

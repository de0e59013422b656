import { max } from "d3";
import { boxes, type Mark, type Placed, rules, texts } from "./marks.ts";
import { type Frame, type Grid, ROW, type SmallMultiplesData, STRIP } from "./multiples-layout.ts";
import { patternFill } from "./nothing.ts";
import { type ChartOptions, inlineX, SIZE, year } from "./options.ts";
import { textWidth } from "./text.ts";
import { type Datum, highlighted } from "./trend-data.ts";

const QUIET = { size: SIZE.small, fill: "var(--ink-2)" } as const;

/** Titles, axes, years and strips of all panels. */
export function frameMarks(grid: Grid, data: SmallMultiplesData, options: ChartOptions): Mark[] {
  const at = inlineX(options);
  const { frames, first, last } = grid;
  const across = (of: (frame: Frame) => readonly number[]) =>
    frames.flatMap((d) =>
      of(d).map((t) => ({ x1: at(d.plotStart), x2: at(d.end), y1: d.y(t), y2: d.y(t) })),
    );
  const lines = (of: (frame: Frame) => { lines: readonly string[]; top: number; step: number }) =>
    frames.flatMap((d) => {
      const { lines: said, top, step } = of(d);
      return said.map((text, i) => ({ text, x: at(d.start), y: top + (i + 0.5) * step }));
    });
  const most = max(frames, (d) => max(d.panel.coverage, (c) => c.reporting)) ?? 1;
  const bars = frames.flatMap((d) =>
    d.panel.coverage
      .filter((c) => c.reporting > 0)
      .map((c) => {
        const half = Math.max(0.75, Math.min(8, d.step * 0.36));
        const high = Math.max(1.5, (c.reporting / most) * STRIP);
        const middle = d.middle(c.year);
        const { stripEnd } = d;
        return { x1: at(middle - half), x2: at(middle + half), y1: stripEnd - high, y2: stripEnd };
      }),
  );
  const half = textWidth(year(options, last), SIZE.small) / 2;
  const years = frames.flatMap((d): Placed[] => {
    const place = (value: number): number =>
      Math.max(d.plotStart + half, Math.min(d.middle(value), d.end - half));
    const shown = place(last) - place(first) > 2 * half + 6 ? [first, last] : [last];
    return shown.map((value) => ({
      text: year(options, value),
      x: at(place(value)),
      y: d.plotEnd + 12,
    }));
  });
  const empty = frames.filter((d) => d.runs.length === 0);
  return [
    rules(across((d) => d.ticks.filter((t) => t !== 0))),
    rules(
      across(() => [0]),
      { stroke: "var(--ink-2)" },
    ),
    texts(
      frames
        .filter((d) => d.axis)
        .flatMap((d) =>
          d.ticks.map((t) => ({
            text: options.formatCompact(t),
            x: at(d.plotStart - 6),
            y: d.y(t),
          })),
        ),
      { ...QUIET, anchor: "end", figures: true },
    ),
    texts(
      lines((d) => ({ lines: d.title, top: d.top, step: 17 })),
      { weight: 600 },
    ),
    texts(years, { ...QUIET, anchor: "middle", figures: true }),
    boxes(bars, { fill: "var(--coverage)" }),
    rules(
      frames.map((d) => ({
        x1: at(d.plotStart),
        x2: at(d.end),
        y1: d.stripEnd,
        y2: d.stripEnd,
      })),
      { stroke: "var(--ink-2)" },
    ),
    texts(
      lines((d) => ({ lines: d.coverage, top: d.stripEnd + 4, step: ROW })),
      QUIET,
    ),
    boxes(
      empty.map((d) => ({
        x1: at(d.plotStart),
        x2: at(d.end),
        y1: d.plotTop,
        y2: d.plotEnd,
      })),
      { fill: patternFill(options, "hatch") },
    ),
    texts(
      empty.map((d) => ({
        text: data.noneText,
        x: at((d.plotStart + d.end) / 2),
        y: (d.plotTop + d.plotEnd) / 2,
      })),
      { ...QUIET, anchor: "middle", fill: "var(--ink)", halo: true },
    ),
  ];
}

/** The first and the last number of each panel with one highlighted series; the last alone where both would touch. */
export function endValues(grid: Grid, data: SmallMultiplesData, options: ChartOptions): Mark {
  const at = inlineX(options);
  const print = data.formatValue ?? options.formatCompact;
  const labels = grid.frames.flatMap((frame): Placed[] => {
    const [only, other] = highlighted(frame.panel);
    if (only === undefined || other !== undefined) return [];
    const points = frame.runs.flatMap((run) => (run.series === only ? run.data : []));
    // A line may pass closer to its number than a row of points.
    const near = frame.panel.connected ? 5 : 11;
    const label = (d: Datum) => {
      const half = textWidth(print(d.value), SIZE.small) / 2;
      const x = Math.max(frame.plotStart + half, Math.min(frame.middle(d.year), frame.end - half));
      const hides = (y: number): number =>
        points.filter(
          (p) =>
            Math.abs(frame.middle(p.year) - x) < half + 4 && Math.abs(frame.y(p.value) - y) < near,
        ).length;
      const places = [-11, -22, 13]
        .map((shift) => frame.y(d.value) + shift)
        .filter((y) => y >= frame.plotTop - 11 && y <= frame.plotEnd - 6);
      const y = places.toSorted((a, b) => hides(a) - hides(b))[0] ?? frame.y(d.value) - 11;
      return { text: print(d.value), half, x, y };
    };
    const end = points.at(-1);
    const begin = points[0];
    if (end === undefined || begin === undefined) return [];
    const [a, b] = [label(begin), label(end)];
    const touch = b.x - b.half < a.x + a.half + 4 && Math.abs(a.y - b.y) < 13;
    return (begin === end || touch ? [b] : [a, b]).map(({ text, x, y }) => ({ text, x: at(x), y }));
  });
  return texts(labels, {
    size: SIZE.small,
    anchor: "middle",
    weight: 600,
    halo: true,
    figures: true,
  });
}

/** Dashed rules at breaks within the years drawn, with a number over each, and the words of the numbers. */
export function breakMarks(grid: Grid, options: ChartOptions) {
  const at = inlineX(options);
  const cuts = grid.frames.flatMap((frame) =>
    frame.panel.breaks
      .filter((cut) => cut.year >= grid.first && cut.year <= grid.last)
      .map((cut) => {
        const edge = frame.middle(cut.year) - frame.step / 2;
        return { frame, label: cut.label, x: at(Math.max(frame.plotStart + 4, edge)) };
      }),
  );
  const labels = [...new Set(cuts.map((d) => d.label))];
  const number = (label: string): string => options.formatNumber(labels.indexOf(label) + 1);
  return {
    notes: labels.map((label) => `${number(label)} · ${label}`),
    marks: [
      rules(
        cuts.map(({ frame, x }) => ({ x1: x, x2: x, y1: frame.plotTop - 14, y2: frame.plotEnd })),
        { stroke: "var(--ink-2)", strokeDasharray: "2,3" },
      ),
      texts(
        cuts.map(({ frame, x, label }) => ({ x, y: frame.plotTop - 21, text: number(label) })),
        { ...QUIET, anchor: "middle" },
      ),
    ],
  };
}

import { ageHistogramDrawing } from "../../../../src/charts/age-histogram.ts";
import { type BarsRow, barsDrawing } from "../../../../src/charts/bars.ts";
import type { Drawing } from "../../../../src/charts/drawing.ts";
import type { ChartOptions } from "../../../../src/charts/options.ts";
import { paint } from "../../../../src/charts/paint.ts";
import { repaint } from "../../../../src/charts/repaint.ts";
import { trendDrawing } from "../../../../src/charts/trend.ts";
import { formatFor } from "../../../../src/i18n/format.ts";
import {
  AGES,
  type Answer,
  AREAS,
  FIRST_YEAR,
  ORIGINS,
  SEXES,
  type Span,
  TYPES,
  YEARS,
} from "../shape.ts";

const format = formatFor("en");
const WIDTH = 340;
/** Bars of a long list, as many as the explorer draws. */
const LARGEST = 16;
const TYPE_COLOURS = ["PISTOL", "REVOLVER", "RIFLE", "SHOTGUN", "SUBMACHINE_GUN", "MACHINE_GUN"];

const optionsOf = (id: string): ChartOptions => ({
  document,
  id,
  width: WIDTH,
  direction: "ltr",
  ariaLabel: id,
  formatNumber: format.number,
  formatCompact: format.compact,
  formatPercent: format.percent,
  formatYear: format.year,
});

function trend(answer: Answer, { from, to }: Span, options: ChartOptions): Drawing {
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  return trendDrawing(
    {
      series: TYPES.map((label, type) => ({
        code: label,
        label,
        colour: `var(--type-${TYPE_COLOURS[type] ?? (type === 6 ? "_O" : "_U")})`,
        highlighted: type < 7,
        points: years.map((year) => ({
          year: FIRST_YEAR + year,
          value: answer.byTypeYear[type * YEARS + year] ?? 0,
        })),
      })),
      connected: true,
      indexed: false,
      unit: "Arms",
      coverage: years.map((year) => ({
        year: FIRST_YEAR + year,
        reporting: answer.reporting[year] ?? 0,
      })),
      coverageLabel: "Areas reporting",
      breaks: [],
      keys: { others: "Type unknown" },
    },
    options,
  );
}

const barRow = (label: string, value: number): BarsRow & { readonly value: number } => ({
  code: label,
  label,
  value,
  text: format.number(value),
  colour: "var(--accent)",
  state: value === 0 ? "zero" : "value",
});

const bars = (labels: readonly string[], values: ArrayLike<number>, options: ChartOptions) =>
  barsDrawing(
    { rows: labels.map((label, i) => barRow(label, values[i] ?? 0)), unit: "Arms" },
    options,
  );

/** The largest codes by size and the sum of the others, as the explorer draws a long list. */
function largest(labels: readonly string[], values: ArrayLike<number>, options: ChartOptions) {
  const rows = labels.map((label, i) => barRow(label, values[i] ?? 0));
  rows.sort((a, b) => b.value - a.value);
  const others = rows.slice(LARGEST).reduce((sum, row) => sum + row.value, 0);
  return barsDrawing(
    { rows: [...rows.slice(0, LARGEST), barRow("Others", others)], unit: "Arms" },
    options,
  );
}

const ages = (values: ArrayLike<number>, options: ChartOptions) =>
  ageHistogramDrawing(
    {
      bands: AGES.map(([from, to], i) => ({
        code: `Y${from}`,
        label: to === null ? `${from} and over` : `${from}–${to}`,
        from,
        to,
        value: values[i] ?? 0,
      })),
      unit: "Arms per year of age",
    },
    options,
  );

const VIEWS: readonly ((answer: Answer, span: Span) => [Drawing, ChartOptions])[] = (
  [
    ["trend", (a, span, o) => trend(a, span, o)],
    ["types", (a, _, o) => bars(TYPES, a.byType, o)],
    ["areas", (a, _, o) => largest(AREAS, a.byArea, o)],
    ["sexes", (a, _, o) => bars(SEXES, a.bySex, o)],
    ["ages", (a, _, o) => ages(a.byAge, o)],
    ["origins", (a, _, o) => largest(ORIGINS, a.byOrigin, o)],
  ] as readonly [string, (a: Answer, span: Span, o: ChartOptions) => Drawing][]
).map(([id, drawing]) => {
  const options = optionsOf(id);
  return (answer, span) => [drawing(answer, span, options), options];
});

/** Draws the six views for the first time. */
export const drawViews = (into: HTMLElement, answer: Answer, span: Span): void =>
  into.replaceChildren(
    ...VIEWS.map((view) => {
      const frame = document.createElement("figure");
      frame.append(paint(...view(answer, span)));
      return frame;
    }),
  );

/** Moves the six drawn views to another answer. */
export function moveViews(into: HTMLElement, answer: Answer, span: Span): void {
  for (const [i, view] of VIEWS.entries()) {
    const svg = into.children[i]?.firstElementChild;
    if (!svg || !repaint(svg, ...view(answer, span)))
      throw new Error(`View ${i} cannot be moved: it was not painted here.`);
  }
}

/** Whether each drawn view is what a first drawing would be. */
export const viewsAreFresh = (into: HTMLElement, answer: Answer, span: Span): boolean =>
  VIEWS.every((view, i) =>
    into.children[i]?.firstElementChild?.isEqualNode(paint(...view(answer, span))),
  );

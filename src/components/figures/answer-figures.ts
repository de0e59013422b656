import type { SiteData } from "../../build/site-data.ts";
import { barsChart, trendChart } from "../../charts/painted.ts";
import { inListOrder } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { groupBy, sumOf, yearsOf } from "../../statistics/cell.ts";
import type { Answer } from "../../view/answer.ts";
import { encodeView } from "../../view/url.ts";
import { breakdownData, breakdownSubtitle, breakdownTitle } from "./breakdown.ts";
import type { FigureProps, Undrawn, Variant } from "./figure-props.ts";
import { chartOptions, orderedLines, trendData, trendSubtitle, trendTitle } from "./trend.ts";
import { categoryLabel, caveatsOf, coverageLine, sourceLine } from "./words.ts";

type Shown = Pick<SiteData, "names" | "version">;

const around = (answer: Answer, { names, version }: Shown, speech: Speech) => ({
  switches: [],
  source: sourceLine(answer.view.dataset, names, answer.view.release),
  coverage: coverageLine(answer, speech, names),
  caveats: caveatsOf(answer, speech),
  search: encodeView(answer.view, version),
});

const print = (value: number | null, { m, f }: Speech): string =>
  value === null ? m.table.missing : f.number(value);

/** One drawing of an answer, named for those who do not see it by its title. */
export const drawnVariant = (
  answer: Pick<Answer, "view">,
  speech: Speech,
  id: string,
  { title, subtitle, draw }: Pick<Variant, "title" | "subtitle"> & Pick<Undrawn, "draw">,
): Variant => ({
  when: {},
  title,
  subtitle,
  draw,
  options: { ...chartOptions(speech, answer.view), id, ariaLabel: title },
});

/** An answer over its years as a figure of a page: chart, table by year, source, coverage, caveats. */
export const trendFigure = (
  answer: Answer,
  data: Shown,
  speech: Speech,
  id: string,
): FigureProps => {
  const { m, f } = speech;
  const { names } = data;
  const title = trendTitle(answer, speech, names);
  const drawn = trendData(answer, speech, names);
  const lines = orderedLines(answer);
  return {
    id,
    variants: [
      drawnVariant(answer, speech, id, {
        title,
        subtitle: trendSubtitle(answer, speech, names),
        draw: (options) => trendChart(drawn, options),
      }),
    ],
    table: {
      head: [
        m.figure.year,
        ...lines.map((line) => categoryLabel(answer, line.code, speech, names)),
        drawn.coverageLabel,
      ],
      rows: yearsOf(answer.view).map((year, at) => [
        f.year(year),
        ...lines.map((line) => print(line.points[at]?.value ?? null, speech)),
        f.number(answer.coverage[at]?.reporting.length ?? 0),
      ]),
    },
    ...around(answer, data, speech),
  };
};

/** An answer by its categories as a figure of a page; the table has the share of each where they make up a whole. */
export const breakdownFigure = (
  answer: Answer,
  data: Shown,
  speech: Speech,
  id: string,
): FigureProps => {
  const { m, f } = speech;
  const { names } = data;
  const { by } = answer.view;
  const title = breakdownTitle(answer, speech, names);
  // A page has nobody who chooses a bar: no places to point at.
  const { pick: _, ...bars } = breakdownData(answer, speech, names);
  const byCode = groupBy(answer.cells, (cell) => cell.code);
  const codes = by === "_T" ? [...byCode.keys()] : inListOrder(by, [...byCode.keys()]);
  const shareOf = (code: string): string => {
    const share = answer.shares?.shares.find((entry) => entry.code === code)?.share;
    return typeof share === "number" ? f.percent(share) : "";
  };
  return {
    id,
    variants: [
      drawnVariant(answer, speech, id, {
        title,
        subtitle: breakdownSubtitle(answer, speech, names),
        draw: (options) => barsChart(bars, options),
      }),
    ],
    table: {
      head: [
        by === "_T" ? m.figure.total : m.dimensions[by],
        m.figure.count,
        ...(answer.shares === null ? [] : [m.figure.share]),
      ],
      rows: codes.map((code) => [
        categoryLabel(answer, code, speech, names),
        print(sumOf(byCode.get(code) ?? []), speech),
        ...(answer.shares === null ? [] : [shareOf(code)]),
      ]),
    },
    ...around(answer, data, speech),
  };
};

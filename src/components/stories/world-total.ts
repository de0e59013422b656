import { answerAtBuild, type SiteData } from "../../build/site-data.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Cell, isReported, type Span, sumOf } from "../../statistics/cell.ts";
import { coverageOf, panelOf } from "../../statistics/panel.ts";
import type { Answer } from "../../view/answer.ts";
import type { View } from "../../view/view.ts";
import { trendFigure } from "../figures/answer-figures.ts";
import type { FigureProps } from "../figures/figure-props.ts";
import { caveatsOf, howMany } from "../figures/words.ts";
import { apparentFall, TOTAL_VIEW, totalFigure } from "../home/total.ts";
import { storyBars } from "./bars-figure.ts";
import { asked, changeOf, countsTraces, inYear, mustHold, type Story } from "./story.ts";

/** The two years between which the sum falls. */
const FALL: Span = { from: 2020, to: 2021 };
const ID = "world-total";
const ALL_VIEW: View = { ...TOTAL_VIEW, panel: "all" };

/** Who stands behind one of two years and not behind the other, the largest number first; and who behind both. */
export interface Movers {
  readonly left: readonly Cell[];
  readonly joined: readonly Cell[];
  readonly both: readonly string[];
}

/** Who left and who joined between the two years of a span. */
export const moversOf = (cells: readonly Cell[], { from, to }: Span): Movers => {
  const span = { from, to };
  const moved = coverageOf(cells, span).find(({ year }) => year === to);
  const of = (year: number, areas: readonly string[] = []) =>
    cells
      .filter((cell) => isReported(cell) && cell.year === year && areas.includes(cell.area))
      .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return {
    left: of(from, moved?.left),
    joined: of(to, moved?.joined),
    both: panelOf(cells, span),
  };
};

const sumIn = (cells: readonly Cell[], year: number, isIn: (area: string) => boolean): number =>
  sumOf(cells.filter((cell) => cell.year === year && isIn(cell.area))) ?? 0;

const leaversFigure = (
  answer: Answer,
  { left }: Movers,
  largest: string,
  part: string,
  data: SiteData,
  speech: Speech,
): FigureProps => {
  const { m, f } = speech;
  const words = m.stories.worldTotal;
  const name = (code: string) => data.names.areas[code] ?? code;
  const bars = left.map(({ area, value }) => ({
    code: area,
    label: name(area),
    value: value ?? 0,
    text: f.number(value ?? 0),
  }));
  return storyBars(
    {
      id: "leavers",
      view: { ...ALL_VIEW, ...inYear(FALL.from), areas: left.map(({ area }) => area).sort() },
      title: words.leaversTitle(name(largest), part),
      subtitle: words.leaversSubtitle(f.year(FALL.from), f.year(FALL.to)),
      bars,
      unit: m.nouns.ARMS_SEIZED,
      table: {
        head: [m.stories.state, m.nouns.ARMS_SEIZED],
        rows: bars.map(({ label, text }) => [label, text]),
      },
      coverage: howMany(speech, left.length, "COUNTRY"),
      caveats: caveatsOf(answer, speech),
    },
    data,
    speech,
  );
};

const reportingFigure = (answer: Answer, data: SiteData, speech: Speech): FigureProps => {
  const { m, f } = speech;
  const words = m.stories.worldTotal;
  const counts = answer.coverage.map(({ year, reporting }) => ({ year, count: reporting.length }));
  return storyBars(
    {
      id: "reporting",
      view: ALL_VIEW,
      title: words.reportingTitle(howMany(speech, answer.panel.length, "COUNTRY")),
      subtitle: words.reportingSubtitle(f.year(ALL_VIEW.from), f.year(ALL_VIEW.to)),
      bars: counts.map(({ year, count }) => ({
        code: String(year),
        label: f.year(year),
        value: count,
        text: f.number(count),
        colour: "var(--coverage)",
      })),
      unit: m.figure.statesReporting,
      reference: { value: answer.panel.length, label: words.everyYear },
      table: {
        head: [m.figure.year, m.figure.statesReporting, words.joined, words.left],
        rows: answer.coverage.map(({ year, reporting, joined, left }, at) => [
          f.year(year),
          f.number(reporting.length),
          ...[joined, left].map((areas) => (at === 0 ? "–" : f.number(areas.length))),
        ]),
      },
      coverage: howMany(speech, answer.members.length, "COUNTRY"),
      caveats: caveatsOf(answer, speech),
    },
    data,
    speech,
  );
};

/**
 * Why the sum over whichever States reported fell from 2020 to 2021. Throws when it did not fall, or when the States
 * that reported both years fell as much.
 */
export const worldTotal = async (data: SiteData, speech: Speech): Promise<Story> => {
  const { m, f } = speech;
  const words = m.stories.worldTotal;
  const { fall, area: largest, part, whole } = await apparentFall(data);
  const answer = await answerAtBuild(data, ALL_VIEW);
  const { cells, members, panel } = answer;
  const movers = moversOf(cells, FALL);
  const { left, joined, both } = movers;
  const codes = ["_T"];
  const [from, to] = [f.year(FALL.from), f.year(FALL.to)];
  const [first, last] = [f.year(ALL_VIEW.from), f.year(ALL_VIEW.to)];
  const sum = (year: number, areas: readonly string[]) => {
    const value = sumIn(cells, year, (area) => areas.includes(area));
    return {
      value,
      said: asked(ALL_VIEW, areas, f.number(value), { kind: "value", ...inYear(year), codes }),
    };
  };
  const count = (
    kind: "areas" | "panel" | "left" | "joined",
    n: number,
    span: Span,
    areas = members,
  ) => asked(ALL_VIEW, areas, f.number(n), { kind, from: span.from, to: span.to, codes });
  const reporting = (year: number) =>
    answer.coverage.find((entry) => entry.year === year)?.reporting.length ?? 0;
  const fallSaid = asked(ALL_VIEW, members, f.percent(fall), { kind: "fall", ...FALL, codes });
  const [a, b] = [sum(FALL.from, both), sum(FALL.to, both)];
  const others = members.filter((area) => area !== largest);
  const [otherBefore, otherAfter] = [sum(FALL.from, others), sum(FALL.to, others)];
  mustHold(fall > 0, ID, "the sum over all reporters did not fall");
  mustHold(1 - b.value / a.value < fall, ID, "the States that reported both years fell as much");
  const [start, end] = [sum(ALL_VIEW.from, panel), sum(ALL_VIEW.to, panel)];
  const panelFall = [sum(FALL.from, panel), sum(FALL.to, panel)] as const;
  const years = answer.coverage.map(({ year }) => year);
  const fewest = years.reduce((x, y) => (reporting(y) < reporting(x) ? y : x));
  const most = years.reduce((x, y) => (reporting(y) > reporting(x) ? y : x));
  const name = (code: string) => data.names.areas[code] ?? code;
  const pairWords = words.pair[changeOf(a.value, b.value)];
  return {
    title: words.title(from, to),
    standfirst: words.standfirst(
      fallSaid,
      from,
      to,
      pairWords(count("panel", both.length, FALL), a.said, b.said),
    ),
    steps: [
      {
        heading: words.sumHeading,
        paragraphs: [
          words.sums(
            count("areas", reporting(FALL.from), inYear(FALL.from)),
            sum(FALL.from, members).said,
            from,
            count("areas", reporting(FALL.to), inYear(FALL.to)),
            sum(FALL.to, members).said,
            to,
          ),
          words.fell(fallSaid, from, to) +
            (reporting(FALL.to) > reporting(FALL.from) ? ` ${words.moreReported}` : ""),
          words.hollow,
        ],
        figure: trendFigure(answer, data, speech, "reporters"),
      },
      {
        heading: words.leftHeading,
        paragraphs: [
          words.leftAndJoined(
            count("left", left.length, FALL),
            left.length,
            count("joined", joined.length, FALL),
            joined.length,
            from,
            to,
          ),
          words.largest(
            name(largest),
            asked(ALL_VIEW, [largest], f.number(part), {
              kind: "value",
              ...inYear(FALL.from),
              codes,
            }),
            asked(ALL_VIEW, members, f.number(whole), {
              kind: "value",
              ...inYear(FALL.from),
              codes,
            }),
            from,
          ) + (countsTraces(cells, largest) ? ` ${m.stories.tracedInstead}` : ""),
          words.withoutLargest[changeOf(otherBefore.value, otherAfter.value)](
            otherBefore.said,
            from,
            otherAfter.said,
            to,
          ),
          words.joinedBring(
            sum(
              FALL.to,
              joined.map(({ area }) => area),
            ).said,
            to,
          ),
        ],
        figure: leaversFigure(answer, movers, largest, f.percent(part / whole), data, speech),
      },
      {
        heading: words.sameHeading,
        paragraphs: [
          pairWords(count("panel", both.length, FALL), a.said, b.said),
          words.panel[changeOf(start.value, end.value)](
            count("panel", panel.length, ALL_VIEW),
            first,
            last,
            start.said,
            end.said,
          ),
          words.panelYears[changeOf(panelFall[0].value, panelFall[1].value)](
            panelFall[0].said,
            from,
            panelFall[1].said,
            to,
          ),
          words.panelWho(f.list(panel.map(name))),
        ],
        figure: await totalFigure(data, speech),
      },
      {
        heading: words.behindHeading,
        paragraphs: [
          words.ever(
            count("areas", members.length, ALL_VIEW),
            first,
            last,
            count("panel", panel.length, ALL_VIEW),
          ),
          words.range(
            count("areas", reporting(most), inYear(most)),
            f.year(most),
            count("areas", reporting(fewest), inYear(fewest)),
            f.year(fewest),
          ),
          words.twoLines,
        ],
        figure: reportingFigure(answer, data, speech),
      },
      { heading: words.concludeHeading, paragraphs: words.conclude },
    ],
    method: words.method,
  };
};

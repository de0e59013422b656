import { PANELS, type Panel } from "../../charts/multiples-layout.ts";
import type { SmallMultiplesData } from "../../charts/small-multiples.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Cell, groupBy, isReported, yearsOf } from "../../statistics/cell.ts";
import { SMALL_DENOMINATOR } from "../../statistics/ratio.ts";
import { type Answer, answerOf, type TrendLine, type TrendPoint } from "../../view/answer.ts";
import { breaksOf, colourOf, orderedLines, unitOf } from "./trend.ts";
import { categoryLabel, coverageLine, exclusionOf, howMany, type Names, whoOf } from "./words.ts";

/** Lines in colour. */
const COLOURS = 7;

/** What the panels of an answer are: areas where nothing is broken down, else what the view asks for. */
export const panelsOf = ({ view }: Answer): "area" | "category" =>
  view.by === "_T" ? "area" : view.multiples;

const pointOf = ({ year, value, flags, denominator }: TrendPoint, { m, f }: Speech) => ({
  year,
  value,
  doubtful: value === 0 && flags.includes("FALSE_ZERO_SUSPECT"),
  ...(value !== null && denominator !== undefined && denominator < SMALL_DENOMINATOR
    ? { note: m.figure.ofOnly(f.number(denominator)) }
    : {}),
});

const seriesOf = (
  line: TrendLine,
  label: string,
  colour: string,
  highlighted: boolean,
  speech: Speech,
): Panel["series"][number] => ({
  code: line.code,
  label,
  colour,
  highlighted,
  points: line.points.map((point) => pointOf(point, speech)),
});

const largest = (line: TrendLine): number =>
  Math.max(-1, ...line.points.map((point) => point.value ?? -1));

/** Areas that report at least one of the cells, by year. */
const coverageIn = (answer: Answer, cells: readonly Cell[]): Panel["coverage"] => {
  const byYear = groupBy(cells.filter(isReported), (cell) => cell.year);
  return yearsOf(answer.view).map((year) => ({
    year,
    reporting: new Set(byYear.get(year)?.map((cell) => cell.area)).size,
  }));
};

interface Ranked {
  readonly panel: Panel;
  readonly most: number;
}

/** One panel an area: its total, or its categories in the colours that they have in every chart. */
const areaPanels = (answer: Answer, speech: Speech, names: Names): Ranked[] => {
  const { m, f } = speech;
  const { view, slice, whole } = answer;
  const byArea = groupBy(whole, (cell) => cell.area);
  const bySize = answer.lines === "areas" ? [] : orderedLines(answer).map((line) => line.code);
  const lit = new Set(
    [...answer.trend]
      .sort((a, b) => largest(b) - largest(a))
      .slice(0, COLOURS)
      .map((line) => line.code),
  );
  return answer.members.map((area) => {
    const cells = byArea.get(area) ?? [];
    const own = answerOf({ ...view, areas: [area], without: [] }, slice, cells);
    const coverage = coverageIn(answer, own.cells);
    const title = names.areas[area] ?? area;
    const total = view.by === "_T";
    const series = own.trend.map((line) =>
      seriesOf(
        line,
        total ? title : categoryLabel(own, line.code, speech, names),
        total ? "var(--accent)" : colourOf(answer, line.code, bySize.indexOf(line.code)),
        total || lit.has(line.code),
        speech,
      ),
    );
    const years = coverage.filter((year) => year.reporting > 0).length;
    return {
      most: Math.max(-1, ...own.trend.map(largest)),
      panel: {
        code: area,
        title,
        series,
        // One area alone is the same area in every year.
        connected: true,
        coverage,
        coverageText: m.views.yearsReported(f.number(years), f.number(coverage.length)),
        breaks: breaksOf(answer.view),
      },
    };
  });
};

/** One panel a category, over all areas. */
const categoryPanels = (answer: Answer, speech: Speech, names: Names): Ranked[] => {
  const { m, f } = speech;
  const byCode = groupBy(answer.cells, (cell) => cell.code);
  return orderedLines(answer).map((line, index) => {
    const coverage = coverageIn(answer, byCode.get(line.code) ?? []);
    const counts = coverage.map((year) => year.reporting);
    const [low, high] = [Math.min(...counts), Math.max(...counts)];
    const title = categoryLabel(answer, line.code, speech, names);
    return {
      most: largest(line),
      panel: {
        code: line.code,
        title,
        series: [seriesOf(line, title, colourOf(answer, line.code, index), true, speech)],
        connected: answer.balanced,
        coverage,
        coverageText: m.views.areasBehind(
          m.areas(m.views.between(f.number(low), f.number(high)), high, answer.view.level),
        ),
        breaks: breaksOf(answer.view),
      },
    };
  });
};

/**
 * What small multiples draw for an answer: one panel an area or a category, those with the largest numbers where
 * they are many, in the order of their names or of their list. The scale is common unless the caller asks otherwise.
 */
export const multiplesData = (
  answer: Answer,
  speech: Speech,
  names: Names,
  scale: SmallMultiplesData["scale"] = "common",
): SmallMultiplesData => {
  const { m, f } = speech;
  const { view } = answer;
  const areas = panelsOf(answer) === "area";
  const all = areas
    ? areaPanels(answer, speech, names).sort((a, b) => f.compare(a.panel.title, b.panel.title))
    : categoryPanels(answer, speech, names);
  const kept = new Set([...all].sort((a, b) => b.most - a.most).slice(0, PANELS));
  const share = view.measure === "share";
  return {
    // The chart draws the first of them and says so.
    panels: [
      ...all.filter((ranked) => kept.has(ranked)),
      ...all.filter((ranked) => !kept.has(ranked)),
    ].map(({ panel }) => panel),
    scale,
    scaleText: scale === "common" ? m.views.scaleCommon : m.views.scaleOwn,
    unit: unitOf(view, speech),
    noneText: m.nothing["not-reported"],
    keys: {
      unconnected: m.figure.unconnected,
      doubtful: m.figure.doubtful,
      noted: m.views.noted,
      others: m.figure.otherCategories,
    },
    cutText: (shown, count) => m.views.panelsCut(f.number(shown), f.number(count)),
    formatValue: share ? f.percent : view.unit === "NUMBER" ? f.compact : f.number,
  };
};

/** How many panels stand side by side, and of what. */
export const multiplesTitle = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const { view } = answer;
  const areas = panelsOf(answer) === "area";
  const count = areas ? answer.members.length : answer.trend.length;
  if (count === 0 || answer.cells.length === 0) return m.titles.empty;
  const panels = areas
    ? howMany(speech, count, view.level)
    : m.views.multiplesCategories(f.number(count), count);
  const noun = m.nouns[view.indicator];
  const finding =
    areas && count === 1
      ? m.titles.areasChosen(noun, whoOf(answer, speech, names))
      : m.views.multiplesTitle(noun, panels);
  const exclusion = exclusionOf(view, speech, names);
  return exclusion === "" ? finding : `${finding} (${exclusion})`;
};

/** What the small multiples count, of whom and when. */
export const multiplesSubtitle = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const { view } = answer;
  const noun = m.nouns[view.indicator];
  const what = view.measure === "share" ? m.views.shareOf(noun) : unitOf(view, speech);
  if (view.measure === "index")
    return m.subtitles.trendIndex(
      noun,
      coverageLine(answer, speech, names),
      f.year(view.from),
      f.year(view.to),
    );
  return m.views.multiplesSubtitle(
    what,
    coverageLine(answer, speech, names),
    f.year(view.from),
    f.year(view.to),
  );
};

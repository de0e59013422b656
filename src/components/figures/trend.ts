import { seriesColour, sexColour, weaponTypeColour } from "../../charts/colours.ts";
import type { ChartOptions } from "../../charts/options.ts";
import type { TrendData } from "../../charts/trend.ts";
import { inListOrder } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { seriesBreaks } from "../../standard/series-breaks.ts";
import type { Coverage } from "../../statistics/panel.ts";
import { SMALL_DENOMINATOR } from "../../statistics/ratio.ts";
import type { Answer, TrendLine, TrendPoint } from "../../view/answer.ts";
import { categoryLabel, coverageLine, exclusionOf, howMany, type Names, whoOf } from "./words.ts";

/** Colour of a category, the same wherever it is drawn. */
export const colourOf = (answer: Answer, code: string, index: number): string => {
  if (answer.view.by === "weapon_type") return weaponTypeColour(code);
  if (answer.view.by === "sex") return sexColour(code);
  return answer.view.by === "_T" && answer.lines === "categories"
    ? "var(--accent)"
    : seriesColour(index);
};

const sumOfLine = (line: TrendLine): number =>
  line.points.reduce((sum, point) => sum + (point.value ?? 0), 0);

/** Lines in reading order: the code list's order, the largest first where the list has no order of its own. */
export const orderedLines = (answer: Answer): TrendLine[] => {
  const bySize = [...answer.trend].sort((a, b) => sumOfLine(b) - sumOfLine(a));
  if (answer.view.by === "_T" || bySize.length > 10) return bySize;
  const codes = inListOrder(
    answer.view.by,
    bySize.map((line) => line.code),
  );
  return codes.flatMap((code) => bySize.filter((line) => line.code === code));
};

/** Names the States that enter or leave, or counts them where they are many. */
const comingsAndGoings = (year: Coverage, { m, f }: Speech, names: Names): string | undefined => {
  const named = (codes: readonly string[]) =>
    f.list(codes.map((code) => names.areas[code] ?? code));
  const large = "USA";
  if (year.joined.includes(large)) return m.figure.joins(named([large]));
  if (year.left.includes(large)) return m.figure.leaves(named([large]));
  return undefined;
};

/** A share of so few that it says little. */
const isSmall = (point: TrendPoint): boolean =>
  point.value !== null && point.denominator !== undefined && point.denominator < SMALL_DENOMINATOR;

/** What the numbers of a view are, in words: "arms seized", "Share", "First number = 100". */
export const unitOf = (view: Answer["view"], { m }: Speech): string => {
  if (view.measure === "share") return m.figure.share;
  const unit = view.unit === "NUMBER" ? "" : ` (${m.units[view.unit]})`;
  const noun = `${m.nouns[view.indicator]}${unit}`;
  return view.measure === "index" ? m.figure.indexOf(noun) : noun;
};

/** What the trend chart draws for an answer. */
export const trendData = (answer: Answer, speech: Speech, names: Names): TrendData => {
  const { m, f } = speech;
  const lines = orderedLines(answer);
  const large = new Set(
    [...lines]
      .sort((a, b) => sumOfLine(b) - sumOfLine(a))
      .slice(0, 7)
      .map((line) => line.code),
  );
  const share = answer.view.measure === "share";
  const connected = answer.balanced || answer.lines === "areas";
  const chosen = new Set(answer.view.areas);
  // Lines of areas that no one has chosen are all grey: none of them matters more than another.
  const isHighlighted = (code: string): boolean =>
    answer.lines === "areas" ? chosen.has(code) && large.has(code) : large.has(code);
  return {
    series: lines.map((line, index) => ({
      code: line.code,
      label: categoryLabel(answer, line.code, speech, names),
      colour: colourOf(answer, line.code, index),
      highlighted: isHighlighted(line.code),
      points: line.points.map((point) => ({
        year: point.year,
        value: point.value,
        doubtful: point.flags.includes("FALSE_ZERO_SUSPECT") && point.value === 0,
        ...(isSmall(point) ? { note: m.figure.ofOnly(f.number(point.denominator ?? 0)) } : {}),
      })),
    })),
    connected,
    indexed: answer.view.measure === "index",
    unit: unitOf(answer.view, speech),
    coverage: answer.coverage.map((year) => {
      const label = comingsAndGoings(year, speech, names);
      return {
        year: year.year,
        reporting: year.reporting.length,
        ...(label === undefined ? {} : { label }),
      };
    }),
    coverageLabel:
      answer.view.level === "COUNTRY" ? m.figure.statesReporting : m.figure.areasReporting,
    breaks: breaksOf(answer.view),
    keys: {
      unconnected: m.figure.unconnected,
      single: m.figure.single,
      doubtful: m.figure.doubtful,
      others:
        answer.lines !== "areas"
          ? m.figure.otherCategories
          : chosen.size === 0
            ? m.figure.eachArea
            : m.figure.otherAreas,
    },
    formatValue: share ? f.percent : answer.view.unit === "NUMBER" ? f.compact : f.number,
  };
};

/** The years within a span at which the source begins to count in another way. */
export const breaksOf = ({ dataset, from, to }: Answer["view"]): TrendData["breaks"] =>
  seriesBreaks(dataset).filter(({ year }) => from < year && year <= to);

/** The formatters that all charts of a page share. */
export const chartOptions = (
  { locale, f }: Speech,
  view: Answer["view"],
): Omit<ChartOptions, "document" | "id" | "width" | "ariaLabel"> => ({
  direction: locale.direction,
  formatNumber: f.number,
  formatCompact: view.measure === "share" ? f.percent : f.compact,
  formatPercent: f.percent,
  formatYear: f.year,
});

/** The finding for one chosen area, with its first and last number; undefined for several. */
const chosenTitle = (answer: Answer, speech: Speech, names: Names): string | undefined => {
  const { m, f } = speech;
  const [line, other] = answer.trend;
  const points = line?.points.filter((point) => point.value !== null) ?? [];
  const first = points.at(0);
  const last = points.at(-1);
  if (line === undefined || other !== undefined || first === undefined || last === undefined)
    return undefined;
  return m.titles.oneArea(
    names.areas[line.code] ?? line.code,
    unitOf(answer.view, speech),
    f.year(first.year),
    f.number(first.value ?? 0),
    f.year(last.year),
    f.number(last.value ?? 0),
  );
};

/** The finding of several lines of areas: who they are, or between which numbers they lie. */
const areasTitle = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const { view } = answer;
  const noun = unitOf(view, speech);
  if (view.areas.length > 0)
    return m.titles.areasChosen(noun, f.list(view.areas.map((code) => names.areas[code] ?? code)));
  const values = answer.cells.flatMap((cell) => (cell.value === null ? [] : [cell.value]));
  return m.titles.areasBetween(
    noun,
    howMany(speech, answer.members.length, view.level),
    f.number(Math.min(...values)),
    f.number(Math.max(...values)),
  );
};

/** The finding of a trend, in one sentence with its numbers, and what was left out of them. */
export const trendTitle = (answer: Answer, speech: Speech, names: Names): string => {
  const exclusion = exclusionOf(answer.view, speech, names);
  const finding = findingOf(answer, speech, names);
  return exclusion === "" ? finding : `${finding} (${exclusion})`;
};

const findingOf = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const { view } = answer;
  const noun = view.measure === "share" ? m.nouns[view.indicator] : unitOf(view, speech);
  const print = view.measure === "share" ? f.percent : f.number;
  if (answer.cells.length === 0) return m.titles.empty;
  if (answer.lines === "areas")
    return chosenTitle(answer, speech, names) ?? areasTitle(answer, speech, names);
  const [top] = [...answer.trend].sort((a, b) => sumOfLine(b) - sumOfLine(a));
  const points = top?.points.filter((point) => point.value !== null) ?? [];
  const first = points.at(0);
  const last = points.at(-1);
  if (top === undefined || first === undefined || last === undefined) return m.titles.empty;
  const a = print(first.value ?? 0);
  const b = print(last.value ?? 0);
  const count = (year: number) =>
    howMany(
      speech,
      answer.coverage.find((entry) => entry.year === year)?.reporting.length ?? 0,
      view.level,
    );
  if (first.year === last.year)
    return view.by === "_T"
      ? m.titles.oneYear(noun, f.year(first.year), a, count(first.year))
      : m.titles.oneYearCategory(
          categoryLabel(answer, top.code, speech, names),
          f.year(first.year),
          a,
          noun,
          whoOf(answer, speech, names),
        );
  if (view.by === "_T")
    return answer.balanced
      ? m.titles.totalSame(
          noun,
          whoOf(answer, speech, names),
          f.year(first.year),
          a,
          f.year(last.year),
          b,
        )
      : m.titles.totalAll(
          noun,
          f.year(first.year),
          a,
          count(first.year),
          f.year(last.year),
          b,
          count(last.year),
        );
  const label = categoryLabel(answer, top.code, speech, names);
  return answer.balanced
    ? m.titles.category(
        label,
        noun,
        f.year(first.year),
        a,
        f.year(last.year),
        b,
        whoOf(answer, speech, names),
      )
    : m.titles.categoryAll(label, noun, f.year(first.year), a, f.year(last.year), b);
};

/** Measure, unit, who and when of a trend. */
export const trendSubtitle = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const { view } = answer;
  const words =
    view.measure === "share"
      ? m.subtitles.trendShare
      : view.measure === "index"
        ? m.subtitles.trendIndex
        : view.unit === "NUMBER"
          ? m.subtitles.trend
          : m.subtitles.trendRate;
  return words(
    view.unit === "NUMBER" ? m.nouns[view.indicator] : unitOf(view, speech),
    coverageLine(answer, speech, names),
    f.year(view.from),
    f.year(view.to),
  );
};

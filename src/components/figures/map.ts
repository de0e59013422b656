import type { MapArea, SymbolMapData } from "../../charts/symbol-map.ts";
import { labelOf } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Dimension } from "../../standard/dimensions.ts";
import type { Land } from "../../standard/geography/land.ts";
import type { Positions } from "../../standard/geography/positions.ts";
import { SMALL_DENOMINATOR } from "../../statistics/ratio.ts";
import type { Answer } from "../../view/answer.ts";
import { addsOverAreas } from "../../view/catalogue.ts";
import { chosenCodes, type View } from "../../view/view.ts";
import { type AreaReading, isShareMap, readingsOf, yearsReported } from "./map-areas.ts";
import { categoryLabel, coverageLine, howMany, type Names } from "./words.ts";

/** Where areas stand, and the land under them. */
export interface Geography {
  readonly positions: Positions;
  readonly land: Land;
}

/** Parts of countries so far from the rest that a map fitted to them too would show little: they stand beside it. */
const BESIDE: ReadonlySet<string> = new Set(["US-AK", "US-GU", "US-HI", "US-PR", "US-VI"]);

/** Areas that the map of an answer is fitted to. */
export const frameOf = ({ slice }: Answer): string[] =>
  slice.areas.filter((area) => !BESIDE.has(area));

const nameIn = (names: Names) => (code: string) => names.areas[code] ?? code;

/** Why an answer has no map, in words; undefined where it has one. */
export const whyNoMap = (
  { view, slice, everyArea, cells }: Answer,
  { m }: Speech,
): string | undefined => {
  if (view.level === "REGION") return m.map.regions;
  if (slice.areas.length < 2) return m.map.single;
  if (everyArea.length === 0 && cells.length > 0) return m.map.overlapping;
  return everyArea.length === 0 ? m.titles.empty : undefined;
};

const missingWords = ({ view, slice }: Answer, { m }: Speech): string => {
  if (view.indicator.startsWith("PERSONS_") && view.outliers === "without")
    return m.map.notReportedOutlier;
  if (view.by === "_T") return m.map.notReported;
  const chosen = view.filters[view.by] ?? [];
  if (chosen.length > 0 && chosen.length < (slice.codes[view.by] ?? []).length)
    return m.map.notReportedCategory;
  return view.residual === "without" ? m.map.notReportedResidual : m.map.notReported;
};

const titleOf = (
  answer: Answer,
  reading: AreaReading,
  { m, f }: Speech,
  label: string,
  text: string,
): string => {
  if (reading.value === null) return m.map.area(label, text);
  if (reading.denominator !== undefined)
    return m.map.areaShare(label, text, f.number(reading.denominator));
  const years = answer.view.to - answer.view.from + 1;
  if (years === 1 || !addsOverAreas(answer.slice)) return m.map.area(label, text);
  return m.map.areaYears(
    label,
    text,
    f.number(yearsReported(answer, reading.area)),
    f.number(years),
  );
};

const areasOf = (answer: Answer, speech: Speech, names: Names, positions: Positions): MapArea[] => {
  const { m, f } = speech;
  const share = isShareMap(answer);
  return readingsOf(answer).flatMap((reading) => {
    const position = positions[reading.area];
    if (position === undefined) return [];
    const label = nameIn(names)(reading.area);
    const { value, state } = reading;
    const number = value === null ? "" : share ? f.percent(value) : f.number(value);
    const text =
      value === null
        ? reading.withheld
          ? m.table.withheld
          : missingWords(answer, speech)
        : state === "value"
          ? number
          : `${number} (${m.nothing[state]})`;
    const entry = {
      code: reading.area,
      label,
      position,
      value,
      text: state === "value" ? number : text,
      state,
      title: titleOf(answer, reading, speech, label, text),
      quiet: reading.quiet,
      faded: reading.faded,
    };
    return [entry];
  });
};

const notesOf = (
  answer: Answer,
  areas: readonly MapArea[],
  speech: Speech,
  names: Names,
): string[] => {
  const { m, f } = speech;
  const { view } = answer;
  const drawn = new Set(areas.map(({ code }) => code));
  const reporting = answer.everyArea.map(({ area }) => area);
  const omitted = isShareMap(answer)
    ? reporting.filter((area) => !answer.members.includes(area)).length
    : 0;
  const unplaced = readingsOf(answer).filter(({ area }) => !drawn.has(area));
  const years = new Set(reporting.map((area) => yearsReported(answer, area)));
  const list = (codes: readonly string[]) => f.list(codes.map(nameIn(names)));
  return [
    ...(addsOverAreas(answer.slice) && years.size > 1 ? [m.map.yearsDiffer] : []),
    ...(omitted > 0 ? [m.map.shareOmitted(howMany(speech, omitted, view.level))] : []),
    ...(view.without.length > 0 ? [m.map.leftOut(list(view.without))] : []),
    ...(unplaced.length > 0 ? [m.map.unplaced(list(unplaced.map(({ area }) => area)))] : []),
  ];
};

/** What a map draws for an answer: every area of its table, reporting or not. Ask `whyNoMap` first. */
export const mapData = (
  answer: Answer,
  speech: Speech,
  names: Names,
  { positions, land }: Geography,
): SymbolMapData => {
  const { m, f } = speech;
  const areas = areasOf(answer, speech, names, positions);
  const share = isShareMap(answer);
  const has = (state: MapArea["state"]) => areas.some((area) => area.state === state);
  const quiet = answer.view.areas.length > 0 ? m.map.quietChosen : m.map.quietPanel;
  return {
    land,
    areas,
    frame: frameOf(answer),
    unit: share ? m.map.unitShare : m.map.unit,
    disclaimer: m.map.disclaimer,
    notes: notesOf(answer, areas, speech, names),
    beside: m.map.beside,
    smallest: share ? m.map.smallestShare : m.map.smallest,
    keys: {
      ...(areas.some((area) => area.quiet === true) ? { quiet } : {}),
      ...(areas.some((area) => area.faded === true)
        ? { faded: m.map.faded(f.number(SMALL_DENOMINATOR)) }
        : {}),
      nothing: {
        ...(has("zero") ? { zero: m.nothing.zero } : {}),
        ...(has("doubtful-zero") ? { "doubtful-zero": m.nothing["doubtful-zero"] } : {}),
        ...(has("not-reported") ? { "not-reported": missingWords(answer, speech) } : {}),
      },
    },
    formatValue: share ? f.percent : f.compact,
  };
};

/** What is counted, with the categories that the reader has chosen; those of `told` are told elsewhere. */
const nounOf = ({ view }: Answer, { m, f }: Speech, names: Names, told?: View["by"]): string => {
  const noun = m.nouns[view.indicator];
  const chosen = Object.entries(view.filters).flatMap(([dimension, codes]) =>
    dimension === told
      ? []
      : (codes ?? []).map((code) => labelOf(dimension as Dimension, code, names.areas)),
  );
  return chosen.length === 0 ? noun : m.map.narrowed(noun, f.list(chosen));
};

/** The chosen categories of a view, in words. */
const chosenWords = (answer: Answer, speech: Speech, names: Names): string =>
  speech.f.list(
    chosenCodes(answer.view, answer.view.by).map((code) =>
      categoryLabel(answer, code, speech, names),
    ),
  );

/** Between which shares the areas lie: those whose share says something, or all where none does. */
const shareTitle = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const shares = readingsOf(answer).filter(({ value }) => value !== null);
  const telling = shares.filter(({ faded }) => !faded);
  const told = telling.length > 0 ? telling : shares;
  const [first, second] = told;
  if (first === undefined) return m.titles.empty;
  const values = told.map(({ value }) => value ?? 0);
  return m.map.titleShare(
    chosenWords(answer, speech, names),
    [f.percent(Math.min(...values)), f.percent(Math.max(...values))],
    nounOf(answer, speech, names, answer.view.by),
    second === undefined
      ? nameIn(names)(first.area)
      : howMany(speech, told.length, answer.view.level),
    second !== undefined && told.length < shares.length ? f.number(SMALL_DENOMINATOR) : undefined,
  );
};

/** The finding of a map: how many of the areas of its table report, or between which shares they lie. */
export const mapTitle = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const { view } = answer;
  if (isShareMap(answer)) return shareTitle(answer, speech, names);
  const readings = readingsOf(answer);
  const all = howMany(speech, readings.length, view.level);
  const reporting = readings.filter(({ value }) => value !== null);
  const when = [nounOf(answer, speech, names), f.year(view.from), f.year(view.to)] as const;
  const [first, second] = reporting;
  if (reporting.length < readings.length)
    return m.map.title(f.number(reporting.length), reporting.length, all, ...when);
  return first !== undefined && second === undefined
    ? m.map.titleOne(nameIn(names)(first.area), ...when)
    : m.map.titleAll(all, ...when);
};

/** Whom a map covers: it shows every area that reports, members of the panel or not. */
export const mapCoverage = (answer: Answer, speech: Speech, names: Names): string => {
  if (isShareMap(answer)) return coverageLine(answer, speech, names);
  const { m } = speech;
  const { level } = answer.view;
  const reporting = readingsOf(answer).filter(({ value }) => value !== null).length;
  const all = m.map.coverage(howMany(speech, reporting, level));
  return answer.balanced && reporting > answer.members.length
    ? m.map.coverageAndAlways(all, howMany(speech, answer.members.length, level))
    : all;
};

/** What a map's symbols count, and when. */
export const mapSubtitle = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const { view } = answer;
  const years = [f.year(view.from), f.year(view.to)] as const;
  const noun = nounOf(answer, speech, names);
  if (!addsOverAreas(answer.slice)) return m.map.subtitleLatest(noun, ...years);
  if (!isShareMap(answer)) return m.map.subtitleSum(noun, ...years);
  return m.map.subtitleShare(chosenWords(answer, speech, names), m.nouns[view.indicator], ...years);
};

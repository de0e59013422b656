import type { BarsData, BarsRow } from "../../charts/bars.ts";
import { inListOrder } from "../../i18n/labels.ts";
import type { Speech } from "../../i18n/locales.ts";
import { type Cell, groupBy, sumOf } from "../../statistics/cell.ts";
import { SMALL_DENOMINATOR } from "../../statistics/ratio.ts";
import type { Answer } from "../../view/answer.ts";
import { addsOverAreas } from "../../view/catalogue.ts";
import { chosenCodes, RESIDUAL } from "../../view/view.ts";
import { colourOf, unitOf } from "./trend.ts";
import { categoryLabel, coverageLine, exclusionOf, type Names, whoOf } from "./words.ts";

/** More bars than this are cut to the largest, and the rest is said in words. */
export const BARS = 16;
/** More countries than this are shown by region. */
const OWN_BARS = 20;

interface Bar {
  readonly code: string;
  readonly label: string;
  readonly value: number | null;
  readonly colour: string;
  readonly doubtful: boolean;
  readonly quiet: boolean;
  /** What a share is of, where it is so little that the share says little. */
  readonly ofOnly?: number;
  /** Year of a number that is not of the whole span. */
  readonly year?: number;
}

const row = (bar: Bar, print: (value: number) => string, { m, f }: Speech): BarsRow => {
  const { code, label, value, colour, quiet } = bar;
  const missing = m.nothing["not-reported"];
  if (value === null)
    return { code, label, value, text: missing, colour, state: "not-reported", stateText: missing };
  const state = value !== 0 ? "value" : bar.doubtful ? "doubtful-zero" : "zero";
  const text = bar.year === undefined ? print(value) : `${print(value)} (${f.year(bar.year)})`;
  const small =
    bar.ofOnly === undefined
      ? {}
      : { faded: true, stateText: m.figure.ofOnly(f.number(bar.ofOnly)) };
  return { code, label, value, text, colour, state, ...(quiet ? { quiet } : {}), ...small };
};

const doubtful = (cells: readonly Cell[]): boolean =>
  cells.some((cell) => cell.flags.includes("FALSE_ZERO_SUSPECT"));

const categoryBars = (answer: Answer, speech: Speech, names: Names): Bar[] => {
  if (answer.view.by === "_T") return [];
  const byCode = groupBy(answer.whole, (cell) => cell.code);
  const published = answer.slice.codes[answer.view.by] ?? [];
  const chosen = new Set(chosenCodes(answer.view, answer.view.by));
  const shares = new Map(answer.shares?.shares.map((share) => [share.code, share.share]));
  const useShares = answer.view.measure === "share" && answer.shares !== null;
  const denominator = answer.shares?.denominator ?? 0;
  const small = useShares && denominator < SMALL_DENOMINATOR ? { ofOnly: denominator } : {};
  const bars = published
    .filter((code) => answer.view.residual === "with" || !RESIDUAL.has(code))
    .map((code) => {
      const cells = byCode.get(code) ?? [];
      return {
        code,
        label: categoryLabel(answer, code, speech, names),
        value: useShares ? (shares.get(code) ?? null) : sumOf(cells),
        doubtful: doubtful(cells),
        quiet: chosen.size > 0 && !chosen.has(code),
        ...small,
      };
    });
  const bySize = [...bars].sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  const kept = bySize.slice(0, BARS);
  const order =
    bars.length > BARS
      ? kept
      : inListOrder(
          answer.view.by,
          kept.map((bar) => bar.code),
        ).flatMap((code) => kept.filter((bar) => bar.code === code));
  return order.map((bar, index) => ({
    ...bar,
    colour:
      bars.length > 7 && answer.view.by !== "weapon_type"
        ? "var(--accent)"
        : colourOf(answer, bar.code, index),
  }));
};

/** True when the areas of an answer are told by region: many countries, whose numbers add up. */
export const isByRegion = ({ view, slice, byArea }: Answer): boolean =>
  view.by === "_T" && view.level === "COUNTRY" && addsOverAreas(slice) && byArea.length > OWN_BARS;

const areaBars = (answer: Answer, { f }: Speech, names: Names): Bar[] => {
  const sums = addsOverAreas(answer.slice);
  const bar = (code: string, cells: readonly Cell[]): Bar => {
    const [first] = cells;
    return {
      code,
      label: names.areas[code] ?? code,
      value: sumOf(cells),
      colour: "var(--accent)",
      doubtful: doubtful(cells),
      quiet: false,
      ...(sums || first === undefined ? {} : { year: first.year }),
    };
  };
  const manyCountries = isByRegion(answer);
  const groups = groupBy(answer.byArea, (cell) =>
    manyCountries ? (names.regionOf[cell.area] ?? cell.area) : cell.area,
  );
  const bars = [...groups].map(([code, cells]) => bar(code, cells));
  return bars.length > OWN_BARS && sums
    ? bars.sort((a, b) => (b.value ?? -1) - (a.value ?? -1)).slice(0, BARS)
    : bars.sort((a, b) => f.compare(a.label, b.label));
};

/** What the bar chart draws for an answer: categories, or areas where nothing is broken down. */
export const breakdownData = (answer: Answer, speech: Speech, names: Names): BarsData => {
  const { m, f } = speech;
  const share = answer.view.measure === "share";
  const bars =
    answer.view.by === "_T" ? areaBars(answer, speech, names) : categoryBars(answer, speech, names);
  return {
    rows: bars.map((bar) => row(bar, share ? f.percent : f.number, speech)),
    unit: share ? m.figure.share : unitOf({ ...answer.view, measure: "count" }, speech),
    ...(isByRegion(answer) ? {} : { pick: true }),
  };
};

/** How many bars an answer would have, drawn or not. */
export const barsIn = (answer: Answer): number =>
  answer.view.by === "_T"
    ? answer.byArea.length
    : (answer.slice.codes[answer.view.by] ?? []).length;

/**
 * The finding of a breakdown: the largest named category, by both weightings where a share exists, and what was
 * left out of the numbers.
 */
export const breakdownTitle = (answer: Answer, speech: Speech, names: Names): string => {
  const exclusion = exclusionOf(answer.view, speech, names);
  const finding = findingOf(answer, speech, names);
  return exclusion === "" ? finding : `${finding} (${exclusion})`;
};

const findingOf = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const noun = m.nouns[answer.view.indicator];
  if (answer.cells.length === 0) return m.titles.empty;
  if (answer.view.by === "_T") {
    if (!addsOverAreas(answer.slice))
      return m.titles.latestByArea(unitOf({ ...answer.view, measure: "count" }, speech));
    return isByRegion(answer) ? m.titles.byRegion(noun) : m.titles.byArea(noun);
  }
  const { shares, otherShares } = answer;
  const [top] = [...(shares?.shares ?? [])]
    .filter((entry) => !RESIDUAL.has(entry.code))
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0));
  const other = otherShares?.shares.find((entry) => entry.code === top?.code)?.share;
  if (top !== undefined && typeof top.share === "number" && typeof other === "number") {
    const label = categoryLabel(answer, top.code, speech, names);
    if (answer.members.length === 1)
      return m.titles.shareOne(label, f.percent(top.share), noun, whoOf(answer, speech, names));
    const pooled = answer.view.weight === "pooled";
    return (pooled ? m.titles.share : m.titles.shareMean)(
      label,
      f.percent(pooled ? top.share : other),
      f.percent(pooled ? other : top.share),
      noun,
    );
  }
  const [largest] = breakdownData(answer, speech, names)
    .rows.filter((entry) => entry.value !== null)
    .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return largest === undefined
    ? m.titles.empty
    : m.titles.largest(largest.label, largest.text, noun);
};

/** Who and when of a breakdown. */
export const breakdownSubtitle = (answer: Answer, speech: Speech, names: Names): string => {
  const { m, f } = speech;
  const { view } = answer;
  return m.subtitles.breakdown(
    m.nouns[view.indicator],
    coverageLine(answer, speech, names),
    f.year(view.from),
    f.year(view.to),
  );
};

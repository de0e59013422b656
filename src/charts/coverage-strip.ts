import { columns, type Mark, type Placed, rules, texts } from "./marks.ts";
import { type ChartOptions, inlineX, SIZE, year } from "./options.ts";
import { textWidth, wrap } from "./text.ts";

export interface CoverageYear {
  readonly year: number;
  /** States behind the point of this year. */
  readonly reporting: number;
  /** What changed: "United States joins". */
  readonly label?: string;
}

export interface StripPlace {
  /** From the start edge to the middle of a year, in pixels. */
  readonly middle: (year: number) => number;
  readonly step: number;
  readonly top: number;
  /** Where the time axis starts. */
  readonly start: number;
  readonly end: number;
}

export interface Strip {
  readonly height: number;
  readonly marks: readonly Mark[];
}

const BARS = 22;
const ROW = 16;

/** A year with its number as it is printed: over its bar, or as near as the edge of the picture lets it. */
interface Printed extends CoverageYear {
  readonly text: string;
  readonly half: number;
  readonly middle: number;
}

const printedAs = (d: CoverageYear, place: StripPlace, options: ChartOptions): Printed => {
  const text = options.formatNumber(d.reporting);
  const half = textWidth(text, SIZE.small) / 2;
  const middle = Math.max(half, Math.min(place.middle(d.year), options.width - half));
  return { ...d, text, half, middle };
};

/** Which years print their number: all where all fit; else first, last, largest and smallest, in that order. */
function printed(years: readonly CoverageYear[], place: StripPlace, options: ChartOptions) {
  const all = years.map((d) => printedAs(d, place, options));
  const kept: Printed[] = [];
  const clear = (d: Printed): boolean =>
    kept.every((k) => Math.abs(k.middle - d.middle) >= k.half + d.half + 4);
  const extreme = (better: (a: number, b: number) => boolean): Printed | undefined =>
    all.reduce<Printed | undefined>(
      (a, b) => (a === undefined || better(b.reporting, a.reporting) ? b : a),
      undefined,
    );
  const most = extreme((a, b) => a > b);
  const least = extreme((a, b) => a < b);
  const tight = all.some((d) => 2 * d.half + 4 > place.step);
  const order = tight ? [all[0], all.at(-1), most, least] : all;
  for (const d of order) if (d !== undefined && clear(d)) kept.push(d);
  return kept;
}

/** The row under a time axis that says how many States stand behind each point, and where a large one joins or leaves. */
export function coverageStrip(
  coverage: readonly CoverageYear[],
  label: string,
  options: ChartOptions,
  place: StripPlace,
): Strip {
  const at = inlineX(options);
  const years = [...coverage].sort((a, b) => a.year - b.year);
  const title = wrap(label, options.width, SIZE.small);
  const base = place.top + title.length * ROW + ROW + BARS;
  const most = Math.max(1, ...years.map((d) => d.reporting));
  const half = Math.max(1, Math.min(11, place.step * 0.36));
  const high = (d: CoverageYear): number =>
    d.reporting > 0 ? Math.max(1.5, (d.reporting / most) * BARS) : 0;
  const bars = years.map((d) => ({
    x: at(place.middle(d.year)),
    y1: base - high(d),
    y2: base,
  }));
  const numbers = printed(years, place, options).map((d) => ({
    x: at(d.middle),
    y: base - high(d) - 8,
    text: d.text,
  }));
  const changes = changeRows(years, options, place, base + 6);
  const names: Placed[] = title.map((text, i) => ({ x: at(0), y: place.top + 8 + i * ROW, text }));
  return {
    height: base - place.top + 4 + changes.height,
    marks: [
      columns(bars, { width: 2 * half, fill: "var(--coverage)" }),
      rules([{ x1: at(place.start), x2: at(place.end), y1: base, y2: base }], {
        stroke: "var(--ink-2)",
      }),
      rules(changes.stems, { stroke: "var(--ink-2)" }),
      texts(names, { size: SIZE.small, fill: "var(--ink-2)" }),
      texts(numbers, { size: SIZE.small, anchor: "middle", fill: "var(--ink-2)", figures: true }),
      texts(changes.words, { size: SIZE.small, fill: "var(--ink)" }),
    ],
  };
}

/** Words under the strip: each below its year where one row holds them all, else a list that names the years. */
function changeRows(
  years: readonly CoverageYear[],
  options: ChartOptions,
  place: StripPlace,
  top: number,
) {
  const at = inlineX(options);
  const labelled = years.flatMap((d) =>
    d.label === undefined || d.label === "" ? [] : [{ year: d.year, label: d.label }],
  );
  const words: Placed[] = [];
  let end = 0;
  for (const d of labelled) {
    const wide = textWidth(d.label, SIZE.small);
    const middle = place.middle(d.year);
    const x = Math.max(0, Math.min(middle - wide / 2, options.width - wide));
    if (x < end || wide > options.width) break;
    words.push({ x: at(x), y: top + 12, text: d.label });
    end = x + wide + 12;
  }
  const oneRow = words.length === labelled.length;
  const listed = labelled.flatMap((d) =>
    wrap(`${year(options, d.year)}: ${d.label}`, options.width, SIZE.small),
  );
  return {
    words: oneRow ? words : listed.map((text, i) => ({ x: at(0), y: top + 12 + i * ROW, text })),
    stems: labelled.map((d) => {
      const x = at(place.middle(d.year));
      return { x1: x, x2: x, y1: top - 6, y2: top + (oneRow ? 4 : 0) };
    }),
    height: labelled.length === 0 ? 0 : 6 + (oneRow ? 1 : listed.length) * ROW,
  };
}

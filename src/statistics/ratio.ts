import type { RatioNote } from "../standard/figure.ts";
import type { Cell } from "./cell.ts";
import { groupBy } from "./cell.ts";
import type { Weight } from "./shares.ts";
import type { SourceCell } from "./source-cell.ts";

/** Below this a percentage says little: hidden or greyed (field guide, pitfall 10). */
export const SMALL_DENOMINATOR = 20;

/** One count over another, with the rows that it rests on. */
export interface Ratio {
  /** Numerator; null where one of its rows has no value, or where the ratio is a mean of others. */
  readonly n: number | null;
  /** Denominator; null as above, or where it is absent. */
  readonly d: number | null;
  /** `per` × n / d; null where either is null or d is 0. */
  readonly value: number | null;
  /** Source rows of the inputs, each once. */
  readonly inputs: readonly string[];
  /** Flags of the inputs, each once, sorted. */
  readonly flags: readonly string[];
  readonly notes: readonly RatioNote[];
}

/** The ratio of one area in one year. */
export interface AreaRatio extends Ratio {
  readonly area: string;
  readonly year: number;
}

/** Each source row and flag of some inputs once: rows in order, flags sorted. */
export const traceOf = (
  inputs: readonly { readonly inputs: readonly string[]; readonly flags: readonly string[] }[],
): Pick<Ratio, "inputs" | "flags"> => ({
  inputs: [...new Set(inputs.flatMap((input) => input.inputs))],
  flags: [...new Set(inputs.flatMap((input) => input.flags))].sort(),
});

/** What to say of a denominator: nothing from 20 on. */
export const denominatorNotes = (d: number): RatioNote[] => {
  if (d === 0) return ["DENOMINATOR_ZERO"];
  return d < SMALL_DENOMINATOR ? ["SMALL_DENOMINATOR"] : [];
};

/** How a ratio is formed: its inputs, its factor, and whether the source has no row for the numerator. */
export interface Forming {
  readonly cells: readonly SourceCell[];
  readonly per?: number;
  readonly numeratorAbsent?: boolean;
}

const notesOf = (
  n: number | null,
  d: number | null,
  { cells, numeratorAbsent = false }: Forming,
): RatioNote[] => {
  if (n === null || d === null) {
    const lacks = cells.some((cell) => cell.value === null);
    return [lacks ? "INPUT_WITHOUT_VALUE" : "DENOMINATOR_ABSENT"];
  }
  return [
    ...(numeratorAbsent && d > 0 ? (["NUMERATOR_ABSENT"] as const) : []),
    ...denominatorNotes(d),
  ];
};

/**
 * `per` × n / d of one area and year, in percent unless `per` is given. Null, never 0, where nothing can be divided;
 * an absent numerator and a denominator below 20 are noted.
 */
export const ratioOf = (
  place: Pick<Cell, "area" | "year">,
  n: number | null,
  d: number | null,
  forming: Forming,
): AreaRatio => ({
  area: place.area,
  year: place.year,
  n,
  d,
  value: n === null || d === null || d === 0 ? null : ((forming.per ?? 100) * n) / d,
  ...traceOf(forming.cells.map((cell) => ({ inputs: [cell.row], flags: cell.flags }))),
  notes: notesOf(n, d, forming),
});

/** A ratio over areas, with those behind it. */
export interface AggregateRatio {
  readonly weight: Weight;
  readonly value: number | null;
  /** Sums over the members. */
  readonly n: number;
  readonly d: number;
  /** Areas with a ratio, sorted. */
  readonly areas: readonly string[];
  /** Number of source rows. */
  readonly rows: number;
  /** Of the summed denominator, also for a mean. */
  readonly notes: readonly RatioNote[];
}

/**
 * A ratio over areas and years. Pooled: `per` × sum of n / sum of d. Mean: each area's sum of n / sum of d over its
 * years, then the unweighted mean of areas. Ratios without a value are left out of numerator and denominator.
 */
export const aggregateRatio = (
  ratios: readonly AreaRatio[],
  weight: Weight,
  per = 100,
): AggregateRatio => {
  const known = ratios.filter((ratio) => ratio.value !== null);
  const sum = (group: readonly AreaRatio[], part: "n" | "d"): number =>
    group.reduce((total, ratio) => total + (ratio[part] ?? 0), 0);
  const byArea = groupBy(known, (ratio) => ratio.area);
  const means = [...byArea.values()].map((group) => (per * sum(group, "n")) / sum(group, "d"));
  const n = sum(known, "n");
  const d = sum(known, "d");
  const mean = means.reduce((total, value) => total + value, 0) / means.length;
  return {
    weight,
    value: known.length === 0 ? null : weight === "pooled" ? (per * n) / d : mean,
    n,
    d,
    areas: [...byArea.keys()].sort(),
    rows: known.reduce((total, ratio) => total + ratio.inputs.length, 0),
    notes: denominatorNotes(d),
  };
};

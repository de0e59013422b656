import type { Area } from "../../standard/codelists/area.ts";
import type { IndicatorId } from "../../standard/codelists/indicator.ts";
import type { Dimension } from "../../standard/dimensions.ts";
import type { CodedTarget } from "../codes.ts";
import { type Mapping, targetsOf } from "../mapping.ts";
import { guessDecimal } from "../numbers.ts";
import { guessOrder } from "../periods.ts";
import type { ColumnProfile, ValueCount } from "../raw-table.ts";
import { type Because, isTitleOf, shareOf, VALUE_TESTS } from "./columns.ts";
import { type ValueGuesser, valueGuesser } from "./values.ts";
import type { ColumnTarget } from "./words.ts";

/** A column that was taken for something, and why. `ambiguous` where day and month could be exchanged. */
export interface Guess {
  readonly target: ColumnTarget;
  readonly column: string;
  readonly because: Because;
  readonly ambiguous?: boolean;
}

/** Values of a mapped column whose meaning is not known, with how many rows have each. */
export interface Unguessed {
  readonly target: CodedTarget;
  readonly column: string;
  readonly values: readonly ValueCount[];
}

/** A first mapping, and everything that a reader must see of how it came about. */
export interface Guessed {
  readonly mapping: Mapping;
  readonly guesses: readonly Guess[];
  readonly unguessed: readonly Unguessed[];
}

/** What the reader has said already. */
export interface GuessOptions {
  readonly indicator: IndicatorId;
  readonly rows: Mapping["rows"];
  readonly release: string;
}

/** Share of rows from which on values alone tell what a column is, and below which a title alone does not. */
const CLEAR = 0.8;

const valuesOf = (profile: ColumnProfile): string[] => profile.values.map(({ value }) => value);

/** Order in which columns are given away: what only one column can be, first. */
const PLAIN = ["date", "year", "month"] as const;

interface Judged {
  /** Share of the rows whose value fits the target. */
  readonly share: number;
  /** Whether the values tell this target from others: two codes at least that are neither unknown nor other. */
  readonly telling: boolean;
}

type Judge = (target: ColumnTarget, profile: ColumnProfile) => Judged;

const judge =
  (guess: ValueGuesser, rows: Mapping["rows"]): Judge =>
  (target, profile) => {
    if (target === "date" || target === "year" || target === "month" || target === "count")
      return { share: shareOf(profile, VALUE_TESTS[target]), telling: true };
    const known = guess(target, rows, valuesOf(profile));
    const codes = new Set(
      Object.values(known).flatMap((meaning) => ("code" in meaning ? meaning.code : [])),
    );
    for (const residual of ["_U", "_O", "_T"]) codes.delete(residual);
    return {
      share: shareOf(profile, (value) => Object.hasOwn(known, value)),
      telling: codes.size >= 2,
    };
  };

/** Gives each target the column that fits it best: by title first, then by values where these alone are clear. */
const assign = (
  targets: readonly ColumnTarget[],
  profiles: readonly ColumnProfile[],
  judged: Judge,
): Map<ColumnTarget, Guess> => {
  const found = new Map<ColumnTarget, Guess>();
  const taken = new Set<string>();
  const take = (target: ColumnTarget, column: string, because: Because): void => {
    found.set(target, { target, column, because });
    taken.add(column);
  };
  const free = (): ColumnProfile[] => profiles.filter(({ title }) => !taken.has(title));
  for (const target of targets) {
    const isPlain = PLAIN.some((plain) => plain === target) || target === "count";
    const named = free()
      .filter(({ title }) => isTitleOf(target, title))
      .map((profile) => ({ profile, ...judged(target, profile) }))
      .filter(({ share }) => !isPlain || share >= CLEAR)
      .sort((a, b) => b.share - a.share)[0];
    if (named !== undefined) take(target, named.profile.title, "NAME");
  }
  for (const target of targets) {
    if (found.has(target) || target === "count" || target === "month" || target === "origin_area")
      continue;
    const clear = free()
      .map((profile) => ({ profile, ...judged(target, profile) }))
      .filter(({ share, telling }) => telling && share >= CLEAR)
      .sort((a, b) => b.share - a.share)[0];
    if (clear !== undefined) take(target, clear.profile.title, "VALUES");
  }
  return found;
};

const isDimension = (target: ColumnTarget): target is Dimension =>
  !["date", "year", "month", "ref_area", "count"].includes(target);

/**
 * A first mapping of a plain table: columns by their titles in English, French and Spanish and by their values. What
 * is not found is left out; values without a known meaning are listed, never guessed. Where no area is found the
 * mapping has none (`FIXED` with the code of no area), which {@link problemsOf} reports.
 */
export const guessMapping = (
  profiles: readonly ColumnProfile[],
  areas: readonly Area[],
  { indicator, rows, release }: GuessOptions,
): Guessed => {
  const guess = valueGuesser(areas);
  const targets: ColumnTarget[] = [...PLAIN, "ref_area", ...targetsOf(indicator), "count"];
  const found = assign(targets, profiles, judge(guess, rows));
  const profileOf = (target: ColumnTarget): ColumnProfile | undefined =>
    profiles.find(({ title }) => title === found.get(target)?.column);
  const date = profileOf("date");
  const year = profileOf("year");
  const area = profileOf("ref_area");
  const count = profileOf("count");
  if (date !== undefined) for (const other of ["year", "month"] as const) found.delete(other);
  const order = date === undefined ? undefined : guessOrder(valuesOf(date));
  const coded = (target: CodedTarget, profile: ColumnProfile) => ({
    column: profile.title,
    values: guess(target, rows, valuesOf(profile)),
  });
  const dimensions: { [D in Dimension]?: Mapping["dimensions"][D] } = {};
  for (const target of found.keys()) {
    const profile = profileOf(target);
    if (isDimension(target) && profile !== undefined) dimensions[target] = coded(target, profile);
  }
  const mapping: Mapping = {
    form: 1,
    release,
    indicator,
    rows,
    count:
      count === undefined ? null : { column: count.title, decimal: guessDecimal(valuesOf(count)) },
    period:
      date === undefined
        ? { kind: "PARTS", year: year?.title ?? "", month: profileOf("month")?.title ?? null }
        : { kind: "DATE", column: date.title, order: order?.order ?? "YMD" },
    covers: null,
    area:
      area === undefined
        ? { kind: "FIXED", code: "" }
        : { kind: "COLUMN", ...coded("ref_area", area) },
    dimensions,
  };
  return {
    mapping,
    guesses: [...found.values()].map((entry) =>
      entry.target === "date" && order?.ambiguous === true ? { ...entry, ambiguous: true } : entry,
    ),
    unguessed: unguessedOf(mapping, profiles),
  };
};

/** The values of the mapped columns that a mapping gives no meaning, with how many rows have each. */
export const unguessedOf = (mapping: Mapping, profiles: readonly ColumnProfile[]): Unguessed[] => {
  const coded: [CodedTarget, { readonly column: string; readonly values: object } | undefined][] = [
    ["ref_area", mapping.area.kind === "COLUMN" ? mapping.area : undefined],
    ...targetsOf(mapping.indicator).map(
      (target): [CodedTarget, Mapping["dimensions"][Dimension]] => [
        target,
        mapping.dimensions[target],
      ],
    ),
  ];
  return coded.flatMap(([target, mapped]) => {
    const profile = profiles.find(({ title }) => title === mapped?.column);
    if (mapped === undefined || profile === undefined) return [];
    const values = profile.values.filter(({ value }) => !Object.hasOwn(mapped.values, value));
    return values.length === 0 ? [] : [{ target, column: profile.title, values }];
  });
};

import { type Hidden, hideCompanions, membersOf, type Relation } from "./companions.ts";

export type { Relation };

/** A table of counts: one breakdown of one area and year, by the places of its counts. */
export interface CountTable {
  readonly cells: readonly number[];
  /** How many dimensions it crosses, months among them: 0 for a total alone. */
  readonly crossed: number;
}

/** Counts that belong together: no relation leads out of them. */
export interface Counts {
  /** Whole and not negative. */
  readonly values: readonly number[];
  /** How they add up; a relation with an unknown member must be left out. */
  readonly relations: readonly Relation[];
  /** Every count stands in one table. */
  readonly tables: readonly CountTable[];
}

/** Counts from 1 to one less than this are suppressed. */
export const THRESHOLD = 5;

/** A cross of two or more dimensions that must hide more than this share of its counts says little: it is withheld. */
const MOST_HIDDEN = 2 / 3;

/** What is not published. */
export interface Suppression {
  /** Counts from 1 to 4 in the tables that are published. */
  readonly small: ReadonlySet<number>;
  /** Counts that would give a suppressed one away. */
  readonly companions: ReadonlySet<number>;
  /** Counts of whole tables that are left out, so that not even their rows are there. */
  readonly withheld: ReadonlySet<number>;
}

/** Share of the positive counts of a table that are hidden. */
const hiddenShare = (
  values: readonly number[],
  { cells }: CountTable,
  { small, companions }: Hidden,
): number => {
  const positive = cells.filter((cell) => (values[cell] ?? 0) > 0);
  const hidden = positive.filter((cell) => small.has(cell) || companions.has(cell));
  return hidden.length / Math.max(1, positive.length);
};

/** Hides what must be hidden in the tables that are kept; returns those of them that must be withheld after all. */
const attempt = (
  { values, relations }: Counts,
  kept: readonly CountTable[],
  hidden: Hidden,
): readonly CountTable[] => {
  const share = (table: CountTable): number => hiddenShare(values, table, hidden);
  const crowded = (): CountTable[] =>
    kept.filter((table) => table.crossed > 1 && share(table) > MOST_HIDDEN);
  const fullest = (tables: readonly CountTable[]): CountTable[] =>
    [...tables].sort((a, b) => b.crossed - a.crossed || share(b) - share(a)).slice(0, 1);
  const atFirst = crowded();
  if (atFirst.length > 0) return atFirst;
  const seen = new Set(kept.flatMap(({ cells }) => cells));
  const known = relations.filter((relation) => membersOf(relation).every((cell) => seen.has(cell)));
  const lost = hideCompanions(values, known, hidden, () => crowded().length > 0);
  const inLost = lost.flatMap((component) => {
    const members = new Set(component.flatMap(membersOf));
    return fullest(kept.filter(({ cells }) => cells.some((cell) => members.has(cell))));
  });
  return inLost.length > 0 ? inLost : fullest(crowded());
};

/**
 * Chooses what must not be published so that no count from 1 to 4 can be worked out from the counts that are: the
 * small ones, and companions chosen as small as possible.
 *
 * 1. A relation with one hidden count gets a second one.
 * 2. Relations that share hidden counts are judged together. Elimination gives ways in which their hidden counts
 *    can move with all sums kept; a count is protected when one such move leaves all of them at 1 or more (a hidden
 *    count is known to be no zero: zeros are published). The move is checked in whole numbers, so that the proof does
 *    not rest on the elimination.
 * 3. Where a hidden count has no such move, the cheapest published count beside it is hidden too, and all is judged
 *    again. When nothing is left to hide beside it, the fullest of the tables that cross most
 *    dimensions is withheld: all its rows are left out.
 * 4. A cross that hides more than two thirds of its counts is withheld too. Each time the choice begins again with the
 *    tables that are left.
 *
 * Guarantee: for each suppressed count there is another set of whole numbers that agrees with everything published and
 * differs in it, even for someone who knows what a total has beyond its parts. Not claimed: that the interval is wide, or
 * that nothing follows from knowing this algorithm.
 */
export const suppress = (counts: Counts): Suppression => {
  let kept = counts.tables;
  for (;;) {
    const cells = kept.flatMap((table) => table.cells);
    const small = new Set(
      cells.filter((cell) => {
        const value = counts.values[cell] ?? 0;
        return value > 0 && value < THRESHOLD;
      }),
    );
    const hidden: Hidden = { small, companions: new Set(), fresh: new Set(small) };
    const withhold = new Set(attempt(counts, kept, hidden));
    if (withhold.size === 0) {
      const published = new Set(cells);
      const withheld = counts.values.flatMap((_, cell) => (published.has(cell) ? [] : cell));
      return { small, companions: hidden.companions, withheld: new Set(withheld) };
    }
    kept = kept.filter((table) => !withhold.has(table));
  }
};

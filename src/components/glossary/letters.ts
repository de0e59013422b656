import type { Term } from "../../i18n/terms.ts";

/** The entries of one letter. */
export interface Letter {
  readonly letter: string;
  readonly terms: readonly Term[];
}

/** Entries by first letter, both in the order of the language. */
export const lettersOf = (
  terms: readonly Term[],
  compare: (a: string, b: string) => number,
): Letter[] => {
  const ordered = [...terms].sort((a, b) => compare(a.term, b.term));
  return [...Map.groupBy(ordered, ({ term }) => term.charAt(0).toLocaleUpperCase())].map(
    ([letter, members]) => ({ letter, terms: members }),
  );
};

import { type Entry, KINDS, type Kind } from "./entry.ts";

/** An entry with the texts that it is found by, without accents and capitals. */
export interface Indexed {
  readonly entry: Entry;
  readonly name: string;
  readonly others: readonly string[];
}

/** A text as it is compared: without accents, in small letters. */
export const plain = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

export const indexed = (entries: readonly Entry[]): Indexed[] =>
  entries.map((entry) => ({ entry, name: plain(entry.name), others: entry.others.map(plain) }));

/** How well a text answers: 0 best, undefined not at all. Words may stand in any order. */
const rankIn = (text: string, wanted: string, words: readonly string[]): number | undefined => {
  if (text === wanted) return 0;
  if (text.startsWith(wanted)) return 1;
  const parts = text.split(/[^\p{L}\p{N}]+/u);
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 2;
  return text.includes(wanted) ? 3 : undefined;
};

/** Other names count as much as the name, but for entries that answer equally well. */
const rankOf = ({ name, others }: Indexed, wanted: string, words: readonly string[]) => {
  const ranks = [
    rankIn(name, wanted, words),
    ...others.map((other) => {
      const rank = rankIn(other, wanted, words);
      return rank === undefined ? undefined : rank + 0.5;
    }),
  ].filter((rank) => rank !== undefined);
  return ranks.length === 0 ? undefined : Math.min(...ranks);
};

/** Entries of one kind that are shown. */
const SHOWN = 6;

/** What was found of one kind, best first, and how many there are. */
export interface Found {
  readonly kind: Kind;
  readonly entries: readonly Entry[];
  readonly count: number;
}

/** What answers to a text, by kind: exact names first, then beginnings, words in any order, parts of words. */
export const find = (index: readonly Indexed[], text: string): Found[] => {
  const wanted = plain(text.trim());
  if (wanted === "") return [];
  const words = wanted.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const ranked = index.flatMap((item) => {
    const rank = words.length === 0 ? undefined : rankOf(item, wanted, words);
    return rank === undefined ? [] : [{ rank, entry: item.entry, length: item.name.length }];
  });
  ranked.sort((a, b) => a.rank - b.rank || a.length - b.length);
  return KINDS.flatMap((kind) => {
    const entries = ranked.flatMap(({ entry }) => (entry.kind === kind ? [entry] : []));
    return entries.length === 0
      ? []
      : [{ kind, entries: entries.slice(0, SHOWN), count: entries.length }];
  });
};

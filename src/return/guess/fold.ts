/** A text as it is compared: without accents, case, punctuation and repeated spaces. Scripts other than Latin stay. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+<>]+/gu, " ")
    .trim();

/** Words and what they stand for; a word that stands for two things stands for none. */
export interface WordIndex<T> {
  get(word: string): T | undefined;
}

/** An index of words, compared as {@link folded} says. Entries that fold to nothing are left out. */
export const wordIndex = <T>(
  entries: Iterable<readonly [word: string, meaning: T]>,
): WordIndex<T> => {
  const index = new Map<string, T | undefined>();
  for (const [word, meaning] of entries) {
    const key = folded(word);
    if (key === "") continue;
    index.set(key, index.has(key) && index.get(key) !== meaning ? undefined : meaning);
  }
  return { get: (word) => index.get(folded(word)) };
};

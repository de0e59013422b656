/** Where a definition comes from; the words stand in the messages. */
export type TermSource =
  | "PROTOCOL"
  | "METADATA"
  | "QUESTIONNAIRE"
  | "OLD_QUESTIONNAIRE"
  | "ATF"
  | "SDMX"
  | "M49"
  | "OURS";

/** An entry of the glossary. */
export interface Term {
  /** Anchor on the page of the glossary. */
  readonly id: string;
  /** The headword. */
  readonly term: string;
  /** How the term is written in a sentence; none where the word is too common to be linked. */
  readonly forms: readonly string[];
  readonly definition: string;
  readonly source: TermSource;
  /** Entries to read beside it, by their ids. */
  readonly see: readonly string[];
}

/** A piece of a sentence; with the id of a term where the piece is that term's first occurrence. */
export interface Piece {
  readonly text: string;
  readonly term?: string;
}

/** Letters, digits, and what joins them to one word: `OUTLIER_SCOPE`, `re-index`. */
const WORD = "[\\p{L}\\p{N}\\p{M}_-]";

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/**
 * A sentence in pieces, the first occurrence of each term marked: whole words only, in any case, and where terms
 * begin at the same place the longest. The pieces joined are the sentence, and none is empty.
 */
export const markTerms = (
  sentence: string,
  terms: readonly Pick<Term, "id" | "forms">[],
): readonly Piece[] => {
  const idOf = new Map(
    terms.flatMap(({ id, forms }) => forms.map((form) => [form.toLowerCase(), id])),
  );
  const longestFirst = [...idOf.keys()].sort((a, b) => b.length - a.length).map(escaped);
  if (longestFirst.length === 0) return sentence === "" ? [] : [{ text: sentence }];
  const found = new RegExp(`(?<!${WORD})(?:${longestFirst.join("|")})(?!${WORD})`, "giu");
  const seen = new Set<string>();
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of sentence.matchAll(found)) {
    const [text] = match;
    const term = idOf.get(text.toLowerCase());
    if (term === undefined || seen.has(term)) continue;
    seen.add(term);
    if (match.index > end) pieces.push({ text: sentence.slice(end, match.index) });
    pieces.push({ text, term });
    end = match.index + text.length;
  }
  if (end < sentence.length) pieces.push({ text: sentence.slice(end) });
  return pieces;
};

/** The entries of the terms that occur in some sentences, each once, in the order in which they are met. */
export const termsIn = <T extends Pick<Term, "id" | "forms">>(
  sentences: readonly string[],
  terms: readonly T[],
): T[] => {
  const ids = new Set(
    sentences.flatMap((sentence) => markTerms(sentence, terms).flatMap(({ term }) => term ?? [])),
  );
  return [...ids].flatMap((id) => terms.find((entry) => entry.id === id) ?? []);
};

import type { AnyDatasetId } from "../standard/own-return.ts";

/**
 * Numbers in sentences that say where they come from. A sentence is made of words and of numbers that are already
 * printed; each number carries the question whose answer it is, so that a page can mark it and a test can ask again.
 */

/** What a number in a sentence is. Lists are sorted; `by` is a dimension or `_T`. */
export interface Ask {
  /**
   * `value`: the sum over the areas, years and codes. `share`: that sum out of the sum over `of`. `mean`: the mean over
   * the areas of each one's share. `whole`: how many areas have a positive sum over `of`. `years`: how many years have
   * a value. `areas`: how many areas have one. `panel`: how many have one in every year.
   * `positive`: how many have one above zero. `positive-years`: how many years have one. `listed`: how many areas are
   * listed. `fall`: by what share the sum of the last year is below that of the first. `left`: how many areas have a
   * value in the first year and none in the last; `joined`: the reverse. `majority`: how many areas have more than half
   * of their sum over `of` in the codes. `crossed`: the share of the sum whose code is not the area itself.
   */
  readonly kind:
    | "value"
    | "share"
    | "mean"
    | "whole"
    | "years"
    | "areas"
    | "panel"
    | "positive"
    | "positive-years"
    | "listed"
    | "fall"
    | "left"
    | "joined"
    | "majority"
    | "crossed";
  readonly dataset: AnyDatasetId;
  readonly indicator: string;
  readonly areas: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly by: string;
  readonly codes: readonly string[];
  /** The codes that make up the whole of a share. */
  readonly of?: readonly string[];
  /** Only the years of areas in which every code of `of` is given. */
  readonly complete?: true;
}

const OPEN = "\u0002";
const TEXT = "\u0003";
const CLOSE = "\u0004";

/** Words that stand for zero, as "none" does, with the question whose answer is zero. */
export const saidZero =
  (ask: Ask) =>
  (words: string): string =>
    said(words, ask);

/** Writes a question as a line of text. */
export const encodeAsk = ({ areas, codes, of, ...rest }: Ask): string =>
  JSON.stringify({ ...rest, areas: areas.join(" "), codes: codes.join(" "), of: of?.join(" ") });

/** A printed number with its question, to be put into a sentence. */
export const said = (printed: string, ask: Ask): string =>
  `${OPEN}${encodeAsk(ask)}${TEXT}${printed}${CLOSE}`;

/** A piece of a sentence: words, or a number with its question. */
export interface Piece {
  readonly text: string;
  readonly ask?: string;
}

/** The pieces of a sentence in order; joined, their texts are what a reader reads. */
export const piecesOf = (sentence: string): Piece[] =>
  sentence.split(OPEN).flatMap((part, at): Piece[] => {
    if (at === 0) return part === "" ? [] : [{ text: part }];
    const [marked = "", after = ""] = part.split(CLOSE);
    const [ask = "", text = ""] = marked.split(TEXT);
    return [{ text, ask }, ...(after === "" ? [] : [{ text: after }])];
  });

/** The datasets that the numbers of a sentence come from, in their order. */
export const datasetsIn = (sentence: string): AnyDatasetId[] =>
  piecesOf(sentence).flatMap(({ ask }) =>
    ask === undefined ? [] : [(JSON.parse(ask) as Ask).dataset],
  );

/** A sentence as a reader reads it, without its questions. */
export const plainText = (sentence: string): string =>
  piecesOf(sentence)
    .map(({ text }) => text)
    .join("");

import type { Area } from "../../standard/codelists/area.ts";
import type { Dimension } from "../../standard/dimensions.ts";
import { IAFQ_LABELS } from "../../standard/layouts/unodc-iafq-labels.ts";
import { type CodedTarget, choicesFor } from "../codes.ts";
import type { Mapping, Meaning, ValueMap } from "../mapping.ts";
import { type AreaIndex, areaIndex, guessAreas } from "./areas.ts";
import { folded, wordIndex } from "./fold.ts";
import { UNKNOWN_WORDS, WORDS } from "./words.ts";

const portalWords = (dimension: Dimension): [string, string][] =>
  IAFQ_LABELS.flatMap((label): [string, string][] =>
    label.dimension === dimension ? [[label.source_label, label.code]] : [],
  );

const ownWords = (dimension: Dimension): [string, string][] =>
  Object.entries(WORDS[dimension] ?? {}).flatMap(([code, words]) =>
    words.split("|").map((word): [string, string] => [word, code]),
  );

const guessCoded = (
  dimension: Dimension,
  rows: Mapping["rows"],
  values: readonly string[],
): ValueMap => {
  const choices = choicesFor(dimension, rows, []);
  const allowed = new Set(choices.map(({ code }) => code));
  const index = wordIndex([
    ...choices.flatMap(({ code, label }): [string, string][] => [
      [code, code],
      [label, code],
    ]),
    ...[...ownWords(dimension), ...portalWords(dimension)].filter(([, code]) => allowed.has(code)),
  ]);
  return Object.fromEntries(
    values.flatMap((value): [string, Meaning][] => {
      const code = allowed.has(value) ? value : index.get(value);
      return code === undefined ? [] : [[value, { code }]];
    }),
  );
};

/** In Spanish registers M is a woman where H is a man. */
const guessSexes = (rows: Mapping["rows"], values: readonly string[]): ValueMap => {
  const letters = new Set(values.map(folded));
  const isSpanish = letters.has("h") && letters.has("m") && !letters.has("f");
  if (!isSpanish) return guessCoded("sex", rows, values);
  const code = (value: string): string | undefined => ({ h: "M", m: "F" })[folded(value)];
  return {
    ...guessCoded("sex", rows, values),
    ...Object.fromEntries(
      values.flatMap((value): [string, Meaning][] => {
        const sex = code(value);
        return sex === undefined ? [] : [[value, { code: sex }]];
      }),
    ),
  };
};

/** The only age bands that all sources share. */
const bandOf = (age: number): string => (age < 18 ? "Y0T17" : "Y_GE18");

/** Years of age as the two bands that all sources share, and texts as the bands of the list. */
const guessAges = (rows: Mapping["rows"], values: readonly string[]): ValueMap => ({
  ...guessCoded("age", rows, values),
  ...Object.fromEntries(
    values.flatMap((value): [string, Meaning][] =>
      /^\s*\d{1,3}\s*$/.test(value) && Number(value) <= 120
        ? [[value, { code: bandOf(Number(value)) }]]
        : [],
    ),
  ),
});

const guessOrigins = (index: AreaIndex, values: readonly string[]): ValueMap => {
  const unknown = new Set(UNKNOWN_WORDS.map(folded));
  const left = values.flatMap((value): [string, Meaning][] =>
    unknown.has(folded(value)) ? [[value, { leaveOut: "unknown" }]] : [],
  );
  return { ...Object.fromEntries(left), ...guessAreas(index, values) };
};

/** Guesses what values of a column stand for; those that it does not know are absent from the answer. */
export type ValueGuesser = (
  target: CodedTarget,
  rows: Mapping["rows"],
  values: readonly string[],
) => ValueMap;

/**
 * A guesser that knows codes, English labels, the labels of UNODC's portal, common words in English, French and
 * Spanish, and names of areas in six languages. A word with two meanings is not guessed.
 */
export const valueGuesser = (areas: readonly Area[]): ValueGuesser => {
  const index = areaIndex(areas);
  return (target, rows, values) => {
    if (target === "ref_area") return guessAreas(index, values);
    if (target === "origin_area") return guessOrigins(index, values);
    if (target === "sex") return guessSexes(rows, values);
    if (target === "age") return guessAges(rows, values);
    return guessCoded(target, rows, values);
  };
};

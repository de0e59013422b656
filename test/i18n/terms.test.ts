import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lettersOf } from "../../src/components/glossary/letters.ts";
import { en } from "../../src/i18n/en.ts";
import { formatFor } from "../../src/i18n/format.ts";
import { markTerms, termsIn } from "../../src/i18n/terms.ts";
import { SMALL_DENOMINATOR } from "../../src/statistics/ratio.ts";
import { THRESHOLD } from "../../src/statistics/suppression.ts";
import { anyText } from "../standard/rows.ts";

const { terms } = en.glossary;
const TERMS = [
  { id: "arms", forms: ["arms", "arm"] },
  { id: "small-arms", forms: ["small arms"] },
  { id: "surrendered", forms: ["arms surrendered", "surrendered"] },
  { id: "sdg", forms: ["16.4.2"] },
];
const linked = (sentence: string, list = TERMS) =>
  markTerms(sentence, list).flatMap(({ text, term }) => (term === undefined ? [] : [[term, text]]));

/** Sentences that hold terms, beginnings of terms, and anything else. */
const sentence = fc
  .array(
    fc.oneof(
      fc.constantFrom(...TERMS.flatMap(({ forms }) => forms), "Small Arms", "ARMS", "arm", "16.4"),
      fc.constantFrom(" ", "-", "_", ".", ", ", "’s", "é", "\u0301", "İ", "文", "(", "9"),
      anyText,
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("the terms in a sentence", () => {
  it("are marked where each occurs first", () => {
    expect(linked("Arms here, arms there, and an arm")).toEqual([["arms", "Arms"]]);
    expect(linked("Indicator 16.4.2.")).toEqual([["sdg", "16.4.2"]]);
  });

  it("give way to a longer term", () => {
    expect(linked("small arms and arms")).toEqual([
      ["small-arms", "small arms"],
      ["arms", "arms"],
    ]);
    expect(linked("Small arms, small arms")).toEqual([["small-arms", "Small arms"]]);
    expect(linked("arms surrendered")).toEqual([["surrendered", "arms surrendered"]]);
  });

  it("are whole words", () => {
    for (const text of ["army", "farms", "FIRE_arms", "side-arms", "arms-race", "16.4.21"])
      expect(linked(text)).toEqual([]);
    expect(linked("arms’, “arms”")).toEqual([["arms", "arms"]]);
  });

  it("never change the text, never stand inside a word, never come twice", () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const pieces = markTerms(text, TERMS);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        expect(pieces.every((piece) => piece.text !== "")).toBe(true);
        const ids = pieces.flatMap((piece) => piece.term ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        let at = 0;
        for (const piece of pieces) {
          const before = [...text.slice(0, at)].at(-1) ?? " ";
          at += piece.text.length;
          const after = [...text.slice(at)][0] ?? " ";
          if (piece.term === undefined) continue;
          expect(before + after).not.toMatch(/[\p{L}\p{N}\p{M}_-]/u);
          const { forms = [] } = TERMS.find(({ id }) => id === piece.term) ?? {};
          expect(forms).toContain(piece.text.toLowerCase());
        }
      }),
      { numRuns: 500 },
    );
  });

  it("are the longest that begin at their place", () => {
    const word = fc.constantFrom("a", "b", "c");
    const form = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(
        fc.uniqueArray(form, { minLength: 1, maxLength: 6 }),
        fc.array(word, { minLength: 1, maxLength: 8 }),
        (forms, words) => {
          const text = words.join(" ");
          const list = forms.map((one) => ({ id: one, forms: [one] }));
          let at = 0;
          for (const piece of markTerms(text, list)) {
            const rest = `${text.slice(at)} `;
            at += piece.text.length;
            if (piece.term === undefined) continue;
            const longest = forms
              .filter((one) => rest.startsWith(`${one} `))
              .sort((a, b) => b.length - a.length)[0];
            expect(piece.term).toBe(longest);
          }
        },
      ),
    );
  });

  it("are none where there are no terms", () => {
    expect(markTerms("arms", [])).toEqual([{ text: "arms" }]);
    expect(markTerms("", [])).toEqual([]);
    expect(markTerms("", TERMS)).toEqual([]);
  });
});

describe("the glossary", () => {
  it("has each entry and each form once", () => {
    const ids = terms.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const forms = terms.flatMap((term) => term.forms.map((form) => form.toLowerCase()));
    expect(forms.filter((form, place) => forms.indexOf(form) !== place)).toEqual([]);
  });

  it("refers only to entries that exist, and never to the same entry", () => {
    const ids = new Set(terms.map(({ id }) => id));
    for (const { id, see } of terms) {
      expect(see.length, id).toBeGreaterThan(0);
      expect(see, id).not.toContain(id);
      expect(
        see.filter((other) => !ids.has(other)),
        id,
      ).toEqual([]);
    }
  });

  it("stands whole under its letters, in the order of the language", () => {
    const { compare } = formatFor("en");
    const letters = lettersOf(terms, compare);
    const shown = letters.flatMap((letter) => letter.terms);
    expect(shown.map(({ term }) => term)).toEqual(terms.map(({ term }) => term).sort(compare));
    for (const { letter, terms: members } of letters)
      expect(members.every(({ term }) => term.startsWith(letter))).toBe(true);
    expect(letters.map(({ letter }) => letter)).toEqual([
      ...new Set(shown.map(({ term }) => term[0])),
    ]);
  });

  it("gives each entry once that some sentences use, in the order in which they are met", () => {
    const found = termsIn(["A seizure of firearms.", "Firearms that were traced."], terms);
    const ids = found.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.indexOf("firearm")).toBeGreaterThanOrEqual(0);
    expect(termsIn(["Nothing of the kind."], terms).map(({ id }) => id)).not.toContain("firearm");
  });

  it("names the thresholds that are used", () => {
    const definition = (id: string) => terms.find((term) => term.id === id)?.definition;
    expect(definition("small-denominator")).toContain(`below ${SMALL_DENOMINATOR}`);
    expect(definition("small-denominator")).toContain(`${100 / SMALL_DENOMINATOR} points`);
    expect(definition("suppressed")).toContain(`1 to ${THRESHOLD - 1}`);
  });
});

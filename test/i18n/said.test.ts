import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Ask, encodeAsk, piecesOf, said } from "../../src/i18n/said.ts";

const ASK: Ask = {
  kind: "share",
  dataset: "UNODC_IAFQ",
  indicator: "ARMS_SEIZED",
  areas: ["BRA", "MEX"],
  from: 2016,
  to: 2022,
  by: "weapon_type",
  codes: ["PISTOL"],
  of: ["PISTOL", "RIFLE"],
};

const words = fc
  .string({ unit: "grapheme" })
  .filter((text) => !["\u0002", "\u0003", "\u0004"].some((mark) => text.includes(mark)));

describe("a sentence with numbers that say where they come from", () => {
  it("reads as its words and numbers, in order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words)), words, (pairs, last) => {
        const sentence = pairs.map(([text, number]) => text + said(number, ASK)).join("") + last;
        const pieces = piecesOf(sentence);
        expect(pieces.map(({ text }) => text).join("")).toBe(
          pairs.map(([text, number]) => text + number).join("") + last,
        );
        expect(pieces.filter(({ ask }) => ask !== undefined)).toEqual(
          pairs.map(([, text]) => ({ text, ask: encodeAsk(ASK) })),
        );
      }),
    );
  });

  it("keeps the question of each number", () => {
    expect(JSON.parse(encodeAsk(ASK))).toEqual({
      ...ASK,
      areas: "BRA MEX",
      codes: "PISTOL",
      of: "PISTOL RIFLE",
    });
  });
});

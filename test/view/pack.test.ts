import * as fc from "fast-check";
import { expect, it } from "vitest";
import { packCells, unpackCells } from "../../src/view/pack.ts";

const word = fc.string({ minLength: 1 }).filter((text) => !text.includes("|"));
const cell = fc.record({
  area: word,
  year: fc.integer({ min: 1900, max: 2100 }),
  code: word,
  value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0)),
  flags: fc.uniqueArray(word, { maxLength: 3 }),
});

it("brings back the same cells, through JSON", () => {
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const sent = JSON.parse(JSON.stringify(packCells(cells)));
      expect(unpackCells(sent)).toEqual(JSON.parse(JSON.stringify(cells)));
    }),
  );
});

it("refuses what was cut", () => {
  const packed = packCells([{ area: "MEX", year: 2016, code: "_T", value: 1, flags: [] }]);
  expect(() => unpackCells({ ...packed, areas: [] })).toThrow(/damaged/);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { tenth, written } from "../../src/charts/finish.ts";

test("a coordinate is written with one decimal, the first time and again", () => {
  fc.assert(
    fc.property(fc.double({ min: -3000, max: 3000, noNaN: true }), (n) => {
      expect(written(n)).toBe(String(tenth(n)));
      expect(written(n)).toBe(String(tenth(n)));
    }),
  );
  expect([written(-0), written(-0.04), written(0.05), written(1200)]).toEqual([
    "0",
    "0",
    "0.1",
    "1200",
  ]);
});

import { scaleLinear } from "d3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linear } from "../../src/charts/linear.ts";

const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });

test("a number is mapped as D3 maps it, to the last digit", () => {
  fc.assert(
    fc.property(
      fc.tuple(number, number).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a])),
      fc.tuple(number, number),
      number,
      (domain, range, value) => {
        expect(linear(domain, range)(value)).toBe(scaleLinear(domain, range)(value));
      },
    ),
  );
});

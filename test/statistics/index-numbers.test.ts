import { expect, test } from "vitest";
import { indexNumbers } from "../../src/statistics/index-numbers.ts";

test("the first number is 100, and gaps stay gaps", () => {
  expect(indexNumbers([null, 50, null, 75, 0])).toEqual([null, 100, null, 150, 0]);
});

test("there is no index of a series that starts with zero, or is empty", () => {
  expect(indexNumbers([0, 5, null])).toEqual([null, null, null]);
  expect(indexNumbers([null])).toEqual([null]);
});

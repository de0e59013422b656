import { expect, it, vi } from "vitest";
import { itself, memoized } from "../../src/charts/memoized.ts";

it("makes each answer once, as long as it knows no more than it may", () => {
  const make = vi.fn((text: string) => text.length);
  const lengthOf = memoized(2, itself<string>, make);
  expect(["a", "bb", "a", "bb"].map(lengthOf)).toEqual([1, 2, 1, 2]);
  expect(make).toHaveBeenCalledTimes(2);
  expect(["ccc", "a"].map(lengthOf)).toEqual([3, 1]);
  expect(make).toHaveBeenCalledTimes(4);
});

it("remembers an empty text and a zero too", () => {
  const make = vi.fn(() => 0);
  const zero = memoized(2, itself<string>, make);
  expect([zero(""), zero("")]).toEqual([0, 0]);
  expect(make).toHaveBeenCalledTimes(1);
});

it("tells what it is given apart by its key alone", () => {
  const make = vi.fn(({ x }: { x: number }) => x + 1);
  const next = memoized(2, ({ x }: { x: number }) => x, make);
  expect([next({ x: 1 }), next({ x: 1 }), next({ x: 2 })]).toEqual([2, 2, 3]);
  expect(make).toHaveBeenCalledTimes(2);
});

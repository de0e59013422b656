import { describe, expect, it } from "vitest";
import {
  type Held,
  isGap,
  isTakenBack,
  revisionOf,
  revisionsOf,
} from "../../src/statistics/revisions.ts";

const holds = (...values: (number | null | undefined)[]): Held[] =>
  values.map((value) => (value === undefined ? undefined : { value }));

describe("revisions of a number", () => {
  it.each([
    [undefined, undefined, "absent"],
    [undefined, 0, "added"],
    [0, undefined, "dropped"],
    [null, undefined, "dropped"],
    [5, 5, "same"],
    [null, null, "same"],
    [0, 5, "changed"],
    [5, null, "changed"],
  ] as const)("from %s to %s: %s", (before, after, expected) => {
    const [a, b] = holds(before, after);
    expect(revisionOf(a, b)).toBe(expected);
  });

  it("are told release by release", () => {
    expect(revisionsOf(holds(undefined, 0, undefined, 3, 3, 4))).toEqual([
      "added",
      "dropped",
      "added",
      "same",
      "changed",
    ]);
    expect(revisionsOf(holds(1))).toEqual([]);
  });

  it("take something back when they change or drop it, not when they add it", () => {
    expect(isTakenBack(holds(undefined, 1, 1))).toBe(false);
    expect(isTakenBack(holds(1, 1, undefined))).toBe(true);
    expect(isTakenBack(holds(undefined, 1, 2))).toBe(true);
    expect(isTakenBack(holds(1, undefined, 1))).toBe(true);
  });

  it("leave a gap only between two releases that hold the number", () => {
    expect(isGap(holds(1, undefined, 1))).toBe(true);
    expect(isGap(holds(1, undefined, undefined))).toBe(false);
    expect(isGap(holds(undefined, undefined, 1))).toBe(false);
    expect(isGap(holds(1, 2, 1))).toBe(false);
  });
});

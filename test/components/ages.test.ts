import { describe, expect, it } from "vitest";
import { ageSpan } from "../../src/components/figures/ages.ts";

describe("an age code", () => {
  it("is read as its first and last year, both included", () => {
    expect(ageSpan("Y18")).toEqual({ from: 18, to: 18 });
    expect(ageSpan("Y25T29")).toEqual({ from: 25, to: 29 });
    expect(ageSpan("Y_GE65")).toEqual({ from: 65, to: null });
  });

  it("is refused by name when it is no age", () => {
    for (const code of ["_U", "_T", "18", "Y", "Y18T", "y18"])
      expect(() => ageSpan(code)).toThrow(`"${code}" is not an age.`);
  });
});

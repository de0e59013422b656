import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rootFrom } from "../../src/build/root.ts";

describe("the root of the site", () => {
  it("is relative to the page", () => {
    expect(rootFrom("/")).toBe("./");
    expect(rootFrom("explore/")).toBe("../");
    expect(rootFrom("/fr/explore/")).toBe("../../");
  });

  it("leads back to the root from any page", () => {
    const parts = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 5 });
    fc.assert(
      fc.property(parts, (path) => {
        const page = path.map((part) => `${part}/`).join("");
        expect(new URL(rootFrom(page), `https://site.test/base/${page}`).pathname).toBe("/base/");
      }),
    );
  });
});

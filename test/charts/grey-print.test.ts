import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const [light = "", dark = ""] = readFileSync("src/layouts/tokens.css", "utf8").split("@media");
const tokensOf = (css: string): Map<string, string> =>
  new Map(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(
      (m) => [m[1] ?? "", m[2] ?? ""] as const,
    ),
  );
const LIGHT = tokensOf(light);
const DARK = new Map([...LIGHT, ...tokensOf(dark)]);

/** Relative luminance of WCAG 2, which is also what a black and white printer keeps of a colour. */
const luminance = (hex: string): number =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const c = Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 255;
    return sum + weight * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  }, 0);
/** CIE L*: 0 black, 100 white. */
const lightness = (hex: string): number => 116 * Math.cbrt(luminance(hex)) - 16;
const contrast = (a: string, b: string): number => {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
};

describe.each([
  ["light", LIGHT],
  ["dark", DARK],
] as const)("%s theme in grey", (_, tokens) => {
  const of = (name: string): string => tokens.get(name) ?? "";

  test.each([
    ["type-", 4],
    ["cat-", 4],
    ["sex-", 6],
  ] as const)("--%s* differ by %i or more steps of lightness", (prefix, apart) => {
    const greys = [...tokens]
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, hex]) => ({ name, l: lightness(hex) }))
      .sort((a, b) => a.l - b.l);
    expect(greys.length).toBeGreaterThan(2);
    for (const [i, grey] of greys.slice(1).entries())
      expect(grey.l - (greys[i]?.l ?? 0), `${greys[i]?.name} and ${grey.name}`).toBeGreaterThan(
        apart,
      );
  });

  test("the steps from few to many go one way, away from paper", () => {
    const steps = [1, 2, 3, 4, 5, 6].map((i) => contrast(of(`seq-${i}`), of("paper")));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  test.each(["hatch", "coverage", "grey-series", "focus"])("--%s stands out from paper", (name) => {
    expect(contrast(of(name), of("paper"))).toBeGreaterThanOrEqual(3);
  });
});

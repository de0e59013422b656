import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { onColour, seriesColour, sexColour, weaponTypeColour } from "../../src/charts/colours.ts";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];
type Tokens = ReadonlyMap<string, string>;

const [light = "", dark = ""] = readFileSync("src/layouts/tokens.css", "utf8").split("@media");
const tokensOf = (css: string) =>
  [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match): [string, string] => [
    match[1] ?? "",
    match[2] ?? "",
  ]);
const THEMES: [string, Tokens][] = [
  ["light", new Map(tokensOf(light))],
  ["dark", new Map([...tokensOf(light), ...tokensOf(dark)])],
];

const colour = (tokens: Tokens, name: string): string => {
  const value = tokens.get(name);
  if (value === undefined) throw new Error(`tokens.css has no --${name}.`);
  return value;
};
const namesOf = (tokens: Tokens, prefix: string) =>
  [...tokens.keys()].filter((name) => name.startsWith(prefix));

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const linear = (hex: string): Triple => [channel(hex, 1), channel(hex, 3), channel(hex, 5)];
const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Contrast of WCAG 2. */
const contrast = (a: string, b: string): number => {
  const [dim = 0, bright = 0] = [a, b]
    .map((hex) => dot(linear(hex), [0.2126, 0.7152, 0.0722]))
    .sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
};

const NORMAL: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** How colours look to people without one kind of cone: Machado, Oliveira and Fernandes, 2009, severity 1. */
const SIGHTS: Record<string, Matrix> = {
  normal: NORMAL,
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** CIE L*a*b* under D65, as a sight sees it. */
const lab = (hex: string, sight: Matrix): Triple => {
  const seen = (row: Triple) => Math.min(1, Math.max(0, dot(row, linear(hex))));
  const rgb: Triple = [seen(sight[0]), seen(sight[1]), seen(sight[2])];
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f(dot(rgb, [0.4124564, 0.3575761, 0.1804375]) / 0.95047);
  const y = f(dot(rgb, [0.2126729, 0.7151522, 0.072175]));
  const z = f(dot(rgb, [0.0193339, 0.119192, 0.9503041]) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};

/** CIE76 distance of two colours as a sight sees them. */
const distance = (a: string, b: string, sight: Matrix): number => {
  const [from, to] = [lab(a, sight), lab(b, sight)];
  return Math.hypot(from[0] - to[0], from[1] - to[1], from[2] - to[2]);
};

const TELL_APART = 10;

describe.each(THEMES)("the %s theme", (_, tokens) => {
  const paper = colour(tokens, "paper");

  it.each(["ink", "ink-2", "accent"])("--%s can be read on paper", (name) => {
    expect(contrast(colour(tokens, name), paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["ink", "ink-2"])("--%s can be read on the second paper", (name) => {
    expect(contrast(colour(tokens, name), colour(tokens, "paper-2"))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["cat-", "type-", "sex-"])("every --%s* stands out from paper", (prefix) => {
    for (const name of namesOf(tokens, prefix))
      expect(contrast(colour(tokens, name), paper), name).toBeGreaterThanOrEqual(3);
  });

  it.each(["F", "M", "U"])("the words inside a bar of --sex-%s can be read", (code) => {
    const bar = colour(tokens, `sex-${code}`);
    expect(contrast(colour(tokens, `on-sex-${code}`), bar)).toBeGreaterThanOrEqual(4.5);
  });

  it("has words that can be read inside a bar of every series", () => {
    const bars = [...namesOf(tokens, "cat-"), ...namesOf(tokens, "type-"), "accent", "grey-series"];
    for (const bar of bars) {
      const words = /^var\(--([\w-]+)\)$/.exec(onColour(`var(--${bar})`))?.[1] ?? "";
      expect(contrast(colour(tokens, words), colour(tokens, bar)), bar).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(
    ["cat-", "type-", "sex-"].flatMap((prefix) =>
      Object.entries(SIGHTS).map(([sight, matrix]) => [prefix, sight, matrix] as const),
    ),
  )("--%s* can be told apart with sight: %s", (prefix, _sight, matrix) => {
    const names = namesOf(tokens, prefix);
    const close = names.flatMap((a, index) =>
      names.slice(index + 1).flatMap((b) => {
        const apart = distance(colour(tokens, a), colour(tokens, b), matrix);
        return apart < TELL_APART ? [`${a} and ${b}: ${apart.toFixed(1)}`] : [];
      }),
    );
    expect(close).toEqual([]);
  });

  it("has the colours that charts ask for", () => {
    const asked = [
      ...[
        "PISTOL",
        "REVOLVER",
        "RIFLE",
        "SHOTGUN",
        "SUBMACHINE_GUN",
        "MACHINE_GUN",
        "_O",
        "_U",
      ].map(weaponTypeColour),
      ...["F", "M", "_U", "_T"].map(sexColour),
      ...Array.from({ length: 9 }, (_, index) => seriesColour(index)),
    ];
    for (const value of asked) {
      const name = /^var\(--([\w-]+)\)$/.exec(value)?.[1] ?? value;
      expect(tokens.has(name), name).toBe(true);
    }
  });

  it("shows the first category in the accent, and pistols in a blue beside it", () => {
    expect(colour(tokens, "cat-1")).toBe(colour(tokens, "accent"));
    const hue = (name: string) => {
      const [, a, b] = lab(colour(tokens, name), NORMAL);
      return (Math.atan2(b, a) * 180) / Math.PI;
    };
    expect(Math.abs(hue("type-PISTOL") - hue("accent"))).toBeLessThan(30);
  });

  it("has words that can be read on every step from few to many: ink on the first three, then paper", () => {
    for (const step of [1, 2, 3, 4, 5, 6]) {
      const words = colour(tokens, step <= 3 ? "ink" : "paper");
      expect(contrast(words, colour(tokens, `seq-${step}`)), `seq-${step}`).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });
});

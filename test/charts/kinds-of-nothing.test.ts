import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { NOTHINGS, nothingKey } from "../../src/charts/nothing.ts";
import { barsChart } from "../../src/charts/painted.ts";
import { BARS_NOTHING, optionsFor } from "./charts.ts";

const where = (direction: "ltr" | "rtl" = "ltr") => ({
  document: parseHTML("<html><body></body></html>").document,
  id: "k",
  direction,
});

test("each kind of nothing has a mark of its own", () => {
  const drawn = NOTHINGS.map((kind) => nothingKey(kind, where()).innerHTML);
  expect(new Set(drawn).size).toBe(NOTHINGS.length);
});

test("the marks of a legend are mirrored in Arabic and do not depend on colour", () => {
  const ltr = nothingKey("zero", where()).innerHTML;
  expect(nothingKey("zero", where("rtl")).innerHTML).not.toBe(ltr);
  expect(ltr).toContain("var(--ink)");
});

test("a row without value keeps its place and says why; a zero says 0", () => {
  for (const width of [320, 720]) {
    const svg = barsChart(BARS_NOTHING, optionsFor(width));
    const words = Array.from(svg.querySelectorAll("text"), (text) => text.textContent);
    expect(words).toEqual(
      expect.arrayContaining([
        "not reported",
        "not published by any State",
        "suppressed: fewer than 5",
        "n/a",
      ]),
    );
    expect(words.filter((text) => text === "0")).toHaveLength(2);
    expect(svg.querySelectorAll("pattern")).toHaveLength(2);
    expect(svg.querySelectorAll('[fill="url(#c-hatch)"]')).toHaveLength(2);
    expect(svg.querySelectorAll('[fill="url(#c-dots)"]')).toHaveLength(1);
  }
});

test("bars start at zero and keep their proportions", () => {
  const svg = barsChart(BARS_NOTHING, { ...optionsFor(720), editable: true });
  const [first = 0, second = 0] = Array.from(
    svg.querySelectorAll('g rect[fill="var(--accent)"], g[fill="var(--accent)"] rect'),
    (rect) => Number(rect.getAttribute("width")),
  );
  expect(first / second).toBeCloseTo(12345 / 4200, 1);
});

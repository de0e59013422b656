import { describe, expect, test } from "vitest";
import { CHARTS, optionsFor } from "./charts.ts";
import { bars, overlaps, textBoxes } from "./geometry.ts";
import { expectSnapshot } from "./snapshot.ts";

const WIDTHS = [320, 344, 460, 720, 1000];
const entries = Object.entries(CHARTS);

describe.each(entries)("%s", (name, draw) => {
  test.each([344, 720])("looks as it did at %i pixels", (width) => {
    expectSnapshot(`${name}-${width}`, draw(optionsFor(width)));
  });

  test.each(WIDTHS)("has its texts inside and apart at %i pixels", (width) => {
    for (const direction of ["ltr", "rtl"] as const) {
      const svg = draw(optionsFor(width, direction));
      const height = Number(svg.getAttribute("height"));
      for (const box of textBoxes(svg, 0.6)) {
        expect(box.x1, `start of "${box.text}"`).toBeGreaterThanOrEqual(-1);
        expect(box.x2, `end of "${box.text}"`).toBeLessThanOrEqual(width + 1);
        expect(box.y1, `top of "${box.text}"`).toBeGreaterThanOrEqual(-1);
        expect(box.y2, `foot of "${box.text}"`).toBeLessThanOrEqual(height + 1);
      }
      expect(overlaps(textBoxes(svg, 0.56))).toEqual([]);
    }
  });

  test("is drawn from the other side in Arabic", () => {
    const width = 720;
    const ltr = bars(draw(optionsFor(width)));
    const rtl = bars(draw(optionsFor(width, "rtl")));
    expect(rtl).toHaveLength(ltr.length);
    for (const [i, bar] of ltr.entries()) {
      expect(width - bar.x - bar.width).toBeCloseTo(rtl[i]?.x ?? Number.NaN, 0);
      expect(rtl[i]?.y).toBe(bar.y);
    }
  });

  test("is one named image whose colours follow the theme", () => {
    const svg = draw(optionsFor(344));
    expect(svg.localName).toBe("svg");
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.getAttribute("aria-label")).toBe("A chart");
    expect(svg.getAttribute("viewBox")).toMatch(/^0 0 344 \d+$/);
    expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity|<style/);
    for (const attribute of ["fill", "stroke"])
      for (const element of svg.querySelectorAll(`[${attribute}]`))
        expect(element.getAttribute(attribute)).toMatch(/^(var\(--|url\(#|none$)/);
    for (const element of svg.querySelectorAll("[font-size]"))
      expect(Number(element.getAttribute("font-size"))).toBeGreaterThanOrEqual(12);
  });
});

import { describe, expect, test } from "vitest";
import { arcMapChart, symbolMapChart } from "../../src/charts/painted.ts";
import type { SymbolMapData } from "../../src/charts/symbol-map.ts";
import { optionsFor } from "./charts.ts";
import { overlaps, textBoxes } from "./geometry.ts";
import { ARCS, DISCLAIMER, MAPS, STATES_MAP, WORLD_MAP } from "./maps.ts";
import { expectSnapshot } from "./snapshot.ts";

const said = (svg: Element): string =>
  Array.from(svg.querySelectorAll("text"), (text) => text.textContent).join(" ");

const symbolOf = (svg: Element, code: string): Element => {
  const found = svg.querySelector(`[data-key="${code}"]`);
  if (found === null) throw new Error(`No symbol of ${code}.`);
  return found;
};

const radiusOf = (svg: Element, code: string): number =>
  Number(symbolOf(svg, code).getAttribute("r"));

describe.each(Object.entries(MAPS))("%s", (name, draw) => {
  test.each([328, 680, 1100])("looks as it did at %i pixels", (width) => {
    expectSnapshot(`${name}-${width}`, draw(optionsFor(width)));
  });

  test("looks as it did from right to left", () => {
    expectSnapshot(`${name}-rtl-680`, draw(optionsFor(680, "rtl")));
  });

  test.each([320, 460, 720, 1200])("has its texts inside and apart at %i pixels", (width) => {
    for (const direction of ["ltr", "rtl"] as const) {
      const svg = draw(optionsFor(width, direction));
      const height = Number(svg.getAttribute("height"));
      for (const box of textBoxes(svg, 0.6)) {
        expect(box.x1, `start of "${box.text}"`).toBeGreaterThanOrEqual(-1);
        expect(box.x2, `end of "${box.text}"`).toBeLessThanOrEqual(width + 1);
        expect(box.y2, `foot of "${box.text}"`).toBeLessThanOrEqual(height + 1);
      }
      expect(overlaps(textBoxes(svg, 0.56))).toEqual([]);
    }
  });

  test("says inside the picture that no boundary is claimed", () => {
    for (const width of [328, 1100]) {
      const words = said(draw(optionsFor(width))).replace(/\s+/g, " ");
      expect(words).toContain(DISCLAIMER);
    }
  });

  test("has land of one tone without any line", () => {
    const svg = draw(optionsFor(680));
    const land = Array.from(svg.querySelectorAll("path")).filter(
      (path) => path.closest('[fill="var(--rule)"]') !== null,
    );
    expect(land).toHaveLength(1);
    expect(land[0]?.closest("[stroke]")).toBeNull();
  });

  test("is one named image whose colours follow the theme", () => {
    const svg = draw(optionsFor(328));
    expect(svg.getAttribute("role")).toBe("img");
    expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity|<style/);
    for (const attribute of ["fill", "stroke"])
      for (const element of svg.querySelectorAll(`[${attribute}]`))
        expect(element.getAttribute(attribute)).toMatch(/^(var\(--|none$)/);
  });
});

describe("symbols", () => {
  test.each([328, 680, 1100])("have areas in proportion to values at %i pixels", (width) => {
    const svg = symbolMapChart(WORLD_MAP, optionsFor(width));
    const area = (code: string) => radiusOf(svg, code) ** 2;
    /** Radii are written with one decimal. */
    const sure = (code: string) => 1 + 0.11 / radiusOf(svg, code);
    for (const [code, value] of [
      ["BRA", 322_700],
      ["COL", 146_300],
      ["AUS", 103_900],
    ] as const) {
      const expected = value / 1_740_000;
      const ratio = area(code) / area("USA") / expected;
      expect(ratio).toBeLessThan(sure(code) ** 2);
      expect(ratio).toBeGreaterThan(1 / sure(code) ** 2);
    }
  });

  test("of small values are seen, and it is said below which they are alike", () => {
    const svg = symbolMapChart(WORLD_MAP, optionsFor(680));
    expect(radiusOf(svg, "FJI")).toBe(1.5);
    expect(said(svg)).toContain("all are drawn alike");
    const even = { ...WORLD_MAP, areas: WORLD_MAP.areas.filter(({ value }) => (value ?? 0) > 5e4) };
    expect(said(symbolMapChart(even, optionsFor(680)))).not.toContain("all are drawn alike");
  });

  test("are drawn from large to small, with a title and a rim of paper", () => {
    const svg = symbolMapChart(WORLD_MAP, optionsFor(680));
    const circles = Array.from(svg.querySelectorAll("circle[data-key]"));
    const radii = circles.map((circle) => Number(circle.getAttribute("r")));
    expect(radii).toHaveLength(9);
    expect(radii).toEqual(radii.toSorted((a, b) => b - a));
    for (const circle of circles) {
      expect(circle.querySelector("title")?.textContent).toMatch(/: \d+$/);
      expect(circle.closest("[stroke]")?.getAttribute("stroke")).toBe("var(--paper)");
    }
  });

  test("say zero, doubtful, not reported, not collected, suppressed apart from one another", () => {
    const alone = (code: string): string => {
      const areas = WORLD_MAP.areas.filter((area) => area.code === code || area.code === "USA");
      const data: SymbolMapData = {
        ...WORLD_MAP,
        keys: {},
        areas: areas.map((area) =>
          area.code === code ? { ...area, position: [10, 0], title: "", code: "X" } : area,
        ),
      };
      return symbolMapChart(data, optionsFor(680)).outerHTML;
    };
    const codes = ["ISL", "ITA", "DZA", "CHN", "CAN", "SDN"];
    expect(new Set(codes.map(alone)).size).toBe(codes.length);
    expect(alone("DZA")).toBe(alone("IRQ"));
  });

  test("without a number are no circles of a size, and keep their place and title", () => {
    const svg = symbolMapChart(WORLD_MAP, optionsFor(680));
    for (const code of ["ISL", "ITA", "DZA", "CHN", "CAN", "SDN"]) {
      expect(symbolOf(svg, code).localName).toBe("path");
      expect(symbolOf(svg, code).querySelector("title")).not.toBeNull();
    }
  });

  test("that are quiet or faded differ from the others, and the key says so", () => {
    const svg = symbolMapChart(WORLD_MAP, optionsFor(680));
    const look = (code: string) =>
      ["fill", "fill-opacity"].map((name) => symbolOf(svg, code).getAttribute(name)).join();
    expect(new Set(["BRA", "USA", "ZAF"].map(look)).size).toBe(3);
    expect(look("BRA")).toBe(look("COL"));
    for (const words of ["reports, but not in every year", "of fewer than 20", "doubtful zero"])
      expect(said(svg)).toContain(words);
  });

  test("that are largest are named, and none twice", () => {
    const words = said(symbolMapChart(WORLD_MAP, optionsFor(1100)));
    for (const name of ["Brazil", "Colombia", "United States of America"])
      expect(words.split(name)).toHaveLength(2);
  });

  test("stand in the same places in both reading directions", () => {
    const places = (direction: "ltr" | "rtl") =>
      Array.from(
        symbolMapChart(WORLD_MAP, optionsFor(680, direction)).querySelectorAll("circle[data-key]"),
        (circle) => circle.getAttribute("cx"),
      );
    expect(places("rtl")).toEqual(places("ltr"));
  });

  test("outside of the frame stand under the map with their names and numbers", () => {
    const svg = symbolMapChart(STATES_MAP, optionsFor(680));
    const y = (code: string) => Number(symbolOf(svg, code).getAttribute("cy"));
    expect(y("US-AK")).toBeGreaterThan(y("US-FL"));
    expect(y("US-AK")).toBe(y("US-HI"));
    for (const words of ["Outside of the frame", "Alaska", "560", "Hawaii"])
      expect(said(svg)).toContain(words);
    expect(radiusOf(svg, "US-AK") / radiusOf(svg, "US-CA")).toBeCloseTo(Math.sqrt(560 / 31_400), 1);
  });

  test("of nobody leave land and words", () => {
    const svg = symbolMapChart({ ...WORLD_MAP, areas: [] }, optionsFor(680));
    expect(svg.querySelectorAll("[data-key]")).toHaveLength(0);
    expect(said(svg)).toContain("No boundary is drawn");
  });
});

describe("arcs", () => {
  const svg = arcMapChart(ARCS, optionsFor(680));
  const ends = (key: string) => {
    const d = symbolOf(svg, key).getAttribute("d") ?? "";
    const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0, x3 = 0, y3 = 0, , , x4 = 0, y4 = 0] = (
      d.match(/-?[\d.]+/g) ?? []
    ).map(Number);
    return {
      start: { x: (x1 + x4) / 2, y: (y1 + y4) / 2, wide: Math.hypot(x1 - x4, y1 - y4) },
      end: { x: (x2 + x3) / 2, y: (y2 + y3) / 2, wide: Math.hypot(x2 - x3, y2 - y3) },
    };
  };
  const centre = (code: string) => ({
    x: Number(symbolOf(svg, code).getAttribute("cx")),
    y: Number(symbolOf(svg, code).getAttribute("cy")),
  });

  test.each(["US-AZ US-CA", "US-IN US-IL", "US-FL US-GA"])(
    "%s runs from sale to recovery",
    (key) => {
      const [origin = "", recovery = ""] = key.split(" ");
      const { start, end } = ends(key);
      for (const axis of ["x", "y"] as const) {
        expect(Math.abs(start[axis] - centre(origin)[axis])).toBeLessThan(0.3);
        expect(Math.abs(end[axis] - centre(recovery)[axis])).toBeLessThan(0.3);
      }
      expect(start.wide).toBeGreaterThan(2 * end.wide);
    },
  );

  test("are as wide as they are large", () => {
    const wide = (key: string) => ends(key).start.wide;
    expect(wide("US-NV US-CA") / wide("US-AZ US-CA")).toBeCloseTo(1700 / 2600, 1);
    expect(wide("US-TX US-CA") / wide("US-AZ US-CA")).toBeCloseTo(1100 / 2600, 1);
  });

  test("there and back are two", () => {
    expect(symbolOf(svg, "US-NV US-CA").getAttribute("d")).not.toBe(
      symbolOf(svg, "US-CA US-NV").getAttribute("d"),
    );
  });

  test("say how to read them and how many are left out", () => {
    const words = said(arcMapChart(ARCS, optionsFor(328))).replace(/\s+/g, " ");
    expect(words).toContain("wide end");
    const { routes } = ARCS;
    expect(words).toContain(`The 25 largest of ${routes.length} are drawn`);
    const all = said(arcMapChart(ARCS, optionsFor(1100)));
    expect(routes.length).toBeLessThan(80);
    expect(all).not.toContain("are drawn:");
  });

  test("lead to places beside the map too", () => {
    const alaska = arcMapChart(
      { ...ARCS, routes: ARCS.routes.filter(({ origin }) => origin === "US-AK") },
      optionsFor(680),
    );
    expect(symbolOf(alaska, "US-AK US-WA").querySelector("title")?.textContent).toContain("90");
  });

  test("circles are in proportion to what stayed", () => {
    expect(radiusOf(svg, "US-VA") / radiusOf(svg, "US-CA")).toBeCloseTo(
      Math.sqrt(9800 / 31_400),
      1,
    );
  });
});

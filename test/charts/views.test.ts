import { describe, expect, test } from "vitest";
import {
  heatMapChart,
  sankeyChart,
  smallMultiplesChart,
  stackedBarsChart,
} from "../../src/charts/painted.ts";
import type { SankeyData } from "../../src/charts/sankey.ts";
import { folded } from "../../src/charts/sankey-data.ts";
import type { StackedBarsData } from "../../src/charts/stacked-bars.ts";
import { optionsFor } from "./charts.ts";
import { bars, overlaps, textBoxes } from "./geometry.ts";
import { expectSnapshot } from "./snapshot.ts";
import {
  GROUPED,
  HEAT,
  MULTIPLES,
  MULTIPLES_MANY,
  MULTIPLES_OWN,
  SANKEY,
  STACKED,
  STACKED_SHARES,
  VIEWS,
} from "./views.ts";

const WIDTHS = [320, 328, 460, 680, 1100];

const attribute = (element: Element, name: string): string | undefined =>
  element.getAttribute(name) ?? element.parentElement?.getAttribute(name) ?? undefined;
const keysOf = (group: Element): string[] =>
  [...group.children].flatMap((d) => d.getAttribute("data-key") ?? []);
const all = (svg: Element, selector: string): Element[] => [...svg.querySelectorAll(selector)];
const words = (svg: Element): string[] => all(svg, "text").map((d) => d.textContent ?? "");

describe.each(Object.entries(VIEWS))("%s", (name, draw) => {
  test.each([328, 680, 1100])("looks as it did at %i pixels", (width) => {
    expectSnapshot(`${name}-${width}`, draw(optionsFor(width)));
  });

  test("looks as it did from right to left", () => {
    expectSnapshot(`${name}-rtl-680`, draw(optionsFor(680, "rtl")));
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

  test("takes its colours from the theme and has no key twice in one mark", () => {
    const svg = draw(optionsFor(344));
    expect(svg.outerHTML).not.toMatch(/NaN|undefined|Infinity|<style/);
    for (const paint of ["fill", "stroke"])
      for (const element of all(svg, `[${paint}]`))
        expect(element.getAttribute(paint)).toMatch(/^(var\(--|url\(#|none$)/);
    for (const [, pattern] of svg.outerHTML.matchAll(/url\(#([^)]+)\)/g))
      expect(svg.querySelector(`pattern[id="${pattern}"]`)).not.toBeNull();
    for (const group of all(svg, "g")) {
      const keys = keysOf(group);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe("a Sankey", () => {
  const matrixTotal = SANKEY.cells.reduce((sum, cell) => sum + (cell.value ?? 0), 0);
  const stayed = SANKEY.cells
    .filter((cell) => cell.origin === cell.recovery)
    .reduce((sum, cell) => sum + (cell.value ?? 0), 0);

  test.each([2, 6, 17, 40])("folds all but %i areas and loses nothing", (most) => {
    const { nodes, flows, absent } = folded(SANKEY, most);
    const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    expect(sumOf(flows.map((d) => d.value))).toBe(matrixTotal);
    expect(sumOf(flows.filter((d) => d.within).map((d) => d.value))).toBe(stayed);
    for (const side of ["o", "r"] as const) {
      const own = nodes.filter((d) => d.side === side);
      expect(sumOf(own.map((d) => d.total))).toBe(matrixTotal);
      expect(sumOf(own.map((d) => (d.others === 0 ? 1 : d.others)))).toBe(18);
      expect(own.filter((d) => d.others === 1)).toEqual([]);
    }
    expect(absent).toBe(SANKEY.cells.filter((cell) => cell.value === null).length);
  });

  test("sums a pair that comes twice, and names an area that is not listed", () => {
    const cell = { origin: "S0", recovery: "S1", value: 3 };
    const twice: SankeyData = { ...SANKEY, cells: [cell, cell, { ...cell, value: null }] };
    expect(folded(twice, 5).flows.map((d) => [d.key, d.value])).toEqual([["o:S0>r:S1", 6]]);
    expect(folded(twice, 5).absent).toBe(1);
    const stray = { ...SANKEY, cells: [{ ...cell, origin: "X" }] };
    expect(() => folded(stray, 5)).toThrow('the origin "X", which is not listed');
  });

  test.each([328, 680, 1100])("has widths in proportion, from zero, at %i pixels", (width) => {
    const svg = sankeyChart(SANKEY, optionsFor(width));
    const named = width < 480 ? 6 : width < 860 ? 10 : 14;
    const { flows, nodes } = folded(SANKEY, named);
    const drawn = new Map(
      all(svg, "path[data-key]").map((d) => [
        d.getAttribute("data-key"),
        Number(attribute(d, "stroke-width")),
      ]),
    );
    const first = flows[0];
    const unit = (drawn.get(first?.key ?? "") ?? 0) / (first?.value ?? 1);
    expect(unit).toBeGreaterThan(0);
    for (const flow of flows) expect(drawn.get(flow.key)).toBeCloseTo(flow.value * unit, 6);
    for (const node of nodes) {
      const rect = all(svg, "rect[data-key]").find((d) => d.getAttribute("data-key") === node.key);
      expect(Number(rect?.getAttribute("height"))).toBeCloseTo(node.total * unit, 0);
    }
  });

  test("says how many areas stand together and how many cells have no number", () => {
    const said = words(sankeyChart(SANKEY, optionsFor(1100))).join(" ");
    expect(said).toContain("4 others");
    expect(said).toContain("17 cells of the matrix hold no number");
  });

  test("without a number is a picture without a flow", () => {
    const none = { ...SANKEY, cells: SANKEY.cells.map((cell) => ({ ...cell, value: null })) };
    const svg = sankeyChart(none, optionsFor(328));
    expect(all(svg, "[data-key]")).toEqual([]);
    expect(words(svg).join(" ")).toContain("324 cells");
  });
});

/** Widths of the bars of a row, by category. */
const widthsOf = (svg: Element, row: string): Map<string, number> =>
  new Map(
    all(svg, "rect[data-key]").flatMap((d): [string, number][] => {
      const [of, category = ""] = (d.getAttribute("data-key") ?? "").split("/");
      return of === row ? [[category, Number(d.getAttribute("width"))]] : [];
    }),
  );
const sumIn = (widths: ReadonlyMap<string, number>): number =>
  [...widths.values()].reduce((sum, width) => sum + width, 0);

describe("stacked bars", () => {
  test.each([328, 680, 1100])("are as long together as their total at %i pixels", (width) => {
    const svg = stackedBarsChart(STACKED, optionsFor(width));
    const counted = STACKED.rows.filter((row) => row.state === "value");
    const totalOf = (row: (typeof counted)[number]) =>
      row.parts.reduce((sum, part) => sum + (part.value ?? 0), 0);
    const [first] = counted;
    if (first === undefined) throw new Error("There is a row.");
    const unit = sumIn(widthsOf(svg, first.code)) / totalOf(first);
    for (const row of counted) {
      const widths = widthsOf(svg, row.code);
      expect(Math.abs(sumIn(widths) - totalOf(row) * unit)).toBeLessThan(1);
      for (const part of row.parts)
        if (part.value !== null && part.value > 0)
          expect(Math.abs((widths.get(part.category) ?? -9) - part.value * unit)).toBeLessThan(0.3);
      expect(words(svg)).toContain(row.totalText);
    }
  });

  test("of shares are all as long as the whole", () => {
    const svg = stackedBarsChart(STACKED_SHARES, optionsFor(680));
    const lengths = STACKED_SHARES.rows.map((row) => sumIn(widthsOf(svg, row.code)));
    for (const length of lengths) expect(Math.abs(length - (lengths[0] ?? 0))).toBeLessThan(0.7);
    const faded = all(svg, 'rect[data-key^="Bos/"]');
    expect(faded.length).toBeGreaterThan(2);
    for (const bar of faded) expect(Number(attribute(bar, "fill-opacity"))).toBeLessThan(0.5);
    expect(words(svg)).toContain("of 27 only");
  });

  test("tell a zero, nothing reported and a part that is missing apart", () => {
    for (const width of [328, 680]) {
      const svg = stackedBarsChart(STACKED, optionsFor(width));
      expect(widthsOf(svg, "JPN").size + widthsOf(svg, "SWE").size).toBe(0);
      expect(words(svg)).toEqual(expect.arrayContaining(["0", "not reported"]));
      expect(words(svg)).toContain("2 types not reported");
      expect(all(svg, '[fill="url(#c-hatch)"]')).toHaveLength(1);
    }
  });

  test("in groups all start at the base, and a missing part says so", () => {
    const svg = stackedBarsChart(GROUPED, optionsFor(680));
    const drawn = all(svg, "rect[data-key]");
    expect(new Set(drawn.map((d) => d.getAttribute("x"))).size).toBe(1);
    const colombia = widthsOf(svg, "Colombia");
    expect((colombia.get("TRAFFICKING") ?? 0) / (colombia.get("VIOLENT") ?? 1)).toBeCloseTo(
      4120 / 6100,
      2,
    );
    expect(words(svg)).toEqual(expect.arrayContaining(["0", "not reported", "6,100"]));
    expect(widthsOf(svg, "Ecuador").size).toBe(1);
  });

  test("refuse a part of a category that is not listed", () => {
    const stray: StackedBarsData = { ...STACKED, categories: STACKED.categories.slice(1) };
    expect(() => stackedBarsChart(stray, optionsFor(680))).toThrow('"PISTOL", which is not listed');
  });
});

describe("small multiples", () => {
  const joined = (svg: Element): string[] =>
    all(svg, "path").flatMap((path) => {
      const d = path.getAttribute("d") ?? "";
      return attribute(path, "stroke-width") === "2" && d.includes("L") ? [d] : [];
    });

  test("join years that follow each other only, and nothing where the States change", () => {
    const svg = smallMultiplesChart(MULTIPLES, optionsFor(680));
    // Argentina 1, Bosnia 1, Colombia 1, Mexico 2 (a break), Spain 1; Ecuador has single years, Sweden none.
    expect(joined(svg)).toHaveLength(6);
    expect(joined(smallMultiplesChart(MULTIPLES_OWN, optionsFor(680)))).toEqual([]);
  });

  test("print the first and the last number of each panel, and mark a panel without any", () => {
    const said = words(smallMultiplesChart(MULTIPLES, optionsFor(1100)));
    for (const text of ["26K", "17K", "12", "27", "2K", "3.1K", "not reported"])
      expect(said).toContain(text);
    expect(said).toContain("1 · 2020: another authority counts");
  });

  test("share a scale, or say that they do not", () => {
    const common = words(smallMultiplesChart(MULTIPLES, optionsFor(680)));
    expect(common).toContain("All panels have the same scale.");
    expect(new Set(common.filter((text) => text === "30K")).size).toBe(1);
    const own = words(smallMultiplesChart(MULTIPLES_OWN, optionsFor(680)));
    expect(own.join(" ")).toContain("Each panel has its own scale");
    expect(own).toEqual(expect.arrayContaining(["150K", "30K", "10K", "6K", "3K", "2K", "1.5K"]));
  });

  test("are 24 at most, and say how many there are", () => {
    for (const width of WIDTHS) {
      const said = words(smallMultiplesChart(MULTIPLES_MANY, optionsFor(width)));
      expect(said.filter((text) => text.startsWith("State number"))).toHaveLength(24);
      expect(said.join(" ")).toContain("24 of 30 are drawn");
    }
  });

  test.each([
    [320, 2],
    [680, 4],
    [1100, 6],
  ])("stand in columns by the width: at %i pixels %i", (width, columns) => {
    const svg = smallMultiplesChart(MULTIPLES_MANY, optionsFor(width));
    const titles = all(svg, "text").filter((d) => d.textContent?.startsWith("State number"));
    expect(new Set(titles.map((d) => d.getAttribute("x"))).size).toBe(columns);
  });
});

describe("a heat map", () => {
  const svg = heatMapChart(HEAT, optionsFor(680));
  const tiles = (key: string): Element[] =>
    all(svg, "rect[data-key]").filter((d) => d.getAttribute("data-key") === key);

  test("has a mark of its own for zero, doubtful zero, absent, suppressed and provisional", () => {
    const looks = ["2020/4", "2020/5", "2019/10", "2020/6", "2024/8", "2018/1"].map((key) =>
      tiles(key)
        .map((d) => [
          attribute(d, "fill"),
          attribute(d, "stroke"),
          attribute(d, "stroke-dasharray"),
        ])
        .join("|"),
    );
    expect(new Set(looks).size).toBe(looks.length);
    expect(looks[2]).toContain("url(#c-hatch)");
    expect(looks[0]).not.toContain("url(");
  });

  test("leaves months that the source does not cover blank", () => {
    expect(tiles("2024/10")).toEqual([]);
    expect(tiles("2024/9").length).toBeGreaterThan(0);
  });

  test("is darker where there is more, and prints numbers where they fit", () => {
    const step = (key: string): number =>
      Number(/seq-(\d)/.exec(attribute(tiles(key)[0] as Element, "fill") ?? "")?.[1]);
    const counted = HEAT.cells.filter((d) => d.state === "value" && d.provisional !== true);
    const sorted = counted.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
    const steps = sorted.map((d) => step(`${d.row}/${d.column}`));
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(new Set(steps).size).toBeGreaterThanOrEqual(4);
    expect(words(svg)).toContain(String(sorted[0]?.value));
  });
});

import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { NOTHINGS as KINDS, nothingKey } from "../../src/charts/nothing.ts";
import type { ChartOptions } from "../../src/charts/options.ts";
import {
  barsChart,
  pyramidChart,
  routesChart,
  sexShareChart,
  trendChart,
} from "../../src/charts/painted.ts";
import {
  BARS,
  CONNECTED,
  COUNTED,
  GAPS,
  NOTHINGS,
  optionsFor,
  PYRAMID,
  ROUTES,
  SEX_SHARES,
  series,
  UNCONNECTED,
} from "./draw.ts";

type Draw = (options: ChartOptions) => SVGSVGElement;

const CHARTS: [string, Draw][] = [
  ["trend", (options) => trendChart(CONNECTED, options)],
  ["trend-unconnected", (options) => trendChart(UNCONNECTED, options)],
  ["trend-gaps", (options) => trendChart(GAPS, options)],
  ["trend-empty", (options) => trendChart({ ...CONNECTED, series: [], coverage: [] }, options)],
  ["bars", (options) => barsChart(BARS, options)],
  ["bars-nothing", (options) => barsChart(NOTHINGS, options)],
  ["bars-empty", (options) => barsChart({ unit: "arms seized", rows: [] }, options)],
  ["sex-share", (options) => sexShareChart(SEX_SHARES, options)],
  ["pyramid", (options) => pyramidChart(PYRAMID, options)],
  ["pyramid-counts", (options) => pyramidChart(COUNTED, options)],
  ["pyramid-empty", (options) => pyramidChart({ ...PYRAMID, bands: [] }, options)],
  ["routes", (options) => routesChart(ROUTES, options)],
];

const PLACES = [
  [328, "ltr"],
  [680, "ltr"],
  [328, "rtl"],
] as const;

/** Path data of the lines that are drawn in a colour. */
const linesOf = (svg: Element, colour: string): string[] =>
  [...svg.querySelectorAll("path")].flatMap((path) => {
    const own = (name: string) => path.getAttribute(name) ?? path.parentElement?.getAttribute(name);
    const d = path.getAttribute("d") ?? "";
    return own("stroke") === colour && own("fill") === "none" && /[LCHV]/.test(d) ? [d] : [];
  });

const words = (svg: Element): string[] =>
  [...svg.querySelectorAll("text")].map((text) => text.textContent ?? "");

describe.each(CHARTS)("%s", (name, draw) => {
  it.each(PLACES)(
    "at %i pixels, %s, holds numbers only and is drawn alike each time",
    (width, direction) => {
      const options = optionsFor(name, width, direction);
      const { outerHTML } = draw(options);
      expect(outerHTML).not.toMatch(/NaN|undefined|Infinity|null/);
      expect(draw(optionsFor(name, width, direction)).outerHTML).toBe(outerHTML);
      expect(outerHTML).toContain(`aria-label="Drawing of ${name}"`);
      expect(outerHTML).toContain(`direction="${direction}"`);
    },
  );

  it("brings neither style sheet nor script, and every pattern that it uses", () => {
    const svg = draw(optionsFor("plain", 680));
    expect(svg.querySelectorAll("style, script, image, foreignObject")).toHaveLength(0);
    for (const [, pattern] of svg.outerHTML.matchAll(/url\(#([^)]+)\)/g))
      expect(svg.querySelector(`pattern[id="${pattern}"]`)).not.toBeNull();
  });
});

describe("the line of a trend", () => {
  it("joins years in which the same States report", () => {
    const svg = trendChart(CONNECTED, optionsFor("joined", 680));
    for (const { colour } of CONNECTED.series) expect(linesOf(svg, colour)).toHaveLength(1);
  });

  it("joins nothing where the States change", () => {
    for (const width of [328, 680]) {
      const svg = trendChart(UNCONNECTED, optionsFor("apart", width));
      expect(linesOf(svg, "var(--accent)")).toEqual([]);
      expect(svg.querySelectorAll("circle").length).toBeGreaterThanOrEqual(5);
      expect(words(svg).join(" ")).toContain("not joined");
    }
  });

  it("stops at a missing year and at a new way of counting", () => {
    const svg = trendChart(GAPS, optionsFor("gaps", 680));
    expect(linesOf(svg, "var(--cat-1)")).toHaveLength(1);
    expect(linesOf(svg, "var(--cat-2)")).toEqual([]);
    expect(words(svg)).toContain("New way of counting");
  });

  it("is coloured seven times at most", () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      series(`S${index}`, [1, 2], `var(--x-${index})`),
    );
    const svg = trendChart({ ...CONNECTED, series: many }, optionsFor("many", 680));
    expect(many.filter(({ colour }) => linesOf(svg, colour).length > 0)).toHaveLength(7);
    expect(linesOf(svg, "var(--grey-series)")).toHaveLength(2);
  });
});

describe("the kinds of nothing", () => {
  it("each say in words what they are, and only reported numbers print a number", () => {
    for (const width of [328, 680]) {
      const said = words(barsChart(NOTHINGS, optionsFor("nothing", width))).join(" ");
      for (const text of ["doubtful zero", "not reported", "not published", "suppressed", "–"])
        expect(said).toContain(text);
      expect(said.match(/\b0\b/g)).toHaveLength(2);
    }
  });

  it("each have a mark of their own", () => {
    const { document } = parseHTML("<!doctype html><html></html>");
    const marks = KINDS.map((kind) =>
      nothingKey(kind, { document, id: "key", direction: "ltr" }).outerHTML.replaceAll(kind, ""),
    );
    expect(new Set(marks).size).toBe(KINDS.length);
  });
});

describe("the bars of a chart", () => {
  /** Corners of the boxes in the data of a path, or of a rectangle. */
  const cornersOf = (shape: Element): string[] => {
    const of = (name: string) => Number(shape.getAttribute(name));
    if (shape.localName === "rect")
      return [[of("x"), of("y"), of("x") + of("width"), of("y") + of("height")].map(tenth).join()];
    const boxes = (shape.getAttribute("d") ?? "").matchAll(
      /M([\d.]+),([\d.]+)H([\d.]+)V([\d.]+)H([\d.]+)Z/g,
    );
    return [...boxes].map(([, x1, y1, x2, y2]) => [x1, y1, x2, y2].join());
  };
  const tenth = (n: number): string => String(Math.round(n * 10) / 10);
  const ROWS = BARS.rows.map((row) => ({ ...row, colour: "var(--accent)", faded: false }));
  const filled = (svg: Element): Element[] => [
    ...svg.querySelectorAll('[fill="var(--accent)"], g[fill="var(--accent)"] > *'),
  ];

  it("are one element of each paint on the page, and apart for those who edit the picture", () => {
    const options = optionsFor("bars", 680);
    const joined = filled(barsChart({ ...BARS, rows: ROWS }, options));
    const apart = filled(barsChart({ ...BARS, rows: ROWS }, { ...options, editable: true }));
    expect(joined).toHaveLength(1);
    expect(apart).toHaveLength(ROWS.length);
    expect(joined.flatMap(cornersOf)).toEqual(apart.flatMap(cornersOf));
  });
});

describe("a route", () => {
  it("points where the reader reads", () => {
    const said = (direction: "ltr" | "rtl") =>
      words(routesChart(ROUTES, optionsFor("route", 680, direction)));
    expect(said("ltr")).toContain("Indiana → Illinois");
    expect(said("rtl")).toContain("Indiana ← Illinois");
  });
});

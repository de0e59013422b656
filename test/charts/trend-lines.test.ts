import { describe, expect, test } from "vitest";
import { trendChart } from "../../src/charts/painted.ts";
import type { TrendData } from "../../src/charts/trend.ts";
import { segments } from "../../src/charts/trend-data.ts";
import { optionsFor, TREND_INDEX, TREND_MARKS, TREND_RAW, TREND_SHARES } from "./charts.ts";

const textsOf = (svg: Element): string[] =>
  Array.from(svg.querySelectorAll("text"), (text) => text.textContent ?? "");
const linesOf = (svg: Element): Element[] =>
  Array.from(svg.querySelectorAll('[stroke-width="2.25"] path'));
const years = (data: TrendData): number[][] =>
  segments(data).map((run) => run.data.map((d) => d.year));

describe("what a line may join", () => {
  test("no missing value and no break", () => {
    expect(years(TREND_MARKS)).toEqual([
      [2012],
      [2014, 2015],
      [2016, 2017, 2018, 2019, 2020, 2021, 2022],
    ]);
  });

  test("no year that is left out", () => {
    const series = TREND_RAW.series.map((s) => ({
      ...s,
      points: s.points.filter((d) => d.year !== 2010),
    }));
    expect(years({ ...TREND_RAW, connected: true, series }).map((run) => run.length)).toEqual([
      6, 13,
    ]);
  });

  test("nothing at all where the States change: hollow points only", () => {
    const svg = trendChart(TREND_RAW, optionsFor(720));
    expect(linesOf(svg)).toHaveLength(0);
    const hollow = svg.querySelectorAll('g[fill="var(--paper)"] circle[r="3.8"]');
    expect(hollow).toHaveLength(TREND_RAW.series[0]?.points.length ?? 0);
  });
});

describe("what a trend always says", () => {
  test.each([320, 720])("how many States stand behind each point, at %i pixels", (width) => {
    const svg = trendChart(TREND_RAW, optionsFor(width));
    const words = textsOf(svg);
    expect(words).toContain("States reporting");
    expect(words).toContain("78");
    expect(words.join(" ")).toContain("United States joins");
    const strip = svg.querySelector('g[stroke="var(--coverage)"] path')?.getAttribute("d") ?? "";
    expect(strip.split("M").slice(1)).toHaveLength(TREND_RAW.coverage.length);
  });

  test("zero on its axis, and 100 on an index", () => {
    expect(textsOf(trendChart(TREND_MARKS, optionsFor(344)))).toContain("0");
    expect(textsOf(trendChart(TREND_INDEX, optionsFor(344)))).toEqual(
      expect.arrayContaining(["0", "100"]),
    );
  });

  test("names at the ends where there is room, in a legend in the same order where not", () => {
    const names = TREND_SHARES.series.map((s) => s.label);
    const narrow = textsOf(trendChart(TREND_SHARES, optionsFor(344)));
    expect(narrow.filter((text) => names.includes(text))).toEqual(names);
    expect(textsOf(trendChart(TREND_SHARES, optionsFor(720)))).toEqual(
      expect.arrayContaining(["Pistol", "51 %", "Machine gun"]),
    );
  });

  test("names of seven lines at their ends where a higher plot makes room for them", () => {
    const svg = trendChart(TREND_SHARES, optionsFor(590));
    expect(textsOf(svg)).toContain("51 %");
    const marks = [...svg.querySelectorAll("text")].filter((text) =>
      /^\d+ %$/.test(text.textContent ?? ""),
    );
    const ends = marks
      .filter((text) => text.parentElement?.getAttribute("font-size") === "13")
      .map((text) => Number(text.getAttribute("y")))
      .sort((a, b) => a - b);
    expect(ends).toHaveLength(7);
    for (const [i, y] of ends.entries())
      if (i > 0) expect(y - (ends[i - 1] ?? 0)).toBeGreaterThan(30);
  });

  test("the words of a break, of its marks and of its notes", () => {
    expect(textsOf(trendChart(TREND_MARKS, optionsFor(344)))).toEqual(
      expect.arrayContaining([
        "2016: new questionnaire",
        "Provisional",
        "Doubtful",
        "1  One State reported a total of zero.",
      ]),
    );
  });

  test("at most seven series in colour", () => {
    const series = Array.from({ length: 9 }, (_, i) => ({
      code: `S${i}`,
      label: `S${i}`,
      colour: "var(--cat-1)",
      highlighted: true,
      points: [
        { year: 2020, value: i },
        { year: 2021, value: i },
      ],
    }));
    const svg = trendChart({ ...TREND_SHARES, series }, optionsFor(720));
    expect(linesOf(svg)).toHaveLength(7);
  });

  test("its frame and its strip when there is no value", () => {
    const words = textsOf(trendChart({ ...TREND_RAW, series: [] }, optionsFor(344)));
    expect(words).toContain("States reporting");
  });
});

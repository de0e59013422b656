import { describe, expect, it } from "vitest";
import { drawingOf, firstChoice } from "../../src/components/sql/chart-data.ts";
import { sortedRows } from "../../src/components/sql/sorted-rows.ts";
import { type Result, resultColumn } from "../../src/engine/reading.ts";
import { localeOf, speechOf } from "../../src/i18n/locales.ts";
import type { Scalar } from "../../src/view/query.ts";

const speech = speechOf(localeOf(undefined));

const result = (
  columns: readonly (readonly [string, string])[],
  ...rows: readonly Scalar[][]
): Result => ({
  columns: columns.map(([name, type]) => resultColumn(name, type)),
  rows,
  more: false,
});

const YEARS = result(
  [
    ["year", "VARCHAR"],
    ["states", "BIGINT"],
    ["arms", "DOUBLE"],
  ],
  ["2016", 10, 54908],
  ["2017", 10, 47895],
  ["2019", 9, null],
);

describe("the chart that a reader is offered first", () => {
  it("takes years along, a count of States for the strip, and joins nothing", () => {
    expect(firstChoice(YEARS)).toEqual({ x: 0, y: 2, states: 1, joined: false });
  });

  it("takes a line each where the years alone are not unique", () => {
    const two = result(
      [
        ["sex", "VARCHAR"],
        ["year", "INTEGER"],
        ["n", "BIGINT"],
      ],
      ["F", 2016, 1],
      ["M", 2016, 2],
    );
    expect(firstChoice(two)).toEqual({ x: 1, y: 2, by: 0, joined: false });
  });

  it("is none without numbers", () => {
    expect(firstChoice(result([["a", "VARCHAR"]], ["x"]))).toBeUndefined();
  });
});

describe("a chart of a result", () => {
  it("leaves a gap for NULL and for a year without a row", () => {
    const drawn = drawingOf(YEARS, { x: 0, y: 2, states: 1, joined: true }, speech);
    expect(drawn).toMatchObject({
      kind: "trend",
      left: 1,
      data: {
        connected: true,
        unit: "arms",
        coverage: [
          { year: 2016, reporting: 10 },
          { year: 2017, reporting: 10 },
          { year: 2019, reporting: 9 },
        ],
        series: [
          {
            points: [
              { year: 2016, value: 54908 },
              { year: 2017, value: 47895 },
              { year: 2019, value: null },
            ],
          },
        ],
      },
    });
  });

  it("shows no strip that is not in the query", () => {
    const drawn = drawingOf(YEARS, { x: 0, y: 2, joined: false }, speech);
    expect(drawn).toMatchObject({
      data: { coverage: [], coverageLabel: speech.m.sql.noCoverage, connected: false },
    });
  });

  it("adds nothing up", () => {
    const twice = result(
      [
        ["area", "VARCHAR"],
        ["n", "BIGINT"],
      ],
      ["COL", 1],
      ["COL", 2],
    );
    expect(drawingOf(twice, { x: 0, y: 1, joined: false }, speech)).toEqual({
      kind: "none",
      why: speech.m.sql.chartTwice("area", ""),
    });
  });

  it("draws bars from zero only, the first forty, and counts what is left out", () => {
    const many = (value: (at: number) => Scalar) =>
      result(
        [
          ["area", "VARCHAR"],
          ["n", "DOUBLE"],
        ],
        ...Array.from({ length: 45 }, (_, at) => [`A${at}`, value(at)]),
      );
    const choice = { x: 0, y: 1, joined: false };
    expect(
      drawingOf(
        many((at) => (at === 0 ? null : at)),
        choice,
        speech,
      ),
    ).toMatchObject({
      kind: "bars",
      left: 1,
      cut: 4,
    });
    expect(
      drawingOf(
        many((at) => at - 3),
        choice,
        speech,
      ),
    ).toMatchObject({
      why: speech.m.sql.chartNegative,
    });
    expect(
      drawingOf(
        many(() => null),
        choice,
        speech,
      ),
    ).toMatchObject({
      why: speech.m.sql.chartNoRow,
    });
  });
});

describe("rows in the order of a column", () => {
  const rows = [
    ["b", 10],
    ["a", null],
    ["c", 9],
  ] as const;
  it("go by size, by text, and NULL stands last both ways", () => {
    const firsts = (column: number, up: boolean) =>
      sortedRows(rows, { column, up })
        .map(([first]) => first)
        .join("");
    expect([firsts(1, true), firsts(1, false), firsts(0, true), firsts(0, false)]).toEqual([
      "cba",
      "bca",
      "abc",
      "cba",
    ]);
    expect(sortedRows(rows, undefined)).toBe(rows);
  });
});

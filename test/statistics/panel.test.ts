import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { yearsOf } from "../../src/statistics/cell.ts";
import { coverageOf, isBalanced, panelOf, restrictTo } from "../../src/statistics/panel.ts";
import { AREAS, anyCells, cell, SPAN, shuffled } from "./cells.ts";

const CELLS = [
  cell("AAA", 2016, 5),
  cell("AAA", 2017, 0),
  cell("AAA", 2018, 7),
  cell("BBB", 2016, 1),
  cell("BBB", 2017, null),
  cell("BBB", 2018, 1),
  cell("CCC", 2018, 9),
];
const YEARS = { from: 2016, to: 2018 };

describe("coverageOf", () => {
  it("names who reports, who left and who joined in each year", () => {
    expect(coverageOf(CELLS, YEARS)).toEqual([
      { year: 2016, reporting: ["AAA", "BBB"], left: [], joined: [] },
      { year: 2017, reporting: ["AAA"], left: ["BBB"], joined: [] },
      { year: 2018, reporting: ["AAA", "BBB", "CCC"], left: [], joined: ["BBB", "CCC"] },
    ]);
  });

  it("keeps years in which nobody reports, and has none for an empty span", () => {
    const years = coverageOf(CELLS, { from: 2018, to: 2019 });
    expect(years.at(-1)).toEqual({
      year: 2019,
      reporting: [],
      left: ["AAA", "BBB", "CCC"],
      joined: [],
    });
    expect(coverageOf(CELLS, { from: 2019, to: 2018 })).toEqual([]);
  });

  it("takes each year from the year before: stayed and joined report, left do not", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const coverage = coverageOf(cells, SPAN);
        expect(coverage.map((year) => year.year)).toEqual(yearsOf(SPAN));
        coverage.slice(1).forEach((now, index) => {
          const before = coverage[index]?.reporting ?? [];
          const stayed = before.filter((area) => !now.left.includes(area));
          expect([...stayed, ...now.joined].sort()).toEqual(now.reporting);
        });
      }),
    );
  });
});

describe("panelOf", () => {
  it("takes a reported zero for a report and a missing value for none", () => {
    expect(panelOf(CELLS, YEARS)).toEqual(["AAA"]);
    expect(panelOf(CELLS, { from: 2018, to: 2018 })).toEqual(["AAA", "BBB", "CCC"]);
    expect(panelOf(CELLS, { from: 2018, to: 2019 })).toEqual([]);
    expect(panelOf([], YEARS)).toEqual([]);
  });

  it("holds exactly the areas that report in every year", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const complete = AREAS.filter((area) =>
          yearsOf(SPAN).every((year) =>
            cells.some(
              (entry) => entry.area === area && entry.year === year && entry.value !== null,
            ),
          ),
        );
        expect(panelOf(cells, SPAN)).toEqual(complete);
      }),
    );
  });

  it("does not depend on the order of the cells, nor on values", () => {
    fc.assert(
      fc.property(
        anyCells.chain((cells) => fc.tuple(fc.constant(cells), shuffled(cells))),
        ([cells, others]) => {
          const zeros = others.map((entry) => ({
            ...entry,
            value: entry.value === null ? null : 0,
          }));
          expect(panelOf(zeros, SPAN)).toEqual(panelOf(cells, SPAN));
        },
      ),
    );
  });

  it("never grows when the span grows", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const shorter = panelOf(cells, { from: SPAN.from, to: SPAN.to - 1 });
        expect(shorter).toEqual(expect.arrayContaining(panelOf(cells, SPAN)));
      }),
    );
  });
});

describe("isBalanced", () => {
  it("is true of a panel, and only where the same areas report in every year", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const panel = panelOf(cells, SPAN);
        const coverage = coverageOf(restrictTo(cells, panel, SPAN), SPAN);
        expect(isBalanced(coverage)).toBe(panel.length > 0);
      }),
    );
    expect(isBalanced(coverageOf(CELLS, YEARS))).toBe(false);
  });

  it("is false where one area leaves in the year in which another joins", () => {
    const swap = [cell("AAA", 2016, 1), cell("BBB", 2017, 1)];
    expect(isBalanced(coverageOf(swap, { from: 2016, to: 2017 }))).toBe(false);
  });
});

describe("restrictTo", () => {
  it("keeps the given areas and years and nothing else", () => {
    expect(restrictTo(CELLS, ["BBB", "ZZZ"], { from: 2017, to: 2017 })).toEqual([
      cell("BBB", 2017, null),
    ]);
  });
});

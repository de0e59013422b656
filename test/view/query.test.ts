import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakdownDimensions } from "../../src/standard/dimensions.ts";
import type { Slice } from "../../src/view/catalogue.ts";
import { availabilityOf, sliceOf } from "../../src/view/catalogue.ts";
import { settle } from "../../src/view/choose.ts";
import {
  cellsFrom,
  cellsQuery,
  observationsQuery,
  observationTable,
  type Query,
  type Row,
} from "../../src/view/query.ts";
import { breakdownOf, DEFAULT_VIEW, type View } from "../../src/view/view.ts";
import { data, TOTALS } from "./real.ts";

const { catalogue, engine } = data;

/**
 * A view of a slice: its first dimension as categories, all codes of the others as filters; one code where rates
 * cannot be summed.
 */
const viewOf = (slice: Slice): View => {
  const [by = "_T", ...others] = breakdownDimensions(slice.breakdown);
  return {
    ...TOTALS,
    dataset: slice.dataset,
    indicator: slice.indicator,
    unit: slice.unit,
    level: slice.level,
    by,
    filters: Object.fromEntries(
      others.map((dimension) => [
        dimension,
        (slice.codes[dimension] ?? []).slice(0, slice.unit === "NUMBER" ? undefined : 1),
      ]),
    ),
    from: 0,
    to: 9999,
    outliers: "with",
  };
};
const nameOf = (slice: Slice) =>
  `${slice.dataset} ${slice.indicator} ${slice.freq} ${slice.unit} ${slice.level} ${slice.breakdown}`;
const yearly = catalogue.filter((slice) => slice.freq === "A");
const SLICES = yearly.map((slice) => [nameOf(slice), slice] as const);

const distinct = (rows: readonly Row[], column: string) => [
  ...new Set(rows.map((row) => row[column])),
];

describe("the text of a query", () => {
  const both = (view: View): Query[] => [
    cellsQuery(view),
    observationsQuery(view, { areas: view.areas, year: 2016, code: view.areas[0] ?? "PISTOL" }),
  ];

  it("never holds what a reader has written", () => {
    const hostile = "'; DROP TABLE observation_UNODC_IAFQ; --";
    for (const { sql, params } of both({
      ...DEFAULT_VIEW,
      areas: [hostile],
      filters: { marking: [hostile] },
    })) {
      expect(sql).not.toContain("DROP");
      expect(params).toContain(hostile);
    }
  });

  it("depends on how many areas are chosen, never on which", () => {
    const areas = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(areas, (list) => {
        const plain = both({ ...DEFAULT_VIEW, areas: list.map(() => "XXX") });
        const written = both({ ...DEFAULT_VIEW, areas: list });
        expect(written.map((query) => query.sql)).toEqual(plain.map((query) => query.sql));
        for (const { sql, params } of written) expect(sql.match(/\?/g)?.length).toBe(params.length);
      }),
    );
  });

  it.each(SLICES)(
    "%s: pins table, indicator, frequency, unit, level, breakdown, additivity",
    (_, slice) => {
      const view = viewOf(slice);
      for (const { sql, params } of [cellsQuery(view), observationsQuery(view)]) {
        expect(sql).toContain(`FROM ${observationTable(slice.dataset)} WHERE`);
        const pinned = [...sql.matchAll(/(\w+) IN \(\?/g)].map((match) => match[1]);
        expect(pinned.slice(0, 6)).toEqual([
          "indicator",
          "freq",
          "unit_measure",
          "area_level",
          "breakdown",
          "additivity",
        ]);
        expect(params.slice(0, 5)).toEqual([
          slice.indicator,
          "A",
          slice.unit,
          slice.level,
          slice.breakdown,
        ]);
        expect(params).not.toContain("SUBTOTAL");
        expect(params.includes("TOTAL")).toBe(slice.breakdown === "_T");
        expect(params.includes("PART")).toBe(slice.breakdown !== "_T");
      }
    },
  );

  it("finds nothing for a hostile area, and harms nothing", async () => {
    const areas = ["'; DROP TABLE observation_UNODC_IAFQ; --"];
    expect(await engine.query(observationsQuery({ ...DEFAULT_VIEW, areas }))).toEqual([]);
    expect(await engine.query(cellsQuery(DEFAULT_VIEW))).not.toEqual([]);
  });
});

describe("the observations of a view", () => {
  it.each(SLICES)(
    "%s: never mix a total with its parts, and sum to the cells of the view",
    async (_, slice) => {
      const view = viewOf(slice);
      const dimensions = breakdownDimensions(slice.breakdown);
      const rows = await engine.query(observationsQuery(view));
      const whole = slice.unit === "NUMBER" || dimensions.length < 2;
      if (whole) expect(rows).toHaveLength(slice.rows);
      else expect(rows.length).toBeGreaterThan(0);
      const { dataset, indicator, level, breakdown, additivity } = slice;
      const one = { dataset, indicator, area_level: level, breakdown, additivity };
      for (const [column, value] of Object.entries({ ...one, freq: "A", unit_measure: slice.unit }))
        expect(distinct(rows, column)).toEqual([value]);
      for (const dimension of dimensions) {
        expect(distinct(rows, dimension)).not.toContain("_T");
        expect(distinct(rows, dimension)).not.toContain("TOTAL_REPORTED");
      }

      const numbers = rows.map((row) =>
        ["ref_area", "time_period", ...dimensions].map((column) => row[column]).join(" "),
      );
      expect(new Set(numbers).size).toBe(numbers.length);

      const sums = new Map<string, number | null>();
      for (const row of rows) {
        const code = view.by === "_T" ? "_T" : row[view.by];
        const key = `${row["ref_area"]} ${row["time_period"]} ${code}`;
        const before = sums.get(key) ?? (sums.has(key) ? null : 0);
        const value = row["obs_value"];
        sums.set(key, before === null || typeof value !== "number" ? null : before + value);
      }
      const cells = cellsFrom(await engine.query(cellsQuery(view)));
      expect(
        new Map(cells.map((cell) => [`${cell.area} ${cell.year} ${cell.code}`, cell.value])),
      ).toEqual(sums);
    },
    60_000,
  );

  it("narrowed to one cell sum to its number", async () => {
    const view: View = { ...DEFAULT_VIEW, areas: ["MEX", "COL"] };
    const cells = cellsFrom(await engine.query(cellsQuery(view))).filter(
      ({ area, year }) => view.areas.includes(area) && year >= view.from && year <= view.to,
    );
    expect(cells.length).toBeGreaterThan(20);
    for (const { area, year, code, value } of cells) {
      const rows = await engine.query(observationsQuery(view, { areas: [area], year, code }));
      expect(rows.reduce((sum, row) => sum + Number(row["obs_value"]), 0)).toBe(value);
    }
  }, 60_000);

  it("leave out values of another population unless they are asked for", async () => {
    for (const slice of yearly) {
      const rows = await engine.query(observationsQuery({ ...viewOf(slice), outliers: "without" }));
      expect(rows.filter((row) => String(row["flags"]).includes("OUTLIER_SCOPE"))).toEqual([]);
    }
  }, 60_000);

  // A filter on overlapping or cut-list codes under "nothing broken down" adds them up: see `settle`.
  it("are not offered as a sum where the categories overlap", () => {
    for (const slice of yearly.filter((entry) =>
      ["OVERLAPPING", "LISTED"].includes(entry.additivity),
    )) {
      for (const dimension of breakdownDimensions(slice.breakdown)) {
        const [other] = breakdownDimensions(slice.breakdown).filter((name) => name !== dimension);
        const codes = slice.codes[dimension]?.slice(0, 2) ?? [];
        expect(codes.length).toBe(2);
        const view = settle(catalogue, {
          ...viewOf(slice),
          by: other ?? "_T",
          filters: { [dimension]: codes },
        });
        const summed = dimension === "sex" && slice.unit === "NUMBER";
        expect(view.by, nameOf(slice)).toBe(summed ? (other ?? "_T") : dimension);
      }
    }
  });
});

describe("the catalogue", () => {
  it("has one slice for each dataset, indicator, level and breakdown", () => {
    const names = catalogue.map(nameOf);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(SLICES)("%s: is found by its own view", (_, slice) => {
    expect(breakdownOf(viewOf(slice))).toBe(slice.breakdown);
    expect(sliceOf(catalogue, viewOf(slice))).toBe(slice);
  });

  it("tells what is not published from what cannot exist", () => {
    const of = (dimension: "sex" | "calibre" | "weapon_type") =>
      availabilityOf(catalogue, "UNODC_IAFQ", "ARMS_SEIZED", dimension);
    expect(of("weapon_type")).toBe("published");
    expect(of("calibre")).toBe("not-published");
    expect(of("sex")).toBe("cannot-exist");
  });
});

describe("cells", () => {
  it("are refused where the engine returns another type", () => {
    const row = { area: "MEX", year: 2016, code: "_T", value: 1, flags: "B|A|B" };
    expect(cellsFrom([row])[0]?.flags).toEqual(["A", "B"]);
    expect(cellsFrom([{ ...row, value: null }])[0]?.value).toBeNull();
    expect(() => cellsFrom([{ ...row, value: "1" }])).toThrow(/value/);
    expect(() => cellsFrom([{ ...row, year: null }])).toThrow(/year/);
    expect(() => cellsFrom([{ ...row, area: 3 }])).toThrow(/area/);
  });
});

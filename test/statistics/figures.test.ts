import { describe, expect, it } from "vitest";
import { periodsOf } from "../../pipelines/steps/figure-row.ts";
import { figuresOf } from "../../pipelines/steps/figures.ts";
import { officialValues } from "../../pipelines/steps/official-values.ts";
import { sdgObservations } from "../../pipelines/steps/sdg-observations.ts";
import { FIGURE_COLUMNS, type Figure, FORMULAS, figureSchema } from "../../src/standard/figure.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { observation } from "../../src/standard/rows.ts";

let line = 0;

/** A made-up row of a UNODC release; each has its own source row. */
const unodc = (
  area: string,
  year: number,
  value: number | null,
  rest: Partial<Observation> = {},
): Observation => {
  line += 1;
  return observation(
    {
      dataset: "UNODC_IAFQ",
      release: "2025-01-01",
      indicator: "ARMS_SEIZED",
      ref_area: area,
      time_period: String(year),
    },
    { obs_value: value, source_row: String(line), source_detail: "made up", ...rest },
  );
};

const trace = (
  area: string,
  year: number,
  code: Observation["trace_status"],
  value: number | null,
  rest: Partial<Observation> = {},
): Observation =>
  unodc(area, year, value, {
    trace_status: code,
    breakdown: "trace_status",
    additivity: "PART",
    ...rest,
  });

const type = (area: string, year: number, code: Observation["weapon_type"], value: number) =>
  unodc(area, year, value, { weapon_type: code, breakdown: "weapon_type", additivity: "PART" });

const published = (year: number, value: number, detail: string, release = "2026.Q3.G.01") =>
  observation(
    {
      dataset: "UN_SDG_16_4_2",
      release,
      indicator: "SDG_16_4_2",
      ref_area: "ALB",
      time_period: String(year),
    },
    { unit_measure: "PT", obs_value: value, source_detail: detail, source_row: "2" },
  );

const TRACES = [
  trace("ALB", 2016, "ILLEGIT_OWNER_NATIONAL", 10),
  trace("ALB", 2016, "PENDING", 90, { flags: "PARTS_LT_TOTAL" }),
  trace("ALB", 2017, "ILLEGIT_OWNER_NATIONAL", 50),
  trace("ALB", 2017, "PENDING", 50),
  trace("BEL", 2016, "LEGIT_OWNER_NATIONAL", 5),
  trace("CYP", 2016, "PENDING", null, { obs_status: "O" }),
];

const only = (figures: readonly Figure[], rest: Partial<Figure>): Figure[] =>
  figures.filter((figure) =>
    Object.entries(rest).every(([column, value]) => figure[column as keyof Figure] === value),
  );

describe("periodsOf", () => {
  it("has each year, each two in a row, and all", () => {
    const years = [2016, 2017, 2019, 2016].map((year) => ({ year }));
    expect(periodsOf(years)).toEqual([
      { from: 2016, to: 2016 },
      { from: 2017, to: 2017 },
      { from: 2019, to: 2019 },
      { from: 2016, to: 2017 },
      { from: 2016, to: 2019 },
    ]);
    expect(periodsOf([])).toEqual([]);
    expect(periodsOf(years.slice(0, 2))).toHaveLength(3);
  });
});

describe("sdgObservations", () => {
  const rows = sdgObservations(TRACES);
  const row = (indicator: string, area: string, year: string) =>
    rows.find(
      (one) => one.indicator === indicator && one.ref_area === area && one.time_period === year,
    );

  it("writes a value with its numerator, denominator, window, release and rows", () => {
    expect(row("SDG_16_4_2_RULE", "ALB", "2017")).toMatchObject({
      dataset: "IAM_DERIVED",
      release: "2025-01-01",
      freq: "A",
      unit_measure: "PT",
      obs_value: 50,
      obs_status: "A",
      flags: "DERIVED",
      source_detail: "numerator=50; denominator=100; window=2017; years=2017; release=2025-01-01",
      source_row: "3+4",
      trace_status: "_T",
    });
  });

  it("has status V where an input is flagged, and names both years of a mean", () => {
    expect(row("SDG_16_4_2_RULE_MEAN", "ALB", "2016")).toMatchObject({
      obs_value: 30,
      obs_status: "V",
      flags: "TWO_YEAR_MEAN|DERIVED",
      source_detail:
        "numerator=10 + 50; denominator=100 + 100; window=2016/2017; years=2016 + 2017; release=2025-01-01",
      source_row: "1+2+3+4",
    });
    expect(row("SDG_16_4_2_RULE_MEAN", "ALB", "2017")).toMatchObject({
      obs_value: 50,
      flags: "DERIVED",
    });
    expect(row("SDG_16_4_2_RULE_POOLED", "ALB", "2017")).toMatchObject({
      obs_value: 30,
      flags: "DERIVED",
    });
  });

  it("has no value and says why: nothing to divide by, or an input without a value", () => {
    expect(row("SDG_16_4_2_RULE", "BEL", "2016")).toMatchObject({
      obs_value: null,
      obs_status: "M",
      source_row: "5",
    });
    expect(row("SDG_16_4_2_WORDING", "BEL", "2016")).toMatchObject({ obs_value: 0 });
    expect(row("SDG_16_4_2_RULE", "CYP", "2016")).toMatchObject({
      obs_value: null,
      obs_status: "O",
    });
  });

  it("computes every release for itself, and nothing from other datasets", () => {
    const older = TRACES.slice(0, 2).map((one) => ({ ...one, release: "2022-01-01" }));
    const releases = sdgObservations([...TRACES, ...older, published(2016, 30, "source=IAFQ")]);
    expect(new Set(releases.map((one) => one.release))).toEqual(
      new Set(["2022-01-01", "2025-01-01"]),
    );
    expect(releases).toHaveLength(rows.length + 6);
  });
});

describe("officialValues", () => {
  it("reads source and footnote of the newest release", () => {
    const note = "2016-2017 average based on available data";
    expect(
      officialValues([
        published(2016, 30, `nature=C; source=IAFQ; reporting=G; footnote=${note}`),
        published(2018, 40, "nature=C; source=SDG; reporting=G"),
        published(2016, 99, "source=IAFQ", "2023.Q1.G.01"),
      ]),
    ).toEqual([
      { area: "ALB", label: 2016, value: 30, footnote: note, source: "IAFQ" },
      { area: "ALB", label: 2018, value: 40, footnote: "", source: "SDG" },
    ]);
  });
});

describe("figuresOf", () => {
  const note =
    "nature=C; source=IAFQ; reporting=G; footnote=2016-2017 average based on available data";
  const rows = [
    ...TRACES,
    type("ALB", 2016, "PISTOL", 10),
    type("ALB", 2016, "RIFLE", 30),
    type("ALB", 2016, "_U", 60),
    type("BEL", 2017, "PISTOL", 9),
    type("BEL", 2017, "RIFLE", 1),
    unodc("ALB", 2016, 100),
    unodc("ALB", 2017, 200),
    unodc("BEL", 2016, 40),
    unodc("BEL", 2017, 10),
    unodc("CYP", 2017, 7),
    unodc("ALB", 2016, 50, { indicator: "SEIZURE_CASES" }),
    published(2016, 30, note),
    published(2017, 12.34, "source=IAFQ"),
    published(2018, 5, "source=IAFQ; footnote=preliminary"),
  ];
  const figures = figuresOf(rows);

  it("gives rows that the published schema accepts, each under a known formula and its own key", () => {
    const formulas = new Set<string>(FORMULAS.map(({ id }) => id));
    const keys = figures.map((figure) =>
      [
        figure.figure,
        figure.dataset,
        figure.release,
        figure.ref_area,
        figure.time_period,
        figure.category,
        figure.weighting,
        figure.residual,
      ].join(" "),
    );
    expect(new Set(keys).size).toBe(figures.length);
    for (const figure of figures) {
      expect(figureSchema.parse(figure)).toEqual(figure);
      expect(formulas).toContain(figure.formula);
      const text = Object.fromEntries(
        FIGURE_COLUMNS.map((column) => [column, String(figure[column] ?? "")]),
      );
      expect(figureSchema.parse(text)).toEqual(figure);
    }
  });

  it("shows a computed value with numerator, denominator and inputs", () => {
    expect(
      only(figures, {
        figure: "SDG_16_4_2_RULE_POOLED",
        ref_area: "ALB",
        time_period: "2016/2017",
      }),
    ).toMatchObject([
      { value: 30, numerator: 60, denominator: 200, inputs: "1+2+3+4", unit: "PT" },
    ]);
  });

  it("sets published values beside ours, explained where they differ", () => {
    const notes = only(figures, { figure: "SDG_16_4_2_DIFFERENCE" }).map(
      ({ time_period, value, note: said }) => [time_period, value, said],
    );
    expect(notes).toEqual([
      ["2016/2017", 0, "REPRODUCED"],
      ["2017", 37.66, "UNEXPLAINED: tried=7"],
      ["2018", null, "FOOTNOTE_UNKNOWN: footnote=preliminary"],
    ]);
    expect(only(figures, { figure: "SDG_16_4_2_FIT", category: "RULE" })).toMatchObject([
      { value: 50, numerator: 1, denominator: 2, members: "ALB" },
    ]);
  });

  it("gives shares pooled and as a mean of areas, with and without the unknown", () => {
    const pistols = only(figures, {
      figure: "CATEGORY_SHARE",
      ref_area: "_T",
      time_period: "2016/2017",
      category: "ARMS_SEIZED:weapon_type=PISTOL",
    });
    expect(
      pistols.map(({ weighting, residual, value, n_areas, members }) => [
        weighting,
        residual,
        value,
        n_areas,
        members,
      ]),
    ).toEqual([
      ["POOLED", "WITH", 17.272727, 2, "ALB|BEL"],
      ["COUNTRY_MEAN", "WITH", 50, 2, "ALB|BEL"],
      ["POOLED", "WITHOUT", 38, 2, "ALB|BEL"],
      ["COUNTRY_MEAN", "WITHOUT", 57.5, 2, "ALB|BEL"],
    ]);
  });

  it("sums over all areas and over the same areas, naming them", () => {
    const sums = (figure: string) =>
      only(figures, { figure }).map(({ time_period, value, members }) => [
        time_period,
        value,
        members,
      ]);
    expect(sums("AREAS_TOTAL")).toEqual([
      ["2016", 140, "ALB|BEL"],
      ["2017", 217, "ALB|BEL|CYP"],
    ]);
    expect(sums("SAME_AREAS_TOTAL")).toEqual([
      ["2016", 140, "ALB|BEL"],
      ["2017", 210, "ALB|BEL"],
    ]);
  });

  it("gives arms a case where there are cases", () => {
    const cases = only(figures, { figure: "ARMS_PER_CASE", weighting: "NONE", ref_area: "ALB" });
    expect(cases.map(({ value, note: said }) => [value, said])).toEqual([
      [2, ""],
      [null, "DENOMINATOR_ABSENT"],
    ]);
  });

  it("uses the newest release of a dataset only, and is empty without observations", () => {
    const older = rows.map((row) => ({ ...row, release: "2022-01-01" }));
    const releases = figuresOf([...older, ...rows]).map((figure) => figure.release);
    expect(new Set(releases)).toEqual(new Set(["2025-01-01"]));
    expect(figuresOf([])).toEqual([]);
  });
});

import type { DuckDBConnection } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { figuresOf } from "../../pipelines/steps/figures.ts";
import { sdgObservations } from "../../pipelines/steps/sdg-observations.ts";
import { type Figure, figureSchema } from "../../src/standard/figure.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { openDatabase, openObservations, table } from "../pipelines/raw.ts";
import { committed, RELEASE } from "./real.ts";

let db: DuckDBConnection;
let figures: Figure[];
let unodc: Observation[];

const open = async (): Promise<void> => {
  db = await openDatabase();
  await openObservations(db);
  unodc = await committed(db, "UNODC_IAFQ", RELEASE);
  figures = figuresOf([
    ...unodc,
    ...(await committed(db, "US_ATF_FLOWS")),
    ...(await committed(db, "US_ATF_PROFILES")),
  ]);
};

const only = (rest: Partial<Figure>): Figure[] =>
  figures.filter((figure) =>
    Object.entries(rest).every(([column, value]) => figure[column as keyof Figure] === value),
  );

const ask = (sql: string): Promise<unknown[][]> => table(db, sql);

const SEX_SQL = (indicator: string) => `
  WITH counted AS (
    SELECT ref_area, sum(obs_value) FILTER (sex = 'F') f, sum(obs_value) FILTER (sex = 'M') m,
      coalesce(sum(obs_value) FILTER (sex = '_U'), 0) u
    FROM o WHERE dataset = 'UNODC_IAFQ' AND release = '${RELEASE}' AND indicator = '${indicator}' AND breakdown = 'sex'
      AND NOT contains(flags, 'OUTLIER_SCOPE')
    GROUP BY ref_area, time_period HAVING f IS NOT NULL AND m IS NOT NULL),
  areas AS (SELECT sum(f) f, sum(m) m, sum(u) u FROM counted GROUP BY ref_area),
  known AS (SELECT avg(100 * f / (f + m)) mean FROM areas WHERE f + m > 0),
  everyone AS (SELECT avg(100 * f / (f + m + u)) mean FROM areas WHERE f + m + u > 0)
  SELECT round(100 * sum(f) / sum(f + m), 6), (SELECT round(mean, 6) FROM known),
    round(100 * sum(f) / sum(f + m + u), 6), (SELECT round(mean, 6) FROM everyone) FROM areas`;

describe("figures of the committed data", () => {
  beforeAll(open, 60_000);
  afterAll(() => db.closeSync());

  it("fits the published schema, and has no percentage outside 0 to 100", () => {
    expect(figures.length).toBeGreaterThan(30_000);
    for (const figure of figures) figureSchema.parse(figure);
    const shares = figures.filter(({ unit, value }) => unit === "PT" && value !== null);
    expect(shares.filter(({ value }) => (value ?? 0) < 0 || (value ?? 0) > 100)).toEqual([]);
  });

  it("says why wherever it has no value, and only numbers of aggregates of nothing are missing", () => {
    const silent = figures.filter(({ value, note }) => value === null && note === "");
    expect(silent).toEqual([]);
  });

  it("has pistols at 38.3 % of seizures as a mean of 70 areas, at 50.0 % pooled, 45.1 % of all", () => {
    const share = (weighting: Figure["weighting"], residual: Figure["residual"]) =>
      only({
        figure: "CATEGORY_SHARE",
        category: "ARMS_SEIZED:weapon_type=PISTOL",
        time_period: "2016/2017",
        ref_area: "_T",
        weighting,
        residual,
      }).map(({ value, n_areas }) => [value?.toFixed(1), n_areas]);
    expect(share("COUNTRY_MEAN", "WITHOUT")).toEqual([["38.3", 70]]);
    expect(share("POOLED", "WITHOUT")).toEqual([["50.0", 70]]);
    expect(share("POOLED", "WITH")).toEqual([["45.1", 71]]);
  });

  it("has the ten areas of 2016 to 2022 flat, and their sums as plain SQL", async () => {
    const panel = only({
      figure: "SAME_AREAS_TOTAL",
      category: "ARMS_SEIZED:span=2016/2022",
    });
    expect(panel.map(({ value }) => value)).toEqual([
      54908, 47895, 41853, 42419, 50155, 53135, 56839,
    ]);
    expect(new Set(panel.map(({ members }) => members))).toEqual(
      new Set(["COL|ESP|GBR|GRC|JPN|LTU|MAR|MEX|SVK|SWE"]),
    );
    const rows = await ask(
      `WITH s AS (SELECT ref_area, time_period, obs_value FROM o WHERE dataset = 'UNODC_IAFQ' AND release = '${RELEASE}'
         AND indicator = 'ARMS_SEIZED' AND breakdown = '_T' AND time_period BETWEEN '2016' AND '2022')
       SELECT sum(obs_value) FROM s WHERE ref_area IN (SELECT ref_area FROM s GROUP BY 1 HAVING count(*) = 7)
       GROUP BY time_period ORDER BY time_period`,
    );
    expect(rows.flat()).toEqual(panel.map(({ value }) => value));
  });

  it.each(["PERSONS_ARRESTED", "PERSONS_PROSECUTED", "PERSONS_CONVICTED"])(
    "has the share of women among %s as plain SQL, four ways",
    async (indicator) => {
      const women = only({
        figure: "SEX_SHARE",
        category: `${indicator}:sex=F`,
        ref_area: "_T",
      }).filter(({ time_period }) => time_period.startsWith("2016/2023"));
      const way = (weighting: string, residual: string) =>
        women.find((one) => one.weighting === weighting && one.residual === residual)?.value;
      const ways = [
        way("POOLED", "WITHOUT"),
        way("COUNTRY_MEAN", "WITHOUT"),
        way("POOLED", "WITH"),
        way("COUNTRY_MEAN", "WITH"),
      ];
      expect(women).toHaveLength(4);
      expect([ways]).toEqual(await ask(SEX_SQL(indicator)));
    },
  );

  it("leaves Türkiye's other population out of the shares, and lists it", () => {
    const left = only({ figure: "SEX_LEFT_OUT" });
    expect(
      left.map(({ ref_area, time_period, category, value }) => [
        ref_area,
        time_period,
        category,
        value,
      ]),
    ).toEqual([
      ["TUR", "2022", "PERSONS_ARRESTED", 120906],
      ["TUR", "2021", "PERSONS_PROSECUTED", 3293742],
      ["TUR", "2022", "PERSONS_PROSECUTED", 3523140],
      ["TUR", "2021", "PERSONS_CONVICTED", 692281],
      ["TUR", "2022", "PERSONS_CONVICTED", 678465],
    ]);
  });

  it("has the routes of every year as plain SQL, and nets that sum to what Canada sold", async () => {
    const rows = await ask(
      `SELECT ref_area, time_period, sum(obs_value) FILTER (origin_area <> ref_area),
         sum(obs_value) FILTER (origin_area = ref_area)
       FROM o WHERE dataset = 'US_ATF_FLOWS' AND breakdown = 'origin_area' AND area_level = 'SUBNATIONAL'
       GROUP BY ref_area, time_period`,
    );
    const values = (id: string) =>
      new Map(
        only({ figure: id, weighting: "NONE" }).map((one) => [
          `${one.ref_area} ${one.time_period}`,
          one.value,
        ]),
      );
    const [inward, within, net] = ["ROUTE_IN", "ROUTE_WITHIN", "ROUTE_NET"].map(values);
    expect(rows).toHaveLength(54 * 11);
    for (const [area, year, into, stayed] of rows) {
      expect(inward?.get(`${area} ${year}`)).toBe(into);
      expect(within?.get(`${area} ${year}`)).toBe(stayed);
    }
    const nets = new Map<string, number>();
    for (const [key, value] of net ?? []) {
      const year = key.slice(-4);
      nets.set(year, (nets.get(year) ?? 0) + (value ?? 0));
    }
    const off = [...nets].filter(([, sum]) => sum !== 0);
    expect(nets.size).toBe(11);
    expect(off).toEqual([["2012", 2]]);
  });

  it("has the time to crime of the 37 States that report every year as plain SQL", async () => {
    const rows = await ask(
      `WITH t AS (SELECT * FROM o WHERE dataset = 'US_ATF_PROFILES' AND breakdown = 'time_to_crime'),
         same AS (SELECT ref_area FROM t GROUP BY 1 HAVING count(DISTINCT time_period) = 4)
       SELECT time_period, round(100 * sum(obs_value) FILTER (time_to_crime IN ('M0T2', 'M3T6', 'M7T11')) / sum(obs_value), 6)
       FROM t WHERE ref_area IN (FROM same) GROUP BY 1 ORDER BY 1`,
    );
    const under = only({
      figure: "TIME_TO_CRIME_UNDER",
      category: "ARMS_TRACED:time_to_crime=UNDER_1_YEAR",
      weighting: "POOLED",
    });
    expect(under.map(({ time_period, value }) => [time_period, value])).toEqual(rows);
    expect(under.map(({ n_areas }) => n_areas)).toEqual([37, 37, 37, 37]);
  });

  it("has the traced, marked and per-case ratios of one country as the workbook prints them", async () => {
    const mexico = (id: string, rest: Partial<Figure> = {}) =>
      only({ figure: id, ref_area: "MEX", time_period: "2021", category: "ARMS_SEIZED", ...rest });
    const [counts] = await ask(
      `SELECT sum(obs_value) FILTER (trace_status IN ('ILLEGIT_OWNER_NATIONAL', 'ILLEGIT_OWNER_FOREIGN', 'DIVERSION_OTHERWISE')),
         sum(obs_value) FILTER (trace_status = 'TOTAL_REPORTED'),
         coalesce(sum(obs_value) FILTER (marking = 'UNIQUELY_MARKED'), 0),
         sum(obs_value) FILTER (marking IN ('UNIQUELY_MARKED', 'ALTERED', 'NOT_MARKED', '_U'))
       FROM o WHERE dataset = 'UNODC_IAFQ' AND release = '${RELEASE}' AND indicator = 'ARMS_SEIZED'
         AND ref_area = 'MEX' AND time_period = '2021'`,
    );
    const [traced] = mexico("TRACED_SHARE");
    const [marked] = mexico("MARKED_SHARE", { residual: "WITH" });
    expect([
      traced?.numerator,
      traced?.denominator,
      marked?.numerator,
      marked?.denominator,
    ]).toEqual(counts);
  });

  it("writes each value of 16.4.2 once, within 0 and 100, with its rows", () => {
    const rows = sdgObservations(unodc);
    const keys = rows.map((row) => `${row.indicator} ${row.ref_area} ${row.time_period}`);
    expect(new Set(keys).size).toBe(rows.length);
    expect(rows.filter((row) => row.source_row === "" || row.source_detail === "")).toEqual([]);
    for (const { obs_value, obs_status } of rows) {
      expect(obs_value === null).toBe(obs_status === "O" || obs_status === "M");
      expect(obs_value ?? 0).toBeLessThanOrEqual(100);
    }
    const spain = rows.find(
      (row) =>
        row.indicator === "SDG_16_4_2_RULE_MEAN" &&
        row.ref_area === "ESP" &&
        row.time_period === "2016",
    );
    expect(spain?.obs_value?.toFixed(2)).toBe("63.61");
    expect(spain?.source_detail).toContain("numerator=926 + 212; denominator=1779 + 282");
  });
});

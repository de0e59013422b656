import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { sdgRows } from "../../src/build/sdg-rows.ts";
import { siteData } from "../../src/build/site-data.ts";
import { reportersOf } from "../../src/components/sdg/facts.ts";
import { progressOf, windowOf } from "../../src/components/sdg/windows.ts";

const db = await (await DuckDBInstance.create()).connect();
const ask = async (sql: string) => (await db.runAndReadAll(sql)).getRowsJS();
const PUBLISHED = "read_parquet('data/observations/dataset=UN_SDG_16_4_2/*/data.parquet')";
const SEIZED = `(SELECT * FROM read_parquet('data/observations/dataset=UNODC_IAFQ/release=2025-05-12/data.parquet')
  WHERE indicator = 'ARMS_SEIZED' AND obs_value IS NOT NULL AND freq = 'A')`;

const data = await siteData();
const rows = await sdgRows(data);

describe("SDG 16.4.2 of every State", () => {
  it("is what is published, year by year, with its footnote", async () => {
    const shown = [...rows.values()]
      .flat()
      .filter(({ published }) => published !== null)
      .map(({ area, year, published, footnote }) => [area, year, published, footnote]);
    const wanted = await ask(`SELECT ref_area::VARCHAR, time_period::VARCHAR, obs_value,
        CASE WHEN contains(source_detail, 'footnote=') THEN split_part(source_detail, 'footnote=', 2) ELSE '' END
      FROM ${PUBLISHED} ORDER BY 1, 2`);
    expect(shown.sort()).toEqual(wanted.sort());
    expect(shown).toHaveLength(104);
  });

  it("is recomputed as the guide to the field works it out", () => {
    const of = (area: string, year: string) =>
      rows.get(area)?.find((row) => row.year === year)?.rule;
    expect(of("ARG", "2016")).toMatchObject({ numerator: 4201, denominator: 17471 });
    expect(of("ARG", "2017")).toMatchObject({ numerator: 1641, denominator: 14433 });
    expect(of("GBR", "2017")).toMatchObject({ numerator: 116, denominator: 915 });
    expect(of("MEX", "2022")).toMatchObject({ numerator: 22988, denominator: 23029 });
    for (const { rule, wording } of [...rows.values()].flat())
      for (const ratio of [rule, wording])
        if (ratio !== undefined)
          expect(ratio.value).toBeCloseTo((100 * ratio.numerator) / ratio.denominator, 5);
  });

  it("covers two years where its footnote says so", () => {
    const spain = rows.get("ESP")?.filter(({ published }) => published !== null) ?? [];
    expect(spain.map((row) => windowOf(row))).toContainEqual([2016, 2017]);
    const mexico = rows.get("MEX")?.find(({ year }) => year === "2024");
    expect(mexico === undefined ? [] : windowOf(mexico)).toEqual([2024, 2024]);
  });

  it("changes as SQL finds between windows that share no year", async () => {
    const [[states, higher, lower] = []] = await ask(`WITH w AS (
        SELECT ref_area, time_period::INTEGER AS y, obs_value AS v,
          time_period::INTEGER + contains(source_detail, 'average')::INTEGER AS e FROM ${PUBLISHED}),
      ends AS (SELECT ref_area, arg_min(v, y) AS a, arg_max(v, y) AS b, arg_min(e, y) AS e, max(y) AS y
        FROM w GROUP BY ref_area HAVING max(y) > arg_min(e, y))
      SELECT count(*)::INTEGER, (count(*) FILTER (b > a))::INTEGER, (count(*) FILTER (b < a))::INTEGER FROM ends`);
    expect(progressOf(rows)).toEqual({
      states,
      higher,
      lower,
      same: Number(states) - Number(higher) - Number(lower),
    });
  });
});

describe("who reports", () => {
  const reporters = reportersOf(data, rows);

  it("are the States of SQL", async () => {
    const states = async (sql: string) => (await ask(sql)).map(([area]) => area);
    expect([...reporters.published].sort()).toEqual(
      await states(`SELECT DISTINCT ref_area::VARCHAR FROM ${PUBLISHED} ORDER BY 1`),
    );
    expect([...reporters.noTracing].sort()).toEqual(
      await states(`SELECT DISTINCT ref_area::VARCHAR FROM ${SEIZED} WHERE breakdown = '_T'
          AND ref_area NOT IN (SELECT ref_area FROM ${SEIZED} WHERE breakdown = 'trace_status' AND additivity = 'PART')
          AND ref_area NOT IN (SELECT ref_area FROM read_parquet('data/figures.parquet')
            WHERE figure IN ('SDG_16_4_2_RULE', 'SDG_16_4_2_WORDING') AND value IS NOT NULL)
          AND ref_area NOT IN (SELECT ref_area FROM ${PUBLISHED}) ORDER BY 1`),
    );
  });

  it("stand in one list each", () => {
    const all = [...reporters.published, ...reporters.computable, ...reporters.noTracing];
    expect(new Set(all).size).toBe(all.length);
  });
});

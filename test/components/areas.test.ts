import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { siteData } from "../../src/build/site-data.ts";
import { columnsAround, comparisonOf } from "../../src/components/areas/comparison.ts";
import { missingOf } from "../../src/components/areas/missing.ts";
import { peersOf } from "../../src/components/areas/peers.ts";
import { exchangesOf, routesMapFigure } from "../../src/components/areas/routes-map.ts";
import { around, countriesIn, pagedAreas } from "../../src/components/areas/which.ts";
import { localeOf, speechOf } from "../../src/i18n/locales.ts";

const db = await (await DuckDBInstance.create()).connect();
const ask = async (sql: string) => (await db.runAndReadAll(sql)).getRowsJS();
const ROWS = `(SELECT o.* FROM read_parquet('data/observations/*/*/*.parquet', hive_partitioning = true,
    hive_types_autocast = false) o JOIN (FROM read_csv('data/releases.csv', all_varchar = true) WHERE is_current = 'yes') r
    USING (dataset, release))`;

const data = await siteData();
const speech = speechOf(localeOf(undefined));
const paged = pagedAreas(data);
const { byCode } = paged;
const areaOf = (code: string) => {
  const area = byCode.get(code);
  if (area === undefined) throw new Error(`There is no area ${code}.`);
  return area;
};

describe("the areas with a page", () => {
  it("are all that any yearly table has numbers of", async () => {
    const wanted = await ask(
      `SELECT DISTINCT ref_area::VARCHAR FROM ${ROWS} WHERE freq = 'A' AND area_level IN ('COUNTRY', 'SUBNATIONAL') ORDER BY 1`,
    );
    const shown = [...paged.countries, ...paged.parts].map(({ code }) => code).sort();
    expect(shown).toEqual(wanted.map(([area]) => area));
  });

  it("lie in regions that have a page too", () => {
    const regions = new Set(paged.regions.map(({ code }) => code));
    for (const area of paged.countries)
      for (const above of around(area, byCode)) expect(regions).toContain(above.code);
  });

  it("are found in their regions", () => {
    const codes = countriesIn(areaOf("053"), paged).map(({ code }) => code);
    expect(codes).toEqual(["AUS", "NZL"]);
  });
});

describe("what a State has not published", () => {
  it("is what SQL does not find", async () => {
    const given = new Set(
      (
        await ask(`SELECT DISTINCT indicator || ' ' || breakdown FROM ${ROWS}
          WHERE dataset = 'UNODC_IAFQ' AND ref_area = 'MEX' AND freq = 'A' AND obs_value IS NOT NULL
            AND (breakdown = '_T' OR additivity IN ('PART', 'OVERLAPPING'))`)
      ).map(([key]) => key),
    );
    const missing = await missingOf("MEX", data, speech);
    const isMissing = missing.some((item) => /^arms seized by condition/i.test(item));
    expect(isMissing).toBe(!given.has("ARMS_SEIZED condition"));
    expect(missing).not.toContain("Arms seized");
    expect(given).toContain("ARMS_SEIZED _T");
  });

  it("is everything for a State that never answered", async () => {
    const missing = await missingOf("ATA", data, speech);
    expect(missing).toContain("Arms seized");
    expect(missing).toContain("Persons convicted");
  });
});

describe("the others of a region", () => {
  it("have the totals and years of SQL", async () => {
    const peers = await peersOf(countriesIn(areaOf("039"), paged), data);
    const wanted = await ask(`SELECT ref_area::VARCHAR, arg_max(obs_value, time_period)::INTEGER,
        max(time_period)::INTEGER, count(DISTINCT time_period)::INTEGER
      FROM ${ROWS} WHERE dataset = 'UNODC_IAFQ' AND indicator = 'ARMS_SEIZED' AND breakdown = '_T' AND freq = 'A'
        AND obs_value IS NOT NULL AND ref_area IN (${peers.map(({ area }) => `'${area.code}'`).join(", ")})
      GROUP BY ref_area ORDER BY 1`);
    const shown = peers
      .filter(({ latest }) => latest !== null)
      .map(({ area, latest, years }) => [area.code, latest?.value, latest?.year, years])
      .sort();
    expect(shown).toEqual(wanted);
  });
});

describe("what a part of a State exchanged with others", () => {
  const cell = (code: string, area: string, value: number | null) => ({
    code,
    area,
    value,
    year: 2020,
    flags: [],
  });

  it("is what came and what went, without what stayed, the largest first", () => {
    const cells = [
      cell("A", "A", 90),
      cell("B", "A", 3),
      cell("A", "B", 4),
      cell("A", "C", 8),
      cell("C", "B", 50),
    ];
    expect(exchangesOf(cells, "A")).toEqual([
      { other: "C", came: null, went: 8 },
      { other: "B", came: 3, went: 4 },
    ]);
  });

  it("is what SQL finds between Texas and others", async () => {
    const [row] = await ask(`SELECT
        sum(obs_value) FILTER (ref_area = 'US-TX' AND origin_area <> 'US-TX')::INTEGER,
        sum(obs_value) FILTER (ref_area <> 'US-TX' AND origin_area = 'US-TX')::INTEGER
      FROM ${ROWS} WHERE dataset = 'US_ATF_FLOWS' AND time_period = '2020' AND breakdown = 'origin_area'
        AND additivity = 'PART' AND area_level = 'SUBNATIONAL'`);
    const figure = await routesMapFigure(areaOf("US-TX"), data, speech);
    expect(figure?.variants[0]?.title).toBe(
      speech.m.areaPages.routesMap(
        "Texas",
        speech.f.number(Number(row?.[0])),
        speech.f.number(Number(row?.[1])),
      ),
    );
  });
});

describe("a State beside its region", () => {
  it("has the means of SQL, each State once", async () => {
    const columns = columnsAround(areaOf("MEX"), paged);
    expect(columns.map(({ label }) => label)).toEqual([
      "Mexico",
      "Latin America and the Caribbean",
      "Americas",
      "World",
    ]);
    const rows = await comparisonOf(columns, data);
    const pistols = rows.find(({ code }) => code === "PISTOL");
    const wanted = await Promise.all(
      columns.map(async ({ members }) => {
        const [row] = await ask(`SELECT avg(pistols / arms), count(*)::INTEGER FROM (
          SELECT coalesce(sum(obs_value) FILTER (weapon_type = 'PISTOL'), 0) AS pistols, sum(obs_value) AS arms
          FROM ${ROWS} WHERE dataset = 'UNODC_IAFQ' AND indicator = 'ARMS_SEIZED' AND breakdown = 'weapon_type'
            AND additivity = 'PART' AND weapon_type NOT IN ('_O', '_U') AND freq = 'A'
            AND time_period::INTEGER BETWEEN 2016 AND 2022 AND obs_value IS NOT NULL
            AND ref_area IN (${members.map((code) => `'${code}'`).join(", ")})
          GROUP BY ref_area) WHERE arms > 0`);
        return { share: Number(row?.[0]), states: Number(row?.[1]) };
      }),
    );
    expect(pistols?.cells.map((cell) => cell?.states)).toEqual(wanted.map(({ states }) => states));
    for (const [at, { share }] of wanted.entries())
      expect(pistols?.cells[at]?.share).toBeCloseTo(share, 9);
  });

  it("leaves out what the State itself does not give", async () => {
    const rows = await comparisonOf(columnsAround(areaOf("AFG"), paged), data);
    expect(rows.every(({ cells }) => cells[0] !== undefined)).toBe(true);
  });
});

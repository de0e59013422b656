import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { siteData } from "../../src/build/site-data.ts";
import { missingOf } from "../../src/components/areas/missing.ts";
import { peersOf } from "../../src/components/areas/peers.ts";
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

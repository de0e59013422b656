import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { geoContains, geoDistance } from "d3";
import { describe, expect, test } from "vitest";
import { readOutlines } from "../../src/build/land.ts";
import { positionsOf } from "../../src/build/positions.ts";
import { DATA, readAreas } from "../../src/build/site-data.ts";
import type { LonLat } from "../../src/standard/geography/land.ts";
import { PLACED } from "../../src/standard/geography/positions.ts";

/** Areas with data that no map shows. Regions are not in it: they hold their countries, and have no place of their own. */
const WITHOUT_PLACE: readonly string[] = [];

const areas = readAreas(DATA);
const positions = positionsOf(areas);

/** Every area of which an observation speaks, of any release, as a place counted or a place of origin. */
const observedAreas = async (): Promise<string[]> => {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const files = join(DATA, "observations/*/*/*.parquet");
  const reader = await connection.runAndReadAll(
    `SELECT DISTINCT unnest([CAST(ref_area AS VARCHAR), CAST(origin_area AS VARCHAR)]) AS area
     FROM read_parquet('${files}', hive_partitioning = true, hive_types_autocast = false)
     WHERE area_level <> 'REGION' ORDER BY area`,
  );
  return reader
    .getRows()
    .map(([area]) => String(area))
    .filter((area) => !area.startsWith("_"));
};

describe("positions", () => {
  test("are known for every area that has data, or it is listed as one without", async () => {
    const observed = await observedAreas();
    expect(observed.length).toBeGreaterThan(280);
    expect(observed.filter((area) => positions[area] === undefined)).toEqual(WITHOUT_PLACE);
  });

  test("are given to areas of the code list only, regions left out", () => {
    const levels = new Map(areas.map(({ code, level }) => [code, level]));
    for (const [code, [lon, lat]] of Object.entries(positions)) {
      expect(["COUNTRY", "SUBNATIONAL"], code).toContain(levels.get(code));
      expect(Math.abs(lon), code).toBeLessThanOrEqual(180);
      expect(Math.abs(lat), code).toBeLessThanOrEqual(90);
    }
  });

  test.each<[string, LonLat]>([
    ["FRA", [2.5, 46.5]],
    ["USA", [-98.5, 39.8]],
    ["NOR", [12, 64]],
    ["MUS", [57.6, -20.2]],
    ["BHS", [-78, 24.7]],
    ["MLT", [14.4, 35.9]],
    ["NZL", [170.5, -44]],
    ["CHL", [-71, -35]],
    ["US-AK", [-152.5, 64.2]],
    ["US-DC", [-77, 38.9]],
  ])("of %s is on its main part", (code, expected) => {
    const degrees = (geoDistance(positions[code] ?? [0, 0], expected) * 180) / Math.PI;
    expect(degrees).toBeLessThan(1.5);
  });

  test("of countries lie inside of them, or at islands as near as the atlas draws them", () => {
    const outlines = readOutlines("countries-50m", "countries");
    const near = (area: string, m49: string): boolean => {
      const place = positions[area] ?? [Number.NaN, Number.NaN];
      return outlines
        .filter(({ id }) => id === m49)
        .some((outline) => {
          if (geoContains(outline, place)) return true;
          const { geometry } = outline;
          const vertices = JSON.stringify(geometry).matchAll(/\[(-?[\d.]+),(-?[\d.]+)\]/g);
          return [...vertices].some(
            ([, lon, lat]) =>
              geoDistance(place, [Number(lon), Number(lat)]) < (0.1 * Math.PI) / 180,
          );
        });
    };
    const countries = areas.filter(({ code, level }) => level === "COUNTRY" && !(code in PLACED));
    expect(countries.length).toBeGreaterThan(220);
    expect(countries.filter(({ code, m49 }) => !near(code, m49)).map(({ code }) => code)).toEqual(
      [],
    );
  });

  test("of parts placed by hand lie in their country", () => {
    const outlines = readOutlines("countries-50m", "countries");
    const countries: Readonly<Record<string, string>> = { BR: "076", GB: "826", MX: "484" };
    for (const [code, position] of Object.entries(PLACED)) {
      const m49 = countries[code.split("-")[0] ?? ""];
      if (!code.includes("-")) continue;
      const country = outlines.find(({ id }) => id === m49);
      expect(country !== undefined && geoContains(country, position), code).toBe(true);
    }
  });

  test("of areas of one level differ", () => {
    const seen = new Map<string, string>();
    for (const { code, level } of areas) {
      const place = positions[code];
      if (place === undefined) continue;
      const key = `${level} ${place.join()}`;
      expect(seen.get(key), code).toBeUndefined();
      seen.set(key, code);
    }
  });
});

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { geoArea, geoContains } from "d3";
import { describe, expect, test } from "vitest";
import { cutLand } from "../../src/build/land.ts";
import { landOf } from "../../src/standard/geography/land.ts";

const FOLDER = join(import.meta.dirname, "../../src/standard/geography");

describe.each(["world", "parts"] as const)("land: %s", (part) => {
  const file = cutLand(part);
  const land = landOf(file);

  test("is stored as it is cut; delete the file to have it written anew", () => {
    const path = join(FOLDER, `land-${part}.json`);
    if (!existsSync(path)) {
      expect(process.env["CI"], `${path} is missing`).toBeFalsy();
      writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`);
    }
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(file);
  });

  test("has closed rings, none turned inside out", () => {
    for (const polygon of land.coordinates) {
      for (const ring of polygon) expect(ring.at(-1)).toEqual(ring[0]);
      expect(geoArea({ type: "Polygon", coordinates: polygon })).toBeLessThan(Math.PI);
    }
  });

  test("has land where there is land, and sea where there is sea", () => {
    const has = (lon: number, lat: number) => geoContains(land, [lon, lat]);
    for (const [lon, lat] of [
      [-98.8, 39.9],
      [-102, 23.5],
      [-1.5, 52.5],
      [-43.5, -22.5],
    ] as const)
      expect(has(lon, lat), `${lon}, ${lat}`).toBe(true);
    for (const [lon, lat] of [
      [-90, 26],
      [-69, 30],
      [-9, 50],
      [-37, -25],
    ] as const)
      expect(has(lon, lat), `${lon}, ${lat}`).toBe(false);
  });
});

/** Land without Antarctica is about 26.3 % of the Earth: 149 − 14 of 510 million square kilometres. */
test("the world's land is as large as it should be", () => {
  const share = geoArea(landOf(cutLand("world"))) / (4 * Math.PI);
  expect(share).toBeGreaterThan(0.258);
  expect(share).toBeLessThan(0.27);
});

test("land has no line inside it: no point on the borders of neighbours", () => {
  const points = new Set(
    landOf(cutLand("world")).coordinates.flatMap((polygon) =>
      polygon.flatMap((ring) => ring.map(([lon, lat]) => `${lon.toFixed(1)},${lat.toFixed(1)}`)),
    ),
  );
  expect(points.size).toBeGreaterThan(3000);
  const bolivia = [...points].filter((point) => {
    const [lon = 0, lat = 0] = point.split(",").map(Number);
    return lon > -69 && lon < -58 && lat > -22 && lat < -10;
  });
  expect(bolivia).toEqual([]);
});

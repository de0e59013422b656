import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  breakdownDimensions,
  breakdownKey,
  DIMENSIONS,
  PERSON_DIMENSIONS,
  WEAPON_DIMENSIONS,
} from "../../src/standard/dimensions.ts";
import {
  COLUMN_NAMES,
  KEY_COLUMNS,
  OBSERVATION_COLUMNS,
  observationTableSql,
} from "../../src/standard/observation.ts";
import { data } from "../view/real.ts";

describe("the observation table", () => {
  it("has these key columns", () => {
    expect(KEY_COLUMNS).toEqual([
      "dataset",
      "release",
      "indicator",
      "freq",
      "ref_area",
      "time_period",
      ...DIMENSIONS,
      "unit_measure",
    ]);
  });

  it("has each column once, one number, and a definition in SQL for each", () => {
    expect(new Set(COLUMN_NAMES).size).toBe(COLUMN_NAMES.length);
    const numbers = OBSERVATION_COLUMNS.filter((column) => column.type === "number");
    expect(numbers.map((column) => column.name)).toEqual(["obs_value"]);
    const sql = observationTableSql("t");
    expect(sql.split(", ")).toHaveLength(COLUMN_NAMES.length);
    expect(sql).toContain("obs_value DOUBLE");
    expect(sql).not.toContain("obs_value DOUBLE NOT NULL");
  });

  it.each(data.datasets)("%s: no two committed observations share a key", async (dataset) => {
    const [row] = await data.engine.query({
      sql: `SELECT CAST(count(*) AS DOUBLE) AS rows, CAST(count(DISTINCT (${KEY_COLUMNS.join(", ")})) AS DOUBLE) AS keys FROM observation_${dataset}`,
      params: [],
    });
    expect(row?.["rows"]).toBeGreaterThan(0);
    expect(row?.["keys"]).toBe(row?.["rows"]);
  });
});

describe("a breakdown", () => {
  it("is named in one way, and the name gives the dimensions back", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...DIMENSIONS]), (chosen) => {
        const inOrder = DIMENSIONS.filter((dimension) => chosen.includes(dimension));
        expect(breakdownDimensions(breakdownKey(chosen))).toEqual(inOrder);
        expect(breakdownKey([...chosen, ...chosen])).toBe(breakdownKey(inOrder));
      }),
    );
    expect(breakdownKey([])).toBe("_T");
    expect(breakdownDimensions("_T")).toEqual([]);
  });

  it("is matched by the pattern of its column", () => {
    const column = OBSERVATION_COLUMNS.find((entry) => entry.name === "breakdown");
    const pattern = new RegExp(
      `^(?:${column !== undefined && "pattern" in column ? column.pattern : "$"})$`,
    );
    fc.assert(
      fc.property(fc.shuffledSubarray([...DIMENSIONS]), (chosen) => {
        expect(breakdownKey(chosen)).toMatch(pattern);
      }),
    );
  });

  it("has dimensions of weapons and of persons, and none of both", () => {
    const weapons = new Set<string>(WEAPON_DIMENSIONS);
    expect(PERSON_DIMENSIONS.filter((dimension) => weapons.has(dimension))).toEqual([]);
  });
});

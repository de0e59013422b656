import { DuckDBInstance } from "@duckdb/node-api";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMN_NAMES, observationTableSql } from "../../src/standard/observation.ts";
import {
  cellsQuery,
  monthCellsQuery,
  observationsQuery,
  type Query,
  type Row,
} from "../../src/view/query.ts";
import { sqlText, statementOf } from "../../src/view/statement.ts";
import { DEFAULT_VIEW, type View } from "../../src/view/view.ts";
import { anyText, ROW } from "../standard/rows.ts";

const TABLE = '"observation_UNODC_IAFQ"';
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(observationTableSql(TABLE));

const rowsOf = async ({ sql, params }: Query): Promise<unknown[]> =>
  (await connection.runAndReadAll(sql, [...params])).getRowsJS();
const rowsOfText = (sql: string): Promise<unknown[]> => rowsOf({ sql, params: [] });

/** Puts one row for each area and type into the table, and nothing else. */
const fill = async (areas: readonly string[], types: readonly string[]): Promise<void> => {
  await connection.run(`DELETE FROM ${TABLE}`);
  const places = COLUMN_NAMES.map(() => "?").join(", ");
  for (const ref_area of areas)
    for (const weapon_type of types) {
      const row: Row = { ...ROW, ref_area, weapon_type };
      await connection.run(
        `INSERT INTO ${TABLE} VALUES (${places})`,
        COLUMN_NAMES.map((name) => row[name] ?? null),
      );
    }
};

/** Texts that end a literal, a statement or a comment, or look like a placeholder or a table. */
const hostile = fc.oneof(
  anyText,
  fc.constantFrom(
    "'; DROP TABLE x; --",
    "''",
    "\\'",
    "?",
    "a ? b",
    '"observation_UNODC_IAFQ"',
    "$$",
    "/* */",
    "a\0b",
    "\0",
    " AND ",
    "FROM\nWHERE",
    "\ud800",
  ),
);

describe("the statement of a query", () => {
  it("returns the rows of the query itself, whatever its values are", async () => {
    const list = fc.uniqueArray(hostile, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(list, list, fc.boolean(), async (areas, types, left) => {
        await fill([...areas, "MEX"], [...types, "PISTOL"]);
        const view: View = {
          ...DEFAULT_VIEW,
          areas: left ? [] : areas,
          without: left ? areas : [],
          filters: { weapon_type: types },
          from: 2010,
          to: 2020,
        };
        const query = observationsQuery(view);
        const asked = await rowsOf(query);
        if (!left) expect(asked).toHaveLength(areas.length * types.length);
        expect(await rowsOfText(statementOf(query, TABLE))).toEqual(asked);
        const cells = cellsQuery(view);
        expect(await rowsOfText(statementOf(cells, TABLE))).toEqual(await rowsOf(cells));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it("changes nothing in the database, whatever a reader has written", async () => {
    await fill(["MEX"], ["PISTOL"]);
    const areas = [`'; DELETE FROM ${TABLE}; --`, "x'); DELETE FROM t; --"];
    expect(
      await rowsOfText(statementOf(observationsQuery({ ...DEFAULT_VIEW, areas }), TABLE)),
    ).toEqual([]);
    expect(await rowsOfText(`FROM ${TABLE}`)).toHaveLength(1);
  });

  it("stands on several lines, one test on each", () => {
    const query = observationsQuery({ ...DEFAULT_VIEW, areas: ["MEX"] }, { areas: [], year: 2017 });
    expect(statementOf(query, "read_parquet('a.parquet')")).toBe(
      `SELECT *
FROM read_parquet('a.parquet')
WHERE indicator IN ('ARMS_SEIZED')
  AND freq IN ('A')
  AND unit_measure IN ('NUMBER')
  AND area_level IN ('COUNTRY')
  AND breakdown IN ('weapon_type')
  AND additivity IN ('PART', 'OVERLAPPING', 'LISTED')
  AND CAST(substr(CAST(time_period AS VARCHAR), 1, 4) AS INTEGER) BETWEEN 2016 AND 2022
  AND ref_area IN ('MEX')
  AND NOT contains(CAST(flags AS VARCHAR), 'OUTLIER_SCOPE')
  AND CAST(substr(CAST(time_period AS VARCHAR), 1, 4) AS INTEGER) BETWEEN 2017 AND 2017
ORDER BY release, CAST(ref_area AS VARCHAR), CAST(time_period AS VARCHAR), source_row`,
    );
  });

  it("keeps its lines short where many areas are chosen", () => {
    const areas = Array.from({ length: 200 }, (_, at) => `A${at}`);
    for (const query of [
      observationsQuery({ ...DEFAULT_VIEW, areas }),
      monthCellsQuery({ ...DEFAULT_VIEW, areas }),
    ])
      for (const line of statementOf(query, TABLE).split("\n"))
        expect(line.length).toBeLessThan(150);
  });

  it("is refused where values are missing or too many, are no numbers, or where the table is not one", () => {
    const sql = `SELECT * FROM ${TABLE} WHERE a = ?`;
    expect(() => statementOf({ sql, params: [] }, "t")).toThrow(/more placeholders/);
    expect(() => statementOf({ sql, params: ["a", "b"] }, "t")).toThrow(/1 more values/);
    expect(() => statementOf({ sql, params: [Number.NaN] }, "t")).toThrow(/NaN/);
    expect(() => statementOf({ sql: "SELECT 1", params: [] }, "t")).toThrow(/0 tables/);
    expect(() => statementOf({ sql: `${sql}, ${TABLE}`, params: ["a"] }, "t")).toThrow(/2 tables/);
  });
});

describe("a text in SQL", () => {
  it("is the text itself for DuckDB", async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const sql = `SELECT ${sqlText(text)} = ? AS same`;
        expect(await rowsOf({ sql, params: [text] })).toEqual([[true]]);
      }),
      { numRuns: 200 },
    );
  });
});

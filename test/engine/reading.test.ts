import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  cellOf,
  columnsOf,
  describeSql,
  firstWord,
  isRefusal,
  MAX_TEXT,
  readingSql,
  resultColumn,
  rowsKept,
} from "../../src/engine/reading.ts";
import { CHANGES } from "./changes.ts";

let db: DuckDBConnection;

beforeAll(async () => {
  const instance = await DuckDBInstance.create(":memory:");
  db = await instance.connect();
});

beforeEach(async () => {
  await db.run("CREATE OR REPLACE TABLE kept AS SELECT * FROM range(3) AS t(n)");
});

const message = async (sql: string): Promise<string> => {
  try {
    await db.run(sql);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const described = async (text: string) => {
  const reader = await db.runAndReadAll(describeSql(text));
  return reader.getRows().map(([name, type]) => resultColumn(String(name), String(type)));
};

/** Rows of a reader's text, as the console would show them. */
const read = async (text: string) => {
  const columns = await described(text);
  const reader = await db.runAndReadAll(readingSql(text, columns));
  const shown = columnsOf(text, columns);
  return reader
    .getRowsJS()
    .map((row) => row.map((value, at) => cellOf(value, shown[at] ?? resultColumn("", ""))));
};

const whole = async () => (await db.runAndReadAll("SELECT sum(n)::INTEGER FROM kept")).getRowsJS();

describe("what would change something", () => {
  it.each(CHANGES)("is refused by DuckDB's own parser: %s", async (text) => {
    const refusal = await message(describeSql(text));
    expect(refusal).not.toBe("");
    expect(isRefusal(refusal)).toBe(true);
    expect(await whole()).toEqual([[3]]);
  });

  it.each([
    "DROP TABLE kept",
    "DELETE FROM kept",
    "UPDATE kept SET n = 0",
    "INSERT INTO kept VALUES (9)",
    "CREATE TABLE other AS FROM kept",
    "ALTER TABLE kept ADD COLUMN m INTEGER",
    "CREATE VIEW other AS FROM kept",
  ])("is refused a second time by the transaction: %s", async (text) => {
    await db.run("BEGIN TRANSACTION READ ONLY");
    expect(await message(text)).toMatch(/read-only/);
    await db.run("ROLLBACK");
    expect(await whole()).toEqual([[3]]);
  });

  it.each([
    "SELECT 1) AS x; DROP TABLE kept; --",
    "SELECT ''); DROP TABLE kept; --",
    "SELECT '\\'); DROP TABLE kept; --",
    "SELECT $$'$$); DROP TABLE kept; --",
  ])("cannot break out of its quotes: %s", async (text) => {
    expect(await message(describeSql(text))).not.toBe("");
    expect(await whole()).toEqual([[3]]);
  });
});

describe("what reads", () => {
  it.each([
    "SELECT 1",
    "SELECT 1;",
    "-- a note\nSELECT 1 -- another",
    "/* a note */ FROM kept",
    "FROM kept",
    "WITH one AS (SELECT 1) FROM one",
    "VALUES (1, 'a')",
    "TABLE kept",
    "DESCRIBE kept",
    "SUMMARIZE kept",
    "SHOW TABLES",
    "PIVOT kept ON n IN (1, 2) USING count(*)",
    "UNPIVOT (SELECT 1 AS a, 2 AS b) ON a, b",
    "EXPLAIN SELECT 1",
    "explain analyze FROM kept",
    "(SELECT 1) UNION ALL (SELECT 2)",
  ])("runs: %s", async (text) => {
    expect((await read(text)).length).toBeGreaterThan(0);
  });

  it("keeps the order of the query, and columns of one name apart", async () => {
    expect(await read("SELECT n, -n AS n FROM kept ORDER BY 1 DESC")).toEqual([
      [2, -2],
      [1, -1],
      [0, 0],
    ]);
  });

  it("gives numbers where they lose nothing, and else what DuckDB writes", async () => {
    const text = `SELECT sum(n), 12345678901234567890::HUGEINT, 0.1::DECIMAL(18,3), 1.5::FLOAT,
      'NaN'::DOUBLE, NULL::INTEGER, DATE '2020-02-29', [1, 2], {'a': 1}, true, '007' FROM kept`;
    expect(await read(text)).toEqual([
      [
        3,
        "12345678901234567890",
        0.1,
        1.5,
        Number.NaN,
        null,
        "2020-02-29",
        "[1, 2]",
        "{'a': 1}",
        "true",
        "007",
      ],
    ]);
  });

  it("cuts a text that no table can show, and says so by an ellipsis", async () => {
    const [[long]] = (await read(`SELECT repeat('x', ${MAX_TEXT + 1})`)) as [[string]];
    expect(long).toBe(`${"x".repeat(MAX_TEXT)}…`);
    const [[short]] = (await read(`SELECT repeat('x', ${MAX_TEXT})`)) as [[string]];
    expect(short).toBe("x".repeat(MAX_TEXT));
  });
});

describe("how much is kept", () => {
  it("is fewer rows where there are many columns, and never none", () => {
    expect(rowsKept(3)).toBe(10_000);
    expect(rowsKept(1_000)).toBe(1_000);
    expect(rowsKept(5_000_000)).toBe(1);
  });
});

describe("the first word", () => {
  it.each([
    ["  drop table x", "DROP"],
    ["-- SELECT\n/* FROM */ ; Create table x (a int)", "CREATE"],
    ["-- nothing", ""],
    ["(SELECT 1)", ""],
    ["", ""],
  ])("of %j is %j", (text, word) => {
    expect(firstWord(text)).toBe(word);
  });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { observationsParquet } from "../../src/export/parquet.ts";
import { COLUMN_NAMES, OBSERVATION_COLUMNS } from "../../src/standard/observation.ts";
import type { Row } from "../../src/view/query.ts";
import { anyRow, ROW } from "../standard/rows.ts";
import { metaOf, rowsOf } from "./real.ts";

const META = metaOf("UNODC_IAFQ");
const connection = await (await DuckDBInstance.create(":memory:")).connect();

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parquet-"));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;

/**
 * Asks native DuckDB about the file of some rows. Each file has a name of its own: DuckDB keeps what it read of a
 * path, and takes a file that is rewritten within a tick of the clock for the one it knows.
 */
const ask = async (rows: readonly Row[], sql: string): Promise<Record<string, unknown>[]> => {
  files += 1;
  const path = join(folder, `${files}.parquet`);
  await writeFile(path, observationsParquet(rows, META));
  const reader = await connection.runAndReadAll(sql.replace("$file", `'${path}'`));
  return reader.getRowObjectsJS();
};

describe("the Parquet file of some rows, read by native DuckDB", () => {
  it("brings back every text and every number, whatever stands in it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 5 }), async (rows) => {
        expect(await ask(rows, "FROM read_parquet($file)")).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it("has the columns of the standard: text that is always there, numbers that may be missing", async () => {
    const schema = await ask([ROW], "SELECT * FROM parquet_schema($file)");
    const columns = schema.slice(1);
    expect(columns.map(({ name }) => name)).toEqual(COLUMN_NAMES);
    for (const [at, { type }] of OBSERVATION_COLUMNS.entries())
      expect(columns[at]).toMatchObject(
        type === "number"
          ? { type: "DOUBLE", repetition_type: "OPTIONAL" }
          : { type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
      );
    const empty = await ask([], "DESCRIBE FROM read_parquet($file)");
    expect(empty.map((column) => column["column_name"])).toEqual(COLUMN_NAMES);
  });

  it("holds a whole dataset, and says how to cite it", async () => {
    const rows = await rowsOf("US_ATF_PROFILES");
    expect(await ask(rows, "FROM read_parquet($file)")).toEqual(rows);
    const about = await ask(
      rows,
      "SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata($file)",
    );
    const citation = about.find(({ key }) => key === "citation");
    expect(citation?.["value"]).toMatch(
      /^UNODC, Illicit Arms Flows Questionnaire, .*version 1\.2\.3/,
    );
  }, 60_000);

  it("refuses a row without a column, and a text that is none", () => {
    const { flags: _flags, ...without } = ROW;
    expect(() => observationsParquet([without], META)).toThrow(/flags/);
    expect(() => observationsParquet([{ ...ROW, flags: null }], META)).toThrow(/flags/);
  });
});

import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import Papa from "papaparse";
import { codeTable } from "../../src/return/code-table.ts";
import type { ReturnDatabase } from "../../src/return/database.ts";
import type { CodedColumn, CodedTable } from "../../src/standard/coded-table.ts";
import { type Area, areaSchema } from "../../src/standard/codelists/area.ts";
import type { Row, Scalar } from "../../src/view/query.ts";
import { DATA } from "../pipelines/raw.ts";

/** Areas as they are published. */
export const AREAS: readonly Area[] = Papa.parse<Record<string, string>>(
  readFileSync(`${DATA}/codelists/CL_AREA.csv`, "utf8"),
  { header: true, skipEmptyLines: true },
).data.map((row) => areaSchema.parse(row));

const wordOf = (column: CodedColumn, row: number): Scalar =>
  column.kind === "enum"
    ? (column.words[column.codes[row] ?? -1] ?? null)
    : (column.values[row] ?? null);

const literal = (value: Scalar): string => {
  if (typeof value === "number") return Number.isNaN(value) ? "'nan'::DOUBLE" : String(value);
  return value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`;
};

/** The types that the browser's loader gives: words are an ENUM, numbers doubles or integers. */
const typeOf = (column: CodedColumn): string => {
  if (column.kind === "number") return column.values instanceof Int32Array ? "INTEGER" : "DOUBLE";
  const words = column.kind === "enum" ? [...new Set(column.words)] : [];
  return words.length === 0 ? "VARCHAR" : `ENUM (${words.map(literal).join(", ")})`;
};

/** A native DuckDB for a return with the codes in it, loaded as a browser loads tables. */
export const openReturn = async (): Promise<ReturnDatabase> => {
  const db = await (await DuckDBInstance.create(":memory:", { threads: "2" })).connect();
  const ask: ReturnDatabase["ask"] = async ({ sql, params }) => {
    const rows = (await db.runAndReadAll(sql, [...params])).getRowObjectsJS();
    return rows.map((row) => {
      for (const [name, value] of Object.entries(row))
        if (value !== null && typeof value !== "string" && typeof value !== "number")
          throw new Error(`Column ${name} is a ${typeof value}: a browser cannot read it.`);
      return row as Row;
    });
  };
  const insert = async (table: CodedTable): Promise<void> => {
    const columns = table.columns.map((column) => `${column.name} ${typeOf(column)}`);
    await db.run(`CREATE OR REPLACE TABLE ${table.name} (${columns.join(", ")})`);
    for (let from = 0; from < table.rows; from += 500) {
      const rows = Array.from(
        { length: Math.min(500, table.rows - from) },
        (_, at) =>
          `(${table.columns.map((column) => literal(wordOf(column, from + at))).join(", ")})`,
      );
      await db.run(`INSERT INTO ${table.name} VALUES ${rows.join(", ")}`);
    }
  };
  await insert(codeTable(AREAS));
  const run: ReturnDatabase["run"] = async ({ sql, params }) => {
    await db.run(sql, [...params]);
  };
  return { ask, run, insert };
};

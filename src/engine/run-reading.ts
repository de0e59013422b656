import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import type { Scalar } from "../view/query.ts";
import {
  cellOf,
  columnsOf,
  describeSql,
  isRefusal,
  type Result,
  type ResultColumn,
  readingSql,
  resultColumn,
  rowsKept,
} from "./reading.ts";
import { withoutPlace } from "./sql-error.ts";

/** What became of a reader's statement. */
export type Outcome =
  | { readonly kind: "rows"; readonly result: Result; readonly ms: number }
  /** It is not one reading statement, and was not run. */
  | { readonly kind: "refused" }
  /** DuckDB found it wrong; its message, with line and caret where it has them. */
  | { readonly kind: "wrong"; readonly message: string }
  /** It was stopped. `died`: the engine did not obey and was ended; another must be started. */
  | { readonly kind: "stopped"; readonly by: "reader" | "limit"; readonly died: boolean }
  /** The engine broke down over it; another must be started. */
  | { readonly kind: "died"; readonly message: string };

/** Messages after which an engine of WebAssembly cannot be trusted any more. */
const BROKEN = /RuntimeError|memory access out of bounds|unreachable|Aborted\(|table index is out/;

/** What went wrong, in the words of whatever failed. */
export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

/** Rows of a statement as they stream, and no more of them than are kept. */
const stream = async (
  connection: AsyncDuckDBConnection,
  sql: string,
  columns: readonly ResultColumn[],
  kept: number,
): Promise<Result> => {
  const rows: Scalar[][] = [];
  const reader = await connection.send(sql, true);
  for await (const batch of reader) {
    const vectors = columns.map((_, at) => batch.getChildAt(at));
    for (let row = 0; row < batch.numRows; row += 1) {
      if (rows.length === kept) {
        await connection.cancelSent();
        return { columns, rows, more: true };
      }
      rows.push(columns.map((column, at) => cellOf(vectors[at]?.get(row), column)));
    }
  }
  return { columns, rows, more: false };
};

/** The columns of DESCRIBE that are read. */
const DESCRIBED = ["column_name", "column_type"].map((name) => resultColumn(name, "VARCHAR"));

/** The message for a reader's text as it stands, with its own lines, where DuckDB has one. */
const inPlace = async (
  connection: AsyncDuckDBConnection,
  text: string,
  message: string,
): Promise<string> => {
  try {
    const statement = await connection.prepare(text);
    await statement.close();
    return message;
  } catch (error) {
    return messageOf(error);
  }
};

const answer = async (
  connection: AsyncDuckDBConnection,
  text: string,
  began: number,
): Promise<Outcome> => {
  let described: Result;
  try {
    described = await stream(connection, describeSql(text), DESCRIBED, Number.MAX_SAFE_INTEGER);
  } catch (error) {
    const message = messageOf(error);
    if (isRefusal(message)) return { kind: "refused" };
    return { kind: "wrong", message: await inPlace(connection, text, message) };
  }
  const columns = described.rows.map(([name, type]) => resultColumn(String(name), String(type)));
  const result = await stream(
    connection,
    readingSql(text, columns),
    columnsOf(text, columns),
    rowsKept(columns.length),
  );
  return { kind: "rows", result, ms: performance.now() - began };
};

/**
 * Runs a reader's text as one reading statement, in a transaction that cannot write and is taken back. Rejects only when
 * the transaction cannot be ended.
 */
export const runReading = async (
  connection: AsyncDuckDBConnection,
  text: string,
): Promise<Outcome> => {
  const began = performance.now();
  await connection.query("BEGIN TRANSACTION READ ONLY");
  try {
    return await answer(connection, text, began);
  } catch (error) {
    // A place that is named while rows are made lies in the statement around the reader's.
    const message = withoutPlace(messageOf(error));
    return { kind: BROKEN.test(message) ? "died" : "wrong", message };
  } finally {
    await connection.query("ROLLBACK");
  }
};

import type { Scalar } from "../view/query.ts";
import { inLists } from "./chunks.ts";

/** What a file says of the query that made it. */
export interface QueryMeta {
  readonly sql: string;
  readonly tables: readonly string[];
  /** Version of the published data. */
  readonly version: string;
  /** True when the query has more rows than the file. */
  readonly cut: boolean;
  readonly caveat: string;
}

/** A column of a query's result. */
export interface QueryColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * The result of a reader's query as one JSON object in pieces: `metadata` (query, tables, version of the data, whether
 * rows are missing, caveat), `columns` with their types in DuckDB, and `rows` as lists in the order of the columns.
 */
export function* queryJsonChunks(
  columns: readonly QueryColumn[],
  rows: Iterable<readonly Scalar[]>,
  meta: QueryMeta,
): Generator<string> {
  const named = columns.map(({ name, type }) => ({ name, type }));
  yield `{"metadata":${JSON.stringify(meta)},\n"columns":${JSON.stringify(named)},\n"rows":[`;
  let before = "\n";
  for (const list of inLists(rows)) {
    yield before + list.map((row) => JSON.stringify(row.map(jsonValue))).join(",\n");
    before = ",\n";
  }
  yield "\n]}\n";
}

/** JSON has no infinity and no NaN: they go out as text, never as null. */
const jsonValue = (value: Scalar): Scalar =>
  typeof value === "number" && !Number.isFinite(value) ? String(value) : value;

import type { Query, Row } from "../view/query.ts";

/** What the rest of the project knows of DuckDB, at build (native) and in the browser (Wasm). */
export interface Engine {
  /** Runs one query and returns its rows. Rejects with an Error that says what failed. */
  query(query: Query): Promise<Row[]>;
}

import type { Query, Row, Scalar } from "../view/query.ts";

/** What the rest of the project knows of DuckDB, at build (native) and in the browser (Wasm). */
export interface Engine {
  /** Runs one query and returns its rows. Rejects with an Error that says what failed. */
  query(query: Query): Promise<Row[]>;
}

/** The engine does not answer any more: its worker stopped, or said nothing for too long. A new one can be started. */
export class EngineDied extends Error {}

/** A value that a query returned. Throws when it is neither text, number nor null: a big integer must be cast. */
export const scalar = (value: unknown): Scalar => {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  throw new Error(`A query returned a ${typeof value}; cast it to text or to a double.`);
};

/** What went wrong, in the words of whatever failed. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

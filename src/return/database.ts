import type { CodedTable } from "../standard/coded-table.ts";
import type { Query, Row } from "../view/query.ts";

/** The database that holds a return, as this room knows it. Every method rejects with what failed. */
export interface ReturnDatabase {
  /** Rows of a SELECT. */
  ask(query: Query): Promise<readonly Row[]>;
  /** Runs a statement whose result nobody reads. */
  run(query: Query): Promise<void>;
  /** Makes a table, or makes it anew. */
  insert(table: CodedTable): Promise<void>;
}

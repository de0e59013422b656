import { observationConditions, type Thread } from "../view/conditions.ts";
import { observationsQuery } from "../view/query.ts";
import type { View } from "../view/view.ts";
import type { Place } from "./snippets/place.ts";
import { pandasSnippet, pythonSnippet } from "./snippets/python.ts";
import { rSnippet } from "./snippets/r.ts";
import { curlSnippet, duckdbSnippet } from "./snippets/sql.ts";

/** Code that fetches the rows behind a view from the published files. */
export interface Snippet {
  readonly id: "duckdb" | "r" | "python" | "pandas" | "curl";
  readonly language: "duckdb" | "r" | "python" | "curl";
  readonly title: string;
  readonly code: string;
}

/**
 * Code in each language that returns exactly the rows of `observationsQuery(view, thread)` from the files of `place`.
 * CSV files guard text that looks like a formula by an apostrophe, which stays in the rows of R and Python; Parquet
 * has none. Throws when a value holds a character 0, which neither R nor a shell can.
 */
export const snippetsOf = (view: View, thread: Thread | undefined, place: Place): Snippet[] => {
  const query = observationsQuery(view, thread);
  const conditions = observationConditions(view, thread);
  return [
    { id: "duckdb", language: "duckdb", title: "DuckDB", code: duckdbSnippet(query, place) },
    { id: "r", language: "r", title: "R", code: rSnippet(conditions, place) },
    { id: "python", language: "python", title: "Python", code: pythonSnippet(conditions, place) },
    {
      id: "pandas",
      language: "python",
      title: "Python with pandas",
      code: pandasSnippet(conditions, place),
    },
    { id: "curl", language: "curl", title: "curl and DuckDB", code: curlSnippet(query, place) },
  ];
};

import type { Query, Row } from "./query.ts";

/** How much a query returns, and of which releases. */
export interface Extent {
  readonly rows: number;
  /** Names of the releases, in order. */
  readonly releases: readonly string[];
}

/** Asks how many observations a query returns and of which releases, without fetching them. */
export const extentQuery = ({ sql, params }: Query): Query => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS rows, string_agg(DISTINCT CAST(release AS VARCHAR), '|' ORDER BY CAST(release AS VARCHAR)) AS releases FROM (${sql})`,
  params,
});

/** The extent of an answer to {@link extentQuery}. Throws when it is none. */
export const extentFrom = ([row]: readonly Row[]): Extent => {
  const [rows, releases] = [row?.["rows"], row?.["releases"]];
  if (typeof rows !== "number") throw new Error("The engine did not count the rows.");
  return { rows, releases: typeof releases === "string" ? releases.split("|") : [] };
};

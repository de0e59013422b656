import type { Query } from "../../view/query.ts";
import { statementOf } from "../../view/statement.ts";
import { type Place, parquetAddress, parquetTable } from "./place.ts";
import { shellText } from "./text.ts";

/** The rows in DuckDB, read over the network from the Parquet file. */
export const duckdbSnippet = (query: Query, place: Place): string =>
  `-- DuckDB 1.0 or newer. It fetches its extension httpfs by itself.
${statementOf(query, parquetTable(place, parquetAddress(place)))};
`;

/** Name of the file that the shell keeps. */
const localName = ({ dataset, release, version }: Place): string =>
  `${[dataset, release, version].filter((part) => part !== "").join("_")}.parquet`;

/** A word that stands alone on no line of a text, so that the text ends where it is meant to. */
const endWord = (text: string): string => {
  const lines = new Set(text.split("\n"));
  let word = "END_OF_SQL";
  while (lines.has(word)) word += "_";
  return word;
};

/**
 * The rows in a POSIX shell, as the file rows.csv: curl keeps the Parquet file, DuckDB's program reads it. The CSV
 * file could not be filtered by tools of lines, such as grep or awk: its cells may hold commas and line ends.
 */
export const curlSnippet = (query: Query, place: Place): string => {
  const file = localName(place);
  const statement = `${statementOf(query, parquetTable(place, file))};`;
  const end = endWord(statement);
  return `# curl keeps the whole file; the program of DuckDB (duckdb.org) takes the rows out of it.
set -e
curl --fail --location --silent --show-error --output ${shellText(file)} \\
  ${shellText(parquetAddress(place))}
duckdb -csv > rows.csv <<'${end}'
${statement}
${end}
`;
};

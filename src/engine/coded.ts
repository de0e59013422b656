import { columnFromArray, tableFromColumns, tableToIPC, utf8 } from "@uwdata/flechette";
import type { CodedColumn, CodedTable } from "../standard/coded-table.ts";
import { identifier, quote } from "../standard/sql.ts";

/** More words than this do not fit into a statement: such a column arrives as text. */
const LISTED_WORDS = 20_000;

const isListed = (column: CodedColumn): boolean =>
  column.kind === "enum" && column.words.length <= LISTED_WORDS;

/** Codes in the smallest integers that hold them: less to copy, and bytes load seven times faster. */
const narrowed = (codes: Int32Array, words: number): Uint8Array | Uint16Array =>
  words <= 0x100 ? Uint8Array.from(codes) : Uint16Array.from(codes);

const textOf = (column: CodedColumn & { kind: "enum" }): string[] =>
  Array.from(column.codes, (code) => column.words[code] ?? "");

const arrowColumn = (column: CodedColumn): ReturnType<typeof columnFromArray> => {
  if (column.kind === "number") return columnFromArray(column.values);
  if (column.kind === "text") return columnFromArray([...column.values], utf8());
  return isListed(column)
    ? columnFromArray(narrowed(column.codes, column.words.length))
    : columnFromArray(textOf(column), utf8());
};

/** A column whose words are all different, as an ENUM needs them. */
const withUniqueWords = (column: CodedColumn): CodedColumn => {
  if (column.kind !== "enum") return column;
  const places = new Map<string, number>();
  for (const word of column.words) if (!places.has(word)) places.set(word, places.size);
  if (places.size === column.words.length) return column;
  const to = Int32Array.from(column.words, (word) => places.get(word) ?? 0);
  return {
    ...column,
    words: [...places.keys()],
    codes: column.codes.map((code) => to[code] ?? 0),
  };
};

/** A coded table as it is loaded: the same rows, no word twice in a column. */
export const loadable = (table: CodedTable): CodedTable => ({
  ...table,
  columns: table.columns.map(withUniqueWords),
});

/** A coded table as an Arrow IPC stream; undefined where it has no row, which Arrow cannot write. */
export const codedIpc = (table: CodedTable): Uint8Array | undefined => {
  if (table.rows === 0) return undefined;
  const columns = table.columns.map((column): [string, ReturnType<typeof columnFromArray>] => [
    column.name,
    arrowColumn(column),
  ]);
  const bytes = tableToIPC(tableFromColumns(columns), { format: "stream" });
  if (bytes === null) throw new Error(`The table "${table.name}" could not be written as Arrow.`);
  return bytes;
};

/** The words get their type once, at the list: a cast of each row would take five times as long. */
const selected = (column: CodedColumn): string => {
  const name = identifier(column.name);
  if (column.kind !== "enum" || !isListed(column)) return name;
  const words = column.words.map(quote).join(", ");
  return `(CAST([${words}] AS ENUM (${words})[]))[${name}::INTEGER + 1] AS ${name}`;
};

const definition = (column: CodedColumn): string =>
  `${identifier(column.name)} ${column.kind === "number" ? "DOUBLE" : "VARCHAR"}`;

/** The statements that make the table out of its codes, which stand in table `incoming` unless it has no row. */
export const codedSql = (table: CodedTable, incoming: string): string => {
  const create = `CREATE OR REPLACE TABLE ${identifier(table.name)}`;
  return table.rows === 0
    ? `${create} (${table.columns.map(definition).join(", ")})`
    : `${create} AS SELECT ${table.columns.map(selected).join(", ")} FROM ${incoming}; DROP TABLE ${incoming}`;
};

import {
  columnFromArray,
  dictionary,
  float64,
  int32,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  uint8,
  uint16,
  utf8,
} from "@uwdata/flechette";
import { OBSERVATION_COLUMNS } from "../standard/observation.ts";
import type { Row } from "../view/query.ts";

/** A column as DuckDB takes it in: numbers, free text, or codes into a list of words. */
export type LoadColumn =
  | { readonly name: string; readonly kind: "number" }
  | { readonly name: string; readonly kind: "text" }
  | { readonly name: string; readonly kind: "enum"; readonly words: readonly string[] };

/** Free text with hardly a repeat; every other column but the value is dictionary-encoded. */
const FREE_TEXT = new Set(["source_row"]);

/** The smallest integer that counts the words of a column. */
const indexType = (words: number) =>
  words <= 0x100 ? uint8() : words <= 0x10000 ? uint16() : int32();

/** Encodes observations as one dictionary-encoded Arrow IPC stream. Throws when a cell is missing. */
export const encodeObservations = (rows: readonly Row[]): Uint8Array => {
  const columns = OBSERVATION_COLUMNS.map(
    (column): [string, ReturnType<typeof columnFromArray>] => {
      const values = rows.map((row, index) => {
        const value = row[column.name];
        if (value === undefined) throw new Error(`Row ${index} has no column ${column.name}.`);
        return value;
      });
      const type =
        column.type === "number"
          ? float64()
          : FREE_TEXT.has(column.name)
            ? utf8()
            : dictionary(utf8(), indexType(new Set(values).size));
      return [column.name, columnFromArray(values, type)];
    },
  );
  const bytes = tableToIPC(tableFromColumns(columns), { format: "stream" });
  if (bytes === null) throw new Error("The observations could not be written as Arrow.");
  return bytes;
};

/**
 * Reads an observations file and turns it into what DuckDB-Wasm loads fastest: the same table with integer codes in
 * place of words, and the words beside it. Throws when the bytes are not such a file or a column is missing.
 */
export const decodeForLoading = (
  bytes: Uint8Array,
): { columns: LoadColumn[]; ipc: Uint8Array; rows: number } => {
  const table = tableFromIPC(bytes);
  const columns: LoadColumn[] = [];
  const coded = OBSERVATION_COLUMNS.map(
    ({ name, type }): [string, ReturnType<typeof columnFromArray>] => {
      const column = table.getChild(name);
      if (column === undefined || column === null)
        throw new Error(`The data file has no column "${name}".`);
      if (type === "number") {
        columns.push({ name, kind: "number" });
        return [name, columnFromArray([...column], float64())];
      }
      if (FREE_TEXT.has(name)) {
        columns.push({ name, kind: "text" });
        return [name, columnFromArray([...column], utf8())];
      }
      const positions = new Map<string, number>();
      const codes = new Int32Array(table.numRows);
      let index = 0;
      for (const value of column) {
        const word = String(value);
        const known = positions.get(word);
        const position = known ?? positions.size;
        if (known === undefined) positions.set(word, position);
        codes[index] = position;
        index += 1;
      }
      columns.push({ name, kind: "enum", words: [...positions.keys()] });
      return [name, columnFromArray(codes, int32())];
    },
  );
  const ipc = tableToIPC(tableFromColumns(coded), { format: "stream" });
  if (ipc === null) throw new Error("The data file could not be prepared for loading.");
  return { columns, ipc, rows: table.numRows };
};

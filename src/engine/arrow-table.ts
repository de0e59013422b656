import { columnFromArray, int32, tableFromColumns, tableToIPC, utf8 } from "@uwdata/flechette";
import type { Scalar } from "../view/query.ts";

/**
 * A small table as an Arrow IPC stream: a column is whole numbers where each of its values is one, else text.
 * Throws when it cannot be written.
 */
export const arrowOf = (columns: readonly string[], rows: readonly Scalar[][]): Uint8Array => {
  const made = columns.map((name, at): [string, ReturnType<typeof columnFromArray>] => {
    const values = rows.map((row) => row[at] ?? null);
    const whole = values.length > 0 && values.every((value) => Number.isInteger(value));
    return whole
      ? [name, columnFromArray(values, int32())]
      : [
          name,
          columnFromArray(
            values.map((value) => (value === null ? null : String(value))),
            utf8(),
          ),
        ];
  });
  const bytes = tableToIPC(tableFromColumns(made), { format: "stream" });
  if (bytes === null) throw new Error("The table could not be written as Arrow.");
  return bytes;
};

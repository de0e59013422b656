import { writeFile } from "node:fs/promises";
import Papa from "papaparse";

/** Writes rows as CSV in UTF-8, columns in the given order, a missing cell as empty, lines ended by LF. */
export const writeCsv = async <C extends string>(
  path: string,
  columns: readonly C[],
  rows: readonly Readonly<Partial<Record<C, string | number>>>[],
): Promise<void> => {
  const cells = rows.map((row) => columns.map((column) => row[column] ?? ""));
  await writeFile(path, `${Papa.unparse([[...columns], ...cells], { newline: "\n" })}\n`);
};

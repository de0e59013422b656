import Papa from "papaparse";
import type { ConsoleEngine } from "../../engine/console.ts";
import type { EngineProgress } from "../../engine/worker.ts";
import type { Scalar } from "../../view/query.ts";
import { ALL_ROWS } from "../../view/sql-tables.ts";
import type { SqlStage } from "./state.ts";

/** A CSV file of this site as columns and rows; a cell of digits in a column `order` becomes a number. */
const readCsv = async (url: string): Promise<{ columns: string[]; rows: Scalar[][] }> => {
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`${url} answered ${response.status} ${response.statusText}`.trim());
  const { data, errors } = Papa.parse<string[]>(await response.text(), { skipEmptyLines: true });
  const [error] = errors;
  if (error !== undefined)
    throw new Error(`${url}, line ${(error.row ?? 0) + 1}: ${error.message}`);
  const [columns = [], ...lines] = data;
  const value = (cell: string, at: number): Scalar =>
    cell === "" ? null : columns[at] === "order" ? Number(cell) : cell;
  return { columns, rows: lines.map((line) => line.map(value)) };
};

/** Makes the tables that are always there: the code lists and the releases. Rejects with what failed. */
export const defineLists = async (engine: ConsoleEngine, stage: SqlStage): Promise<void> => {
  const base = `${stage.root}data/${stage.dataVersion}`;
  const files = [
    ...stage.codelists.map((file) => [file.replace(/\.csv$/, ""), `codelists/${file}`] as const),
    ["releases", "releases.csv"] as const,
  ];
  await Promise.all(
    files.map(async ([table, file]) => {
      const { columns, rows } = await readCsv(`${base}/${file}`);
      await engine.define(table, columns, rows);
    }),
  );
};

/**
 * Brings the engine's tables in line with those that are wanted: fetches what is missing, drops the rest, and makes
 * the view of all rows. `held` is what the engine holds, and is kept up to date. Rejects with what failed.
 */
export const bringTables = async (
  engine: ConsoleEngine,
  stage: SqlStage,
  wanted: readonly string[],
  held: Set<string>,
  report: (table: string, progress: EngineProgress) => void,
): Promise<void> => {
  const current = stage.tables
    .filter(({ name, replaced }) => replaced === undefined && wanted.includes(name))
    .map(({ name }) => name);
  for (const table of wanted) {
    if (held.has(table)) continue;
    const url = `${stage.root}data/${stage.dataVersion}/arrow/${table}.arrow`;
    await engine.load(table, url, (progress) => report(table, progress));
    held.add(table);
  }
  await engine.combine(ALL_ROWS, current);
  for (const table of [...held]) {
    if (wanted.includes(table)) continue;
    await engine.drop(table);
    held.delete(table);
  }
};

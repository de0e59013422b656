import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { InputError, type ProblemLog, problemLog } from "../../src/standard/problem.ts";
import { type CsvRow, parseCsv } from "../read/csv.ts";
import {
  CELLS,
  cellKey,
  FIREARM,
  STATES,
  TYPE_OF_SUBTYPE,
  type VictimCell,
} from "./mx-sesnsp-victims-labels.ts";

const COLUMNS = [
  "date_year_month",
  "n_year",
  "n_month",
  "cve_ent",
  "nombre_estado",
  "tipo_de_delito",
  "subtipo_de_delito",
  "modalidad",
  "genero",
  "rango_de_edad",
  "n_victimas",
] as const;
type Row = CsvRow<(typeof COLUMNS)[number]>;
type Column = (typeof COLUMNS)[number];

/** Victims of one cell in one State and month. */
export interface VictimCount {
  readonly line: number;
  /** `2015-01` */
  readonly month: string;
  /** `MX-AGU` */
  readonly state: string;
  readonly cell: VictimCell;
  readonly victims: number;
}

const CELL_OF: ReadonlyMap<string, VictimCell> = new Map(
  CELLS.map((cell) => [cellKey(cell.subtype, cell.genero, cell.rango), cell]),
);

const unpack = (file: string, bytes: Buffer): Buffer => {
  if (!file.endsWith(".gz")) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError([{ file, message: `cannot be unpacked: ${reason}` }]);
  }
};

const readRow = ({ line, cells }: Row, problems: ProblemLog): VictimCount | undefined => {
  const refuse = (column: Column, message: string, allowed: string): undefined => {
    problems.add({ row: line, column, value: cells[column], message, allowed });
  };
  const month = `${cells.n_year}-${cells.n_month}`;
  if (!/^(19|20)\d{2}$/.test(cells.n_year)) return refuse("n_year", "is not a year", "four digits");
  if (!/^(0[1-9]|1[0-2])$/.test(cells.n_month)) {
    return refuse("n_month", "is not a month", "01 to 12");
  }
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(cells.date_year_month) ||
    !cells.date_year_month.startsWith(month)
  ) {
    return refuse("date_year_month", "is not in the month of n_year and n_month", `${month}-15`);
  }
  const state = Object.hasOwn(STATES, cells.cve_ent) ? STATES[cells.cve_ent] : undefined;
  if (state === undefined) return refuse("cve_ent", "is not a State", "01 to 32");
  const [name, code] = state;
  if (cells.nombre_estado !== name) {
    return refuse("nombre_estado", `is not the name of State ${cells.cve_ent}`, name);
  }
  if (cells.modalidad !== FIREARM) return refuse("modalidad", "is not about firearms", FIREARM);
  const { subtipo_de_delito, genero, rango_de_edad } = cells;
  const cell = CELL_OF.get(cellKey(subtipo_de_delito, genero, rango_de_edad));
  if (cell === undefined) {
    const message = `with genero "${genero}" and rango_de_edad "${rango_de_edad}" is not a known cell`;
    return refuse("subtipo_de_delito", message, [...CELL_OF.keys()].join("; "));
  }
  if (cells.tipo_de_delito !== TYPE_OF_SUBTYPE[cell.subtype]) {
    const allowed = TYPE_OF_SUBTYPE[cell.subtype];
    return refuse("tipo_de_delito", `is not the type of ${cell.subtype}`, allowed);
  }
  if (!/^\d+$/.test(cells.n_victimas)) return refuse("n_victimas", "is not a count", "digits only");
  return { line, month, state: code, cell, victims: Number(cells.n_victimas) };
};

const monthsUpTo = (first: string, last: string): string[] => {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return Array.from({ length: number(last) - number(first) + 1 }, (_, at) => {
    const months = number(first) - 1 + at;
    return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
  });
};

/** Notes every cell that is there twice, and every one that is missing between the first and the last month. */
const checkGrid = (counts: readonly VictimCount[], problems: ProblemLog): void => {
  const placeOf = ({ month, state, cell }: Pick<VictimCount, "month" | "state" | "cell">) =>
    `${month} ${state} ${cellKey(cell.subtype, cell.genero, cell.rango)}`;
  const lines = new Map<string, number>();
  let first = "9999-12";
  let last = "";
  for (const count of counts) {
    const place = placeOf(count);
    const before = lines.get(place);
    if (before !== undefined) {
      const message = `is there already, in row ${before}`;
      problems.add({ row: count.line, value: place, message, allowed: "each cell once" });
    }
    lines.set(place, count.line);
    if (count.month < first) first = count.month;
    if (count.month > last) last = count.month;
  }
  const states = Object.values(STATES).map(([, code]) => code);
  const expected = monthsUpTo(first, last);
  if (lines.size === expected.length * states.length * CELLS.length) return;
  for (const month of expected) {
    for (const state of states.toSorted()) {
      const missing = CELLS.filter((cell) => !lines.has(placeOf({ month, state, cell })));
      const [one] = missing;
      if (one === undefined) continue;
      const name = cellKey(one.subtype, one.genero, one.rango);
      const message = `lacks ${missing.length} of ${CELLS.length} cells, the first ${name}`;
      const allowed = "every State and cell in every month, zeros included";
      problems.add({ value: `${month} ${state}`, message, allowed });
    }
  }
};

/**
 * Victims by State, month, crime, sex and age from comma-separated UTF-8 text, packed with gzip or not. Throws
 * InputError on a missing column, a label, State, date or count that is none, columns that contradict each other,
 * and a cell that is missing or doubled.
 */
export const readVictims = async (path: string): Promise<VictimCount[]> => {
  const file = basename(path);
  const bytes = unpack(file, await readFile(path));
  if (!bytes.includes("\n")) {
    throw new InputError([{ file, message: "has no line ends of Windows or Unix" }]);
  }
  const rows = parseCsv(file, bytes, COLUMNS);
  const problems = problemLog(file);
  const counts = rows.flatMap((row) => readRow(row, problems) ?? []);
  if (rows.length === 0) problems.add({ message: "has no row below its header" });
  problems.stopIfAny();
  checkGrid(counts, problems);
  problems.stopIfAny();
  return counts;
};

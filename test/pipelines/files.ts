import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import writeXlsx, { type SheetData } from "write-excel-file/node";
import type { Area } from "../../src/standard/codelists/area.ts";
import { InputError } from "../../src/standard/problem.ts";
import { US_STATES } from "../../src/standard/subnational.ts";

export type Cell = string | number | null;

/** A new empty folder, removed after the run. */
export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "pipelines-"));

/** Writes a workbook of one sheet and gives its path. */
export const workbook = async (
  folder: string,
  name: string,
  rows: readonly (readonly Cell[])[],
  sheet = "Sheet1",
): Promise<string> => {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  const data: SheetData = rows.map((row) => [...row]);
  await writeXlsx(data, { sheet }).toFile(path);
  return path;
};

/** Writes a file and gives its path. */
export const textFile = async (
  folder: string,
  name: string,
  content: string | Uint8Array,
): Promise<string> => {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
};

/** The lines of the InputError that the work throws; fails when it throws none. */
export const problemsOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error("No InputError was thrown.");
};

const area = (code: string, label: string, level: Area["level"], parent: string): Area => ({
  code,
  label,
  definition: "",
  order: 0,
  parent,
  source: "test",
  level,
  m49: "",
  iso2: "",
  label_ar: "",
  label_zh: "",
  label_fr: "",
  label_ru: "",
  label_es: "",
});

/** A small list of areas. */
export const AREAS: ReadonlyMap<string, Area> = new Map(
  [
    area("002", "Africa", "REGION", "001"),
    area("202", "Sub-Saharan Africa", "REGION", "002"),
    ...["AGO", "AZE", "TUR", "USA"].map((code) => area(code, code, "COUNTRY", "202")),
  ].map((entry) => [entry.code, entry]),
);

export const IAFQ_HEADER: readonly string[] =
  "Iso3_code,Country,Region,Subregion,Indicator,Dimension,Category,Sex,Age,Year,Unit of measurement,VALUE,Source".split(
    ",",
  );

/** One data row of a UNODC workbook; Angola, 2016, arms seized, unless told otherwise. */
export const iafqRow = (change: Readonly<Record<string, Cell>>): Cell[] => {
  const row: Record<string, Cell> = {
    Iso3_code: "AGO",
    Country: "Angola",
    Region: "Africa",
    Subregion: "Sub-Saharan Africa",
    Indicator: "Arms seized",
    Dimension: "Total",
    Category: "Total",
    Sex: "na",
    Age: "na",
    Year: "2016",
    "Unit of measurement": "Counts",
    VALUE: 10,
    Source: "IAFQ",
    ...change,
  };
  return IAFQ_HEADER.map((name) => row[name] ?? null);
};

/** Rows of a UNODC workbook with title, stamp and header. */
export const iafqSheet = (rows: readonly Cell[][], header = IAFQ_HEADER): Cell[][] => [
  ["UNODC"],
  ["12/05/2025"],
  [...header],
  ...rows,
];

const STATES = Object.values(US_STATES).map((name) => name.toUpperCase());

/** Count of the synthetic matrix: different in every cell, not symmetric. */
export const flowCount = (origin: number, recovery: number): number => origin * 60 + recovery;

const total = (counts: readonly Cell[]): number =>
  counts.reduce<number>((sum, count) => sum + Number(count), 0);

/** A flows workbook of 54 × 54 cells with both totals; `origin` names the rows. */
export const flowSheet = (origins: readonly string[] = STATES): Cell[][] => {
  const matrix = origins.map((_, row) => STATES.map((_, column) => flowCount(row, column)));
  const columnTotals = STATES.map((_, column) => total(matrix.map((row) => row[column] ?? 0)));
  return [
    ["Recovery State"],
    ["Source State", null, ...STATES, "TOTAL"],
    ...matrix.map((row, at) => [null, origins[at] ?? null, ...row, total(row)]),
    [null, "TOTAL", ...columnTotals, total(columnTotals)],
  ];
};

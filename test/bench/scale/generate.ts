import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { query } from "../../../pipelines/steps/table.ts";
import { codesOfOneArm } from "../../../src/standard/checks/record-rules.ts";
import { RECORD_DIMENSIONS, recordObservationsSql } from "../../../src/standard/records.ts";
import { quote } from "../../../src/standard/sql.ts";

export const SYNTHETIC = "SYNTHETIC_TEST";
const NOTICE =
  "Synthetic rows, made by test/bench/scale/generate.ts to measure the checks. They describe nothing that happened.\n";

/** Years of the synthetic returns, one return a year. */
export const FIRST_YEAR = 2005;
export const LAST_YEAR = 2024;
/** Two primes larger than every list of codes: steps of such a length visit every combination once. */
const STRIDES = [15_485_863, 32_452_843] as const;
/** The noise of a row is a number below this prime. */
const PRIME = 2_147_483_647;

const sqlList = (codes: readonly string[]): string => `[${codes.map(quote).join(", ")}]`;

/** The codes that a record can have, in the order in which DuckDB sorts them. */
const codesOfRecord = (dimension: (typeof RECORD_DIMENSIONS)[number]): string[] =>
  codesOfOneArm(dimension).sort();

const areasOf = async (db: DuckDBConnection): Promise<string[]> =>
  (
    await query(
      db,
      `SELECT code FROM codes WHERE codelist = 'CL_AREA' AND level IN ('COUNTRY', 'SUBNATIONAL')
       ORDER BY code`,
    )
  ).map(({ code }) => String(code));

const SEXES = ["_Z", "_Z", "_Z", "_Z", "F", "M", "M", "M", "M", "_U"];
const AGES = ["Y0T17", "Y18T21", "Y22T24", "Y25T30", "Y31T40", "Y41T50", "Y_GE51", "_U"];

/**
 * SELECT of the records of one year, sorted by key. Row j takes combination π(j) of area, month and the four codes,
 * where π is a permutation, so that none comes twice: a stride, a transposition, a stride. Arms and person follow
 * from the combination. Whole-number arithmetic alone: every machine and every DuckDB writes the same rows.
 */
const yearSql = (areas: readonly string[], year: number, rows: number): string => {
  const months = Array.from(
    { length: 12 },
    (_, at) => `${year}-${String(at + 1).padStart(2, "0")}`,
  );
  const lists = [areas, months, ...RECORD_DIMENSIONS.map(codesOfRecord)];
  const all = lists.reduce((product, codes) => product * codes.length, 1);
  if (rows > all) throw new Error(`${rows} rows a year are more than ${all} combinations.`);
  const width = areas.length;
  const pick = (codes: readonly string[], index: string): string =>
    `${sqlList(codes)}[${index} % ${codes.length} + 1]`;
  const columns = ["ref_area", "month", ...RECORD_DIMENSIONS].map((name, at) => {
    const below = lists.slice(at + 1).reduce((product, codes) => product * codes.length, 1);
    return `${pick(lists[at] ?? [], `(cell // ${below})`)} AS ${name}`;
  });
  return `WITH strode AS (SELECT (j * ${STRIDES[0]} + ${year}) % ${all} AS x FROM range(${rows}) t(j)),
    turned AS (SELECT (x % ${width}) * ${all / width} + x // ${width} AS x FROM strode),
    cells AS (SELECT (x * ${STRIDES[1]}) % ${all} AS cell FROM turned ORDER BY cell),
    mixed AS (SELECT cell, (cell * 48271 + ${year}) % ${PRIME} AS seed FROM cells),
    noisy AS (SELECT cell, (seed * seed) % ${PRIME} AS noise FROM mixed)
    SELECT cell::VARCHAR AS record, ${columns.join(", ")}, ${pick(SEXES, "noise")} AS sex,
      CASE WHEN ${pick(SEXES, "noise")} = '_Z' THEN '_Z' ELSE ${pick(AGES, "(noise // 10)")} END AS age,
      (CASE WHEN (noise // 100) % 10 < 8 THEN 1 ELSE 2 + (noise // 1000) % 7 END)::INTEGER AS arms
    FROM noisy`;
};

const DATA = resolve(import.meta.dirname, "../../../data");

/** Makes a folder for synthetic rows. Throws when it holds something, or lies in the published data. */
const prepare = async (folder: string): Promise<void> => {
  if (!relative(DATA, resolve(folder)).startsWith(".."))
    throw new Error(`${folder} is in data/, where synthetic rows never go.`);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty.`);
  // Spark, Hive and Trino pass over a file whose name begins with an underscore.
  await writeFile(join(folder, "_SYNTHETIC.txt"), NOTICE);
};

/** Release of the return for a year: the January after it. */
const releaseOf = (year: number): string => `${year + 1}-01-31`;

/** Rows of each year: as equal as they can be. */
const shares = (rows: number): { year: number; rows: number }[] => {
  const years = LAST_YEAR - FIRST_YEAR + 1;
  return Array.from({ length: years }, (_, at) => ({
    year: FIRST_YEAR + at,
    rows: Math.floor(rows / years) + (at < rows % years ? 1 : 0),
  }));
};

/** Where one release of the synthetic dataset stands below a folder. */
export const releaseFolder = (folder: string, release: string): string =>
  join(folder, `dataset=${SYNTHETIC}`, `release=${release}`);

/** Options of COPY for every synthetic Parquet file. */
export const PARQUET = `(FORMAT parquet, COMPRESSION zstd, KV_METADATA {note: ${quote(NOTICE)}})`;

/**
 * Writes synthetic rows as `<folder>/dataset=SYNTHETIC_TEST/release=…/data.parquet`, one file a year, sorted by
 * key: records, or the same records as observations of the standard. Needs table `codes`; `folder` must be new or
 * empty and not in `data/`.
 */
export const generate = async (
  db: DuckDBConnection,
  folder: string,
  rows: number,
  shape: "records" | "observations",
): Promise<void> => {
  await prepare(folder);
  const areas = await areasOf(db);
  for (const share of shares(rows)) {
    const release = releaseOf(share.year);
    const target = releaseFolder(folder, release);
    await mkdir(target, { recursive: true });
    const records = `(SELECT ${quote(SYNTHETIC)} AS dataset, ${quote(release)} AS release, *
      FROM (${yearSql(areas, share.year, share.rows)}))`;
    const select = shape === "records" ? records : `(${recordObservationsSql(records)})`;
    await db.run(
      `COPY (SELECT * EXCLUDE (dataset, release) FROM ${select})
       TO ${quote(join(target, "data.parquet"))} ${PARQUET}`,
    );
  }
};

import type { DuckDBConnection } from "@duckdb/node-api";
import { openSheet, RAW, table } from "../pipelines/raw.ts";

/** A view that the browser shows, and the plain SQL on the raw file that must give the same numbers. */
export interface RawView {
  readonly search: string;
  /** One row a category and year: code, year, sum. Codes come from a literal list in the query. */
  readonly sql: string;
}

/** Opens the raw files as tables of text: the workbooks cell by cell, the CSV files as they are. */
export const openRaw = async (db: DuckDBConnection): Promise<void> => {
  await openSheet(db, "iafq", "unodc-iafq/data_iafq_firearms_trafficking_2025-05-12.xlsx", 13);
  for (const year of [2018, 2019, 2020])
    await openSheet(db, `flows_${year}`, `us-atf-trace-flows/trace_${year}.xlsx`, 57);
  const csv = (name: string, file: string) =>
    db.run(
      `CREATE TABLE ${name} AS SELECT * FROM read_csv('${RAW}/${file}', all_varchar = true, header = true)`,
    );
  await csv("profiles", "us-atf-trace-profiles/state_pages_2020-2023.csv");
  await csv("adults", "us-fbi-arrests/arrests_national_adults.csv");
};

const quoted = (values: readonly string[]): string =>
  values.map((value) => `'${value}'`).join(", ");

/** A generator of numbers between 0 and 1 that gives the same row for the same seed (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

type Random = () => number;
const pick = <T>(random: Random, items: readonly T[]): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
};
const some = (random: Random, items: readonly string[], count: number): string[] =>
  [...new Set(Array.from({ length: count }, () => pick(random, items)))].sort();

const IAFQ_TABLES = [
  {
    by: "weapon_type",
    indicator: "ARMS_SEIZED",
    where: "c4 = 'Arms seized' AND c5 = 'by type'",
    codes: `CASE c6 WHEN 'pistol' THEN 'PISTOL' WHEN 'revolver' THEN 'REVOLVER' WHEN 'rifle (Inlcuding Carbine)' THEN 'RIFLE' WHEN 'shotgun (Including Short Carbine)' THEN 'SHOTGUN' WHEN 'submachine gun' THEN 'SUBMACHINE_GUN' WHEN 'machine gun' THEN 'MACHINE_GUN' WHEN 'other weapons' THEN '_O' WHEN 'Unknown status on type' THEN '_U' END`,
  },
  {
    by: "sex",
    indicator: "PERSONS_CONVICTED",
    where:
      "c4 = 'Individuals convicted for illicit trafficking in weapons' AND c7 IN ('Male', 'Female', 'Unknown')",
    codes: "CASE c7 WHEN 'Male' THEN 'M' WHEN 'Female' THEN 'F' ELSE '_U' END",
  },
  {
    by: "seizure_place",
    indicator: "ARMS_SEIZED",
    where: `c4 = 'Arms seized' AND c5 = 'by location' AND c6 IN ('national territory', 'land borders', 'vessels and harbours', 'planes and airports', 'other', 'unknown')`,
    codes: `CASE c6 WHEN 'national territory' THEN 'NATIONAL_TERRITORY' WHEN 'land borders' THEN 'LAND_BORDER' WHEN 'vessels and harbours' THEN 'VESSEL_HARBOUR' WHEN 'planes and airports' THEN 'PLANE_AIRPORT' WHEN 'other' THEN '_O' ELSE '_U' END`,
  },
] as const;

const iafqView = async (db: DuckDBConnection, random: Random): Promise<RawView> => {
  const chosen = pick(random, IAFQ_TABLES);
  const found = await table(
    db,
    `SELECT DISTINCT c0 FROM iafq WHERE ${chosen.where} AND c0 <> 'TUR' AND c9 BETWEEN '2016' AND '2023' ORDER BY c0`,
  );
  const areas = some(
    random,
    found.map(([area]) => String(area)),
    6,
  );
  return {
    search: `indicator=${chosen.indicator}&by=${chosen.by}&from=2016&to=2023&panel=all&area=${areas.join(".")}`,
    sql: `SELECT ${chosen.codes} AS code, c9 AS year, sum(CAST(c11 AS DOUBLE)) FROM iafq WHERE ${chosen.where} AND c0 IN (${quoted(areas)}) AND c9 BETWEEN '2016' AND '2023' GROUP BY ALL ORDER BY ALL`,
  };
};

const STATES = {
  "US-IL": "ILLINOIS",
  "US-CA": "CALIFORNIA",
  "US-NY": "NEW YORK",
  "US-TX": "TEXAS",
};

const flowsView = async (db: DuckDBConnection, random: Random): Promise<RawView> => {
  const [code, label] = pick(random, Object.entries(STATES));
  const year = pick(random, [2018, 2019, 2020]);
  const [header] = await table(db, `SELECT * EXCLUDE r FROM flows_${year} WHERE r = 2`);
  const column = (header ?? []).findIndex((cell) => String(cell).trim() === label);
  return {
    search: `dataset=US_ATF_FLOWS&indicator=ARMS_TRACED&by=origin_area&level=SUBNATIONAL&from=${year}&to=${year}&area=${code}`,
    sql: `SELECT trim(c1) AS code, '${year}' AS year, CAST(c${column} AS DOUBLE) FROM flows_${year} WHERE r BETWEEN 3 AND 56 ORDER BY ALL`,
  };
};

const profilesView = (random: Random): RawView => {
  const [code, label] = pick(random, [
    ["US-FL", "Florida"],
    ["US-GA", "Georgia"],
    ["US-OH", "Ohio"],
    ["US-AL", "Alabama"],
  ] as const);
  return {
    search: `dataset=US_ATF_PROFILES&indicator=ARMS_TRACED&by=age&level=SUBNATIONAL&from=2020&to=2023&panel=all&area=${code}`,
    sql: `SELECT CASE Category_or_Place WHEN '17 and Under' THEN 'Y0T17' WHEN '18 to 21' THEN 'Y18T21' WHEN '22 to 24' THEN 'Y22T24' WHEN '25 to 30' THEN 'Y25T30' WHEN '31 to 40' THEN 'Y31T40' WHEN '41 to 50' THEN 'Y41T50' WHEN 'Over 50' THEN 'Y_GE51' END AS code, Year AS year, max(CAST(Value AS DOUBLE)) FROM profiles WHERE State = '${label}' AND Section = 'Age of Possessors' GROUP BY ALL ORDER BY ALL`,
  };
};

const arrestsView = (random: Random): RawView => {
  const from = 1994 + Math.floor(random() * 10);
  const to = from + 1 + Math.floor(random() * 10);
  const age = pick(random, ["18", "21", "24"]);
  return {
    search: `dataset=US_FBI_ARRESTS&indicator=ARRESTS_WEAPONS&by=sex&from=${from}&to=${to}&panel=all&age=Y${age}`,
    sql: `SELECT code, year, CAST(value AS DOUBLE) FROM (UNPIVOT (SELECT year, f_${age} AS F, m_${age} AS M FROM adults WHERE offense_code = 'ASR_WEAP' AND CAST(year AS INTEGER) BETWEEN ${from} AND ${to}) ON F, M INTO NAME code VALUE value) ORDER BY ALL`,
  };
};

/** As many views as asked, drawn with one generator over all four datasets in turn. */
export const drawViews = async (
  db: DuckDBConnection,
  random: Random,
  count: number,
): Promise<RawView[]> => {
  const views: RawView[] = [];
  while (views.length < count) {
    const kind = views.length % 4;
    if (kind === 0) views.push(await iafqView(db, random));
    else if (kind === 1) views.push(await flowsView(db, random));
    else if (kind === 2) views.push(profilesView(random));
    else views.push(arrestsView(random));
  }
  return views;
};

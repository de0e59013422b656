import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Piece } from "../src/i18n/said.ts";

// Numbers in sentences that were made from data, asked again by SQL of its own.

interface Asked {
  readonly kind: string;
  readonly dataset: string;
  readonly indicator: string;
  readonly areas: string;
  readonly from: number;
  readonly to: number;
  readonly by: string;
  readonly codes: string;
  readonly of?: string;
  readonly complete?: true;
}

/** Yearly numbers of the releases that stand now, of the population that is meant. */
const CREATE = `CREATE TABLE observations AS
  SELECT o.* FROM read_parquet('data/observations/*/*/*.parquet', hive_partitioning = true, hive_types_autocast = false) o
  JOIN (SELECT dataset, release FROM read_csv('data/releases.csv', all_varchar = true) WHERE is_current = 'yes') r
    ON r.dataset = o.dataset AND r.release = o.release
  WHERE o.freq = 'A' AND o.obs_value IS NOT NULL AND NOT contains(o.flags, 'OUTLIER_SCOPE')`;
const list = (words: string): string =>
  words
    .split(" ")
    .map((word) => `'${word}'`)
    .join(", ");

/** The rows of a question that may be added up. */
const rowsOf = (asked: Asked, codes: string): string => {
  const { dataset, indicator, areas, from, to, by, of, complete } = asked;
  const rows = `SELECT * FROM observations
    WHERE dataset = '${dataset}' AND indicator = '${indicator}' AND breakdown = '${by}'
      AND unit_measure IN ('NUMBER', 'PT') AND additivity ${by === "_T" ? "= 'TOTAL'" : "IN ('PART', 'OVERLAPPING')"}
      AND (unit_measure = 'PT') = (indicator LIKE 'SDG%')
      AND ref_area IN (${list(areas)}) AND time_period::INTEGER BETWEEN ${from} AND ${to}`;
  const all = (of ?? "").split(" ");
  const whole =
    complete === true
      ? `SELECT * FROM (${rows}) WHERE ${by} IN (${list(of ?? "")})
          QUALIFY count(DISTINCT ${by}) OVER (PARTITION BY ref_area, time_period) = ${all.length}`
      : rows;
  return by === "_T" ? whole : `SELECT * FROM (${whole}) WHERE ${by} IN (${list(codes)})`;
};

const one = async (db: DuckDBConnection, sql: string): Promise<number> =>
  Number((await db.runAndReadAll(sql)).getRows()[0]?.[0]);

const answer = async (db: DuckDBConnection, asked: Asked): Promise<number> => {
  const sum = (codes: string) =>
    one(db, `SELECT sum(obs_value)::DOUBLE FROM (${rowsOf(asked, codes)})`);
  switch (asked.kind) {
    case "value":
      return sum(asked.codes);
    case "share":
      return (await sum(asked.codes)) / (await sum(asked.of ?? ""));
    case "mean":
    case "whole": {
      const rows = rowsOf(asked, asked.of ?? "");
      return one(
        db,
        `SELECT ${asked.kind === "mean" ? "avg(part / whole)" : "count(*)"}::DOUBLE FROM (
          SELECT sum(obs_value) AS whole, coalesce(sum(obs_value) FILTER (${asked.by} IN (${list(asked.codes)})), 0) AS part
          FROM (${rows}) GROUP BY ref_area) WHERE whole > 0`,
      );
    }
    case "years":
      return one(db, `SELECT count(DISTINCT time_period) FROM (${rowsOf(asked, asked.codes)})`);
    case "areas":
      return one(db, `SELECT count(DISTINCT ref_area) FROM (${rowsOf(asked, asked.codes)})`);
    case "panel":
      return one(
        db,
        `SELECT count(*) FROM (SELECT ref_area FROM (${rowsOf(asked, asked.codes)}) GROUP BY ref_area
          HAVING count(DISTINCT time_period) = ${asked.to - asked.from + 1})`,
      );
    case "positive":
      return one(
        db,
        `SELECT count(DISTINCT ref_area) FROM (${rowsOf(asked, asked.codes)}) WHERE obs_value > 0`,
      );
    case "fall":
      return one(
        db,
        `SELECT 1 - sum(obs_value) FILTER (time_period::INTEGER = ${asked.to}) / sum(obs_value) FILTER (time_period::INTEGER = ${asked.from})
          FROM (${rowsOf(asked, asked.codes)})`,
      );
    case "left":
    case "joined": {
      const [has, lacks] = asked.kind === "left" ? [asked.from, asked.to] : [asked.to, asked.from];
      const areasIn = (year: number) =>
        `SELECT ref_area FROM (${rowsOf(asked, asked.codes)}) WHERE time_period::INTEGER = ${year}`;
      return one(db, `SELECT count(*) FROM (${areasIn(has)} EXCEPT ${areasIn(lacks)})`);
    }
    case "majority":
      return one(
        db,
        `SELECT count(*) FROM (SELECT ref_area FROM (${rowsOf(asked, asked.of ?? "")}) GROUP BY ref_area
          HAVING 2 * sum(CASE WHEN ${asked.by} IN (${list(asked.codes)}) THEN obs_value ELSE 0 END) > sum(obs_value))`,
      );
    case "crossed":
      return one(
        db,
        `SELECT sum(CASE WHEN ${asked.by}::VARCHAR <> ref_area::VARCHAR THEN obs_value ELSE 0 END)::DOUBLE / sum(obs_value)
          FROM (${rowsOf(asked, asked.codes)})`,
      );
    case "positive-years":
      return one(
        db,
        `SELECT count(DISTINCT time_period) FROM (${rowsOf(asked, asked.codes)}) WHERE obs_value > 0`,
      );
    case "listed":
      return asked.areas.split(" ").length;
    default:
      throw new Error(`No page may ask for "${asked.kind}".`);
  }
};

/** Whether SQL gives what is printed. Words without a digit, as "none", stand for zero. */
const isSame = (printed: string, value: number): boolean => {
  if (!/\d/.test(printed)) return value === 0;
  const number = Number(printed.replaceAll(",", "").replace("%", ""));
  return printed.endsWith("%")
    ? Math.abs(number / 100 - value) <= 0.000501
    : Math.abs(number - value) <= 0.005;
};

/** Numbers in a sentence that SQL does not give, and numbers that ask nothing. */
export type Wrong = (sentence: readonly Piece[]) => Promise<string[]>;

/** Opens the committed data. What was asked once is not asked again. */
export const openSaid = async (): Promise<{
  readonly wrongIn: Wrong;
  readonly close: () => void;
}> => {
  const db = await (await DuckDBInstance.create()).connect();
  await db.run(CREATE);
  const known = new Map<string, number>();
  const wrongIn: Wrong = async (sentence) => {
    const wrong: string[] = [];
    const years = new Set<string>();
    for (const { text, ask } of sentence) {
      if (ask === undefined) continue;
      const asked = JSON.parse(ask) as Asked;
      const value = known.get(ask) ?? (await answer(db, asked));
      known.set(ask, value);
      for (const year of [asked.from, asked.to]) years.add(String(year));
      if (!isSame(text, value)) wrong.push(`${text}, SQL gives ${value}: ${ask}`);
    }
    // What is left may name the indicator, a resolution in the name of an area, and the years of the questions.
    const rest = sentence
      .filter(({ ask }) => ask === undefined)
      .map(({ text }) => text.replaceAll(/16\.4\.2|3D|UNSCR 1244/g, ""))
      .join(" ")
      .match(/\d[\d,.]*\d|\d/g);
    for (const number of rest ?? [])
      if (!years.has(number)) wrong.push(`"${number}" in a sentence asks nothing`);
    return wrong;
  };
  return { wrongIn, close: () => db.closeSync() };
};

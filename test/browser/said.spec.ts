import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "@playwright/test";
import { parseHTML } from "linkedom";
import { DIST, distFiles } from "./dist.ts";

// Every number in a sentence that was made from data is asked again here, by SQL of its own, on every page.

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

const ROWS = `read_parquet('data/observations/*/*/*.parquet', hive_partitioning = true, hive_types_autocast = false)`;
const list = (words: string): string =>
  words
    .split(" ")
    .map((word) => `'${word}'`)
    .join(", ");

/** The rows of a question that may be added up, of the releases that stand now, without other populations. */
const rowsOf = (asked: Asked, codes: string): string => {
  const { dataset, indicator, areas, from, to, by, of, complete } = asked;
  const rows = `SELECT o.* FROM ${ROWS} o
    JOIN (SELECT dataset, release FROM read_csv('data/releases.csv', all_varchar = true) WHERE is_current = 'yes') r
      ON r.dataset = o.dataset AND r.release = o.release
    WHERE o.dataset = '${dataset}' AND o.indicator = '${indicator}' AND o.freq = 'A' AND o.breakdown = '${by}'
      AND o.unit_measure IN ('NUMBER', 'PT') AND o.additivity ${by === "_T" ? "= 'TOTAL'" : "IN ('PART', 'OVERLAPPING')"}
      AND (o.unit_measure = 'PT') = (o.indicator LIKE 'SDG%')
      AND o.ref_area IN (${list(areas)}) AND o.time_period::INTEGER BETWEEN ${from} AND ${to}
      AND o.obs_value IS NOT NULL AND NOT contains(o.flags, 'OUTLIER_SCOPE')
`;
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
    case "listed":
      return asked.areas.split(" ").length;
    default:
      throw new Error(`No page may ask for "${asked.kind}".`);
  }
};

const isSame = (printed: string, value: number): boolean => {
  const number = Number(printed.replaceAll(",", "").replace("%", ""));
  return printed.endsWith("%")
    ? Math.abs(number / 100 - value) <= 0.000501
    : Math.abs(number - value) <= 0.005;
};

test("every number in a sentence made from data is the one of SQL", async () => {
  test.setTimeout(300_000);
  const db = await (await DuckDBInstance.create()).connect();
  const known = new Map<string, number>();
  const wrong: string[] = [];
  let numbers = 0;
  for (const file of distFiles(".html")) {
    const html = readFileSync(join(DIST, file), "utf8");
    if (!html.includes("data-ask")) continue;
    for (const sentence of parseHTML(html).document.querySelectorAll(".fact")) {
      const years = new Set<string>();
      for (const element of sentence.querySelectorAll("data")) {
        const ask = element.getAttribute("data-ask") ?? "";
        const asked = JSON.parse(ask) as Asked;
        const value = known.get(ask) ?? (await answer(db, asked));
        known.set(ask, value);
        for (const year of [asked.from, asked.to]) years.add(String(year));
        const printed = element.textContent ?? "";
        numbers += 1;
        if (!isSame(printed, value)) wrong.push(`${file}: ${printed}, SQL gives ${value}: ${ask}`);
        element.remove();
      }
      // What is left may name the indicator and the years of the questions, and no other number.
      const rest = (sentence.textContent ?? "")
        .replaceAll(/16\.4\.2|3D/g, "")
        .match(/\d[\d,.]*\d|\d/g);
      for (const number of rest ?? [])
        if (!years.has(number)) wrong.push(`${file}: "${number}" in a sentence asks nothing`);
    }
  }
  expect(wrong).toEqual([]);
  expect(numbers).toBeGreaterThan(0);
  db.closeSync();
});

import type { DuckDBConnection } from "@duckdb/node-api";
import { table } from "../pipelines/raw.ts";
import {
  type Address,
  headSql,
  list,
  rowOf,
  type Shown,
  shareSql,
  tableSql,
} from "./asked-of-sql.ts";
import { isExactly } from "./printed.ts";
import { expect } from "./site.ts";

/** Numbers that the sentences of a view may tell, by plain SQL. */
export interface MayTell {
  /** Areas behind the numbers, the fewest and most of a year, and the base of an index. */
  readonly who: readonly number[];
  readonly trend: readonly number[];
  readonly breakdown: readonly number[];
  readonly map: readonly number[];
}

/** A share of fewer says little. */
const LEAST = 20;

const present = (asked: ReadonlyMap<string, number | null>): number[] =>
  [...asked.values()].filter((value) => value !== null);

/** Years of age that a band holds, where it says so: 5 of "Y25T29", 1 of "Y18". */
const widthOf = (code: string): number => {
  const [, from, to = from] = /^Y(\d+)(?:T(\d+))?$/.exec(code) ?? [];
  return from === undefined ? 1 : Number(to) - Number(from) + 1;
};

/** What the sentences over trend, breakdown, map and small multiples may tell of an address. */
export const mayTell = async (
  db: DuckDBConnection,
  address: Address,
  { table: rows, areas, bars, map, reporting }: Shown,
): Promise<MayTell> => {
  // All that a source ever reports of it, whatever is shown of that.
  const ever = await table(
    db,
    `SELECT count(DISTINCT ref_area) FROM observations WHERE ${tableSql(address)}`,
  );
  const codes = address.codes(address.get("by"));
  const telling =
    codes.length === 0
      ? []
      : await table(
          db,
          `${headSql(address)} SELECT count(*) FROM (SELECT sum(value) AS whole, sum(value) FILTER (code IN ${list(codes)}) AS part
            FROM shown GROUP BY area) WHERE whole >= ${LEAST} AND part IS NOT NULL`,
        );
  const shares: number[] = [];
  if (address.get("by") !== "_T")
    for (const weight of ["pooled", "mean"])
      for (const [, share] of await table(
        db,
        `${headSql(address)} SELECT code, value FROM (${shareSql(address.with({ weight }), false)})`,
      ))
        shares.push(Number(share));
  const counts = present(reporting);
  const [from, to] = address.span;
  const values = [...present(rows), ...present(areas)];
  return {
    who: [
      new Set([...areas.keys()].map(rowOf)).size,
      counts.length < to - from + 1 ? 0 : Math.min(...counts),
      Math.max(...counts),
      ...(address.get("measure") === "index" ? [100] : []),
    ],
    trend: [...values, ...counts],
    breakdown: [
      ...shares,
      ...[...bars].map(([code, value]) => Math.round((value ?? 0) / widthOf(code))),
      ...present(bars),
    ],
    map: [
      ...present(map),
      present(map).length,
      ...[...ever, ...telling].map(([count]) => Number(count)),
      ...(telling.length > 0 ? [LEAST] : []),
    ],
  };
};

/** A label where it stands for itself: "19" is none in "1994". */
const asWhole = (label: string): RegExp =>
  new RegExp(`(?<![\\d,.])${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\d%]|[,.]\\d)`, "g");

const NUMBER = /-?\d+(?:,\d{3})*(?:\.\d+)?%?/g;

/**
 * Every number of a sentence must be one that it may tell, or a year of the span; `labels` in it are no numbers.
 * Returns how many there were.
 */
export const compareTold = (
  where: string,
  sentence: string,
  labels: readonly string[],
  [from, to]: readonly [number, number],
  may: readonly number[],
): number => {
  const bare = ["SDG 16.4.2", ...labels]
    .filter((label) => label !== "")
    .sort((a, b) => b.length - a.length)
    .reduce((text, label) => text.replaceAll(asWhole(label), "…"), sentence);
  const told = bare.match(NUMBER) ?? [];
  for (const number of told) {
    const isYear = /^\d{4}$/.test(number) && Number(number) >= from && Number(number) <= to;
    expect(
      isYear || may.some((value) => isExactly(number, value)),
      `${where}: “${sentence}” tells ${number}, which SQL does not give`,
    ).toBe(true);
  }
  return told.length;
};

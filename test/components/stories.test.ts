import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { siteData } from "../../src/build/site-data.ts";
import {
  type AreaShare,
  areaShares,
  meanShare,
  pooledShare,
  tenths,
} from "../../src/components/stories/area-shares.ts";
import { crossingYears, flowsOf } from "../../src/components/stories/flows.ts";
import { pistolShare } from "../../src/components/stories/pistol-share.ts";
import { routes } from "../../src/components/stories/routes.ts";
import { STORIES } from "../../src/components/stories/stories.ts";
import {
  changeOf,
  countsTraces,
  mustHold,
  type Story,
} from "../../src/components/stories/story.ts";
import { moversOf, worldTotal } from "../../src/components/stories/world-total.ts";
import { localeOf, speechOf } from "../../src/i18n/locales.ts";
import { piecesOf, plainText } from "../../src/i18n/said.ts";
import type { Cell } from "../../src/statistics/cell.ts";

const db = await (await DuckDBInstance.create()).connect();
const ask = async (sql: string) => (await db.runAndReadAll(sql)).getRowsJS();
const ROWS = `(SELECT o.* FROM read_parquet('data/observations/*/*/*.parquet', hive_partitioning = true,
    hive_types_autocast = false) o JOIN (FROM read_csv('data/releases.csv', all_varchar = true) WHERE is_current = 'yes') r
    USING (dataset, release))`;
const SEIZED = `${ROWS} WHERE dataset = 'UNODC_IAFQ' AND indicator = 'ARMS_SEIZED' AND freq = 'A'
    AND area_level = 'COUNTRY' AND obs_value IS NOT NULL`;
const TOTALS = `(SELECT ref_area::VARCHAR AS area, time_period::INTEGER AS year, obs_value AS n FROM ${SEIZED}
    AND breakdown = '_T' AND additivity = 'TOTAL')`;
const TYPES = `(SELECT ref_area::VARCHAR AS area, sum(obs_value) FILTER (weapon_type = 'PISTOL') AS pistols,
      sum(obs_value) FILTER (weapon_type NOT IN ('_O', '_U')) AS named, sum(obs_value) AS n FROM ${SEIZED}
    AND breakdown = 'weapon_type' AND additivity = 'PART' AND time_period BETWEEN '2016' AND '2022' GROUP BY 1)`;
const TRACES = `(SELECT ref_area::VARCHAR AS area, origin_area::VARCHAR AS origin, obs_value AS n FROM ${ROWS}
    WHERE dataset = 'US_ATF_FLOWS' AND breakdown = 'origin_area' AND area_level = 'SUBNATIONAL' AND time_period = '2020')`;

const data = await siteData();
const speech = speechOf(localeOf(undefined));
const { f } = speech;

const cell = (area: string, year: number, value: number | null, code = "_T"): Cell => ({
  area,
  year,
  code,
  value,
  flags: [],
});
const share = (area: string, part: number, whole: number): AreaShare => ({
  area,
  part,
  whole,
  share: part / whole,
});

/** The numbers that the sentences of a story print, in order. */
const printedIn = ({ standfirst, steps }: Story): string[] =>
  [standfirst, ...steps.flatMap(({ paragraphs }) => paragraphs)]
    .flatMap(piecesOf)
    .flatMap((piece) => (piece.ask === undefined ? [] : [piece.text]));

const numbersOf = async (sql: string, print: (value: number) => string) =>
  (await ask(sql)).flat().map((value) => print(Number(value)));

describe("a story", () => {
  it("has a heading for each step, a figure with an id of its own, and a method", async () => {
    for (const { write } of STORIES) {
      const story = await write(data, speech);
      const ids = story.steps.flatMap(({ figure }) => (figure === undefined ? [] : [figure.id]));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(2);
      expect(new Set(story.steps.map(({ heading }) => heading)).size).toBe(story.steps.length);
      expect(story.method.join(" ")).not.toMatch(/\d/);
      for (const step of story.steps)
        for (const sentence of step.paragraphs)
          expect(plainText(sentence)).not.toMatch(/undefined|NaN|Infinity/);
    }
  });

  it("stops the build when its premise no longer holds", () => {
    expect(() => mustHold(false, "x", "the sum did not fall")).toThrow(
      'The story "x" no longer holds: the sum did not fall. Write it again or drop it.',
    );
    expect(() => mustHold(true, "x", "the sum did not fall")).not.toThrow();
  });

  it("says which way a number went", () => {
    expect([changeOf(1, 2), changeOf(2, 1), changeOf(2, 2)]).toEqual(["rose", "fell", "same"]);
  });

  it("speaks of traces only where the rows are flagged", () => {
    const flagged = { ...cell("USA", 2020, 5), flags: ["SOURCE_DIFFERS"] };
    expect(countsTraces([flagged], "USA")).toBe(true);
    expect(countsTraces([cell("USA", 2020, 5)], "USA")).toBe(false);
    expect(countsTraces([{ ...flagged, area: "AUS" }], "AUS")).toBe(false);
  });
});

describe("the world total", () => {
  it("prints the numbers of SQL", async () => {
    const printed = printedIn(await worldTotal(data, speech));
    const [fall = ""] = await numbersOf(
      `SELECT 1 - sum(n) FILTER (year = 2021) / sum(n) FILTER (year = 2020) FROM ${TOTALS}`,
      f.percent,
    );
    const pair = await numbersOf(
      `SELECT count(*), sum(a), sum(b) FROM (SELECT sum(n) FILTER (year = 2020) AS a,
          sum(n) FILTER (year = 2021) AS b FROM ${TOTALS} GROUP BY area) WHERE a IS NOT NULL AND b IS NOT NULL`,
      f.number,
    );
    const panel = await numbersOf(
      `SELECT count(*), sum(a), sum(b) FROM (SELECT sum(n) FILTER (year = 2016) AS a, sum(n) FILTER (year = 2022) AS b
          FROM ${TOTALS} WHERE year BETWEEN 2016 AND 2022 GROUP BY area HAVING count(*) = 7)`,
      f.number,
    );
    const moved = await numbersOf(
      `SELECT count(*) FILTER (a IS NOT NULL AND b IS NULL), count(*) FILTER (a IS NULL AND b IS NOT NULL),
          max(a) FILTER (b IS NULL), sum(b) FILTER (a IS NULL)
        FROM (SELECT sum(n) FILTER (year = 2020) AS a, sum(n) FILTER (year = 2021) AS b FROM ${TOTALS} GROUP BY area)`,
      f.number,
    );
    expect(printed[0]).toBe(fall);
    expect(printed).toEqual(expect.arrayContaining([...pair, ...panel, ...moved]));
  });

  it("names who left and who joined, the largest first", () => {
    const cells = [
      cell("A", 2020, 5),
      cell("A", 2021, 6),
      cell("B", 2020, 1),
      cell("C", 2020, 9),
      cell("C", 2021, null),
      cell("D", 2021, 0),
    ];
    const { left, joined, both } = moversOf(cells, { from: 2020, to: 2021 });
    expect(left.map(({ area }) => area)).toEqual(["C", "B"]);
    expect(joined.map(({ area }) => area)).toEqual(["D"]);
    expect(both).toEqual(["A"]);
  });
});

describe("the share of pistols", () => {
  it("prints the numbers of SQL", async () => {
    const printed = printedIn(await pistolShare(data, speech));
    const shares = await numbersOf(
      `SELECT sum(pistols) / sum(named), avg(coalesce(pistols, 0) / named) FROM ${TYPES} WHERE named > 0`,
      f.percent,
    );
    const rest = await numbersOf(
      `SELECT sum(pistols) / sum(named), avg(coalesce(pistols, 0) / named) FROM ${TYPES}
        WHERE named > 0 AND area <> (SELECT arg_max(area, named) FROM ${TYPES})`,
      f.percent,
    );
    const kept = await numbersOf(
      `SELECT sum(pistols) / sum(n), avg(coalesce(pistols, 0) / n) FROM ${TYPES} WHERE n > 0`,
      f.percent,
    );
    const counts = await numbersOf(
      `SELECT count(*), count(*) FILTER (2 * pistols > named), sum(named), max(named), min(named) FROM ${TYPES} WHERE named > 0`,
      f.number,
    );
    expect(printed.slice(0, 2)).toEqual(shares);
    expect(printed).toEqual(expect.arrayContaining([...rest, ...kept, ...counts]));
  });

  it("is that of each area with a positive sum, pooled and as a mean", () => {
    const cells = [
      cell("A", 2020, 30, "PISTOL"),
      cell("A", 2021, 70, "RIFLE"),
      cell("B", 2020, 1, "PISTOL"),
      cell("B", 2020, 0, "RIFLE"),
      cell("C", 2020, 0, "PISTOL"),
      cell("D", 2020, null, "PISTOL"),
    ];
    const shares = areaShares(cells, ({ code }) => code === "PISTOL");
    expect(shares).toEqual([share("A", 30, 100), share("B", 1, 1)]);
    expect(pooledShare(shares)).toBe(31 / 101);
    expect(meanShare(shares)).toBe(0.65);
    expect([pooledShare([]), meanShare([])]).toEqual([0, 0]);
  });

  it("falls into tenths, a border into the higher and all into the last", () => {
    expect(
      tenths([share("A", 0, 1), share("B", 1, 2), share("C", 1, 1), share("D", 3, 10)]),
    ).toEqual([1, 0, 0, 1, 0, 1, 0, 0, 0, 1]);
  });
});

describe("the routes", () => {
  it("print the numbers of SQL", async () => {
    const printed = printedIn(await routes(data, speech));
    const [all = "", busiest = ""] = await numbersOf(
      `SELECT sum(n), max(n) FILTER (area <> origin) FROM ${TRACES}`,
      f.number,
    );
    const [crossed = ""] = await numbersOf(
      `SELECT sum(n) FILTER (area <> origin) / sum(n) FROM ${TRACES}`,
      f.percent,
    );
    const flows = await numbersOf(
      `WITH moved AS (FROM ${TRACES} WHERE area <> origin), net AS (
          SELECT coalesce(o.origin, i.area) AS area, coalesce(o.n, 0) AS o, coalesce(i.n, 0) AS i
          FROM (SELECT origin, sum(n) AS n FROM moved GROUP BY 1) o
          FULL JOIN (SELECT area, sum(n) AS n FROM moved GROUP BY 1) i ON i.area = o.origin)
        SELECT arg_max(o, o - i), arg_max(i, o - i), arg_min(o, o - i), arg_min(i, o - i) FROM net`,
      f.number,
    );
    const home = await numbersOf(
      `SELECT max(s), min(s) FROM (SELECT sum(n) FILTER (area = origin) / sum(n) AS s FROM ${TRACES}
        GROUP BY area HAVING sum(n) >= 20)`,
      f.percent,
    );
    const foreign = await numbersOf(
      `SELECT count(*) FILTER (n > 0), sum(n), max(n) FROM (SELECT sum(obs_value) AS n FROM ${SEIZED}
        AND breakdown = 'trace_status' AND trace_status = 'ILLEGIT_OWNER_FOREIGN'
        AND time_period BETWEEN '2016' AND '2022' GROUP BY ref_area)`,
      f.number,
    );
    expect(printed.slice(0, 2)).toEqual([all, crossed]);
    expect(printed).toEqual(expect.arrayContaining([busiest, ...flows, ...home, ...foreign]));
  });

  it("count what left and what came, the largest surplus first", () => {
    const cells = [
      cell("A", 2020, 9, "A"),
      cell("A", 2020, 2, "B"),
      cell("B", 2020, 1, "A"),
      cell("C", 2020, null, "B"),
    ];
    expect(flowsOf(cells)).toEqual([
      { area: "B", out: 2, in: 1 },
      { area: "C", out: 0, in: 0 },
      { area: "A", out: 1, in: 2 },
    ]);
    expect(crossingYears(cells)).toEqual([
      { year: 2020, all: 12, crossed: 3, areas: 2, share: 0.25 },
    ]);
  });
});

import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { type SiteData, siteData } from "../../src/build/site-data.ts";
import { countsFigure, labelYears, valuesFigure } from "../../src/components/sdg/figures.ts";
import { progressOf } from "../../src/components/sdg/progress.ts";
import { outcomeOf, ratioText } from "../../src/components/sdg/ratio-text.ts";
import { type SdgState, sdgStates } from "../../src/components/sdg/states.ts";
import { reportersOf } from "../../src/components/sdg/who.ts";
import { workedExample } from "../../src/components/sdg/worked.ts";
import { localeOf, speechOf } from "../../src/i18n/locales.ts";

const DATA = join(process.cwd(), "data");
const speech = speechOf(localeOf(undefined));

let data: SiteData;
let states: SdgState[];
/** Rows of a plain query over the committed files, joined by spaces; it shares no code with the page. */
let rows: (sql: string) => Promise<string[]>;

// The rule and the windows in SQL alone, from the tracing tables and the footnotes.
const SETUP = [
  `CREATE VIEW p AS SELECT ref_area::VARCHAR AS a, time_period::VARCHAR::INT AS y, obs_value::DOUBLE AS v,
     source_detail LIKE '%average%' AS two FROM read_parquet('${DATA}/observations/dataset=UN_SDG_16_4_2/*/data.parquet')`,
  `CREATE VIEW o AS SELECT o.* FROM read_parquet('${DATA}/observations/dataset=UNODC_IAFQ/*/data.parquet',
     hive_partitioning = true, hive_types_autocast = false) o
     JOIN read_csv('${DATA}/releases.csv', all_varchar = true) r
       ON r.dataset = o.dataset AND r.release = o.release AND r.is_current = 'yes'`,
  `CREATE VIEW t AS SELECT ref_area::VARCHAR AS a, time_period::VARCHAR::INT AS y, indicator::VARCHAR AS i,
     trace_status::VARCHAR AS s, obs_value AS v FROM o WHERE breakdown = 'trace_status'
     AND indicator IN ('ARMS_SEIZED', 'ARMS_FOUND', 'ARMS_SURRENDERED')`,
  `CREATE VIEW rule AS SELECT a, y,
     coalesce(sum(v) FILTER (s IN ('ILLEGIT_OWNER_NATIONAL', 'ILLEGIT_OWNER_FOREIGN', 'DIVERSION_OTHERWISE')), 0)::DOUBLE AS n,
     sum(v)::DOUBLE AS d FROM t WHERE i = 'ARMS_SEIZED'
     AND s IN ('ILLEGIT_OWNER_NATIONAL', 'ILLEGIT_OWNER_FOREIGN', 'DIVERSION_OTHERWISE', 'ATTEMPTED_NO_DIVERSION', 'PENDING', 'NOT_INITIATED', '_U')
     GROUP BY ALL HAVING d > 0 AND count(*) = count(v)`,
];

beforeAll(async () => {
  data = await siteData();
  states = await sdgStates(data);
  const db = await (await DuckDBInstance.create(":memory:")).connect();
  for (const sql of SETUP) await db.run(sql);
  rows = async (sql) =>
    (await db.runAndReadAll(sql)).getRowsJson().map((row) => row.map(String).join(" "));
});

describe("the rows of each State", () => {
  it("has every published value, and no other", async () => {
    const shown = states.flatMap(({ code, rows: years }) =>
      years.flatMap(({ year, published }) =>
        published === null ? [] : [`${code} ${year} ${published}`],
      ),
    );
    expect(shown.sort()).toEqual((await rows("SELECT a, y, v FROM p")).sort());
  });

  it("has N and D by the rule of every State and year that has them", async () => {
    const shown = states.flatMap(({ code, rows: years }) =>
      years.flatMap(({ year, rule }) =>
        rule === undefined ? [] : [`${code} ${year} ${rule.numerator} ${rule.denominator}`],
      ),
    );
    expect(shown.sort()).toEqual((await rows("SELECT a, y, n, d FROM rule")).sort());
  });

  it("says of each published value whether the mean over its window gives it", async () => {
    const windows = await rows(
      `SELECT p.a, p.y, CASE WHEN abs(avg(100 * n / d) - any_value(p.v)) < 0.02 THEN 'same' ELSE 'differs' END
       FROM p JOIN rule r ON r.a = p.a AND r.y BETWEEN p.y AND p.y + p.two::INT
       WHERE p.a <> 'AZE' OR p.y <> 2024 GROUP BY ALL`,
    );
    const shown = states.flatMap(({ code, compared }) =>
      [...compared].flatMap(([year, found]) =>
        outcomeOf(found) === "untested" ? [] : [`${code} ${year} ${outcomeOf(found)}`],
      ),
    );
    expect(shown.sort()).toEqual(windows.sort());
  });

  it("shows for each recomputed value the ratios whose mean it is", () => {
    for (const { code, compared } of states)
      for (const [year, { recomputed, years }] of compared) {
        if (recomputed === null) continue;
        const mean = years.reduce((sum, { ratio }) => sum + ratio.value, 0) / years.length;
        expect(recomputed, `${code} ${year}`).toBeCloseTo(mean, 4);
      }
  });

  it("reads the slip of Spain from the label, and says so", () => {
    const spain = states.find(({ code }) => code === "ESP")?.compared.get("2020");
    expect(spain?.window).toEqual({ span: { from: 2020, to: 2021 }, slip: true });
  });

  it("marks few arms and a numerator without a line", () => {
    const ratio = { numerator: 0, denominator: 19, value: 0, numeratorAbsent: true };
    expect(ratioText(ratio, speech)).toBe("0 % (0 of 19); no line for N, counted as 0; few arms");
    expect(ratioText({ ...ratio, denominator: 20, numeratorAbsent: false }, speech)).toBe(
      "0 % (0 of 20)",
    );
    const argentina = states.find(({ code }) => code === "ARG");
    const last = argentina?.rows.find(({ year }) => year === "2020");
    expect(last?.wording?.numeratorAbsent).toBe(true);
  });
});

describe("who reports", () => {
  it("sorts every State with seizures, tracing data or a published value into one list", async () => {
    const who = await reportersOf(states, data);
    const lists = [who.published, who.byRule, who.byWording, who.notDivisible, who.seizuresOnly];
    const all = lists.flat();
    expect(new Set(all).size).toBe(all.length);
    expect([...all].sort()).toEqual(
      await rows(
        `SELECT a FROM p UNION SELECT a FROM t WHERE v IS NOT NULL
         UNION SELECT ref_area::VARCHAR FROM o WHERE indicator = 'ARMS_SEIZED' AND breakdown = '_T' AND obs_value IS NOT NULL ORDER BY 1`,
      ),
    );
  });

  it("agrees with plain SQL on each list", async () => {
    const who = await reportersOf(states, data);
    const traced = "SELECT DISTINCT a FROM t WHERE v IS NOT NULL";
    expect([...who.tracing].sort()).toEqual(await rows(`${traced} ORDER BY 1`));
    expect([...who.published].sort()).toEqual(await rows("SELECT DISTINCT a FROM p ORDER BY 1"));
    expect([...who.byRule].sort()).toEqual(
      await rows("SELECT DISTINCT a FROM rule ANTI JOIN p USING (a) ORDER BY 1"),
    );
    // A table with any arm in any line can be divided by the wording's denominator, and no other can.
    expect([...who.byWording, ...who.notDivisible].sort()).toEqual(
      await rows(`FROM (${traced}) ANTI JOIN p USING (a) ANTI JOIN rule USING (a) ORDER BY 1`),
    );
    expect([...who.notDivisible].sort()).toEqual(
      await rows(`SELECT a FROM t ANTI JOIN p USING (a) GROUP BY a HAVING max(v) = 0 ORDER BY 1`),
    );
    expect([...who.seizuresOnly].sort()).toEqual(
      await rows(
        `SELECT DISTINCT ref_area::VARCHAR AS a FROM o ANTI JOIN p ON p.a = o.ref_area ANTI JOIN (${traced}) s ON s.a = o.ref_area
         WHERE indicator = 'ARMS_SEIZED' AND breakdown = '_T' AND obs_value IS NOT NULL ORDER BY 1`,
      ),
    );
  });
});

describe("first and newest value", () => {
  it("compares only windows without a common year", async () => {
    const { rose, fell, stayed } = progressOf(states);
    const shown = [
      ...rose.map((code) => `${code} 1`),
      ...fell.map((code) => `${code} -1`),
      ...stayed.map((code) => `${code} 0`),
    ];
    expect(shown.sort()).toEqual(
      (
        await rows(
          `SELECT a, sign(arg_max(v, y) - arg_min(v, y))::INT FROM p GROUP BY a
           HAVING min(y) + arg_min(two, y)::INT < max(y)`,
        )
      ).sort(),
    );
  });

  it("names as weak those with few arms in a year, or no denominator at all, in one of the windows", async () => {
    expect([...progressOf(states).weak].sort()).toEqual(
      await rows(
        `WITH ends AS (SELECT * FROM p QUALIFY y IN (min(y) OVER (PARTITION BY a), max(y) OVER (PARTITION BY a))),
           pairs AS (SELECT a FROM p GROUP BY a HAVING min(y) + arg_min(two, y)::INT < max(y))
         SELECT DISTINCT e.a FROM (
           SELECT e.a, e.y, min(r.d) AS d FROM ends e LEFT JOIN rule r ON r.a = e.a AND r.y BETWEEN e.y AND e.y + e.two::INT
           GROUP BY ALL) e JOIN pairs USING (a) WHERE d IS NULL OR d < 20 ORDER BY 1`,
      ),
    );
  });
});

describe("the figures", () => {
  it("counts the States with a published value under each label year, years without any too", async () => {
    expect(labelYears(states).map(({ year, names }) => `${year} ${names.length}`)).toEqual(
      await rows(
        `SELECT y, (SELECT count(DISTINCT a) FROM p WHERE p.y = years.y) FROM range(2010, 2025) years(y) ORDER BY 1`,
      ),
    );
    const { table, variants } = await countsFigure(states, data, speech);
    expect(variants[0]?.title).toBe(
      "21 States have a published value labelled 2016, 9 one labelled 2024",
    );
    expect(table.rows.find(([year]) => year === "2010")).toEqual(["2010", "1", "Germany"]);
  });

  it("draws the values without average and names what is not drawn", async () => {
    const { table, caveats } = await valuesFigure(states, data, speech);
    expect(table.rows.length).toBe(Number((await rows("SELECT count(DISTINCT a) FROM p"))[0]));
    expect(table.rows.find(([state]) => state === "Argentina")?.slice(0, 3)).toEqual([
      "Argentina",
      "17.71",
      speech.m.table.missing,
    ]);
    expect(caveats).toContain(speech.m.sdgPage.notDrawn("Germany 2010"));
  });
});

describe("the worked example", () => {
  it("adds up from the lines of the table", async () => {
    const { years, lines, published, recomputed } = await workedExample(states, data);
    const sum = (part: "inNumerator" | "inDenominator", at: number) =>
      lines
        .filter((line) => line[part])
        .reduce((total, { values }) => total + (values[at] ?? 0), 0);
    expect(years.map((_, at) => [sum("inNumerator", at), sum("inDenominator", at)])).toEqual([
      [4201, 17471],
      [1641, 14433],
    ]);
    expect(years.map(({ ratio }) => [ratio.numerator, ratio.denominator])).toEqual([
      [4201, 17471],
      [1641, 14433],
    ]);
    expect(published).toBe(17.71);
    expect(recomputed).toBeCloseTo((100 * (4201 / 17471 + 1641 / 14433)) / 2, 4);
  });

  it("adds found and surrendered arms by the wording", async () => {
    const { wording, wordingMean, pooled } = await workedExample(states, data);
    const [n16, n17] = await rows(
      `SELECT sum(v)::INT FROM t WHERE a = 'ARG' AND y IN (2016, 2017)
       AND s IN ('ILLEGIT_OWNER_NATIONAL', 'ILLEGIT_OWNER_FOREIGN', 'DIVERSION_OTHERWISE') GROUP BY y ORDER BY y`,
    );
    expect(wording.map(({ ratio }) => ratio.numerator)).toEqual([Number(n16), Number(n17)]);
    // 2016: the two totals; 2017: the total of surrendered arms and, of arms seized, the two subtotals.
    const d = [23664 + 242, 14433 + 5224 + 13382];
    expect(wording.map(({ ratio }) => ratio.denominator)).toEqual(d);
    expect(wordingMean).toBeCloseTo((100 * (4201 / 23906 + 1774 / 33039)) / 2, 4);
    expect(pooled).toEqual({ numerator: 5975, denominator: 56945 });
  });
});

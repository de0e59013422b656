import { readFile } from "node:fs/promises";
import { query } from "../../../pipelines/steps/table.ts";
import { median } from "../median.ts";
import { type Limits, openHive, withLimits } from "./database.ts";

const RUNS = 3;

/** One kind of row, as every query of the standard must name it. */
const ONE_KIND = `dataset = 'SYNTHETIC_TEST' AND indicator = 'ARMS_SEIZED' AND freq = 'M'
  AND area_level = 'COUNTRY' AND additivity = 'PART'
  AND breakdown = 'weapon_type+marking+seizure_place+trace_status'`;

/** The queries of docs/at-scale.md, on a view `observations` over Hive folders. */
export const EXAMPLES = [
  {
    title: "five returns of twenty, one area",
    sql: `SELECT weapon_type, sum(obs_value)::BIGINT AS arms, count(*) AS lines
FROM observations
WHERE ${ONE_KIND}
  AND release BETWEEN '2017-01-31' AND '2021-01-31' AND ref_area = 'MEX'
GROUP BY weapon_type ORDER BY weapon_type`,
  },
  {
    title: "every return, one area",
    sql: `SELECT substr(time_period, 1, 4) AS year, sum(obs_value)::BIGINT AS arms, count(*) AS lines
FROM observations
WHERE ${ONE_KIND}
  AND ref_area = 'MEX'
GROUP BY year ORDER BY year`,
  },
  {
    title: "every return, every area",
    sql: `SELECT weapon_type, sum(obs_value)::BIGINT AS arms, count(*) AS lines, count(DISTINCT ref_area) AS areas
FROM observations
WHERE ${ONE_KIND}
GROUP BY weapon_type ORDER BY weapon_type`,
  },
] as const;

/** Bytes that this process has read so far, from files or their cache; undefined where the system does not say. */
const bytesRead = async (): Promise<number | undefined> => {
  if (process.platform !== "linux") return undefined;
  const found = /^rchar: (\d+)$/m.exec(await readFile("/proc/self/io", "utf8"));
  return found === null ? undefined : Number(found[1]);
};

export interface ExampleRun {
  readonly title: string;
  /** Median of the runs, each on a database that has read nothing before. */
  readonly seconds: number | undefined;
  /** Bytes read by the last run, footers included. */
  readonly bytes: number | undefined;
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** Runs the queries of the guide on the observations in a folder. */
export const runExamples = async (folder: string, limits: Limits): Promise<ExampleRun[]> => {
  const results: ExampleRun[] = [];
  for (const { title, sql } of EXAMPLES) {
    const seconds: number[] = [];
    let bytes: number | undefined;
    let rows: ExampleRun["rows"] = [];
    for (let run = 0; run < RUNS; run += 1) {
      await withLimits(limits, async (db) => {
        const [before, start] = [await bytesRead(), performance.now()];
        await openHive(db, "observations", folder);
        const answer = await query(db, sql);
        seconds.push((performance.now() - start) / 1000);
        const after = await bytesRead();
        rows = answer.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([name, cell]) => [
              name,
              typeof cell === "bigint" ? Number(cell) : String(cell),
            ]),
          ),
        );
        bytes = after === undefined || before === undefined ? undefined : after - before;
      });
    }
    results.push({ title, seconds: median(seconds), bytes, rows });
  }
  return results;
};

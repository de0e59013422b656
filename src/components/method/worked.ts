import { z } from "zod";
import { DATA, type SiteData } from "../../build/site-data.ts";

/** The years of the example of weighting, and the span of the example of a panel. */
export const WORKED = { weighting: "2016/2017", panel: ["2016", "2022"] } as const;

/** Numbers of the examples on the page, read from the computed figures. */
export interface Worked {
  /** Share of pistols between 0 and 1, and the States behind it. */
  readonly pooled: number;
  readonly mean: number;
  readonly shareAreas: number;
  /** Members of the panel, and their sums in its first and last year. */
  readonly members: readonly string[];
  readonly first: number;
  readonly last: number;
}

const row = z.object({ weighting: z.string(), value: z.number(), n_areas: z.number() });
const sum = z.object({ time_period: z.string(), value: z.number(), members: z.string() });

/** The examples of weighting and panel. Throws when the figures do not hold them. */
export const workedExamples = async ({ engine }: Pick<SiteData, "engine">): Promise<Worked> => {
  const file = `${DATA}/figures.parquet`;
  const [from, to] = WORKED.panel;
  const shares = await engine.query({
    sql: `SELECT weighting, value, n_areas FROM read_parquet(?) WHERE figure = 'CATEGORY_SHARE'
      AND category = 'ARMS_SEIZED:weapon_type=PISTOL' AND ref_area = '_T' AND residual = 'WITHOUT' AND time_period = ?`,
    params: [file, WORKED.weighting],
  });
  const sums = await engine.query({
    sql: `SELECT time_period, value, members FROM read_parquet(?) WHERE figure = 'SAME_AREAS_TOTAL' AND category = ?`,
    params: [file, `ARMS_SEIZED:span=${from}/${to}`],
  });
  const shareOf = (weighting: string) =>
    shares.map((one) => row.parse(one)).find((one) => one.weighting === weighting);
  const sumIn = (year: string) =>
    sums.map((one) => sum.parse(one)).find((one) => one.time_period === year);
  const [pooled, mean, first, last] = [
    shareOf("POOLED"),
    shareOf("COUNTRY_MEAN"),
    sumIn(from),
    sumIn(to),
  ];
  if (pooled === undefined || mean === undefined || first === undefined || last === undefined)
    throw new Error("figures.parquet does not hold the examples of the page on method.");
  return {
    pooled: pooled.value / 100,
    mean: mean.value / 100,
    shareAreas: mean.n_areas,
    members: first.members.split("|"),
    first: first.value,
    last: last.value,
  };
};

const countRow = z.object({ formula: z.string(), n: z.number() });

/** How many computed figures rest on each formula. */
export const formulaCounts = async ({
  engine,
}: Pick<SiteData, "engine">): Promise<Map<string, number>> => {
  const rows = await engine.query({
    sql: "SELECT formula, CAST(count(*) AS DOUBLE) AS n FROM read_parquet(?) GROUP BY formula",
    params: [`${DATA}/figures.parquet`],
  });
  return new Map(rows.map((one) => countRow.parse(one)).map(({ formula, n }) => [formula, n]));
};

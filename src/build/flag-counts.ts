import { z } from "zod";
import { DATA, type SiteData } from "./site-data.ts";

const rowSchema = z.object({ flag: z.string(), n: z.number() });

/** How many observations carry each flag, over all datasets and releases. */
export const flagCounts = async ({ engine }: SiteData): Promise<Map<string, number>> => {
  const rows = await engine.query({
    sql: `SELECT flag, CAST(count(*) AS DOUBLE) AS n
      FROM (SELECT unnest(string_split(flags, '|')) AS flag FROM read_parquet(?) WHERE flags <> '')
      GROUP BY flag ORDER BY flag`,
    params: [`${DATA}/observations/*/*/*.parquet`],
  });
  return new Map(rows.map((row) => rowSchema.parse(row)).map(({ flag, n }) => [flag, n]));
};

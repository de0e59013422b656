import { z } from "zod";
import { EXPLANATIONS, type Explanation } from "../standard/figure.ts";
import { DATA, type SiteData } from "./site-data.ts";

/** Published values of 16.4.2 with one outcome of the comparison with the rule. */
export interface SdgOutcome {
  readonly code: "REPRODUCED" | Explanation;
  readonly values: readonly SdgCompared[];
}

/** A published value beside the recomputed one. */
interface SdgCompared {
  readonly area: string;
  /** `2016` or `2016/2017`. */
  readonly period: string;
  /** Recomputed less published, in percentage points; null where nothing can be recomputed. */
  readonly difference: number | null;
}

/** How many of the published values that can be tested a form of the rule reproduces. */
export interface SdgFit {
  readonly form: string;
  readonly reproduced: number;
  readonly testable: number;
}

const fitRow = z.object({ category: z.string(), numerator: z.number(), denominator: z.number() });
const outcomeRow = z.object({
  code: z.enum(["REPRODUCED", ...Object.keys(EXPLANATIONS)] as [
    "REPRODUCED",
    ...(keyof typeof EXPLANATIONS)[],
  ]),
  ref_area: z.string(),
  time_period: z.string(),
  value: z.number().nullable(),
});

/** The comparison of the published values of 16.4.2 with the recomputed ones, as the pipelines wrote it. */
export const sdgFit = async ({
  engine,
}: SiteData): Promise<{ fits: readonly SdgFit[]; outcomes: readonly SdgOutcome[] }> => {
  const file = `${DATA}/figures.parquet`;
  const fits = await engine.query({
    sql: `SELECT category, numerator, denominator FROM read_parquet(?) WHERE figure = ? ORDER BY numerator / denominator DESC, category`,
    params: [file, "SDG_16_4_2_FIT"],
  });
  const rows = await engine.query({
    sql: `SELECT split_part(note, ':', 1) AS code, ref_area, time_period, value FROM read_parquet(?) WHERE figure = ? ORDER BY ref_area, time_period`,
    params: [file, "SDG_16_4_2_DIFFERENCE"],
  });
  const groups = Map.groupBy(
    rows.map((row) => outcomeRow.parse(row)),
    (row) => row.code,
  );
  return {
    fits: fits
      .map((row) => fitRow.parse(row))
      .map(({ category, numerator, denominator }) => ({
        form: category,
        reproduced: numerator,
        testable: denominator,
      })),
    outcomes: [...groups]
      .map(([code, members]) => ({
        code,
        values: members.map(({ ref_area, time_period, value }) => ({
          area: ref_area,
          period: time_period,
          difference: value,
        })),
      }))
      .sort((a, b) => b.values.length - a.values.length),
  };
};

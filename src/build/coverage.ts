import { z } from "zod";
import { type Cell, isReported } from "../statistics/cell.ts";
import { itemCells, WANTED } from "../statistics/reporting.ts";
import { observationTable } from "../view/query.ts";
import type { SiteData } from "./site-data.ts";

/** Who has reported what to UNODC, in its newest release, with the official values of SDG 16.4.2 beside it. */
export interface ReportingData {
  /** The years of UNODC's file, in order, without gaps. */
  readonly years: readonly number[];
  /** The newest year with totals of arms seized: later ones have only begun to come in. */
  readonly fullYear: number;
  /** Codes of all areas with a row in UNODC's file or an official value. */
  readonly areas: readonly string[];
  /** A cell for each area and year with a row in UNODC's file; its value is the number of rows. */
  readonly returns: readonly Cell[];
  /** A cell for each area, year and item; see `itemCells`. */
  readonly items: readonly Cell[];
  /** What the resolution asks for and no area has given in any year. */
  readonly unpublished: readonly (typeof WANTED)[number][];
}

const tableRow = z.object({
  area: z.string(),
  year: z.coerce.number().int(),
  indicator: z.string(),
  breakdown: z.string(),
  most: z.number().nullable(),
});
const returnRow = z.object({
  area: z.string(),
  year: z.coerce.number().int(),
  value: z.number(),
});

const tables = async ({ engine }: SiteData, dataset: "UNODC_IAFQ" | "UN_SDG_16_4_2") => {
  const rows = await engine.query({
    sql: `SELECT ref_area AS area, substr(time_period, 1, 4) AS year, indicator, breakdown, max(obs_value) AS most
      FROM ${observationTable(dataset)}
      WHERE area_level = 'COUNTRY' AND (breakdown = '_T') = (additivity = 'TOTAL') AND additivity <> 'SUBTOTAL'
      GROUP BY ALL ORDER BY ALL`,
    params: [],
  });
  return rows.map((row) => tableRow.parse(row));
};

/** Reads {@link ReportingData}. A breakdown counts by its categories; its own total alone is not one. */
export const reportingData = async (data: SiteData): Promise<ReportingData> => {
  const rows = await data.engine.query({
    sql: `SELECT ref_area AS area, substr(time_period, 1, 4) AS year, CAST(count(*) AS DOUBLE) AS value
      FROM ${observationTable("UNODC_IAFQ")} WHERE area_level = 'COUNTRY' GROUP BY ALL ORDER BY ALL`,
    params: [],
  });
  const returns = rows
    .map((row) => returnRow.parse(row))
    .map((row): Cell => ({ ...row, code: "_T", flags: [] }));
  const items = itemCells([
    ...(await tables(data, "UNODC_IAFQ")),
    ...(await tables(data, "UN_SDG_16_4_2")),
  ]);
  const numbers = returns.map(({ year }) => year);
  const first = Math.min(...numbers);
  const given = new Set(items.filter(isReported).map(({ code }) => code));
  const totals = items.filter(({ code, value }) => code === "ARMS_SEIZED" && value !== null);
  return {
    years: Array.from({ length: Math.max(...numbers) - first + 1 }, (_, index) => first + index),
    fullYear: Math.max(...totals.map(({ year }) => year)),
    areas: [...new Set([...returns, ...items].map(({ area }) => area))].sort(),
    returns,
    items,
    unpublished: WANTED.filter((item) => !given.has(item)),
  };
};

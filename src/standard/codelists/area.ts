import { z } from "zod";

/** One row of `data/codelists/CL_AREA.csv`, written by the pipelines from UN M49 and the national sources. */
export const areaSchema = z.object({
  /** ISO3 for countries, ISO 3166-2 for parts of them, three-digit M49 for regions, `_T` for any origin. */
  code: z.string().min(2),
  label: z.string().min(1),
  definition: z.string(),
  order: z.coerce.number().int(),
  /** The M49 sub-region of a country, the country of a State, the region of a sub-region. */
  parent: z.string(),
  source: z.string().min(1),
  level: z.enum(["COUNTRY", "SUBNATIONAL", "REGION", "_T"]),
  /** Three-digit M49 code, kept as text; empty for parts of countries. */
  m49: z.string(),
  /** ISO 3166-1 alpha-2, kept as text: Namibia is `NA`. */
  iso2: z.string(),
  /** Names of UN M49 in its other languages; empty where M49 has none. Data 1.0.0 had no such columns. */
  label_ar: z.string().default(""),
  label_zh: z.string().default(""),
  label_fr: z.string().default(""),
  label_ru: z.string().default(""),
  label_es: z.string().default(""),
});

export type Area = z.infer<typeof areaSchema>;

/** Columns of CL_AREA.csv in order. */
export const AREA_COLUMNS = Object.keys(areaSchema.shape) as (keyof Area)[];

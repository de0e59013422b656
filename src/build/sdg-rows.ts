import { z } from "zod";
import { groupBy } from "../statistics/cell.ts";
import { DATA, type SiteData } from "./site-data.ts";

/** SDG 16.4.2 of one State and year: as published under that year's label, and by both ways of computing it. */
export interface SdgRow {
  readonly area: string;
  readonly year: string;
  /** Per cent; null where nothing is published under this label. */
  readonly published: number | null;
  /** The publisher's footnote, verbatim; empty where there is none. */
  readonly footnote: string;
  readonly rule: SdgRatio | undefined;
  readonly wording: SdgRatio | undefined;
}

/** A ratio with what it is made of. */
export interface SdgRatio {
  readonly numerator: number;
  readonly denominator: number;
  /** Per cent. */
  readonly value: number;
  /** True where the source has no line for the numerator: it counts as 0, which may mean that nothing was recorded. */
  readonly numeratorAbsent: boolean;
}

const row = z.object({
  area: z.string(),
  year: z.string(),
  kind: z.enum(["PUBLISHED", "RULE", "WORDING"]),
  value: z.number(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  footnote: z.string(),
  note: z.string(),
});

type Row = z.infer<typeof row>;

const ratioIn = (rows: readonly Row[], kind: Row["kind"]): SdgRatio | undefined => {
  const found = rows.find((entry) => entry.kind === kind);
  return found === undefined || found.numerator === null || found.denominator === null
    ? undefined
    : {
        numerator: found.numerator,
        denominator: found.denominator,
        value: found.value,
        numeratorAbsent: found.note.split("|").includes("NUMERATOR_ABSENT"),
      };
};

const SQL = `SELECT ref_area AS area, CAST(time_period AS VARCHAR) AS year, 'PUBLISHED' AS kind, obs_value AS value,
    NULL::DOUBLE AS numerator, NULL::DOUBLE AS denominator,
    coalesce(regexp_extract(source_detail, 'footnote=(.*)$', 1), '') AS footnote, '' AS note
  FROM read_parquet(?) WHERE obs_value IS NOT NULL
  UNION ALL
  SELECT ref_area, time_period, CASE figure WHEN 'SDG_16_4_2_RULE' THEN 'RULE' ELSE 'WORDING' END, value, numerator,
    denominator, '', coalesce(note, '')
  FROM read_parquet(?) WHERE figure IN ('SDG_16_4_2_RULE', 'SDG_16_4_2_WORDING') AND value IS NOT NULL
  ORDER BY area, year, kind`;

let read: Promise<Map<string, SdgRow[]>> | undefined;

/** The rows of every State, by its code, years in order. Read once a build. */
export const sdgRows = ({ engine }: SiteData): Promise<Map<string, SdgRow[]>> => {
  read ??= engine
    .query({
      sql: SQL,
      params: [
        `${DATA}/observations/dataset=UN_SDG_16_4_2/*/data.parquet`,
        `${DATA}/figures.parquet`,
      ],
    })
    .then((found) => {
      const rows = found.map((entry) => row.parse(entry));
      const byYear = groupBy(rows, ({ area, year }) => `${area} ${year}`);
      const years = [...byYear.values()].map((group): SdgRow => {
        const published = group.find(({ kind }) => kind === "PUBLISHED");
        return {
          area: group[0]?.area ?? "",
          year: group[0]?.year ?? "",
          published: published?.value ?? null,
          footnote: published?.footnote ?? "",
          rule: ratioIn(group, "RULE"),
          wording: ratioIn(group, "WORDING"),
        };
      });
      return groupBy(years, ({ area }) => area);
    });
  return read;
};

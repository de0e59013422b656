import { z } from "zod";
import type { Change } from "../standard/change.ts";
import { breakdownDimensions, DIMENSIONS, type Dimension } from "../standard/dimensions.ts";
import { inOrder, type Release } from "../standard/release.ts";
import type { Held } from "../statistics/revisions.ts";
import { observationTable, type Row } from "../view/query.ts";
import type { SiteData } from "./site-data.ts";

/** The dataset whose releases are compared. */
const DATASET = "UNODC_IAFQ";

/** One number through all releases. */
export interface History {
  readonly area: string;
  readonly year: number;
  readonly indicator: string;
  /** The code of each dimension of its breakdown; none for a headline total. */
  readonly codes: readonly (readonly [Dimension, string])[];
  readonly additivity: string;
  /** What each release holds, oldest first. */
  readonly held: readonly Held[];
}

/** A release with the areas that have a row in it, sorted. */
export interface ReleaseAreas extends Release {
  readonly areas: readonly string[];
}

/** The releases of UNODC's file, and every number in them. */
export interface RevisionData {
  readonly releases: readonly ReleaseAreas[];
  readonly histories: readonly History[];
  /** How each release differs from each later one, as the pipelines counted it. */
  readonly changes: readonly Change[];
}

const keyRow = z.object({
  ref_area: z.string(),
  time_period: z.coerce.number().int(),
  indicator: z.string(),
  breakdown: z.string(),
  additivity: z.string(),
});
const code = z.string();

const historyOf = (row: Row, releases: number): History => {
  const key = keyRow.parse(row);
  const held = Array.from({ length: releases }, (_, at): Held => {
    if (row[`rows_${at}`] === 0) return undefined;
    return { value: z.number().nullable().parse(row[`value_${at}`]) };
  });
  return {
    area: key.ref_area,
    year: key.time_period,
    indicator: key.indicator,
    codes: breakdownDimensions(key.breakdown).map((name) => [name, code.parse(row[name])] as const),
    additivity: key.additivity,
    held,
  };
};

/** Reads {@link RevisionData} from the tables of all releases. */
export const revisionData = async (data: SiteData): Promise<RevisionData> => {
  const own = data.releases.filter(({ dataset }) => dataset === DATASET);
  const ordered = inOrder(own.map(({ release }) => release)).flatMap((name) =>
    own.filter(({ release }) => release === name),
  );
  const keys = ["indicator", "ref_area", "time_period", "breakdown", "additivity", ...DIMENSIONS];
  const table = ({ release, is_current }: Release): string =>
    observationTable(DATASET, is_current === "yes" ? "" : release);
  const every = ordered.map(
    (release, at) => `SELECT ${keys.join(", ")}, obs_value, ${at} AS nth FROM ${table(release)}`,
  );
  const sides = ordered.map(
    (_, at) =>
      `max(obs_value) FILTER (nth = ${at}) AS value_${at}, CAST(count(*) FILTER (nth = ${at}) AS DOUBLE) AS rows_${at}`,
  );
  const rows = await data.engine.query({
    sql: `SELECT ${keys.join(", ")}, ${sides.join(", ")} FROM (${every.join(" UNION ALL ")}) GROUP BY ALL ORDER BY ALL`,
    params: [],
  });
  const histories = rows.map((row) => historyOf(row, ordered.length));
  return {
    releases: ordered.map((release, at) => ({
      ...release,
      areas: [
        ...new Set(histories.flatMap(({ area, held }) => (held[at] === undefined ? [] : [area]))),
      ].sort(),
    })),
    histories,
    changes: data.changes.filter(({ dataset }) => dataset === DATASET),
  };
};

import { z } from "zod";
import { DATA, type SiteData } from "../../build/site-data.ts";

const has = (flag: string): string => `list_contains(string_split(flags, '|'), '${flag}')`;
const IAFQ = "dataset = 'UNODC_IAFQ' AND release = (SELECT current FROM one)";
const OLDER = "dataset = 'UNODC_IAFQ' AND release <> (SELECT current FROM one)";
const rows = (condition: string): string => `CAST(count(*) FILTER (WHERE ${condition}) AS DOUBLE)`;
const tables = (condition: string): string =>
  `CAST(count(DISTINCT (ref_area, time_period, indicator, breakdown)) FILTER (WHERE ${condition}) AS DOUBLE)`;
const areas = (condition: string): string =>
  `coalesce(string_agg(DISTINCT ref_area, '|' ORDER BY ref_area) FILTER (WHERE ${condition}), '')`;

const CONFLICTING = `${IAFQ} AND ${has("CONFLICTING_DUPLICATE")}`;
const OUTLIER = `${IAFQ} AND ${has("OUTLIER_SCOPE")}`;
const DIFFERS = `${IAFQ} AND ${has("SOURCE_DIFFERS")}`;
const AMMUNITION = `${IAFQ} AND indicator = 'AMMUNITION_SEIZED'`;

/** What is counted for the list of defects, each as an expression of SQL over all observations. */
const COUNTS = {
  undetermined: rows(`${IAFQ} AND ${has("AMBIGUOUS_TOTAL")}`),
  pairedCondition: rows(`${IAFQ} AND ${has("PAIRED_LABEL")} AND breakdown = 'condition'`),
  pairedContext: rows(`${IAFQ} AND ${has("PAIRED_LABEL")} AND breakdown = 'offence_context'`),
  conflicting: rows(CONFLICTING),
  doubtful: rows(`${IAFQ} AND ${has("FALSE_ZERO_SUSPECT")}`),
  proved: rows(`${OLDER} AND ${has("FALSE_ZERO_PROVED")}`),
  below: tables(`${IAFQ} AND ${has("PARTS_LT_TOTAL")}`),
  above: tables(`${IAFQ} AND ${has("PARTS_GT_TOTAL")}`),
  overlapping: rows(`${IAFQ} AND ${has("MULTI_RESPONSE")}`),
  outliers: rows(OUTLIER),
  differs: rows(DIFFERS),
  largestAmmunition: `max(obs_value) FILTER (WHERE ${AMMUNITION})`,
  relabelled: rows(
    `${IAFQ} AND indicator = 'ARMS_SURRENDERED' AND marking = 'TOTAL_REPORTED' AND source_detail LIKE '%category=Surrendered;%'`,
  ),
  parts: `CAST(count(DISTINCT ref_area) FILTER (WHERE dataset = 'UNODC_CTS_HOMICIDE' AND ref_area LIKE 'GB-%') AS DOUBLE)`,
  rekeyed: rows(has("REKEYED_COPY")),
  typed: rows(has("TRANSCRIBED")),
  cut: rows(has("TOP_N")),
  unpublished: rows(has("UNPUBLISHED")),
  shotgunsDropped: `(SELECT CAST(count(*) AS DOUBLE) FROM o AS a, one WHERE a.dataset = 'UNODC_IAFQ' AND a.release = one.before
    AND a.weapon_type = 'SHOTGUN' AND a.indicator IN ('ARMS_FOUND', 'ARMS_SURRENDERED') AND NOT EXISTS (
      FROM o AS b WHERE b.dataset = a.dataset AND b.release = one.between AND b.weapon_type = a.weapon_type
      AND b.indicator = a.indicator AND b.ref_area = a.ref_area AND b.time_period = a.time_period))`,
  groundTotals: `(SELECT CAST(count(*) AS DOUBLE) FROM grounds)`,
  groundTotalsDiffer: `(SELECT CAST(count(*) AS DOUBLE) FROM grounds WHERE own <> headline)`,
} as const;

const NAMES = {
  conflictingAreas: areas(CONFLICTING),
  outlierAreas: areas(OUTLIER),
  differsAreas: areas(DIFFERS),
  differsFrom: `min(time_period) FILTER (WHERE ${DIFFERS})`,
  differsTo: `max(time_period) FILTER (WHERE ${DIFFERS})`,
  ammunitionArea: `arg_max(ref_area, obs_value) FILTER (WHERE ${AMMUNITION})`,
} as const;

type Counts = Readonly<Record<keyof typeof COUNTS, number>>;
type Names = Readonly<Record<keyof typeof NAMES, string>>;

/** What the list of defects says in numbers, and areas as codes joined by `|`. */
export interface DefectCounts {
  readonly counts: Counts;
  readonly names: Names;
}

const record = <K extends string, V extends z.ZodType>(
  names: Readonly<Record<K, string>>,
  value: V,
) => z.record(z.enum(Object.keys(names) as [K, ...K[]]), value);

/** The numbers of the list of defects, counted over all observations. Throws when one cannot be had. */
export const defectCounts = async ({
  engine,
  releases,
}: Pick<SiteData, "engine" | "releases">): Promise<DefectCounts> => {
  const [current, between, before] = releases
    .filter(({ dataset }) => dataset === "UNODC_IAFQ")
    .map(({ release }) => release)
    .sort()
    .reverse();
  if (current === undefined || between === undefined || before === undefined)
    throw new Error("The list of defects speaks of three releases of UNODC_IAFQ.");
  const columns = Object.entries({ ...COUNTS, ...NAMES })
    .map(([name, expression]) => `${expression} AS "${name}"`)
    .join(",\n");
  const [row] = await engine.query({
    sql: `WITH one AS (SELECT ? AS current, ? AS between, ? AS before),
      o AS (FROM read_parquet(?, hive_partitioning = true, hive_types_autocast = false)),
      grounds AS (
        SELECT t.obs_value AS own, h.obs_value AS headline
        FROM o AS t JOIN o AS h USING (dataset, release, indicator, ref_area, time_period), one
        WHERE t.dataset = 'UNODC_IAFQ' AND t.release = one.current AND t.indicator = 'ARMS_SEIZED'
          AND t.legal_ground = 'TOTAL_REPORTED' AND h.breakdown = '_T')
      SELECT ${columns} FROM o`,
    params: [current, between, before, `${DATA}/observations/*/*/*.parquet`],
  });
  return {
    counts: record(COUNTS, z.number()).parse(pick(row, COUNTS)),
    names: record(NAMES, z.string()).parse(pick(row, NAMES)),
  };
};

const pick = (
  row: Readonly<Record<string, unknown>> | undefined,
  names: Readonly<Record<string, string>>,
): Record<string, unknown> =>
  Object.fromEntries(Object.keys(names).map((name) => [name, row?.[name]]));

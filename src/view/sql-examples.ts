import type { DatasetId } from "../standard/codelists/dataset.ts";
import { currentReleases, type Release, replacedReleases } from "../standard/release.ts";
import { replacedTable } from "./sql-tables.ts";

/** The questions that the examples answer; their titles stand with the words of the page. */
export const EXAMPLE_IDS = [
  "inventory",
  "reported",
  "panel",
  "types",
  "sdg",
  "routes",
  "women",
  "flags",
  "months",
  "releases",
] as const;

export type ExampleId = (typeof EXAMPLE_IDS)[number];

/** A query that is right by the rules of the field, with the tables that it needs beside the code lists. */
export interface Example {
  readonly id: ExampleId;
  readonly tables: readonly string[];
  readonly sql: string;
}

/** The rows that every question on yearly counts of countries begins with. */
const counts = (release: string, indicator: string): string =>
  `release = '${release}' AND indicator = '${indicator}' AND freq = 'A'
    AND unit_measure = 'NUMBER' AND area_level = 'COUNTRY'`;

const inventory =
  (): string => `-- What can be asked: every table that the loaded sources have published.
SELECT dataset, i.label AS counted, freq, area_level, breakdown, additivity,
  count(DISTINCT ref_area) AS areas, min(time_period) AS first, max(time_period) AS last,
  count(*) AS observations
FROM observations JOIN CL_INDICATOR i ON i.code = indicator
GROUP BY ALL
ORDER BY dataset, counted, freq, area_level, breakdown, additivity`;

const reported = (
  release: string,
): string => `-- Arms seized as reported, with the States behind each sum.
-- Not a trend: other States report each year. See the next example.
SELECT time_period AS year, count(*) AS states, sum(obs_value) AS arms_seized
FROM UNODC_IAFQ
WHERE ${counts(release, "ARMS_SEIZED")}
    AND breakdown = '_T' AND additivity = 'TOTAL' AND obs_value IS NOT NULL
GROUP BY year
ORDER BY year`;

const panel = (
  release: string,
): string => `-- The same States in every year: those that report all seven.
WITH seized AS (
  SELECT ref_area, time_period, obs_value
  FROM UNODC_IAFQ
  WHERE ${counts(release, "ARMS_SEIZED")}
    AND breakdown = '_T' AND additivity = 'TOTAL' AND obs_value IS NOT NULL
    AND time_period BETWEEN '2016' AND '2022'
), panel AS (
  SELECT ref_area FROM seized GROUP BY ref_area HAVING count(*) = 7
)
SELECT time_period AS year, count(*) AS states, sum(obs_value) AS arms_seized,
  string_agg(a.label, ', ' ORDER BY a.label) AS members
FROM seized SEMI JOIN panel USING (ref_area) JOIN CL_AREA a ON a.code = ref_area
GROUP BY year
ORDER BY year`;

const types = (
  release: string,
): string => `-- Share of each weapon type, 2016 and 2017, by both weightings, without other and unknown.
-- Pooled: the largest reporters decide. Country mean: each State counts once.
WITH arms AS (
  SELECT ref_area, weapon_type, sum(obs_value) AS n
  FROM UNODC_IAFQ
  WHERE ${counts(release, "ARMS_SEIZED")}
    AND breakdown = 'weapon_type' AND additivity = 'PART'
    AND time_period IN ('2016', '2017') AND weapon_type NOT IN ('_O', '_U')
  GROUP BY ALL
), whole AS (
  SELECT ref_area, sum(n) AS total FROM arms GROUP BY ref_area HAVING sum(n) > 0
), world AS (
  SELECT sum(total) AS arms, count(*) AS states FROM whole
)
SELECT t.label AS weapon_type,
  round(100 * sum(n) / any_value(world.arms), 1) AS pooled_percent,
  round(100 * sum(n / total) / any_value(world.states), 1) AS country_mean_percent,
  any_value(world.states) AS states
FROM arms JOIN whole USING (ref_area) CROSS JOIN world
  JOIN CL_WEAPON_TYPE t ON t.code = weapon_type
GROUP BY t.label, t."order"
ORDER BY t."order"`;

const sdg = (
  published: string,
  derived: string,
): string => `-- SDG 16.4.2 as published, beside the value recomputed from the tracing tables of the UNODC file.
-- A footnote means two years, labelled with the first. Percentages are never summed or averaged here.
SELECT a.label AS state, p.time_period AS year_label,
  p.obs_value AS published, round(r.obs_value, 2) AS recomputed,
  abs(p.obs_value - r.obs_value) <= 0.02 AS same
FROM UN_SDG_16_4_2 p
  JOIN CL_AREA a ON a.code = p.ref_area
  LEFT JOIN IAM_DERIVED r ON r.release = '${derived}'
    AND r.ref_area = p.ref_area AND r.time_period = p.time_period
    AND r.indicator = CASE WHEN contains(p.source_detail, 'footnote=')
      THEN 'SDG_16_4_2_RULE_MEAN' ELSE 'SDG_16_4_2_RULE' END
WHERE p.release = '${published}' AND p.indicator = 'SDG_16_4_2'
ORDER BY state, year_label`;

const routes = (
  release: string,
): string => `-- The largest routes of traced firearms between two States of the United States.
-- Traced firearms are not representative; the origin is the first retail sale.
SELECT o.label AS first_sale, a.label AS recovered, obs_value AS firearms,
  round(100 * obs_value / sum(obs_value) OVER (PARTITION BY ref_area), 1) AS percent_of_known_origin
FROM US_ATF_FLOWS
  JOIN CL_AREA o ON o.code = origin_area
  JOIN CL_AREA a ON a.code = ref_area
WHERE release = '${release}' AND indicator = 'ARMS_TRACED' AND freq = 'A'
  AND area_level = 'SUBNATIONAL' AND breakdown = 'origin_area' AND additivity = 'PART'
QUALIFY origin_area <> ref_area
ORDER BY firearms DESC, first_sale, recovered
LIMIT 25`;

const women = (
  release: string,
): string => `-- Women among persons in justice, by stage: country-years that give both women and men.
-- Values that cover another population (flag OUTLIER_SCOPE) are left out.
WITH persons AS (
  SELECT indicator, ref_area, time_period,
    sum(obs_value) FILTER (sex = 'F') AS women, sum(obs_value) FILTER (sex = 'M') AS men
  FROM UNODC_IAFQ
  WHERE release = '${release}' AND freq = 'A' AND area_level = 'COUNTRY'
    AND indicator IN ('PERSONS_ARRESTED', 'PERSONS_PROSECUTED', 'PERSONS_CONVICTED')
    AND breakdown = 'sex' AND additivity = 'PART'
  GROUP BY ALL
  HAVING NOT bool_or(list_contains(string_split(flags, '|'), 'OUTLIER_SCOPE'))
)
SELECT i.label AS stage, count(DISTINCT ref_area) AS states, count(*) AS country_years,
  sum(women) AS women, sum(men) AS men,
  round(100 * sum(women) / sum(women + men), 1) AS women_percent
FROM persons JOIN CL_INDICATOR i ON i.code = indicator
WHERE women IS NOT NULL AND men IS NOT NULL
GROUP BY i.label, i."order"
ORDER BY i."order"`;

const flags = (
  release: string,
): string => `-- What the checks found: flags by indicator, with their meaning. One number may carry several.
SELECT f.label AS flag, i.label AS counted, count(*) AS observations, any_value(f.definition) AS meaning
FROM UNODC_IAFQ, unnest(string_split(flags, '|')) AS one(flag_code)
  JOIN CL_FLAG f ON f.code = flag_code
  JOIN CL_INDICATOR i ON i.code = indicator
WHERE release = '${release}'
GROUP BY f.label, i.label
ORDER BY observations DESC, flag, counted`;

const months = (
  release: string,
): string => `-- Arms seized in the State of Rio de Janeiro by month, whole years only.
SELECT left(time_period, 4) AS year, sum(obs_value) AS arms_seized,
  max(obs_value) AS in_the_highest_month, min(obs_value) AS in_the_lowest_month
FROM BR_RJ_ISP
WHERE release = '${release}' AND indicator = 'ARMS_SEIZED' AND freq = 'M'
  AND unit_measure = 'NUMBER' AND breakdown = '_T' AND additivity = 'TOTAL'
GROUP BY year
HAVING count(obs_value) = 12
ORDER BY year`;

const releases = (
  before: string,
  now: string,
): string => `-- What the newer release changed in the totals of arms seized, year by year.
WITH old AS (
  SELECT ref_area, time_period, obs_value FROM "${replacedTable("UNODC_IAFQ", before)}"
  WHERE ${counts(before, "ARMS_SEIZED")} AND breakdown = '_T' AND additivity = 'TOTAL'
), new AS (
  SELECT ref_area, time_period, obs_value FROM UNODC_IAFQ
  WHERE ${counts(now, "ARMS_SEIZED")} AND breakdown = '_T' AND additivity = 'TOTAL'
)
SELECT time_period AS year, count(old.ref_area) AS states_before, count(new.ref_area) AS states_now,
  count(*) FILTER (old.ref_area IS NULL) AS added,
  count(*) FILTER (new.ref_area IS NULL) AS dropped,
  count(*) FILTER (old.obs_value <> new.obs_value) AS corrected
FROM old FULL JOIN new USING (ref_area, time_period)
GROUP BY year
ORDER BY year`;

/** The examples for the releases that are published. Throws where a dataset of an example has no release. */
export const examplesFor = (published: readonly Release[]): Example[] => {
  const namesOf = (dataset: DatasetId): string[] =>
    published.filter((release) => release.dataset === dataset).map(({ release }) => release);
  const now = (dataset: DatasetId): string => {
    const release = currentReleases(dataset, namesOf(dataset)).at(-1);
    if (release === undefined) throw new Error(`data/releases.csv has no release of ${dataset}.`);
    return release;
  };
  const before = replacedReleases("UNODC_IAFQ", namesOf("UNODC_IAFQ")).at(-1);
  const iafq = now("UNODC_IAFQ");
  const of = (id: ExampleId, sql: string, ...tables: readonly string[]): Example => ({
    id,
    tables,
    sql,
  });
  return [
    of("inventory", inventory(), "UNODC_IAFQ"),
    of("reported", reported(iafq), "UNODC_IAFQ"),
    of("panel", panel(iafq), "UNODC_IAFQ"),
    of("types", types(iafq), "UNODC_IAFQ"),
    of("sdg", sdg(now("UN_SDG_16_4_2"), now("IAM_DERIVED")), "UN_SDG_16_4_2", "IAM_DERIVED"),
    of("routes", routes(now("US_ATF_FLOWS")), "US_ATF_FLOWS"),
    of("women", women(iafq), "UNODC_IAFQ"),
    of("flags", flags(iafq), "UNODC_IAFQ"),
    of("months", months(now("BR_RJ_ISP")), "BR_RJ_ISP"),
    ...(before === undefined
      ? []
      : [
          of("releases", releases(before, iafq), "UNODC_IAFQ", replacedTable("UNODC_IAFQ", before)),
        ]),
  ];
};

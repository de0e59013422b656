import type { DuckDBConnection } from "@duckdb/node-api";
import { CL_INDICATOR, notApplicableDimensions } from "../../src/standard/codelists/indicator.ts";
import { DIMENSIONS } from "../../src/standard/dimensions.ts";
import { CODE_COLUMNS, KEY_COLUMNS, OBSERVATION_COLUMNS } from "../../src/standard/observation.ts";
import type { Flag } from "./observation.ts";
import { type Check, examplesOf, flagWords } from "./source.ts";
import { query } from "./table.ts";

/** A rule: rows that `where` selects break it. */
interface Rule {
  readonly id: string;
  readonly message: string;
  /** SQL that is run before, for what `where` needs. */
  readonly prepare?: string;
  readonly where: string;
}

/** A number as text in SQL, whole numbers without decimals. */
export const valueText = (column: string): string =>
  `CASE WHEN try_cast(${column} AS BIGINT) = ${column} THEN try_cast(${column} AS BIGINT)::VARCHAR ELSE ${column}::VARCHAR END`;

/** File and line of a row, for the examples of the report. */
export const PLACE = `(SELECT file FROM files f
    WHERE f.dataset = observations.dataset AND f.release = observations.release) || ' row ' || source_row || ': ' || indicator || ' ' ||
  ref_area || ' ' || time_period || ' ' || coalesce(${valueText("obs_value")}, '(empty)')`;

const codeRules: readonly Rule[] = CODE_COLUMNS.map(({ name, codelist }) => ({
  id: `codes-${name}`,
  message: `Codes of ${name} that are not in ${codelist}.`,
  where: `${name} NOT IN (SELECT code FROM codes WHERE codelist = '${codelist}')`,
}));

const patternRules: readonly Rule[] = OBSERVATION_COLUMNS.flatMap((column) =>
  column.type === "text" && "pattern" in column
    ? {
        id: `pattern-${column.name}`,
        message: `Values of ${column.name} that do not match ${column.pattern}.`,
        where: `NOT regexp_full_match(${column.name}, '${column.pattern}')`,
      }
    : [],
);

/**
 * The breakdown as the codes of a row show it. TRACED_TO_PURCHASER is true of every row of the
 * flows and breaks nothing down.
 */
const BREAKDOWN_SQL = `coalesce(nullif(concat_ws('+', ${DIMENSIONS.map(
  (dimension) =>
    `CASE WHEN ${dimension} NOT IN ('_T', '_Z', 'TRACED_TO_PURCHASER') THEN '${dimension}' END`,
).join(", ")}), ''), '_T')`;

/** Rows of an indicator with `_Z` where something can exist, or something where nothing can. */
const NOT_APPLICABLE_SQL = CL_INDICATOR.codes
  .map(({ code }) => {
    const absent = notApplicableDimensions(code);
    const wrong = DIMENSIONS.map(
      (dimension) => `${dimension} ${absent.includes(dimension) ? "<>" : "="} '_Z'`,
    );
    return `(indicator = '${code}' AND (${wrong.join(" OR ")}))`;
  })
  .join(" OR ");

const KEY = KEY_COLUMNS.join(", ");

/**
 * Keys that occur twice, in two steps: the hashes that several rows share, then the whole keys of those rows
 * alone. Grouping tens of millions of whole keys takes ten times as long and more memory than there is.
 */
const UNIQUE_KEY: Rule = {
  id: "unique-key",
  message: "Observations that share their key with another.",
  prepare: `CREATE OR REPLACE TEMP TABLE shared_hashes AS
    SELECT hash(${KEY}) AS hash FROM observations GROUP BY ALL HAVING count(*) > 1`,
  where: `hash(${KEY}) IN (FROM shared_hashes) AND (${KEY}) IN (
    SELECT (${KEY}) FROM observations WHERE hash(${KEY}) IN (FROM shared_hashes)
    GROUP BY ALL HAVING count(*) > 1)`,
};

const ruleList: readonly Rule[] = [
  ...codeRules,
  ...patternRules,
  {
    id: "codes-flags",
    message: "Flags that are not in CL_FLAG.",
    where: `flags IN (SELECT flags FROM (SELECT DISTINCT flags FROM observations WHERE flags <> '')
      WHERE NOT list_has_all(
        (SELECT list(code) FROM codes WHERE codelist = 'CL_FLAG'), string_split(flags, '|')))`,
  },
  UNIQUE_KEY,
  {
    id: "missing-value-status",
    message: "Empty values whose status does not say why, or values with such a status.",
    where: "(obs_value IS NULL) <> (obs_status IN ('O', 'L', 'M', 'Q'))",
  },
  {
    id: "value-range",
    message: "Values that are negative or not finite.",
    where: "obs_value < 0 OR NOT isfinite(obs_value)",
  },
  {
    id: "whole-counts",
    message: "Counts that are not whole numbers and not estimates.",
    where: "unit_measure = 'NUMBER' AND obs_status <> 'E' AND obs_value <> floor(obs_value)",
  },
  {
    id: "breakdown",
    message: "Breakdowns that are not the dimensions that the row breaks down.",
    where: `breakdown <> ${BREAKDOWN_SQL}`,
  },
  {
    id: "not-applicable",
    message: "Dimensions that are _Z where the indicator has them, or not where it has not.",
    where: NOT_APPLICABLE_SQL,
  },
  {
    id: "additivity-total",
    message: "Rows without a breakdown that are not totals.",
    where: "breakdown = '_T' AND additivity <> 'TOTAL'",
  },
  {
    id: "area-level",
    message: "Area levels that are not the level of ref_area.",
    where: `(ref_area, area_level) NOT IN
      (SELECT (code, level) FROM codes WHERE codelist = 'CL_AREA')`,
  },
  {
    id: "source-row",
    message: "Observations without a place in their source.",
    where: "source_row = '' OR source_detail = ''",
  },
];

/** How many observations `where` selects, and the places of the first five. */
const find = async (
  db: DuckDBConnection,
  where: string,
): Promise<Pick<Check, "count" | "examples">> => {
  const from = `FROM observations WHERE ${where}`;
  const [counted] = await query(db, `SELECT count(*)::INTEGER AS n ${from}`);
  const count = Number(counted?.n ?? 0);
  const rows =
    count === 0 ? [] : await query(db, `SELECT ${PLACE} AS place ${from} ORDER BY place LIMIT 5`);
  return { count, examples: examplesOf(rows.map((row) => String(row.place))) };
};

const runRule = async (db: DuckDBConnection, rule: Rule): Promise<Check> => {
  if (rule.prepare !== undefined) await db.run(rule.prepare);
  const { count, examples } = await find(db, rule.where);
  const status = count === 0 ? "PASS" : "FAIL";
  return { id: rule.id, stage: "check", status, count, message: rule.message, examples };
};

/** Source States of 2020 as printed on the State pages, against the cells of the workbook. */
const checkSameTraces = async (db: DuckDBConnection): Promise<Check> => {
  const rows = await query(
    db,
    `SELECT p.ref_area || ' from ' || p.origin_area AS place, p.obs_value = f.obs_value AS same
     FROM observations p LEFT JOIN observations f USING (ref_area, origin_area, time_period)
     WHERE p.dataset = 'US_ATF_PROFILES' AND p.breakdown = 'origin_area'
       AND f.dataset = 'US_ATF_FLOWS' ORDER BY place`,
  );
  const other = rows.filter((row) => row.same !== true);
  return {
    id: "atf-same-traces",
    stage: "check",
    status: other.length === 0 ? "PASS" : "WARNING",
    count: other.length === 0 ? rows.length : other.length,
    message:
      other.length === 0
        ? "All source-State rows of the State pages equal the cells of the workbook of that year: the same traces, never to be added."
        : "Source-State rows of the State pages that differ from the workbook of that year.",
    examples: examplesOf(other.map((row) => String(row.place))),
  };
};

/** Persons: men, women and unknown against the total, where men and women are given. */
const checkSexes = async (db: DuckDBConnection): Promise<Check> => {
  const groups = `SELECT dataset || ' ' || indicator || ' ' || ref_area || ' ' || time_period AS place,
       sum(obs_value) FILTER (sex = '_T') AS total, sum(obs_value) FILTER (sex <> '_T') AS parts
     FROM observations WHERE breakdown IN ('_T', 'sex') AND sex <> '_Z' AND age IN ('_T', '_Z')
       AND unit_measure = 'NUMBER' AND freq = 'A'
     GROUP BY dataset, release, indicator, ref_area, time_period
     HAVING count(*) FILTER (sex = 'M') > 0 AND count(*) FILTER (sex = 'F') > 0
       AND count(*) FILTER (sex = '_T') > 0`;
  const differs = "abs(total - parts) > 1e-6 OR (total IS NULL) <> (parts IS NULL)";
  const [counted] = await query(
    db,
    `SELECT count(*)::INTEGER AS n, (count(*) FILTER (${differs}))::INTEGER AS other
     FROM (${groups})`,
  );
  const other = Number(counted?.other ?? 0);
  const rows = await query(
    db,
    `SELECT place FROM (${groups}) WHERE ${differs} ORDER BY place LIMIT 5`,
  );
  return {
    id: "sexes-add-up",
    stage: "check",
    status: other === 0 ? "PASS" : "WARNING",
    count: other === 0 ? Number(counted?.n ?? 0) : other,
    message:
      other === 0
        ? "Men, women and unknown add up to the total wherever all are given."
        : "Men, women and unknown do not add up to the total.",
    examples: examplesOf(rows.map((row) => String(row.place))),
  };
};

/** Flags that every run tells of, whatever the source; sources tell of their own. */
const DOUBTS = [
  "PARTS_LT_TOTAL",
  "PARTS_GT_TOTAL",
  "FALSE_ZERO_SUSPECT",
  "FALSE_ZERO_PROVED",
  "REVISED_LATER",
  "DROPPED_LATER",
  "COVERAGE_BREAK",
  "UNPUBLISHED",
  "TRANSCRIBED",
  "REKEYED_COPY",
] as const satisfies readonly Flag[];

const checkFlags = async (db: DuckDBConnection): Promise<Check[]> => {
  const checks: Check[] = [];
  for (const flag of DOUBTS) {
    const { count, examples } = await find(
      db,
      `list_contains(string_split(flags, '|'), '${flag}')`,
    );
    checks.push({
      id: `flag-${flag.toLowerCase().replaceAll("_", "-")}`,
      stage: "flag",
      status: count === 0 ? "PASS" : "WARNING",
      count,
      examples,
      ...flagWords(flag),
    });
  }
  return checks;
};

/**
 * Runs every rule on the tables `observations`, `codes` and `files`. A broken rule is FAIL (nothing may be
 * published); a known defect that is flagged is WARNING.
 */
export const checkAll = async (db: DuckDBConnection): Promise<Check[]> => {
  const rules: Check[] = [];
  for (const rule of ruleList) rules.push(await runRule(db, rule));
  return [...(await checkFlags(db)), ...rules, await checkSexes(db), await checkSameTraces(db)];
};

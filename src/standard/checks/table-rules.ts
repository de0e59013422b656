import { CL_INDICATOR, notApplicableDimensions } from "../codelists/indicator.ts";
import { DIMENSIONS } from "../dimensions.ts";
import { CODE_COLUMNS, KEY_COLUMNS, OBSERVATION_COLUMNS } from "../observation.ts";
import type { TableRule, Tables } from "./rule.ts";

const codeRules = ({ codes }: Tables): TableRule[] =>
  CODE_COLUMNS.map(({ name, codelist }) => ({
    id: `codes-${name}`,
    status: "FAIL",
    message: `Codes of ${name} that are not in ${codelist}.`,
    column: name,
    where: `${name} NOT IN (SELECT code FROM ${codes} WHERE codelist = '${codelist}')`,
  }));

const PATTERN_RULES: readonly TableRule[] = OBSERVATION_COLUMNS.flatMap((column) =>
  column.type === "text" && "pattern" in column
    ? {
        id: `pattern-${column.name}`,
        status: "FAIL" as const,
        message: `Values of ${column.name} that do not match ${column.pattern}.`,
        column: column.name,
        where: `NOT regexp_full_match(${column.name}, '${column.pattern}')`,
      }
    : [],
);

/**
 * The breakdown as the codes of a row show it. TRACED_TO_PURCHASER is true of every row of the
 * flows and breaks nothing down.
 */
export const BREAKDOWN_SQL = `coalesce(nullif(concat_ws('+', ${DIMENSIONS.map(
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
const uniqueKey = ({ observations }: Tables): TableRule => ({
  id: "unique-key",
  status: "FAIL",
  message: "Observations that share their key with another.",
  prepare: `CREATE OR REPLACE TEMP TABLE shared_hashes AS
    SELECT hash(${KEY}) AS hash FROM ${observations} GROUP BY ALL HAVING count(*) > 1`,
  where: `hash(${KEY}) IN (FROM shared_hashes) AND (${KEY}) IN (
    SELECT (${KEY}) FROM ${observations} WHERE hash(${KEY}) IN (FROM shared_hashes)
    GROUP BY ALL HAVING count(*) > 1)`,
});

/**
 * What every table of observations must keep, whatever its source. All are FAIL: keys are unique, codes are in their
 * lists, texts match their patterns, a value is missing exactly where the status says why, counts are whole, what
 * cannot exist is `_Z`, and breakdown, additivity and level are what the codes of the row say.
 */
export const tableRules = (tables: Tables): readonly TableRule[] => [
  ...codeRules(tables),
  ...PATTERN_RULES,
  {
    id: "codes-flags",
    status: "FAIL",
    message: "Flags that are not in CL_FLAG.",
    column: "flags",
    where: `flags IN (SELECT flags FROM (SELECT DISTINCT flags FROM ${tables.observations} WHERE flags <> '')
      WHERE NOT list_has_all(
        (SELECT list(code) FROM ${tables.codes} WHERE codelist = 'CL_FLAG'), string_split(flags, '|')))`,
  },
  uniqueKey(tables),
  {
    id: "missing-value-status",
    status: "FAIL",
    message: "Empty values whose status does not say why, or values with such a status.",
    column: "obs_status",
    where: "(obs_value IS NULL) <> (obs_status IN ('O', 'L', 'M', 'Q'))",
  },
  {
    id: "value-range",
    status: "FAIL",
    message: "Values that are negative or not finite.",
    column: "obs_value",
    where: "obs_value < 0 OR NOT isfinite(obs_value)",
  },
  {
    id: "whole-counts",
    status: "FAIL",
    message: "Counts that are not whole numbers and not estimates.",
    column: "obs_value",
    where: "unit_measure = 'NUMBER' AND obs_status <> 'E' AND obs_value <> floor(obs_value)",
  },
  {
    id: "breakdown",
    status: "FAIL",
    message: "Breakdowns that are not the dimensions that the row breaks down.",
    column: "breakdown",
    where: `breakdown <> ${BREAKDOWN_SQL}`,
  },
  {
    id: "not-applicable",
    status: "FAIL",
    message: "Dimensions that are _Z where the indicator has them, or not where it has not.",
    where: NOT_APPLICABLE_SQL,
  },
  {
    id: "additivity-total",
    status: "FAIL",
    message: "Rows without a breakdown that are not totals.",
    column: "additivity",
    where: "breakdown = '_T' AND additivity <> 'TOTAL'",
  },
  {
    id: "area-level",
    status: "FAIL",
    message: "Area levels that are not the level of ref_area.",
    column: "area_level",
    where: `(ref_area, area_level) NOT IN
      (SELECT (code, level) FROM ${tables.codes} WHERE codelist = 'CL_AREA')`,
  },
  {
    id: "source-row",
    status: "FAIL",
    message: "Observations without a place in their source.",
    column: "source_row",
    where: "source_row = '' OR source_detail = ''",
  },
];

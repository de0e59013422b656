import { type PartRow, partsAgainstTotals, zerosWithoutParts } from "../standard/checks/parts.ts";
import { plausibilityRules } from "../standard/checks/plausibility-rules.ts";
import { type TableRule, valueText } from "../standard/checks/rule.ts";
import { sexesSql } from "../standard/checks/sexes.ts";
import { tableRules } from "../standard/checks/table-rules.ts";
import { CL_INDICATOR, notApplicableDimensions } from "../standard/codelists/indicator.ts";
import { DIMENSIONS } from "../standard/dimensions.ts";
import type { ColumnName } from "../standard/observation.ts";
import { quote } from "../standard/sql.ts";
import type { Query, Row, Scalar } from "../view/query.ts";
import { listOf } from "./codes.ts";
import type { ReturnDatabase } from "./database.ts";
import { type Finding, type FindingGroup, findingGroup, MAX_FINDINGS } from "./finding.ts";
import { OWN } from "./standardize.ts";

/** A rule of the pipelines as a query for findings: `line`, `col`, `value`, and `n`, how often it is broken. */
interface FindingQuery {
  readonly rule: Pick<TableRule, "id" | "status" | "column" | "prepare">;
  readonly column: string;
  readonly value: string;
  readonly where: string;
}

/** The key of a row in words, for what is about the row as a whole. */
const KEY_TEXT = "concat_ws(' ', indicator, ref_area, time_period, nullif(breakdown, '_T'))";

const valueSql = (column: ColumnName | undefined): string => {
  if (column === undefined) return KEY_TEXT;
  return column === "obs_value" ? valueText("obs_value") : `${column}::VARCHAR`;
};

/** Which dimension of a row is `_Z` where it should not be, or is not where it should. */
const wrongDimension = (result: (dimension: string) => string): string =>
  `CASE ${DIMENSIONS.map((dimension) => {
    const without = CL_INDICATOR.codes.flatMap(({ code }) =>
      notApplicableDimensions(code).includes(dimension) ? quote(code) : [],
    );
    const absent = without.length === 0 ? "false" : `indicator IN (${without.join(", ")})`;
    return `WHEN (${dimension} = '_Z') <> (${absent}) THEN ${result(dimension)}`;
  }).join(" ")} END`;

const toQuery = (rule: TableRule): FindingQuery =>
  rule.id === "not-applicable"
    ? {
        rule,
        column: wrongDimension(quote),
        value: wrongDimension((dimension) => `${dimension}::VARCHAR`),
        where: rule.where,
      }
    : {
        rule,
        column: rule.column === undefined ? "NULL::VARCHAR" : quote(rule.column),
        value: valueSql(rule.column),
        where: rule.where,
      };

const TABLES = { observations: OWN.observations, codes: OWN.codes };

/** The rules of the pipelines that a return is checked by, in the order in which they run. */
export const sharedRules = (): readonly TableRule[] => [
  ...tableRules(TABLES),
  ...plausibilityRules(TABLES),
];

const ask = (sql: string): Query => ({ sql, params: [] });

const textOrNull = (value: Scalar | undefined): string | null =>
  value === undefined || value === null ? null : String(value);
const numberOrNull = (value: Scalar | undefined): number | null =>
  typeof value === "number" ? value : null;

const runRule = async (
  db: ReturnDatabase,
  { rule, column, value, where }: FindingQuery,
): Promise<FindingGroup[]> => {
  if (rule.prepare !== undefined) await db.run(ask(rule.prepare));
  const rows = await db.ask(
    ask(`SELECT line, ${column} AS col, ${value} AS value, count(*) OVER ()::DOUBLE AS n
      FROM ${OWN.observations} WHERE ${where} ORDER BY line, value LIMIT ${MAX_FINDINGS}`),
  );
  const count = numberOrNull(rows[0]?.["n"]) ?? 0;
  if (count === 0) return [];
  const findings = rows.map(
    (row): Finding => ({
      line: numberOrNull(row["line"]),
      column: textOrNull(row["col"]),
      value: textOrNull(row["value"]),
    }),
  );
  const codelist = rule.id.startsWith("codes-")
    ? listOf(rule.id.slice("codes-".length))
    : undefined;
  const group = findingGroup(rule.id, rule.status, findings, count);
  return [codelist === undefined ? group : { ...group, codelist }];
};

const checkSexes = async (db: ReturnDatabase): Promise<FindingGroup[]> => {
  const rows = await db.ask(
    ask(`SELECT try_cast(source_row AS DOUBLE) AS line, place, total, parts
      FROM (${sexesSql(TABLES)}) WHERE differs ORDER BY place`),
  );
  const findings = rows.map(
    (row): Finding => ({
      line: numberOrNull(row["line"]),
      column: "sex",
      value: `${textOrNull(row["place"])}: ${textOrNull(row["parts"])} / ${textOrNull(row["total"])}`,
    }),
  );
  return findings.length === 0 ? [] : [findingGroup("sexes-add-up", "WARNING", findings)];
};

type OwnPart = PartRow & { readonly line: number | null };

const PART_COLUMNS =
  "dataset, release, indicator, freq, ref_area, time_period, unit_measure, breakdown, additivity, obs_value, flags, line";

/** Rows of this view are what the shared functions read; the columns were checked before. */
const partRow = (row: Row): OwnPart => row as unknown as OwnPart;

const partFindings = (rule: string, rows: Iterable<OwnPart>): FindingGroup[] => {
  const findings = [...rows].map(
    (row): Finding => ({
      line: row.line,
      column: "obs_value",
      value: `${row.indicator} ${row.ref_area} ${row.time_period} ${row.breakdown}: ${row.obs_value ?? ""}`,
    }),
  );
  return findings.length === 0 ? [] : [findingGroup(rule, "WARNING", findings)];
};

const checkParts = async (db: ReturnDatabase): Promise<FindingGroup[]> => {
  const rows = await db.ask(
    ask(`SELECT ${PART_COLUMNS} FROM ${OWN.observations} WHERE NOT contains(flags, 'DERIVED')
      ORDER BY line`),
  );
  const parts = rows.map(partRow);
  const found = [...partsAgainstTotals(parts)];
  const withFlag = (flag: string) => found.flatMap(([row, own]) => (own === flag ? [row] : []));
  return [
    ...partFindings("flag-parts-lt-total", withFlag("PARTS_LT_TOTAL")),
    ...partFindings("flag-parts-gt-total", withFlag("PARTS_GT_TOTAL")),
    ...partFindings(
      "flag-false-zero-suspect",
      zerosWithoutParts(parts, () => true),
    ),
  ];
};

/**
 * Runs every check of the pipelines on the observations of a return: codes, patterns, keys, missing values, ranges,
 * breakdowns, what cannot exist, plausibility, men and women against totals, parts against totals, zeros that no part
 * supports. Rules that are kept are not in the answer. Needs the tables of the observations and the codes.
 */
export const checkReturn = async (db: ReturnDatabase): Promise<FindingGroup[]> => {
  const groups: FindingGroup[] = [];
  for (const rule of sharedRules()) groups.push(...(await runRule(db, toQuery(rule))));
  return [...groups, ...(await checkSexes(db)), ...(await checkParts(db))];
};

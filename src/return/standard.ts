import { BREAKDOWN_SQL } from "../standard/checks/table-rules.ts";
import type { CodedColumn, CodedTable } from "../standard/coded-table.ts";
import { CL_INDICATOR, notApplicableDimensions } from "../standard/codelists/indicator.ts";
import { DIMENSIONS, type Dimension } from "../standard/dimensions.ts";
import { COLUMN_NAMES, type ColumnName } from "../standard/observation.ts";
import { OWN_RETURN } from "../standard/own-return.ts";
import { quote } from "../standard/sql.ts";
import type { Query } from "../view/query.ts";
import { collector } from "./collector.ts";
import { type FindingGroup, ReturnError } from "./finding.ts";
import { STANDARD_REQUIRED, titlesOf } from "./layout.ts";
import { parseNumber } from "./numbers.ts";
import { enumOf, OWN_ROWS } from "./own-rows.ts";
import type { RawColumn, RawTable } from "./raw-table.ts";
import { ADDITIVITY_SQL } from "./row-sql.ts";
import { OWN } from "./standardize.ts";
import { neededColumn } from "./translate.ts";

/** A file in the columns of the standard, on its way into the database. */
export interface StandardRows {
  /** The columns that the file has, as text; `obs_value` as a number, NaN where it is empty or none; `line`. */
  readonly table: CodedTable;
  readonly columns: readonly ColumnName[];
  readonly findings: readonly FindingGroup[];
}

/** Files for people guard text against formulas by an apostrophe, and SDMX-CSV joins flags by semicolons. */
const cleaned = (name: ColumnName, word: string): string => {
  if (name === "flags") return word.replaceAll(";", "|");
  return /^'+[=+\-@\t\r\n]/.test(word) ? word.slice(1) : word.trim();
};

const textColumn = (name: ColumnName, column: RawColumn): CodedColumn =>
  enumOf(
    name,
    column.words().map((word) => cleaned(name, word)),
    column.codes,
  );

/**
 * Takes the columns of the standard out of a file. The dataset is always the reader's own, whatever the file says. A
 * value that is no number is a finding, and then empty. Throws a ReturnError when a column is missing without which
 * the rows say nothing.
 */
export const readStandard = (raw: RawTable): StandardRows => {
  const titles = titlesOf(COLUMN_NAMES, raw);
  const lacking = STANDARD_REQUIRED.filter((name) => !titles.has(name));
  if (lacking.length > 0) throw new ReturnError("column-missing", lacking.join(", "));
  const columns = COLUMN_NAMES.filter(
    (name) => titles.has(name) && name !== "dataset" && name !== "source_row",
  );
  const columnFor = (name: ColumnName): RawColumn => neededColumn(raw, titles.get(name) ?? "");
  const values = columnFor("obs_value");
  const note = collector(raw);
  const numbers = values.words().map((word) => parseNumber(word, ".") ?? Number.NaN);
  const wrong = values
    .words()
    .map((word, code) => Number.isNaN(numbers[code]) && word.trim() !== "");
  for (const [row, code] of values.codes.entries())
    if (wrong[code] === true) note.add("value-number", "FAIL", row, values);
  return {
    table: {
      name: OWN_ROWS,
      rows: raw.rows,
      columns: [
        { name: "line", kind: "number", values: raw.lines },
        ...columns.map(
          (name): CodedColumn =>
            name === "obs_value"
              ? {
                  name,
                  kind: "number",
                  values: Float64Array.from(values.codes, (code) => numbers[code] ?? Number.NaN),
                }
              : textColumn(name, columnFor(name)),
        ),
      ],
    },
    columns,
    findings: note.groups(),
  };
};

const LINE = "(line::INTEGER)::VARCHAR";

/** What a dimension is where the file has no column of it: not broken down, or `_Z` where it cannot exist. */
const defaultCode = (dimension: Dimension): string => {
  const without = CL_INDICATOR.codes.flatMap(({ code }) =>
    notApplicableDimensions(code).includes(dimension) ? quote(code) : [],
  );
  return without.length === 0
    ? "'_T'"
    : `CASE WHEN indicator IN (${without.join(", ")}) THEN '_Z' ELSE '_T' END`;
};

/** What follows from the other columns where the file has no column of it, in the order in which it follows. */
const defaultsSql = (release: string): Readonly<Partial<Record<ColumnName, string>>> => ({
  release: quote(release),
  freq: "CASE WHEN length(time_period) = 7 THEN 'M' ELSE 'A' END",
  unit_measure: "'NUMBER'",
  obs_status: "CASE WHEN obs_value IS NULL THEN 'O' ELSE 'A' END",
  conf_status: "'N'",
  source_detail: `'line=' || ${LINE}`,
  flags: "''",
  breakdown: BREAKDOWN_SQL,
  additivity: ADDITIVITY_SQL,
  area_level: `coalesce((SELECT any_value(level) FROM ${OWN.codes} c WHERE c.codelist = 'CL_AREA' AND c.code = ref_area), '')`,
  ...Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, defaultCode(dimension)])),
});

/**
 * Makes the observations of a file in the columns of the standard: those that it has as they are, the others from what
 * they follow from. `release` names the return where the file does not. Needs the tables of the rows and the codes.
 */
export const standardQuery = (columns: readonly ColumnName[], release: string): Query => {
  const has = new Set(columns);
  const defaults = defaultsSql(release);
  const given = columns.map((name) =>
    name === "obs_value"
      ? "CASE WHEN NOT isnan(obs_value) THEN obs_value END AS obs_value"
      : `${name}::VARCHAR AS ${name}`,
  );
  const fill = (names: readonly ColumnName[]): string =>
    names.flatMap((name) => (has.has(name) ? [] : `, ${defaults[name]} AS ${name}`)).join("");
  const derived: readonly ColumnName[] = ["breakdown", "additivity", "area_level"];
  const simple = COLUMN_NAMES.filter(
    (name) => !derived.includes(name) && defaults[name] !== undefined,
  );
  return {
    sql: `CREATE OR REPLACE TABLE ${OWN.observations} AS
      SELECT ${COLUMN_NAMES.join(", ")}, line FROM (SELECT *${fill(derived)} FROM (SELECT *${fill(simple)},
        ${quote(OWN_RETURN.code)} AS dataset, ${LINE} AS source_row
        FROM (SELECT line::DOUBLE AS line, ${given.join(", ")} FROM ${OWN.rows})))`,
    params: [],
  };
};

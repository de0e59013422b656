import type { Code, CodeOf } from "./code.ts";
import { CODE_LISTS, type CodeListId } from "./codelists/index.ts";

interface BaseColumn {
  readonly name: string;
  /** SDMX role. Dimensions form the key; it must be unique. */
  readonly role: "dimension" | "measure" | "attribute";
  readonly description: string;
}
interface CodeColumn extends BaseColumn {
  readonly type: "code";
  readonly codelist: CodeListId;
}
interface TextColumn extends BaseColumn {
  readonly type: "text";
  /** Regular expression that a whole cell must match. */
  readonly pattern?: string;
}
interface NumberColumn extends BaseColumn {
  readonly type: "number";
  readonly nullable: true;
}
interface FlagsColumn extends BaseColumn {
  readonly type: "flags";
  readonly codelist: "CL_FLAG";
}
export type Column = CodeColumn | TextColumn | NumberColumn | FlagsColumn;

const coded = <N extends string, L extends CodeListId>(
  name: N,
  codelist: L,
  description: string,
  role: "dimension" | "attribute" = "dimension",
) => ({ name, type: "code", codelist, description, role }) as const;

/**
 * The standard observation table: one row, one number. The TypeScript type, the DuckDB table,
 * the checks and the published schema all follow from this definition.
 */
export const OBSERVATION_COLUMNS = [
  coded("dataset", "CL_DATASET", "Dataset the number belongs to."),
  {
    name: "release",
    type: "text",
    role: "dimension",
    pattern: "[A-Za-z0-9][A-Za-z0-9.-]*",
    description: "Release of the dataset, as stamped by its publisher.",
  },
  coded("indicator", "CL_INDICATOR", "What is counted."),
  coded("freq", "CL_FREQ", "Frequency."),
  coded("ref_area", "CL_AREA", "Area the number is about; for traces, the area of recovery."),
  {
    name: "time_period",
    type: "text",
    role: "dimension",
    pattern: "[0-9]{4}(-[0-9]{2})?",
    description: "Year, or year and month.",
  },
  coded("sex", "CL_SEX", "Sex of the persons counted."),
  coded("age", "CL_AGE", "Age of the persons counted; for traces, of the possessor."),
  coded("weapon_type", "CL_WEAPON_TYPE", "Weapon type."),
  coded("marking", "CL_MARKING", "Marking of the arm."),
  coded("condition", "CL_CONDITION", "How the arm was made or altered."),
  coded("legal_ground", "CL_LEGAL_GROUND", "Legal ground of the seizure."),
  coded(
    "offence_context",
    "CL_OFFENCE_CONTEXT",
    "Suspected offences connected with the seizure, arrest or trace.",
  ),
  coded("seizure_place", "CL_SEIZURE_PLACE", "Where the arm was seized."),
  coded("trace_status", "CL_TRACE_STATUS", "Result of tracing."),
  coded("origin_area", "CL_AREA", "Area of the last known retail sale of a traced firearm."),
  coded("calibre", "CL_CALIBRE", "Calibre or gauge."),
  coded("time_to_crime", "CL_TIME_TO_CRIME", "Time from first retail sale to recovery."),
  coded("unit_measure", "CL_UNIT_MEASURE", "Unit of obs_value."),
  {
    name: "obs_value",
    type: "number",
    role: "measure",
    nullable: true,
    description: "The number; empty where obs_status says why.",
  },
  coded("obs_status", "CL_OBS_STATUS", "Status of the number.", "attribute"),
  coded("conf_status", "CL_CONF_STATUS", "Confidentiality of the number.", "attribute"),
  {
    name: "breakdown",
    type: "text",
    role: "attribute",
    pattern: "_T|[a-z_]+(\\+[a-z_]+)*",
    description:
      "The dimensions that this row breaks down, joined by +; _T for none. Only rows of one breakdown may be compared or summed.",
  },
  coded(
    "additivity",
    "CL_ADDITIVITY",
    "How the row may be summed within its breakdown.",
    "attribute",
  ),
  coded(
    "area_level",
    "CL_AREA_LEVEL",
    "Level of ref_area. Only rows of one level may be summed.",
    "attribute",
  ),
  {
    name: "source_detail",
    type: "text",
    role: "attribute",
    description: "Original labels, notes and source cell, verbatim, as key=value; key=value.",
  },
  {
    name: "flags",
    type: "flags",
    codelist: "CL_FLAG",
    role: "attribute",
    description: "Flags of the number, joined by |.",
  },
  {
    name: "source_row",
    type: "text",
    role: "attribute",
    description:
      "Where the number stands in the source file: row, row:column, or several joined by +, counted from 1; n=… for aggregates.",
  },
] as const satisfies readonly Column[];

type Columns = typeof OBSERVATION_COLUMNS;
export type ColumnName = Columns[number]["name"];

type Cell<C extends Column> = C extends { type: "number" }
  ? number | null
  : C extends { type: "code"; codelist: infer L }
    ? L extends keyof typeof CODE_LISTS
      ? CodeOf<(typeof CODE_LISTS)[L]>
      : string
    : string;

/** One observation, as every part of the project knows it. */
export type Observation = { [C in Columns[number] as C["name"]]: Cell<C> };

/** Names of the key columns; no two observations may agree in all of them. */
export const KEY_COLUMNS: readonly ColumnName[] = OBSERVATION_COLUMNS.filter(
  (column) => column.role === "dimension",
).map((column) => column.name);

/** Names of all columns, in order. */
export const COLUMN_NAMES: readonly ColumnName[] = OBSERVATION_COLUMNS.map((column) => column.name);

/** The columns that carry one code of a fixed or published list, with the list's id. */
export const CODE_COLUMNS: readonly { readonly name: ColumnName; readonly codelist: CodeListId }[] =
  OBSERVATION_COLUMNS.filter((column) => column.type === "code");

/** `CREATE TABLE` of the observation table in DuckDB's types, all text but the value. */
export const observationTableSql = (table: string): string =>
  `CREATE TABLE ${table} (${OBSERVATION_COLUMNS.map(
    (column) => `${column.name} ${column.type === "number" ? "DOUBLE" : "VARCHAR NOT NULL"}`,
  ).join(", ")})`;

/** Codes of a fixed list; throws for CL_AREA, which the pipelines write. */
export const codesOf = (id: CodeListId): readonly Code[] => {
  if (id === "CL_AREA") throw new Error("CL_AREA is read from data/codelists/CL_AREA.csv.");
  return CODE_LISTS[id].codes;
};

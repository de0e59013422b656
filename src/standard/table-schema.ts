import type { CodeListId } from "./codelists/index.ts";
import { CODE_COLUMNS, KEY_COLUMNS, OBSERVATION_COLUMNS } from "./observation.ts";

/** A field of a Table Schema. */
export interface TableField {
  readonly name: string;
  readonly type: "string" | "number" | "integer";
  readonly description: string;
  readonly constraints: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly pattern?: string;
    readonly minimum?: number;
  };
  readonly categories?: readonly { readonly value: string; readonly label: string }[];
}

/** A Frictionless Table Schema, version 2. */
export interface TableSchema {
  readonly $schema: string;
  readonly fields: readonly TableField[];
  readonly missingValues: readonly { readonly value: string; readonly label: string }[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys?: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource: string; readonly fields: readonly string[] };
  }[];
}

/** Address of the profile. */
export const TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json";

/**
 * The observation table as a Frictionless Table Schema: types, key, code lists. `resource` names the table of a
 * code list; by itself, the list's identifier.
 */
export const observationSchema = (
  resource: (list: CodeListId) => string = (list) => list,
): TableSchema => ({
  $schema: TABLE_SCHEMA,
  fields: OBSERVATION_COLUMNS.map((column) => ({
    name: column.name,
    type: column.type === "number" ? "number" : "string",
    description: column.description,
    constraints: {
      required: column.type === "code" || column.role === "dimension",
      ...("pattern" in column ? { pattern: column.pattern } : {}),
      ...(column.type === "number" ? { minimum: 0 } : {}),
    },
  })),
  missingValues: [
    { value: "", label: "No value or none given; for obs_value, obs_status says why" },
  ],
  primaryKey: KEY_COLUMNS,
  foreignKeys: CODE_COLUMNS.map(({ name, codelist }) => ({
    fields: [name],
    reference: { resource: resource(codelist), fields: ["code"] },
  })),
});

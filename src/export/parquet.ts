import { parquetWriteBuffer } from "hyparquet-writer";
import { type ColumnName, OBSERVATION_COLUMNS } from "../standard/observation.ts";
import type { Row } from "../view/query.ts";
import { valueIn } from "./cell.ts";
import { citationOf, type ExportMeta } from "./meta.ts";

/** A text of a row. Throws when it is none: only obs_value may be missing. */
const textIn = (row: Row, column: ColumnName): string => {
  const value = valueIn(row, column);
  if (typeof value !== "string") throw new Error(`The row has no text in ${column}.`);
  return value;
};

/**
 * Observations as the bytes of a Parquet file: the columns of the standard, text as required UTF-8, obs_value as a
 * nullable double; citation, coverage, version and address in the file's own metadata. Text is verbatim. Throws when
 * a row lacks a column or a text.
 */
export const observationsParquet = (rows: readonly Row[], meta: ExportMeta): Uint8Array => {
  const columnData = OBSERVATION_COLUMNS.map(({ name, type }) =>
    type === "number"
      ? ({
          name,
          type: "DOUBLE",
          nullable: true,
          data: rows.map((row) => valueIn(row, name)),
        } as const)
      : ({
          name,
          type: "STRING",
          nullable: false,
          data: rows.map((row) => textIn(row, name)),
        } as const),
  );
  const about = {
    citation: citationOf(meta),
    coverage: meta.coverage,
    version: meta.version,
    address: meta.address,
    ...(meta.selection === undefined ? {} : { query: meta.selection.statement }),
  };
  return new Uint8Array(
    parquetWriteBuffer({
      columnData,
      kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    }),
  );
};

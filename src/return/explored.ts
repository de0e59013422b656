import { DIMENSIONS, type Dimension } from "../standard/dimensions.ts";
import { CODE_COLUMNS, COLUMN_NAMES, codesOf } from "../standard/observation.ts";
import { OWN_RETURN } from "../standard/own-return.ts";
import { quote } from "../standard/sql.ts";
import { catalogueQuery, knownSlicesFrom, type Slice } from "../view/catalogue.ts";
import { observationTable, type Query } from "../view/query.ts";
import type { ReturnDatabase } from "./database.ts";
import { OWN } from "./standardize.ts";

/** What of a return can be explored as our own datasets are. */
export interface Explored {
  readonly slices: readonly Slice[];
  /** Tables that cannot be shown, because they hold a code that is in no list; the checks name it. */
  readonly unknown: number;
}

/**
 * Makes the view through which one release of a return is explored: whole, since what is on screen is the reader's
 * own, and one release alone, since two would be summed.
 */
const exploredQuery = (release: string): Query => ({
  sql: `CREATE OR REPLACE VIEW ${observationTable(OWN_RETURN.code)} AS
    SELECT ${COLUMN_NAMES.join(", ")} FROM ${OWN.observations} WHERE release = ${quote(release)}`,
  params: [],
});

const isKnown = (dimension: Dimension, code: string, areas: ReadonlySet<string>): boolean => {
  const column = CODE_COLUMNS.find(({ name }) => name === dimension);
  if (column === undefined) return true;
  return column.codelist === "CL_AREA"
    ? areas.has(code)
    : codesOf(column.codelist).some((entry) => entry.code === code);
};

const isWhollyKnown = (slice: Slice, areas: ReadonlySet<string>): boolean =>
  slice.areas.every((area) => areas.has(area)) &&
  DIMENSIONS.every((dimension) =>
    (slice.codes[dimension] ?? []).every((code) => isKnown(dimension, code, areas)),
  );

/**
 * Opens one release of a return to the views of our own datasets. `areas` are the codes of CL_AREA. Needs the table of
 * the observations. Rejects with what failed.
 */
export const exploreReturn = async (
  db: Pick<ReturnDatabase, "ask" | "run">,
  release: string,
  areas: ReadonlySet<string>,
): Promise<Explored> => {
  await db.run(exploredQuery(release));
  const rows = await db.ask(catalogueQuery(OWN_RETURN.code));
  const slices = knownSlicesFrom(OWN_RETURN.code, rows).filter((slice) =>
    isWhollyKnown(slice, areas),
  );
  return { slices, unknown: rows.length - slices.length };
};

import type { CodedTable } from "../standard/coded-table.ts";
import { breakdownDimensions, type Dimension } from "../standard/dimensions.ts";
import {
  type Counts,
  type CountTable,
  type Relation,
  suppress,
} from "../statistics/suppression.ts";
import type { Row } from "../view/query.ts";
import type { ReturnDatabase } from "./database.ts";
import {
  breakdownsQuery,
  cellsQuery,
  publishQuery,
  relationsQuery,
  SUPPRESSION,
  valuesQuery,
} from "./suppress-sql.ts";

/** How many numbers are not published, and why. */
export interface SuppressionReport {
  /** Numbers of the return that are counts. */
  readonly counts: number;
  /** From 1 to 4. */
  readonly small: number;
  /** Would give a small one away. */
  readonly companions: number;
  /** In tables that are left out altogether. */
  readonly withheld: number;
}

const textIn = (row: Row, column: string): string => {
  const value = row[column];
  if (typeof value !== "string") throw new Error(`The engine returned no text in "${column}".`);
  return value;
};

const groupIn = (row: Row): number => {
  const value = row["grp"];
  if (typeof value !== "number") throw new Error('The engine returned no number in "grp".');
  return value;
};

const numbersIn = (row: Row, column: string): number[] =>
  textIn(row, column).split(",").map(Number);

const relationsIn = (text: string): Relation[] =>
  text.split(";").map((relation) => {
    const [total = "", parts = ""] = relation.split(":");
    return { total: Number(total), parts: parts.split("|").map(Number) };
  });

const tablesIn = (tabs: readonly number[], crossed: readonly number[]): CountTable[] => {
  const tables = new Map<number, { cells: number[]; crossed: number }>();
  for (const [cell, tab] of tabs.entries()) {
    const table = tables.get(tab);
    if (table === undefined) tables.set(tab, { cells: [cell], crossed: crossed[cell] ?? 0 });
    else table.cells.push(cell);
  }
  return [...tables.values()];
};

const dimensionsIn = (breakdowns: readonly Row[]): Dimension[] => [
  ...new Set(breakdowns.flatMap((row) => breakdownDimensions(textIn(row, "breakdown")))),
];

/** Kinds of hidden counts, as table `own_hidden` has them. */
const KINDS = ["small", "companions", "withheld"] as const;

interface HiddenCell {
  readonly grp: number;
  readonly cell: number;
  readonly kind: number;
}

const hiddenIn = (grp: number, counts: Counts): HiddenCell[] => {
  const found = suppress(counts);
  return KINDS.flatMap((name, kind) => [...found[name]].map((cell) => ({ grp, cell, kind })));
};

const hiddenTable = (hidden: readonly HiddenCell[]): CodedTable => ({
  name: SUPPRESSION.hidden,
  rows: hidden.length,
  columns: (["grp", "cell", "kind"] as const).map((name) => ({
    name,
    kind: "number" as const,
    values: Int32Array.from(hidden, (entry) => entry[name]),
  })),
});

/** What {@link publishReturn} needs beside the database. */
export interface PublishOptions {
  /** Whether small counts are suppressed; on by default everywhere. */
  readonly protect: boolean;
  readonly signal?: AbortSignal;
  /** Told the groups of counts that are judged, and how many there are. */
  readonly progress?: (done: number, total: number) => void;
}

const judge = async (
  db: ReturnDatabase,
  { signal, progress }: PublishOptions,
): Promise<HiddenCell[]> => {
  const values = await db.ask(valuesQuery());
  const dimensions = dimensionsIn(await db.ask(breakdownsQuery()));
  const relations = new Map(
    (await db.ask(relationsQuery(dimensions))).map((row) => [
      groupIn(row),
      textIn(row, "relations"),
    ]),
  );
  return values.flatMap((row, at) => {
    signal?.throwIfAborted();
    progress?.(at, values.length);
    const text = relations.get(groupIn(row));
    return hiddenIn(groupIn(row), {
      values: numbersIn(row, "numbers"),
      relations: text === undefined ? [] : relationsIn(text),
      tables: tablesIn(numbersIn(row, "tabs"), numbersIn(row, "crossed")),
    });
  });
};

/**
 * Makes the table that files for others are written from, out of the observations of the return.
 * With `protect`, counts from 1 to 4 and those that would give them away have no number there. Nothing that is read from
 * the table afterwards can tell them. Needs the tables of the observations and the codes.
 */
export const publishReturn = async (
  db: ReturnDatabase,
  options: PublishOptions,
): Promise<SuppressionReport> => {
  await db.run(cellsQuery());
  const hidden = options.protect ? await judge(db, options) : [];
  await db.insert(hiddenTable(hidden));
  await db.run(publishQuery(options.protect));
  const [counted] = await db.ask({
    sql: `SELECT count(*)::DOUBLE AS n FROM ${SUPPRESSION.cells}`,
    params: [],
  });
  const of = (kind: (typeof KINDS)[number]): number =>
    hidden.filter((cell) => cell.kind === KINDS.indexOf(kind)).length;
  return {
    counts: Number(counted?.["n"] ?? 0),
    small: of("small"),
    companions: of("companions"),
    withheld: of("withheld"),
  };
};

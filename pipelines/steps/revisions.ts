import { type DatasetId, datasetOf } from "../../src/standard/codelists/dataset.ts";
import { type ColumnName, KEY_COLUMNS, type Observation } from "../../src/standard/observation.ts";
import { inOrder } from "../../src/standard/release.ts";
import { type Flag, groupBy, withFlags } from "../../src/standard/rows.ts";
import { quote } from "../../src/standard/sql.ts";

/** The key of an observation without its release: what two releases may agree in. */
export const SERIES_COLUMNS: readonly ColumnName[] = KEY_COLUMNS.filter(
  (column) => column !== "release",
);

const seriesKey = (row: Observation): string =>
  SERIES_COLUMNS.map((column) => row[column]).join("\u0000");

const flagsOf = (row: Observation, later: readonly (Observation | undefined)[]): Flag[] => {
  const held = later.filter((other) => other !== undefined);
  const dropped = later.at(-1) === undefined;
  const revised = held.some((other) => other.obs_value !== row.obs_value);
  const positive = held.some((other) => (other.obs_value ?? 0) > 0);
  return [
    ...(row.obs_value === 0 && (dropped || positive) ? (["FALSE_ZERO_PROVED"] as const) : []),
    ...(revised ? (["REVISED_LATER"] as const) : []),
    ...(dropped ? (["DROPPED_LATER"] as const) : []),
  ];
};

const flagDataset = (rows: readonly Observation[]): Observation[] => {
  const releases = inOrder([...new Set(rows.map((row) => row.release))]);
  if (releases.length < 2) return [...rows];
  const held = new Map(
    [...groupBy(rows, seriesKey)].map(([key, members]) => [
      key,
      new Map(members.map((member) => [member.release, member])),
    ]),
  );
  return rows.map((row) => {
    const later = releases.slice(releases.indexOf(row.release) + 1);
    if (later.length === 0) return row;
    const known = held.get(seriesKey(row));
    const flags = flagsOf(
      row,
      later.map((release) => known?.get(release)),
    );
    return flags.length === 0 ? row : withFlags(row, ...flags);
  });
};

/**
 * Flags what later releases of the same dataset say of an older one, where each release replaces the one before:
 * REVISED_LATER (another value), DROPPED_LATER (the newest release has no such row), FALSE_ZERO_PROVED (a zero that
 * is dropped, or positive later). Values are never carried from one release to another.
 */
export const flagRevisions = (rows: readonly Observation[]): Observation[] =>
  [...groupBy(rows, (row) => row.dataset)].flatMap(([dataset, members]) =>
    datasetOf(dataset as DatasetId).releases === "REPLACES" ? flagDataset(members) : members,
  );

/** Two releases of one dataset, the older first. */
export interface ReleasePair {
  readonly dataset: DatasetId;
  readonly from: string;
  readonly to: string;
}

/** Every pair of releases of every dataset whose releases replace one another. */
export const releasePairs = (
  releases: readonly { readonly dataset: DatasetId; readonly release: string }[],
): ReleasePair[] =>
  [...groupBy(releases, ({ dataset }) => dataset)].flatMap(([name, members]) => {
    const dataset = name as DatasetId;
    if (datasetOf(dataset).releases !== "REPLACES") return [];
    const ordered = inOrder(members.map(({ release }) => release));
    return ordered.flatMap((from, at) =>
      ordered.slice(at + 1).map((to) => ({ dataset, from, to })),
    );
  });

const SIDE_COLUMNS = ["obs_value", "obs_status", "flags", "source_row"] as const;

const side = (table: string, prefix: string): string =>
  SIDE_COLUMNS.map((column) => `${table}.${column} AS ${prefix}_${column}`).join(", ");

/**
 * SELECT of the differences between two releases in table `observations`: the key without the release, `kind`
 * (ADDED, DROPPED, CHANGED: another value), and value, status, flags and source row on both sides.
 */
export const changesSql = ({ dataset, from, to }: ReleasePair): string => {
  const release = (name: string): string =>
    `(SELECT * FROM observations WHERE dataset = ${quote(dataset)} AND release = ${quote(name)})`;
  const keys = SERIES_COLUMNS.map((column) => `coalesce(o.${column}, n.${column}) AS ${column}`);
  const same = SERIES_COLUMNS.map((column) => `o.${column} = n.${column}`).join(" AND ");
  return `SELECT CASE WHEN o.dataset IS NULL THEN 'ADDED' WHEN n.dataset IS NULL THEN 'DROPPED' ELSE 'CHANGED' END AS kind,
      ${keys.join(", ")}, ${side("o", "old")}, ${side("n", "new")}
    FROM ${release(from)} o FULL OUTER JOIN ${release(to)} n ON ${same}
    WHERE o.dataset IS NULL OR n.dataset IS NULL OR o.obs_value IS DISTINCT FROM n.obs_value
    ORDER BY ${SERIES_COLUMNS.join(", ")}`;
};

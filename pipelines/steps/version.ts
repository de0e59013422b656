import { copyFile, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { COLUMN_NAMES, type ColumnName, KEY_COLUMNS } from "../../src/standard/observation.ts";
import { InputError } from "../../src/standard/problem.ts";
import { quote } from "../../src/standard/sql.ts";
import {
  type Difference,
  FILE_COLUMNS,
  fileSchema,
  nextVersion,
  VERSION_COLUMNS,
  type Version,
  type VersionFile,
  versionSchema,
} from "../../src/standard/version.ts";
import { readCsv } from "../read/csv.ts";
import { writeCsv } from "./csv-file.ts";
import { exists, sha256 } from "./files.ts";
import { query } from "./table.ts";

const FIRST_VERSION = "1.0.0";

/** What of the data folder keeps the versions, and is no part of any. */
const HISTORY = new Set(["versions", "versions.csv", "archive", ".next"]);

/** The files of a data folder with their hashes, sorted by path, without those that keep the versions. */
export const filesOf = async (folder: string): Promise<VersionFile[]> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(sep).join("/"))
    .filter((path) => !HISTORY.has(path.split("/")[0] ?? ""))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path,
      bytes: (await stat(join(folder, path))).size,
      sha256: await sha256(join(folder, path)),
    })),
  );
};

/** The versions of a data folder, oldest first; none where the folder is new. */
export const versionsIn = async (out: string): Promise<Version[]> => {
  const path = join(out, "versions.csv");
  if (!(await exists(path))) return [];
  return (await readCsv(path, VERSION_COLUMNS)).map(({ cells }) => versionSchema.parse(cells));
};

/** The files that a version consists of. */
export const filesOfVersion = async (out: string, version: string): Promise<VersionFile[]> =>
  (await readCsv(join(out, "versions", `${version}.csv`), FILE_COLUMNS)).map(({ cells }) =>
    fileSchema.parse(cells),
  );

const same = (a: readonly VersionFile[], b: readonly VersionFile[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const checkUntouched = async (out: string, version: string): Promise<readonly VersionFile[]> => {
  const listed = await filesOfVersion(out, version);
  const found = new Map((await filesOf(out)).map((file) => [file.path, file.sha256]));
  const touched = listed.filter((file) => found.get(file.path) !== file.sha256);
  if (touched.length === 0) return listed;
  const message = `is not the file of version ${version}; restore it (git checkout) before a new version is made`;
  throw new InputError(touched.map(({ path }) => ({ file: `${out}/${path}`, message })));
};

const ATTRIBUTES: readonly ColumnName[] = COLUMN_NAMES.filter(
  (column) => !KEY_COLUMNS.includes(column),
);

const differenceSql = (before: string): string => {
  const on = KEY_COLUMNS.map((column) => `o.${column} = n.${column}`).join(" AND ");
  const differs = ATTRIBUTES.map((column) => `o.${column} IS DISTINCT FROM n.${column}`);
  const keys = KEY_COLUMNS.map((column) => `coalesce(o.${column}, n.${column}) AS ${column}`);
  return `SELECT CASE WHEN o.dataset IS NULL THEN 'ADDED' WHEN n.dataset IS NULL THEN 'DROPPED' ELSE 'CORRECTED' END AS kind,
      ${keys.join(", ")}, o.obs_value AS old_obs_value, n.obs_value AS new_obs_value,
      o.obs_status AS old_obs_status, n.obs_status AS new_obs_status, o.flags AS old_flags, n.flags AS new_flags
    FROM ${before} o FULL OUTER JOIN observations n ON ${on}
    WHERE o.dataset IS NULL OR n.dataset IS NULL OR ${differs.join(" OR ")}`;
};

const difference = async (db: DuckDBConnection): Promise<Difference> => {
  const rows = await query(
    db,
    "SELECT kind, count(*)::INTEGER AS n FROM version_changes GROUP BY kind",
  );
  const count = (kind: string): number => Number(rows.find((row) => row.kind === kind)?.n ?? 0);
  return { added: count("ADDED"), corrected: count("CORRECTED"), dropped: count("DROPPED") };
};

const compare = async (db: DuckDBConnection, out: string): Promise<Difference> => {
  const files = quote(join(out, "observations/*/*/*.parquet"));
  const columns = COLUMN_NAMES.join(", ");
  await db.run(
    `CREATE TEMP TABLE before AS SELECT ${columns} FROM read_parquet(${files},
       hive_partitioning = true, hive_types_autocast = false, union_by_name = true)`,
  );
  await db.run(`CREATE TEMP TABLE version_changes AS ${differenceSql("before")}`);
  return difference(db);
};

/** Keeps what the new version replaces: each file under its hash. */
const archive = async (
  out: string,
  before: readonly VersionFile[],
  after: readonly VersionFile[],
): Promise<void> => {
  const kept = new Set(after.map((file) => `${file.path} ${file.sha256}`));
  const replaced = before.filter((file) => !kept.has(`${file.path} ${file.sha256}`));
  await mkdir(join(out, "archive"), { recursive: true });
  for (const file of replaced) {
    await copyFile(join(out, file.path), join(out, "archive", file.sha256));
  }
};

const replaceFiles = async (out: string, next: string): Promise<void> => {
  for (const entry of await readdir(out)) {
    if (!HISTORY.has(entry)) await rm(join(out, entry), { recursive: true });
  }
  for (const entry of await readdir(next)) await rename(join(next, entry), join(out, entry));
};

const writeChanges = async (db: DuckDBConnection, path: string): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await db.run(
    `COPY (SELECT * FROM version_changes WHERE kind <> 'ADDED' ORDER BY ${KEY_COLUMNS.join(", ")})
     TO ${quote(path)} (FORMAT parquet, COMPRESSION snappy)`,
  );
};

const makeVersion = async (
  db: DuckDBConnection,
  out: string,
  next: string,
  today: string,
): Promise<Version> => {
  const after = await filesOf(next);
  const versions = await versionsIn(out);
  const last = versions.at(-1);
  const before = last === undefined ? [] : await checkUntouched(out, last.version);
  if (last !== undefined && same(before, after)) return last;
  const [counted] = await query(db, "SELECT count(*)::INTEGER AS n FROM observations");
  const observations = Number(counted?.n ?? 0);
  const change =
    last === undefined ? { added: observations, corrected: 0, dropped: 0 } : await compare(db, out);
  const version: Version = {
    version: last === undefined ? FIRST_VERSION : nextVersion(last.version, change),
    date: today,
    observations,
    ...change,
  };
  await archive(out, before, after);
  await replaceFiles(out, next);
  await mkdir(join(out, "versions"), { recursive: true });
  await writeCsv(join(out, "versions", `${version.version}.csv`), FILE_COLUMNS, after);
  if (last !== undefined) {
    await writeChanges(db, join(out, "versions", `${version.version}-changes.parquet`));
  }
  await writeCsv(join(out, "versions.csv"), VERSION_COLUMNS, [...versions, version]);
  return version;
};

/**
 * Makes the files of `<out>/.next` the data folder's content. Where they differ from the last version, a new one is
 * made: its number follows from the observations added, corrected and dropped, its list of files stands in
 * `versions/<version>.csv`, what was corrected or dropped in `versions/<version>-changes.parquet`, and the files it
 * replaces are kept under `archive/`, so that every version can be published for ever. Returns the version that now
 * stands; `.next` is gone, whatever happens. Throws InputError when the files of the last version were changed by hand.
 */
export const keepVersion = async (
  db: DuckDBConnection,
  out: string,
  today: string,
): Promise<Version> => {
  const next = join(out, ".next");
  try {
    return await makeVersion(db, out, next, today);
  } finally {
    await rm(next, { recursive: true, force: true });
  }
};

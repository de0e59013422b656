/** What a link to the console carries. */
export interface SqlLink {
  readonly sql: string;
  /** Tables to load, by name. */
  readonly tables: readonly string[];
  /** Version of the data that the query was written for. */
  readonly version: string;
}

/** A link as it was found, and what of it could not be used. */
export interface FoundLink {
  readonly sql?: string;
  readonly tables?: readonly string[];
  readonly version?: string;
  readonly unusable: readonly ("sql" | "tables" | "data")[];
}

/** A query of more characters is not put into a link: hosts and mail programs cut long addresses. */
export const MAX_LINK = 4_000;

/** Anything but text: control characters other than tab and line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a link must not carry
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const VERSION = /^\d+\.\d+\.\d+$/;

/** The query string of a link, without the question mark; undefined where the query is too long for one. */
export const encodeSqlLink = ({ sql, tables, version }: SqlLink): string | undefined => {
  if (sql.length > MAX_LINK) return undefined;
  return new URLSearchParams({ sql, tables: tables.join("~"), data: version }).toString();
};

/** Reads a query string; whatever is missing, too long or hostile is left out and named. Never throws. */
export const decodeSqlLink = (search: string, known: readonly string[]): FoundLink => {
  const given = new URLSearchParams(search);
  const sql = given.get("sql");
  const tables = given.get("tables");
  const version = given.get("data");
  const goodSql = sql !== null && sql.length <= MAX_LINK && !CONTROL.test(sql);
  const named = tables === null || tables === "" ? [] : tables.split("~");
  const found = known.filter((table) => named.includes(table));
  const allFound = named.every((table) => known.includes(table));
  const goodVersion = version !== null && VERSION.test(version);
  return {
    ...(goodSql ? { sql } : {}),
    ...(tables === null ? {} : { tables: found }),
    ...(goodVersion ? { version } : {}),
    unusable: [
      ...(sql === null || goodSql ? [] : (["sql"] as const)),
      ...(allFound ? [] : (["tables"] as const)),
      ...(version === null || goodVersion ? [] : (["data"] as const)),
    ],
  };
};

import type { Query } from "./query.ts";

/** A line is broken after the next comma once it is this long. */
const WIDTH = 88;

const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|[A-Za-z_]\w*|\s+|[^\s]/g;

/**
 * Text as a literal of DuckDB: quoted, quotes doubled, no escape in it. A character 0, at which its parser would
 * stop, is put in by a function.
 */
export const sqlText = (text: string): string => {
  const parts = text.split("\0").map((part) => `'${part.replaceAll("'", "''")}'`);
  return parts.length === 1 ? parts.join("") : `(${parts.join(" || chr(0) || ")})`;
};

const literal = (value: string | number): string => {
  if (typeof value === "string") return sqlText(value);
  if (!Number.isFinite(value)) throw new Error(`${value} cannot be written as a number in SQL.`);
  return String(value);
};

/** The tokens of a query with its values in place of the placeholders and `from` in place of its table. */
const filledTokens = ({ sql, params }: Query, from: string): string[] => {
  const values = [...params];
  let tables = 0;
  const tokens = (sql.match(TOKENS) ?? []).map((token) => {
    if (/^\s+$/.test(token)) return " ";
    if (token.startsWith('"observation_')) {
      tables += 1;
      return from;
    }
    if (token !== "?") return token;
    const value = values.shift();
    if (value === undefined) throw new Error(`The query has more placeholders than values: ${sql}`);
    return literal(value);
  });
  if (values.length > 0)
    throw new Error(`The query has ${values.length} more values than placeholders: ${sql}`);
  if (tables !== 1)
    throw new Error(`The query reads ${tables} tables of observations instead of one: ${sql}`);
  return tokens;
};

/** What starts a line of its own outside parentheses. `AND` of a `BETWEEN` does not. */
const CLAUSES: ReadonlySet<string> = new Set(["FROM", "WHERE", "GROUP", "ORDER"]);

const broken = (tokens: readonly string[]): string => {
  const lines = [""];
  let depth = 0;
  let between = false;
  const newLine = (indent: string): void => {
    lines[lines.length - 1] = lines.at(-1)?.trimEnd() ?? "";
    lines.push(indent);
  };
  for (const [at, token] of tokens.entries()) {
    const line = lines.at(-1) ?? "";
    if (token === " " && line.trim() === "") continue;
    if (depth === 0 && CLAUSES.has(token)) newLine("");
    if (depth === 0 && token === "AND" && !between) newLine("  ");
    if (token === "BETWEEN") between = true;
    else if (token === "AND") between = false;
    if (token === "(") depth += 1;
    if (token === ")") depth -= 1;
    lines[lines.length - 1] = (lines.at(-1) ?? "") + token;
    if (token === "," && (lines.at(-1)?.length ?? 0) > WIDTH && at < tokens.length - 1)
      newLine("    ");
  }
  return lines.join("\n");
};

/**
 * The finished text of a query, over several lines, without a semicolon: its values as quoted literals, its table of
 * observations replaced by `from`, which must be SQL that is known to be safe. It returns the same rows as the query
 * itself. Throws when values and placeholders do not agree, or when the query does not read one such table.
 */
export const statementOf = (query: Query, from: string): string =>
  broken(filledTokens(query, from));

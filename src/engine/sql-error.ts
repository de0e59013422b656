/** A message of DuckDB, taken apart. */
export interface SqlError {
  /** What a hint can be given about. */
  readonly kind: "no-table" | "extension" | "files" | "memory" | "parameters" | "other";
  /** What is wrong, without the excerpt. */
  readonly message: string;
  /** The table or extension that is missing. */
  readonly name?: string;
  /** The line of the reader's text, with a caret under the place. */
  readonly excerpt?: string;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1; absent where the excerpt is cut. */
  readonly column?: number;
}

const EXTENSION = /it exists in the (\w+) extension/;
const NO_TABLE = /Table with name (.+?) does not exist/;

const kindOf = (message: string): Pick<SqlError, "kind" | "name"> => {
  const extension = EXTENSION.exec(message)?.[1];
  if (extension !== undefined) return { kind: "extension", name: extension };
  // DuckDB keeps sums of moments with a time zone in an extension, and does not say so.
  if (/TIMESTAMP WITH TIME ZONE/.test(message) && /No function matches/.test(message))
    return { kind: "extension", name: "icu" };
  if (/file system operations are disabled/.test(message)) return { kind: "files" };
  const table = NO_TABLE.exec(message)?.[1];
  if (table !== undefined)
    return /[/:]|\.\w+$/.test(table) ? { kind: "files" } : { kind: "no-table", name: table };
  if (/^Out of Memory Error/.test(message)) return { kind: "memory" };
  if (/parameters were bound|Values were not provided/.test(message)) return { kind: "parameters" };
  return { kind: "other" };
};

/** Takes a message of DuckDB apart; one without an excerpt comes back whole. */
export const readSqlError = (text: string): SqlError => {
  const place = /\n+LINE (\d+): (.*)\n( *)\^/.exec(text);
  const whole = (place === null ? text : text.slice(0, place.index)).trim();
  const known = kindOf(whole);
  // Advice to install something is left out: nothing can be installed here.
  const message =
    known.kind === "extension" ? (whole.split(/\n\n|\n\t?Candidate/)[0] ?? whole).trim() : whole;
  if (place === null) return { ...known, message };
  const [, number = "1", code = "", spaces = ""] = place;
  const before = spaces.length - `LINE ${number}: `.length;
  return {
    ...known,
    message,
    excerpt: `${code}\n${" ".repeat(Math.max(0, before))}^`,
    line: Number(number),
    ...(code.startsWith("...") || before < 0 ? {} : { column: before + 1 }),
  };
};

/** A message of DuckDB without its excerpt, where that is of another text than the reader's. */
export const withoutPlace = (text: string): string => text.replace(/\n+LINE \d+: [\s\S]*$/, "");

import type { Result } from "../../engine/reading.ts";
import type { Outcome } from "../../engine/run-reading.ts";
import type { Speech } from "../../i18n/locales.ts";
import type { Example } from "../../view/sql-examples.ts";
import type { SqlTable } from "../../view/sql-tables.ts";

/** What the page hands to the console. */
export interface ConsoleProps {
  readonly path: string;
  /** Relative address of the site's root, ending in a slash. */
  readonly root: string;
  readonly dataVersion: string;
  readonly tables: readonly SqlTable[];
  readonly examples: readonly Example[];
  /** File names of the published code lists. */
  readonly codelists: readonly string[];
}

/** What every part of the console needs. */
export interface SqlStage extends ConsoleProps {
  readonly speech: Speech;
}

/** A statement with what it needs to run. */
export interface Statement {
  readonly sql: string;
  readonly tables: readonly string[];
  readonly limitMs: number;
}

/** What came of a statement that gave no rows. */
export type Trouble = Exclude<Outcome, { kind: "rows" }>;

/** Where the console stands. */
export type Phase =
  | { readonly kind: "idle" }
  | { readonly kind: "ready" }
  | {
      readonly kind: "waiting";
      readonly words: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: "running"; readonly since: number; readonly limitMs: number }
  | { readonly kind: "answered" }
  | { readonly kind: "stopped-before" }
  | { readonly kind: "failed"; readonly reason: string }
  | {
      readonly kind: "trouble";
      readonly trouble: Trouble;
      readonly statement: Statement;
      /** Where a new engine stands, when the old one was ended. */
      readonly engine: "same" | "restarting" | "restarted";
    };

/** A statement and the rows that it gave. */
export interface Answered {
  readonly statement: Statement;
  readonly result: Result;
  readonly ms: number;
}

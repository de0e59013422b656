import type { Answer } from "../../view/answer.ts";
import type { When } from "../../view/areas-answer.ts";
import type { View } from "../../view/view.ts";
import type { Names } from "../figures/words.ts";

/** The themes of a briefing, in the order in which they stand. */
export const THEMES = [
  "coverage",
  "types",
  "tracing",
  "routes",
  "persons",
  "violence",
  "manufacture",
] as const;

export type Theme = (typeof THEMES)[number];

/** Whom a briefing is about: the States of a region, one State or territory, or some that were chosen. */
export interface Subject {
  readonly kind: "region" | "state" | "chosen";
  readonly name: string;
  /** Codes of its States and territories; never empty. */
  readonly members: readonly string[];
}

/** What a briefing is asked for. */
export interface BriefRequest {
  readonly subject: Subject;
  readonly from: number;
  readonly to: number;
  /** Never empty. */
  readonly themes: readonly Theme[];
}

/** Where the numbers of a briefing come from: native DuckDB at build, DuckDB-Wasm in the browser. */
export interface BriefSource {
  readonly names: Names;
  readonly version: string;
  /** The answer to a view for its own areas; undefined where they have no number. Rejects with what failed. */
  readonly answer: (view: View, when: When) => Promise<Answer | undefined>;
}

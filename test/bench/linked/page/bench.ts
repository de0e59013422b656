import type { Step } from "./measure.ts";

/** What the page of the bench tells those who drive it, as `window.bench`. */
export interface Bench {
  /** Milliseconds from navigation to the first chart painted; undefined until then. */
  firstChart: number | undefined;
  /** Milliseconds of the last entering; undefined while it runs. */
  entered: number | undefined;
  readonly steps: Step[];
  /** Whether the drawn views are what a first drawing of the same answer would be; null: not ours to say. */
  fresh: () => boolean | null;
  /** Identifies what was shown at each step. */
  digests: () => number[][];
  /** What went wrong. */
  error: string | undefined;
}

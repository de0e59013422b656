import type { Thread } from "../../view/query.ts";

/** A number whose source a reader has asked for. */
export interface Pull {
  readonly thread: Thread;
  readonly text: string;
  readonly name: string;
}

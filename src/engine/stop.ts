import type { Outcome } from "./run-reading.ts";

/** How long a stopped statement may take to give in before its engine is ended, in milliseconds. */
export const GRACE_MS = 3_000;
/** How often a statement that has not begun yet is told to stop. */
const AGAIN_MS = 150;

const after = (ms: number): Promise<"late"> =>
  new Promise((resolve) => setTimeout(() => resolve("late"), ms));

/** Resolves with the reason when the reader or the clock stops a statement; `clear` stops the clock. */
export const stopped = (limitMs: number, stop: AbortSignal) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const reason = new Promise<"reader" | "limit">((resolve) => {
    if (stop.aborted) resolve("reader");
    stop.addEventListener("abort", () => resolve("reader"), { once: true });
    timer = setTimeout(() => resolve("limit"), limitMs);
  });
  return { reason, clear: () => clearTimeout(timer) };
};

/**
 * Tells a statement to stop, again and again, until it does; ends its engine where it does not. The work itself must
 * not reject.
 */
export const halt = async (
  work: Promise<Outcome>,
  by: "reader" | "limit",
  tell: () => Promise<unknown>,
  end: () => void,
): Promise<Outcome> => {
  const late = after(GRACE_MS);
  let given: "late" | "again" | "done" = "again";
  while (given === "again") {
    tell().catch(() => undefined);
    given = await Promise.race([
      work.then(() => "done" as const),
      late,
      after(AGAIN_MS).then(() => "again" as const),
    ]);
  }
  if (given === "late") end();
  return { kind: "stopped", by, died: given === "late" };
};

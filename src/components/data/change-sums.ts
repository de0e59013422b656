import type { Change } from "../../standard/change.ts";

type Counts = Pick<Change, "added" | "changed" | "dropped" | "dropped_zeros">;

/** Adds up changes over indicators and areas. */
export const sumChanges = (rows: readonly Counts[]): Counts =>
  rows.reduce(
    (sum, row) => ({
      added: sum.added + row.added,
      changed: sum.changed + row.changed,
      dropped: sum.dropped + row.dropped,
      dropped_zeros: sum.dropped_zeros + row.dropped_zeros,
    }),
    { added: 0, changed: 0, dropped: 0, dropped_zeros: 0 },
  );

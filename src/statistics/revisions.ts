/** What one release holds for a key: a value, or null where its row carries none. Undefined: it has no such row. */
export type Held = { readonly value: number | null } | undefined;

/** What happened to a key from one release to the next. */
export type Revision = "absent" | "same" | "changed" | "dropped" | "added";

/** Compares two releases of one key, the older first. */
export const revisionOf = (before: Held, after: Held): Revision => {
  if (before === undefined) return after === undefined ? "absent" : "added";
  if (after === undefined) return "dropped";
  return before.value === after.value ? "same" : "changed";
};

/** Each release against the one before it; oldest first. */
export const revisionsOf = (held: readonly Held[]): Revision[] =>
  held.slice(1).map((after, index) => revisionOf(held[index], after));

/** Whether a later release changed or dropped what an earlier one held. */
export const isTakenBack = (held: readonly Held[]): boolean =>
  revisionsOf(held).some((revision) => revision === "changed" || revision === "dropped");

/** Whether the first release holds a key, a later one lacks it, and the last holds it again. */
export const isGap = (held: readonly Held[]): boolean =>
  held[0] !== undefined && held.at(-1) !== undefined && held.includes(undefined);

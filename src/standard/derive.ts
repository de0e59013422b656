import type { Observation } from "./observation.ts";
import { detail, groupBy, joinFlags, keyOf, splitFlags } from "./rows.ts";

const sum = (rows: readonly Observation[]): number | null =>
  rows.some((row) => row.obs_value === null)
    ? null
    : rows.reduce((total, row) => total + (row.obs_value ?? 0), 0);

const common = (lists: readonly (readonly string[])[]): string[] =>
  (lists[0] ?? []).filter((item) => lists.every((list) => list.includes(item)));

/**
 * Sums rows after replacing columns by constants: `{ origin_area: "_T" }` sums over origins.
 * One row per key that is left. A derived row is flagged DERIVED, keeps the flags that all of its
 * parts share, has no value when a part has none, and says `n=…` in source_row.
 */
export const derivedTotals = (
  rows: readonly Observation[],
  change: Partial<Observation>,
): Observation[] => {
  const changed = rows.map((row) => ({ row, target: { ...row, ...change } }));
  const groups = groupBy(changed, ({ target }) => keyOf(target));
  return [...groups.values()].flatMap((members) => {
    const first = members[0];
    if (first === undefined) return [];
    const parts = members.map((member) => member.row);
    const value = sum(parts);
    const status = new Set(parts.map((part) => part.obs_status));
    return {
      ...first.target,
      obs_value: value,
      obs_status: value === null ? "O" : status.size === 1 ? first.row.obs_status : "A",
      flags: joinFlags([...common(parts.map((part) => splitFlags(part.flags))), "DERIVED"]),
      source_detail: detail({ derived: `sum over ${Object.keys(change)[0] ?? "rows"}` }),
      source_row: `n=${parts.length}`,
    };
  });
};

/**
 * One row per key: rows of one key are summed, their source rows joined by `+`, their details
 * by ` + ` when they differ, their flags united. Rows that are alone in their key stay as they are.
 */
export const sumSameKey = (
  rows: readonly Observation[],
  flag: (members: readonly Observation[]) => readonly string[],
): Observation[] =>
  [...groupBy(rows, keyOf).values()].flatMap((members) => {
    const first = members[0];
    if (first === undefined || members.length === 1) return members;
    const flags = members.flatMap((member) => splitFlags(member.flags));
    return {
      ...first,
      obs_value: sum(members),
      flags: joinFlags([...flags, ...flag(members)]),
      source_detail: [...new Set(members.map((member) => member.source_detail))].join(" + "),
      source_row: members.map((member) => member.source_row).join("+"),
    };
  });

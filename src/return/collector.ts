import { type Finding, type FindingGroup, findingGroup, MAX_FINDINGS } from "./finding.ts";
import { cellOf, type RawColumn, type RawTable } from "./raw-table.ts";

/** Counts what breaks each rule in the cells of a file, and keeps the first findings of each. */
export interface Collector {
  add(rule: string, status: FindingGroup["status"], row: number, column: RawColumn): void;
  groups(): FindingGroup[];
}

/** A collector for the rows of a file. */
export const collector = (raw: Pick<RawTable, "lines">): Collector => {
  const found = new Map<
    string,
    { readonly status: FindingGroup["status"]; count: number; readonly kept: Finding[] }
  >();
  return {
    add: (rule, status, row, column) => {
      const group = found.get(rule) ?? { status, count: 0, kept: [] };
      found.set(rule, group);
      group.count += 1;
      if (group.kept.length < MAX_FINDINGS)
        group.kept.push({
          line: raw.lines[row] ?? null,
          column: column.title,
          value: cellOf(column, row),
        });
    },
    groups: () =>
      [...found].map(([rule, { status, count, kept }]) => findingGroup(rule, status, kept, count)),
  };
};

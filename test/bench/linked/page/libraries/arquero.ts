import { type ColumnTable, op, table } from "arquero";
import { AREAS, YEARS } from "../../shape.ts";
import type { Library } from "../library.ts";
import { readColumns } from "./columns.ts";
import { add, answerOf, counters } from "./counters.ts";

interface Group {
  readonly type: number;
  readonly year: number;
  readonly area: number;
  readonly key: number;
  readonly value: number;
}

/** Filter, then group and sum for each view, at each step. */
export function arquero(): Library {
  let rows: ColumnTable | undefined;
  return {
    load: (ipc) => {
      rows = table({ ...readColumns(ipc) });
    },
    answer: ({ from, to }) => {
      const chosen = rows
        ?.params({ from, to })
        .filter((d: Group, $: { from: number; to: number }) => d.year >= $.from && d.year <= $.to);
      const grouped = (...keys: string[]): Group[] =>
        (chosen
          ?.groupby(...keys)
          .rollup({ value: op.sum("count") })
          .objects() ?? []) as Group[];
      const sums = counters();
      for (const d of grouped("type", "year")) {
        add(sums.byTypeYear, d.type * YEARS + d.year, d.value);
        add(sums.byType, d.type, d.value);
      }
      for (const d of grouped("year", "area")) {
        add(sums.records, d.year * AREAS.length + d.area, 1);
        add(sums.byArea, d.area, d.value);
      }
      const views = { sex: sums.bySex, age: sums.byAge, origin: sums.byOrigin };
      for (const [name, view] of Object.entries(views))
        for (const d of grouped(name))
          add(view, (d as unknown as Record<string, number>)[name] ?? 0, d.value);
      return answerOf(sums);
    },
  };
}

import { AREAS, type Column, YEARS } from "../../shape.ts";
import type { Library } from "../library.ts";
import { readColumns } from "./columns.ts";
import { add, answerOf, counters } from "./counters.ts";

/** One pass over an array of objects at each step. */
export function objects(): Library {
  let rows: Readonly<Record<Column, number>>[] = [];
  return {
    load: (ipc) => {
      const columns = readColumns(ipc);
      rows = Array.from(columns.year, (year, i) => ({
        year,
        area: columns.area[i] ?? 0,
        type: columns.type[i] ?? 0,
        sex: columns.sex[i] ?? 0,
        age: columns.age[i] ?? 0,
        origin: columns.origin[i] ?? 0,
        count: columns.count[i] ?? 0,
      }));
    },
    answer: ({ from, to }) => {
      const sums = counters();
      for (const { year, area, type, sex, age, origin, count } of rows) {
        if (year < from || year > to) continue;
        add(sums.byTypeYear, type * YEARS + year, count);
        add(sums.records, year * AREAS.length + area, 1);
        add(sums.byType, type, count);
        add(sums.byArea, area, count);
        add(sums.bySex, sex, count);
        add(sums.byAge, age, count);
        add(sums.byOrigin, origin, count);
      }
      return answerOf(sums);
    },
  };
}

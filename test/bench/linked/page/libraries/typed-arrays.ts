import { AREAS, type Columns, YEARS } from "../../shape.ts";
import type { Library } from "../library.ts";
import { readColumns } from "./columns.ts";
import { add, answerOf, counters } from "./counters.ts";

/** One pass over the columns at each step. */
export function typedArrays(): Library {
  let rows: Columns | undefined;
  return {
    load: (ipc) => {
      rows = readColumns(ipc);
    },
    answer: ({ from, to }) => {
      if (rows === undefined) throw new Error("Nothing is loaded.");
      const { year: years, area, type, sex, age, origin, count } = rows;
      const sums = counters();
      for (let i = 0; i < years.length; i += 1) {
        const year = years[i] ?? 0;
        if (year < from || year > to) continue;
        const value = count[i] ?? 0;
        add(sums.byTypeYear, (type[i] ?? 0) * YEARS + year, value);
        add(sums.records, year * AREAS.length + (area[i] ?? 0), 1);
        add(sums.byType, type[i] ?? 0, value);
        add(sums.byArea, area[i] ?? 0, value);
        add(sums.bySex, sex[i] ?? 0, value);
        add(sums.byAge, age[i] ?? 0, value);
        add(sums.byOrigin, origin[i] ?? 0, value);
      }
      return answerOf(sums);
    },
  };
}

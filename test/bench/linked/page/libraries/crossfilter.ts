import crossfilter, { type Dimension, type Group } from "crossfilter2";
import { AREAS, YEARS } from "../../shape.ts";
import type { Library } from "../library.ts";
import { readColumns } from "./columns.ts";
import { add, answerOf, counters } from "./counters.ts";

/** Crossfilter over row numbers, with a dimension and a group for each view: each drag moves the groups on. */
export function crossfiltered(): Library {
  let years: Dimension<number, number> | undefined;
  let typeYears: Group<number, number, number>;
  let yearAreas: Group<number, number, number>;
  let groups: readonly Group<number, number, number>[] = [];
  return {
    load: (ipc) => {
      const { year, area, type, sex, age, origin, count } = readColumns(ipc);
      const filter = crossfilter(Array.from(year, (_, i) => i));
      const at = (column: Uint8Array) => (i: number) => column[i] ?? 0;
      const grouped = (key: (i: number) => number) =>
        filter.dimension(key).group<number, number>().reduceSum(at(count));
      years = filter.dimension(at(year));
      typeYears = grouped((i) => at(type)(i) * YEARS + at(year)(i));
      yearAreas = filter
        .dimension((i) => at(year)(i) * AREAS.length + at(area)(i))
        .group<number, number>()
        .reduceCount();
      groups = [area, sex, age, origin].map((column) => grouped(at(column)));
    },
    answer: ({ from, to }) => {
      years?.filterRange([from, to + 1]);
      const sums = counters();
      for (const { key, value } of typeYears.all()) {
        add(sums.byTypeYear, key, value);
        add(sums.byType, Math.floor(key / YEARS), value);
      }
      for (const { key, value } of yearAreas.all()) add(sums.records, key, value);
      const views = [sums.byArea, sums.bySex, sums.byAge, sums.byOrigin];
      for (const [i, view] of views.entries())
        for (const { key, value } of groups[i]?.all() ?? []) add(view, key, value);

      return answerOf(sums);
    },
  };
}

import { AGES, type Answer, AREAS, ORIGINS, SEXES, TYPES, YEARS } from "../../shape.ts";

/** Empty counters of the six views. */
export const counters = () => ({
  byTypeYear: new Float64Array(TYPES.length * YEARS),
  records: new Uint32Array(YEARS * AREAS.length),
  byType: new Float64Array(TYPES.length),
  byArea: new Float64Array(AREAS.length),
  bySex: new Float64Array(SEXES.length),
  byAge: new Float64Array(AGES.length),
  byOrigin: new Float64Array(ORIGINS.length),
});
export type Counters = ReturnType<typeof counters>;

/** Areas with a record, by year, from the records of each year and area. */
export const reportingIn = (records: ArrayLike<number>): Uint32Array => {
  const reporting = new Uint32Array(YEARS);
  for (let i = 0; i < records.length; i += 1) {
    const year = Math.floor(i / AREAS.length);
    if ((records[i] ?? 0) > 0) reporting[year] = (reporting[year] ?? 0) + 1;
  }
  return reporting;
};

/** Adds to a counter. */
export const add = (to: Float64Array | Uint32Array, at: number, value: number): void => {
  to[at] = (to[at] ?? 0) + value;
};

/** Counters as an answer. */
export const answerOf = ({ records, ...sums }: Counters): Answer => ({
  ...sums,
  reporting: reportingIn(records),
});

import { groupBy } from "../rows.ts";
import {
  type Breakdown,
  BY_LOCATION,
  PLACE,
  PLACES,
  TOTAL,
  TRACE,
  TRACE_SUBTOTALS,
  TRACES,
} from "./unodc-iafq-labels.ts";
import type { UnodcRow } from "./unodc-table.ts";

/** How the `Total` of a `by location` group is read. */
export interface LocationTotal {
  readonly breakdown: Breakdown;
  readonly ambiguous: boolean;
}

/** `Total` lines of one country, indicator and year, and what their two tables add up to. */
interface Group {
  readonly seized: boolean;
  readonly totals: readonly UnodcRow[];
  /** Sum of the places; none without places. */
  readonly places: readonly number[];
  /** Sum of the tracing results, and sum of the tracing subtotals with the unknown. */
  readonly traces: readonly number[];
}

const sumOf = (rows: readonly UnodcRow[]): number => rows.reduce((sum, row) => sum + row.value, 0);

const toGroup = (rows: readonly UnodcRow[]): Group => {
  const parts = rows.filter(({ text }) => text.Category !== TOTAL);
  const places = parts.filter(({ text }) => Object.hasOwn(PLACES, text.Category));
  const traces = parts.filter(({ text }) => Object.hasOwn(TRACES, text.Category));
  const isSubtotal = ({ text }: UnodcRow): boolean =>
    TRACE_SUBTOTALS.has(TRACES[text.Category] ?? "");
  const leaves = traces.filter((row) => !isSubtotal(row));
  const closing = traces.filter((row) => isSubtotal(row) || TRACES[row.text.Category] === "_U");
  return {
    seized: rows[0]?.text.Indicator === "Arms seized",
    totals: rows.filter(({ text }) => text.Category === TOTAL),
    places: places.length === 0 ? [] : [sumOf(places)],
    traces: [
      ...(leaves.length === 0 ? [] : [sumOf(leaves)]),
      ...(closing.some(isSubtotal) ? [sumOf(closing)] : []),
    ],
  };
};

/** Above 0 when the parts of a pair say "places, then tracing", below 0 when they say the reverse. */
const evidence = ({ seized, totals: [first, second], places, traces }: Group): number => {
  if (!seized || first === undefined || second === undefined) return 0;
  const fits = (row: UnodcRow, sums: readonly number[]): number => Number(sums.includes(row.value));
  const inOrder = fits(first, places) + fits(second, traces);
  return inOrder - fits(second, places) - fits(first, traces);
};

const single = (total: UnodcRow, { places, traces }: Group): LocationTotal => {
  const ambiguous = places.length === 0 && traces.length === 0;
  const equalsTraces = traces.includes(total.value) && !places.includes(total.value);
  const hasTracesOnly = places.length === 0 && traces.length > 0;
  return { breakdown: equalsTraces || hasTracesOnly ? TRACE : PLACE, ambiguous };
};

const pair = (group: Group, outOfOrder: boolean): readonly LocationTotal[] => {
  const said = evidence(group);
  const differ = group.totals[0]?.value !== group.totals[1]?.value;
  const ambiguous = said === 0 && differ && outOfOrder;
  const order = said < 0 ? [TRACE, PLACE] : [PLACE, TRACE];
  return order.map((breakdown) => ({ breakdown, ambiguous }));
};

const decide = (group: Group, outOfOrder: boolean): readonly LocationTotal[] => {
  const { seized, totals } = group;
  const [only] = totals;
  if (!seized) return totals.map(() => ({ breakdown: TRACE, ambiguous: false }));
  if (totals.length > 2) return totals.map(() => ({ breakdown: PLACE, ambiguous: true }));
  if (totals.length === 2) return pair(group, outOfOrder);
  return only === undefined ? [] : [single(only, group)];
};

/**
 * Decides for each `Total` under `by location`, by row number, which of the two tables it closes. Found and
 * surrendered arms have the tracing table only. Of two totals of seized arms, the places' is the one that equals the
 * sum of the places, the other the tracing total; where the parts do not say, the file's order does (places
 * first), unless the parts of another pair in the file contradict that order: then both are ambiguous. (The release
 * of 2025 is in order throughout, those of 2022 and 2024 are not.) A single total belongs to the table whose
 * parts it equals, else to the table that has parts, places first, else it is ambiguous. Three totals cannot be
 * told apart: all are read as ambiguous totals of the places, and thus share a key.
 */
export const locationTotals = (rows: readonly UnodcRow[]): ReadonlyMap<number, LocationTotal> => {
  const located = rows.filter(({ text }) => text.Dimension === BY_LOCATION);
  const keyed = groupBy(located, ({ text }) =>
    [text.Iso3_code, text.Indicator, text.Year].join("|"),
  );
  const groups = [...keyed.values()].map(toGroup);
  const outOfOrder = groups.some((group) => evidence(group) < 0);
  const decided = new Map<number, LocationTotal>();
  for (const group of groups) {
    for (const [at, total] of decide(group, outOfOrder).entries()) {
      const row = group.totals[at];
      if (row !== undefined) decided.set(row.row, total);
    }
  }
  return decided;
};

import { derivedTotals } from "../../src/standard/derive.ts";
import { breakdownKey } from "../../src/standard/dimensions.ts";
import type { Observation } from "../../src/standard/observation.ts";
import { InputError } from "../../src/standard/problem.ts";
import {
  detail,
  type Flag,
  groupBy,
  joinFlags,
  observation,
  withFlags,
} from "../../src/standard/rows.ts";
import type { WrongTotal } from "./br-rj-isp-check.ts";
import { MEASURES, type Measure } from "./br-rj-isp-columns.ts";
import type { PrecinctMonth } from "./br-rj-isp-read.ts";

/** All rows of one month, and what is known of it as a whole. */
export interface Month {
  readonly name: string;
  readonly rows: readonly PrecinctMonth[];
  /** True where every cell of every precinct is 0 or blank. */
  readonly isZero: boolean;
  /** False for the zero months at the end of the file: not published yet. */
  readonly isPublished: boolean;
}

const isZero = (rows: readonly PrecinctMonth[]): boolean =>
  rows.every(({ counts }) => Object.values(counts).every((count) => count === null || count === 0));

/**
 * The rows by month, in order. The months after the last one with any count are not published. Throws InputError
 * when no month has a count.
 */
export const toMonths = (file: string, rows: readonly PrecinctMonth[]): Month[] => {
  const groups = [...groupBy(rows, ({ month }) => month)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, own]) => ({ name, rows: own, isZero: isZero(own) }));
  const last = groups.findLast((group) => !group.isZero)?.name;
  if (last === undefined) {
    throw new InputError([{ file, message: "has no month with a count above 0" }]);
  }
  return groups.map((group) => ({ ...group, isPublished: group.name <= last }));
};

interface Outcome {
  readonly value: number | null;
  readonly status: Observation["obs_status"];
  readonly flags: readonly Flag[];
  readonly note: string;
}

const blank = (rows: number, blanks: readonly PrecinctMonth[]): Outcome => {
  const precincts = blanks.map(({ precinct }) => precinct).join(", ");
  const note =
    blanks.length === rows
      ? "blank in all precincts"
      : `blank in ${blanks.length} of ${rows} precincts: ${precincts}`;
  return { value: null, status: "O", flags: [], note };
};

/** The sum over precincts, without a value where a precinct has none or the month is not published. */
const outcomeOf = (month: Month, { columns }: Measure, wrong: readonly WrongTotal[]): Outcome => {
  if (!month.isPublished) {
    const note = "0 in every cell of this month and all later ones";
    return { value: null, status: "O", flags: ["UNPUBLISHED"], note };
  }
  const blanks = month.rows.filter(({ counts }) =>
    columns.some((column) => (counts[column] ?? null) === null),
  );
  if (blanks.length > 0) return blank(month.rows.length, blanks);
  const value = month.rows
    .flatMap(({ counts }) => columns.map((column) => counts[column] ?? 0))
    .reduce((sum, count) => sum + count, 0);
  const lines = wrong
    .filter((total) => total.month === month.name && columns.includes(total.column))
    .map(({ line, printed }) => `${printed} in row ${line}`);
  return {
    value,
    status: month.isZero ? "V" : "A",
    flags: [
      "DERIVED",
      ...(lines.length === 0 ? [] : (["PRINTED_TOTAL_WRONG"] as const)),
      ...(month.isZero ? (["FALSE_ZERO_SUSPECT"] as const) : []),
    ],
    note: lines.length === 0 ? "" : `wrong printed totals: ${lines.join(", ")}`,
  };
};

const columnsOf = ({ columns }: Measure): string => columns.join(" + ");

const monthly = (
  release: string,
  month: Month,
  measure: Measure,
  wrong: readonly WrongTotal[],
): Observation => {
  const { value, status, flags, note } = outcomeOf(month, measure, wrong);
  const { indicator, type } = measure;
  return observation(
    { dataset: "BR_RJ_ISP", release, indicator, ref_area: "BR-RJ", time_period: month.name },
    {
      freq: "M",
      area_level: "SUBNATIONAL",
      ...(type === undefined
        ? {}
        : {
            weapon_type: type,
            breakdown: breakdownKey(["weapon_type"]),
            additivity: "PART" as const,
          }),
      obs_value: value,
      obs_status: status,
      flags: joinFlags([
        ...flags,
        ...(measure.columns.length > 1 ? ["MERGED_LABELS"] : []),
        ...(type === "MACHINE_GUN" ? ["DEF_DIFFERS"] : []),
      ]),
      source_detail: detail({ columns: columnsOf(measure), note }),
      source_row: `n=${month.rows.length}`,
    },
  );
};

/** Flags of single months that a year must keep. */
const KEPT_FLAGS: readonly Flag[] = ["PRINTED_TOTAL_WRONG", "FALSE_ZERO_SUSPECT"];

/** The sum of the twelve months of a year; none where a month is missing or has no value. */
const annual = (year: string, months: readonly Observation[], measure: Measure): Observation[] => {
  if (months.length < 12 || months.some((row) => row.obs_value === null)) return [];
  return derivedTotals(months, { time_period: year, freq: "A" }).map((row) => ({
    ...withFlags(
      row,
      ...KEPT_FLAGS.filter((flag) => months.some((month) => month.flags.includes(flag))),
    ),
    source_detail: `${row.source_detail}; ${detail({ columns: columnsOf(measure) })}`,
  }));
};

/** Every measure by month, then by year, as sums over the precincts of the State. */
export const stateObservations = (
  release: string,
  months: readonly Month[],
  wrong: readonly WrongTotal[],
): Observation[] =>
  MEASURES.flatMap((measure) => {
    const rows = months.map((month) => monthly(release, month, measure, wrong));
    const years = groupBy(rows, (row) => row.time_period.slice(0, 4));
    return [...rows, ...[...years].flatMap(([year, own]) => annual(year, own, measure))];
  });

import type { Explanation } from "../standard/figure.ts";
import { type Span, yearsOf } from "./cell.ts";
import type { AreaRatio } from "./ratio.ts";
import type { Case } from "./sdg-case.ts";
import { overWindow } from "./sdg-window.ts";
import { exactSum } from "./source-cell.ts";
import { LEGIT, NOT_IDENTIFIABLE, ofCodes, TRACEABLE, TRACED } from "./trace-table.ts";

/** One way of arriving at a published value: what it gives and how it says so. */
export interface Trial {
  readonly value: number;
  readonly evidence: string;
}

/** Trials of one kind. */
export interface Trials {
  readonly code: Explanation;
  readonly trials: readonly Trial[];
}

const percent = (value: number): string => value.toFixed(2);
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const fraction = (year: number, n: number | null, d: number | null): string => `${year}=${n}/${d}`;
const within = (ratios: readonly AreaRatio[], { from, to }: Span): AreaRatio[] =>
  ratios.filter((ratio) => ratio.year >= from && ratio.year <= to && ratio.value !== null);

/** The rule on the numerators and denominators of each older release. */
export const olderReleases = ({ match, older }: Case): Trials => ({
  code: "EXPLAINED_OLDER_RELEASE",
  trials: older.flatMap(({ release, years }) => {
    const { value } = overWindow(match.official.area, years, match.span, "mean");
    return value === null ? [] : [{ value, evidence: `release=${release}` }];
  }),
});

/** One of two years alone. */
export const oneYearOnly = ({ match, years }: Case): Trials => {
  const used = within(years, match.span);
  return {
    code: "ONE_YEAR_ONLY",
    trials:
      used.length < 2
        ? []
        : used.map(({ year, n, d, value }) => ({
            value: value ?? 0,
            evidence: fraction(year, n, d),
          })),
  };
};

/** The ratio of a year outside the window. */
export const otherYears = ({ match, years }: Case): Trials => ({
  code: "ARITHMETIC_CANDIDATE_OTHER_YEAR",
  trials: years.flatMap(({ year, n, d, value }) =>
    value === null || (year >= match.span.from && year <= match.span.to)
      ? []
      : [{ value, evidence: fraction(year, n, d) }],
  ),
});

/** Every way to take each year as it stands or completed, at least one of them completed. */
export const completedTables = ({ match, years, completed }: Case): Trials => {
  const options = yearsOf(match.span).map((year) =>
    [...within(years, { from: year, to: year }), ...completed].filter(
      (ratio) => ratio.year === year && ratio.value !== null,
    ),
  );
  const choices = options
    .filter((option) => option.length > 0)
    .reduce<AreaRatio[][]>(
      (lists, option) => lists.flatMap((list) => option.map((ratio) => [...list, ratio])),
      [[]],
    );
  const basisOf = (ratio: AreaRatio): string =>
    completed.find((other) => other === ratio)?.basis ?? "TABLE";
  return {
    code: "ARITHMETIC_CANDIDATE_COMPLETED",
    trials: choices
      .filter((choice) => choice.some((ratio) => basisOf(ratio) !== "TABLE"))
      .map((choice) => ({
        value: meanOf(choice.map((ratio) => ratio.value ?? 0)),
        evidence: choice
          .map((ratio) => `${fraction(ratio.year, ratio.n, ratio.d)} ${basisOf(ratio)}`)
          .join("; "),
      })),
  };
};

/** One line of one year's table missing, or kept in D only; or a line that the rule leaves out taken into D. */
export const changedCategories = ({ match, years, tracing }: Case): Trials => {
  const used = within(years, match.span);
  const trials = used.flatMap((ratio) => {
    const table = tracing.filter((cell) => cell.year === ratio.year && (cell.value ?? 0) > 0);
    const rest = used.flatMap((other) => (other === ratio ? [] : [other.value ?? 0]));
    const [n, d] = [ratio.n ?? 0, ratio.d ?? 0];
    const changes = [
      ...ofCodes(table, TRACEABLE).flatMap(({ code, value }) => {
        const count = value ?? 0;
        return TRACED.has(code)
          ? [
              { change: `${code} missing`, n: n - count, d: d - count },
              { change: `${code} in D only`, n: n - count, d },
            ]
          : [{ change: `${code} missing`, n, d: d - count }];
      }),
      ...table
        .filter(({ code }) => code === LEGIT)
        .flatMap(({ code, value }) => [
          { change: `${code} in D`, n, d: d + (value ?? 0) },
          { change: `${code} in N and D`, n: n + (value ?? 0), d: d + (value ?? 0) },
        ]),
      {
        change: "not identifiable in D",
        n,
        d: d + (exactSum(ofCodes(table, NOT_IDENTIFIABLE)) ?? 0),
      },
    ];
    return changes
      .filter((change) => change.d > 0)
      .map((change) => ({
        value: meanOf([...rest, (100 * change.n) / change.d]),
        evidence: `${fraction(ratio.year, change.n, change.d)} ${change.change}`,
      }));
  });
  return { code: "ARITHMETIC_CANDIDATE_CATEGORY", trials };
};

/** One digit of the recomputed value exchanged: the copy of the published values was typed. */
export const changedDigit = ({ match }: Case): Trials => {
  const { recomputed, official } = match;
  if (recomputed.value === null) return { code: "ARITHMETIC_CANDIDATE_DIGIT", trials: [] };
  const ours = percent(recomputed.value);
  const theirs = percent(official.value);
  const differing = [...ours].filter((digit, at) => digit !== theirs[at]).length;
  const same = ours.length === theirs.length && differing === 1;
  return {
    code: "ARITHMETIC_CANDIDATE_DIGIT",
    trials: [{ value: same ? official.value : recomputed.value, evidence: `recomputed=${ours}` }],
  };
};

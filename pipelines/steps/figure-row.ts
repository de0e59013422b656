import type { Dimension } from "../../src/standard/dimensions.ts";
import type { Figure, FormulaId } from "../../src/standard/figure.ts";
import { type Cell, type Span, yearsOf } from "../../src/statistics/cell.ts";
import type { AggregateRatio, Ratio } from "../../src/statistics/ratio.ts";
import type { Weight } from "../../src/statistics/shares.ts";

/** The release that a figure's inputs come from. */
export type Origin = Pick<Figure, "dataset" | "release">;

/** Inputs that are listed one by one; more are counted. */
const LISTED = 24;

/** Area code of a figure over several areas. */
export const SEVERAL = "_T";

/** A year, or `first/last` of a window. */
export const period = ({ from, to }: Span): string => (from === to ? `${from}` : `${from}/${to}`);

/** Source rows joined by `+`, or `n=` and their number where there are many. */
export const compact = (inputs: readonly string[]): string =>
  inputs.length > LISTED ? `n=${inputs.length}` : inputs.join("+");

/** What a figure is about: `ARMS_SEIZED`, `ARMS_SEIZED:weapon_type=PISTOL`. */
export const category = (indicator: string, dimension?: Dimension | "span", code = ""): string =>
  dimension === undefined ? indicator : `${indicator}:${dimension}=${code}`;

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e6) / 1e6;

/** A figure of one area without weighting; `rest` says what it is and replaces what differs. */
export const figure = (
  id: FormulaId,
  origin: Origin,
  rest: Partial<Figure> & Pick<Figure, "ref_area" | "time_period" | "unit">,
): Figure => ({
  figure: id,
  ...origin,
  category: "",
  weighting: "NONE",
  residual: "",
  numerator: null,
  denominator: null,
  n_areas: 1,
  members: "",
  formula: id,
  inputs: "",
  note: "",
  ...rest,
  value: rounded(rest.value ?? null),
});

/** The cells of a figure that a ratio fills. */
export const ratioCells = (ratio: Ratio) => ({
  value: ratio.value,
  numerator: ratio.n,
  denominator: ratio.d,
  inputs: compact(ratio.inputs),
  note: ratio.notes.join("|"),
});

/** The name of a weight in a figure. */
export const weighting = (weight: Weight): "POOLED" | "COUNTRY_MEAN" =>
  weight === "pooled" ? "POOLED" : "COUNTRY_MEAN";

/** The cells of a figure over several areas; a mean of ratios has no numerator and denominator of its own. */
export const aggregateCells = ({ weight, value, n, d, areas, rows, notes }: AggregateRatio) => ({
  ref_area: SEVERAL,
  weighting: weighting(weight),
  value,
  numerator: weight === "pooled" ? n : null,
  denominator: weight === "pooled" ? d : null,
  n_areas: areas.length,
  members: areas.join("|"),
  inputs: `n=${rows}`,
  note: notes.join("|"),
});

/** Each year of some cells, each two years in a row, and all of them. */
export const periodsOf = (cells: readonly Pick<Cell, "year">[]): Span[] => {
  const years = [...new Set(cells.map((cell) => cell.year))].sort((a, b) => a - b);
  const [first] = years;
  const last = years.at(-1);
  if (first === undefined || last === undefined) return [];
  const pairs = years.flatMap((year) =>
    years.includes(year + 1) ? [{ from: year, to: year + 1 }] : [],
  );
  const whole = { from: first, to: last };
  return [
    ...years.map((year) => ({ from: year, to: year })),
    ...pairs,
    ...(yearsOf(whole).length > 2 ? [whole] : []),
  ];
};

/** Items whose year is within a span. */
export const during = <T extends { readonly year: number }>(
  items: readonly T[],
  { from, to }: Span,
): T[] => items.filter(({ year }) => year >= from && year <= to);

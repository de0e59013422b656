import type { Span } from "./cell.ts";

/** A number of one area, year and category, perhaps also of one code of a further dimension. */
export interface CubeRow {
  readonly area: string;
  readonly year: number;
  readonly code: string;
  /** Code of the dimension that is being filtered, such as a sex or an age band. */
  readonly x?: string;
  /** null: the source has the row and publishes no number for it. */
  readonly value: number | null;
}

/** Rows as columns of small integers, each with its dictionary, in the order code, year, area, x. */
export interface Cube {
  /** Sorted. */
  readonly areas: readonly string[];
  /** Sorted; `""` alone where the rows have no x. */
  readonly xs: readonly string[];
  /** In the order of their first row. */
  readonly codes: readonly string[];
  /** First and last year with a row; of a cube without rows, an empty span. */
  readonly years: Span;
  readonly area: Uint16Array;
  /** Years after the first. */
  readonly year: Uint16Array;
  readonly code: Uint16Array;
  readonly x: Uint16Array;
  /** NaN: no number. */
  readonly value: Float64Array;
}

export type Dimension = "area" | "year" | "code" | "x";

/** Makes a cube. Throws where a dimension has more than 65,536 codes or a value is not finite. */
export function cubeOf(rows: readonly CubeRow[]): Cube {
  const areas = [...new Set(rows.map((row) => row.area))].sort();
  const xs = [...new Set(rows.map((row) => row.x ?? ""))].sort();
  const codes = [...new Set(rows.map((row) => row.code))];
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { year, value } of rows) {
    if (value !== null && !Number.isFinite(value))
      throw new RangeError(
        `A cube holds finite numbers; ${value} is none. Give null for no number.`,
      );
    from = Math.min(from, year);
    to = Math.max(to, year);
  }
  const years = rows.length === 0 ? { from: 0, to: -1 } : { from, to };
  if (Math.max(areas.length, xs.length, codes.length, to - from + 1) > 65_536)
    throw new RangeError(
      "A dimension of a cube holds 65,536 codes at most: filter the rows first.",
    );
  const indexOf = (list: readonly string[]) => new Map(list.map((item, i) => [item, i]));
  const [areaAt, xAt, codeAt] = [indexOf(areas), indexOf(xs), indexOf(codes)];
  const placed = rows.map((row) => ({
    area: areaAt.get(row.area) ?? 0,
    year: row.year - years.from,
    code: codeAt.get(row.code) ?? 0,
    x: xAt.get(row.x ?? "") ?? 0,
    value: row.value ?? Number.NaN,
  }));
  placed.sort((a, b) => a.code - b.code || a.year - b.year || a.area - b.area || a.x - b.x);
  return {
    areas,
    xs,
    codes,
    years,
    area: Uint16Array.from(placed, (row) => row.area),
    year: Uint16Array.from(placed, (row) => row.year),
    code: Uint16Array.from(placed, (row) => row.code),
    x: Uint16Array.from(placed, (row) => row.x),
    value: Float64Array.from(placed, (row) => row.value),
  };
}

/** What is taken in; a part that is left out takes in everything. */
export interface Selection {
  readonly areas?: ReadonlySet<string>;
  readonly years?: Span;
  readonly codes?: ReadonlySet<string>;
  readonly xs?: ReadonlySet<string>;
}

/** A selection in the codes of one cube. */
export interface Mask {
  readonly area: Uint8Array;
  readonly code: Uint8Array;
  readonly x: Uint8Array;
  /** First and last year taken in, counted from the cube's first. */
  readonly from: number;
  readonly to: number;
}

/** The same mask for other years: what a drag over the years changes. */
export const withYears = (cube: Cube, mask: Mask, { from, to }: Span): Mask => ({
  ...mask,
  from: Math.max(from, cube.years.from) - cube.years.from,
  to: Math.min(to, cube.years.to) - cube.years.from,
});

/** Reads a selection for a cube. Codes that the cube does not have select nothing. */
export function maskOf(cube: Cube, selection: Selection): Mask {
  const chosen = (list: readonly string[], set: ReadonlySet<string> | undefined): Uint8Array =>
    Uint8Array.from(list, (item) => (set === undefined || set.has(item) ? 1 : 0));
  const codes = {
    area: chosen(cube.areas, selection.areas),
    code: chosen(cube.codes, selection.codes),
    x: chosen(cube.xs, selection.xs),
  };
  return withYears(cube, { ...codes, from: 0, to: 0 }, selection.years ?? cube.years);
}

/** Whether a mask takes in a row. */
export const takes = (cube: Cube, mask: Mask, i: number): boolean => {
  const year = cube.year[i] ?? 0;
  return (
    year >= mask.from &&
    year <= mask.to &&
    mask.area[cube.area[i] ?? 0] === 1 &&
    mask.code[cube.code[i] ?? 0] === 1 &&
    mask.x[cube.x[i] ?? 0] === 1
  );
};

/** Years of a cube. */
export const yearCount = ({ years }: Cube): number => Math.max(0, years.to - years.from + 1);

const sizeOf = (cube: Cube, by: Dimension): number =>
  ({
    area: cube.areas.length,
    code: cube.codes.length,
    x: cube.xs.length,
    year: yearCount(cube),
  })[by];

/** Sums with what stands behind each. A sum without `reported` is no number, which is not zero. */
export interface Sums {
  readonly value: Float64Array;
  /** Rows with a number. */
  readonly reported: Uint32Array;
}

/** Sums by one dimension, in the order of its dictionary. */
export function sumsBy(cube: Cube, mask: Mask, by: Dimension): Sums {
  const value = new Float64Array(sizeOf(cube, by));
  const reported = new Uint32Array(value.length);
  const at = cube[by];
  for (let i = 0; i < at.length; i += 1) {
    const number = cube.value[i] ?? Number.NaN;
    if (Number.isNaN(number) || !takes(cube, mask, i)) continue;
    const into = at[i] ?? 0;
    value[into] = (value[into] ?? 0) + number;
    reported[into] = (reported[into] ?? 0) + 1;
  }
  return { value, reported };
}

/** Sums by category and year, with the areas behind each: index code × years + year. */
export interface YearSums {
  readonly value: Float64Array;
  /** Areas with a number; without any there is no sum. */
  readonly areas: Uint32Array;
  /** Rows, with and without a number. */
  readonly rows: Uint32Array;
}

/** As `totalsByYear` of the same cells. */
export function sumsByCodeYear(cube: Cube, mask: Mask): YearSums {
  const years = yearCount(cube);
  const value = new Float64Array(cube.codes.length * years);
  const areas = new Uint32Array(value.length);
  const rows = new Uint32Array(value.length);
  let last = -1;
  let lastArea = -1;
  for (let i = 0; i < cube.value.length; i += 1) {
    if (!takes(cube, mask, i)) continue;
    const into = (cube.code[i] ?? 0) * years + (cube.year[i] ?? 0);
    rows[into] = (rows[into] ?? 0) + 1;
    const number = cube.value[i] ?? Number.NaN;
    if (Number.isNaN(number)) continue;
    value[into] = (value[into] ?? 0) + number;
    const area = cube.area[i] ?? 0;
    if (into !== last || area !== lastArea) areas[into] = (areas[into] ?? 0) + 1;
    last = into;
    lastArea = area;
  }
  return { value, areas, rows };
}

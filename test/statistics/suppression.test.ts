import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountTable, type Relation, suppress } from "../../src/statistics/suppression.ts";

/** A table of records by some dimensions: every margin of at most two dimensions, and how they add up. */
interface Tables {
  readonly values: number[];
  readonly relations: Relation[];
  readonly tables: CountTable[];
}

/** Counts records (one code a dimension) into the total, each dimension and each pair, as a return is counted. */
const tablesOf = (records: readonly (readonly number[])[], dimensions: number): Tables => {
  const place = new Map<string, number>();
  const values: number[] = [];
  const parts = new Map<string, Set<number>>();
  const cell = (key: string): number => {
    const known = place.get(key);
    if (known !== undefined) return known;
    place.set(key, values.length);
    values.push(0);
    return values.length - 1;
  };
  const count = (key: string): number => {
    const at = cell(key);
    values[at] = (values[at] ?? 0) + 1;
    return at;
  };
  const join = (relation: string, part: number): void => {
    parts.set(relation, (parts.get(relation) ?? new Set()).add(part));
  };
  for (const record of records) {
    count("T");
    for (let a = 0; a < dimensions; a += 1) {
      const one = `${a}=${record[a]}`;
      join(`T/${a}`, count(one));
      for (let b = a + 1; b < dimensions; b += 1) {
        const other = `${b}=${record[b]}`;
        const both = count(`${one},${other}`);
        join(`${one}/${b}`, both);
        join(`${other}/${a}`, both);
      }
    }
  }
  const names = Map.groupBy(place, ([key]) => key.replaceAll(/=\d+/g, ""));
  return {
    values,
    tables: [...names].map(([name, members]) => ({
      cells: members.map(([, at]) => at),
      crossed: name === "T" ? 0 : name.split(",").length,
    })),
    relations: [...parts].map(([key, members]) => ({
      total: cell(key.split("/")[0] ?? ""),
      parts: [...members],
    })),
  };
};

/** One total and its parts. */
const oneTable = (...values: number[]) => ({
  values,
  relations: [{ total: 0, parts: values.flatMap((_, cell) => (cell === 0 ? [] : cell)) }],
  tables: [
    { cells: [0], crossed: 0 },
    { cells: values.flatMap((_, cell) => (cell === 0 ? [] : cell)), crossed: 1 },
  ],
});

/**
 * An attacker who tries every set of whole numbers: for each hidden cell, all values that agree with what is published.
 * Works on the relations alone, by search with bounds; `limit` ends a search that is too long.
 */
const possible = (
  { values, relations }: Tables,
  isHidden: (cell: number) => boolean,
  limit: number,
): Map<number, Set<number>> | undefined => {
  const hidden = values.flatMap((_, cell) => (isHidden(cell) ? cell : []));
  const rows = relations
    .map(({ total, parts }) => {
      const members = [...parts.map((part) => [part, 1] as const), [total, -1] as const];
      const known = members.reduce(
        (sum, [m, s]) => (isHidden(m) ? sum : sum + s * (values[m] ?? 0)),
        0,
      );
      const remainder = members.reduce((sum, [m, s]) => sum + s * (values[m] ?? 0), 0);
      return { open: members.filter(([m]) => isHidden(m)), rest: remainder - known };
    })
    .filter(({ open }) => open.length > 0);
  const cap = Math.max(...values) + 3;
  const found = new Map(hidden.map((cell) => [cell, new Set<number>()]));
  const low = new Map(hidden.map((cell) => [cell, 1]));
  const high = new Map(hidden.map((cell) => [cell, cap]));
  let steps = 0;
  type Bounds = Map<number, number>;
  const tighten = (lo: Bounds, hi: Bounds): boolean => {
    for (let again = true; again; ) {
      again = false;
      for (const { open, rest } of rows) {
        const least = open.reduce(
          (s, [m, c]) => s + (c > 0 ? (lo.get(m) ?? 0) : -(hi.get(m) ?? 0)),
          0,
        );
        const most = open.reduce(
          (s, [m, c]) => s + (c > 0 ? (hi.get(m) ?? 0) : -(lo.get(m) ?? 0)),
          0,
        );
        if (rest < least || rest > most) return false;
        for (const [m, c] of open) {
          const [l, h] = [lo.get(m) ?? 0, hi.get(m) ?? 0];
          const otherLeast = least - (c > 0 ? l : -h);
          const otherMost = most - (c > 0 ? h : -l);
          const [nl, nh] =
            c > 0 ? [rest - otherMost, rest - otherLeast] : [otherLeast - rest, otherMost - rest];
          if (nl > l) {
            lo.set(m, nl);
            again = true;
          }
          if (nh < h) {
            hi.set(m, nh);
            again = true;
          }
          if ((lo.get(m) ?? 0) > (hi.get(m) ?? 0)) return false;
        }
      }
    }
    return true;
  };
  /** Is there a solution with these bounds? Remembers it. */
  const solve = (lo: Bounds, hi: Bounds): boolean => {
    steps += 1;
    if (steps > limit) throw new Error("too long");
    if (!tighten(lo, hi)) return false;
    const free = hidden.find((cell) => lo.get(cell) !== hi.get(cell));
    if (free === undefined) {
      for (const cell of hidden) found.get(cell)?.add(lo.get(cell) ?? 0);
      return true;
    }
    for (let value = lo.get(free) ?? 0; value <= (hi.get(free) ?? 0); value += 1)
      if (solve(new Map(lo).set(free, value), new Map(hi).set(free, value))) return true;
    return false;
  };
  try {
    for (const cell of hidden) {
      const truth = values[cell] ?? 0;
      const below = solve(new Map(low), new Map(high).set(cell, truth - 1));
      if (!below) solve(new Map(low).set(cell, truth + 1), new Map(high));
    }
    return found;
  } catch {
    return undefined;
  }
};

const hiddenBy = ({ small, companions, withheld }: ReturnType<typeof suppress>) => ({
  isHidden: (cell: number) => small.has(cell) || companions.has(cell),
  withheld,
});

interface Sample {
  readonly dimensions: number;
  readonly records: readonly (readonly number[])[];
}

/** A few records, most of them alike. */
const fewRecords: fc.Arbitrary<Sample> = fc.integer({ min: 1, max: 3 }).chain((dimensions) =>
  fc.record({
    dimensions: fc.constant(dimensions),
    records: fc.array(
      fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3 })), {
        minLength: dimensions,
        maxLength: dimensions,
      }),
      { minLength: 1, maxLength: 40 },
    ),
  }),
);

const crossOf = (sizes: readonly number[], ...counts: readonly number[]): fc.Arbitrary<Sample> => {
  const cells = sizes.reduce((all, size) => all * size, 1);
  return fc
    .array(fc.constantFrom(...counts), { minLength: cells, maxLength: cells })
    .filter((drawn) => drawn.some((count) => count > 0))
    .map((drawn) => ({
      dimensions: sizes.length,
      records: drawn.flatMap((count, at) => {
        let rest = at;
        const record = sizes.map((size) => {
          const code = rest % size;
          rest = Math.floor(rest / size);
          return code;
        });
        return Array.from({ length: count }, () => record);
      }),
    }));
};

/** Crosses in which some counts are small, some absent and most large. */
const crosses = fc.oneof(
  crossOf([5, 4], 0, 1, 2, 3, 7, 8, 9, 12, 14),
  crossOf([4, 3, 3], 0, 0, 0, 1, 2, 9, 11),
);

describe("suppression", () => {
  it("hides 1 to 4 and a companion for each that stands alone", () => {
    const { small, companions, withheld } = suppress(oneTable(20, 3, 8, 9));
    expect([...small]).toEqual([1]);
    expect([...companions]).toEqual([2]);
    expect([...withheld]).toEqual([]);
  });

  it("hides nothing where nothing is small; zero is not small", () => {
    const { small, companions } = suppress(oneTable(15, 0, 6, 9));
    expect([...small, ...companions]).toEqual([]);
  });

  it("hides the total where nothing else can hide a part", () => {
    const { companions } = suppress(oneTable(6, 3));
    expect([...companions]).toEqual([0]);
  });

  it("does not leave two ones with their published sum of two", () => {
    const { companions } = suppress(oneTable(12, 1, 1, 10));
    expect([...companions]).toEqual([3]);
  });

  it("knows what a total has beyond its parts", () => {
    const { companions } = suppress(oneTable(30, 3, 8));
    expect([...companions]).toEqual([2]);
  });

  it("leaves no count from 1 to 4 in sight, and no hidden one that can be worked out", () => {
    let solved = 0;
    let crossed = 0;
    fc.assert(
      fc.property(fc.oneof(fewRecords, crosses), ({ dimensions, records }) => {
        const tables = tablesOf(records, dimensions);
        const outcome = suppress(tables);
        const { isHidden, withheld } = hiddenBy(outcome);
        for (const [cell, value] of tables.values.entries())
          if (value > 0 && value < 5) expect(isHidden(cell) || withheld.has(cell)).toBe(true);
        const seen = tables.relations.filter(
          ({ total, parts }) => ![total, ...parts].some((cell) => withheld.has(cell)),
        );
        const found = possible({ ...tables, relations: seen }, isHidden, 3000);
        if (found === undefined) return;
        solved += 1;
        const crosses = tables.tables.filter((table) => table.crossed > 1);
        if (crosses.some(({ cells }) => cells.some(isHidden))) crossed += 1;
        for (const [cell, numbers] of found) {
          const others = [...numbers].filter((number) => number !== tables.values[cell]);
          expect(others.length, `cell ${cell}`).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300 },
    );
    expect(solved).toBeGreaterThan(200);
    expect(crossed).toBeGreaterThan(50);
  });
});

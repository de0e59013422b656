import { startDatabase } from "../../../../../src/engine/worker.ts";
import {
  type Cube,
  type CubeRow,
  cubeOf,
  type Mask,
  maskOf,
  sumsBy,
  sumsByCodeYear,
  withYears,
} from "../../../../../src/statistics/cube.ts";
import { reportersIn, reportingByYear } from "../../../../../src/statistics/cube-areas.ts";
import { AGES, type Answer, AREAS, ORIGINS, SEXES, type Span, TYPES, YEARS } from "../../shape.ts";
import type { Library } from "../library.ts";

const WHOLE = "_T";

/** One GROUP BY: the cube of area, type and year, and those of the other views by year. */
const CUBES = `SELECT grouping(sex, age, origin)::INTEGER AS cube, year, area, type,
  coalesce(sex, age, origin)::INTEGER AS x, sum(count)::DOUBLE AS value
  FROM records GROUP BY GROUPING SETS ((year, area, type), (year, sex), (year, age), (year, origin))`;
const CUBE_OF = { 7: "main", 3: "sex", 5: "age", 6: "origin" } as const;

const code = (n: number): string => String(n).padStart(2, "0");

/** Sums in the order of the shape's codes, whatever the cube's dictionary holds. */
function inOrder(values: Float64Array, dictionary: readonly string[], size: number): Float64Array {
  const all = new Float64Array(size);
  for (const [i, word] of dictionary.entries()) all[Number(word)] = values[i] ?? 0;
  return all;
}

/** A cube with everything taken in. */
interface Open {
  readonly cube: Cube;
  readonly mask: Mask;
}
type Cubes = Readonly<Record<(typeof CUBE_OF)[keyof typeof CUBE_OF], Open>>;

const open = (rows: readonly CubeRow[]): Open => {
  const cube = cubeOf(rows);
  return { cube, mask: maskOf(cube, {}) };
};

function answerFrom(cubes: Cubes, years: Span): Answer {
  const main = cubes.main.cube;
  const mask = withYears(main, cubes.main.mask, years);
  const typeYear = sumsByCodeYear(main, mask).value;
  const byTypeYear = new Float64Array(TYPES.length * YEARS);
  for (const [i, type] of main.codes.entries())
    byTypeYear.set(typeYear.subarray(i * YEARS, (i + 1) * YEARS), Number(type) * YEARS);
  const other = ({ cube, mask: all }: Open, size: number) =>
    inOrder(sumsBy(cube, withYears(cube, all, years), "x").value, cube.xs, size);
  return {
    byTypeYear,
    reporting: reportingByYear(main, reportersIn(main, mask)),
    byType: inOrder(sumsBy(main, mask, "code").value, main.codes, TYPES.length),
    byArea: inOrder(sumsBy(main, mask, "area").value, main.areas, AREAS.length),
    bySex: other(cubes.sex, SEXES.length),
    byAge: other(cubes.age, AGES.length),
    byOrigin: other(cubes.origin, ORIGINS.length),
  };
}

/** DuckDB-Wasm holds the rows; a small cube, made when the pointer enters, answers the drag. */
export function ours(): Library {
  let cubes: Cubes | undefined;
  let connection: Awaited<ReturnType<typeof startDatabase>>["connection"] | undefined;
  const makeCubes = async (): Promise<void> => {
    const found = { main: [], sex: [], age: [], origin: [] } as Record<keyof Cubes, CubeRow[]>;
    const table = await connection?.query(CUBES);
    const column = (name: string) => table?.getChild(name)?.toArray() as ArrayLike<number>;
    const [cube, year, value] = [column("cube"), column("year"), column("value")];
    const [area, type, x] = [column("area"), column("type"), column("x")];
    for (let i = 0; i < cube.length; i += 1) {
      const name = CUBE_OF[cube[i] as keyof typeof CUBE_OF];
      const isMain = name === "main";
      found[name].push({
        area: isMain ? code(area[i] ?? 0) : WHOLE,
        code: isMain ? code(type[i] ?? 0) : WHOLE,
        ...(isMain ? {} : { x: code(x[i] ?? 0) }),
        year: year[i] ?? 0,
        value: value[i] ?? 0,
      });
    }
    cubes = {
      main: open(found.main),
      sex: open(found.sex),
      age: open(found.age),
      origin: open(found.origin),
    };
  };
  return {
    load: async (ipc) => {
      const database = await startDatabase(() => undefined, []);
      connection = database.connection;
      await connection.insertArrowFromIPCStream(ipc, { name: "records", create: true });
      await makeCubes();
    },
    enter: makeCubes,
    answer: (span) => {
      if (cubes === undefined) throw new Error("Nothing is loaded.");
      return answerFrom(cubes, span);
    },
  };
}

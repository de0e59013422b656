import { columnFromArray, tableFromColumns, tableToIPC, uint8 } from "@uwdata/flechette";
import { AGES, AREAS, COLUMNS, type Columns, ORIGINS, ROWS, SEXES, TYPES, YEARS } from "./shape.ts";

const SEED = 20_260_729;

/** Numbers from 0 up to 1, the same on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    let mixed = state ^ (state >>> 15);
    mixed = Math.imul(mixed, 0x2c1b3c6d);
    mixed ^= mixed >>> 12;
    return (mixed >>> 0) / 2 ** 32;
  };
}

/** A record-level table in which no area reports every year and some codes are rare. Invented: it means nothing. */
export function syntheticColumns(rows = ROWS, seed = SEED): Columns {
  const next = random(seed);
  const skewed = (size: number, power: number): number => Math.floor(size * next() ** power);
  const columns = Object.fromEntries(COLUMNS.map((name) => [name, new Uint8Array(rows)])) as Record<
    (typeof COLUMNS)[number],
    Uint8Array
  >;
  for (let i = 0; i < rows; i += 1) {
    const area = skewed(AREAS.length, 1.8);
    const drawn = skewed(YEARS, 0.8);
    const year = (drawn * 7 + area * 3) % 11 === 0 ? (drawn + 1) % YEARS : drawn;
    columns.year[i] = year;
    columns.area[i] = area;
    columns.type[i] = skewed(TYPES.length, 1.5);
    columns.sex[i] = next() < 0.08 ? 0 : next() < 0.9 ? 1 : 2 + skewed(SEXES.length - 2, 0.5);
    columns.age[i] = skewed(AGES.length, 1);
    columns.origin[i] = skewed(ORIGINS.length, 2);
    columns.count[i] = 1 + skewed(5, 4);
  }
  return columns;
}

/** The table as an Arrow stream of bytes. */
export function toArrow(columns: Columns): Uint8Array {
  const ipc = tableToIPC(
    tableFromColumns(COLUMNS.map((name) => [name, columnFromArray(columns[name], uint8())])),
    { format: "stream" },
  );
  if (ipc === null) throw new Error("The synthetic table could not be written as Arrow.");
  return ipc;
}

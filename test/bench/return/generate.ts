import { once } from "node:events";
import { createWriteStream } from "node:fs";
import type { Code } from "../../../src/standard/code.ts";
import {
  CL_MARKING,
  CL_SEIZURE_PLACE,
  CL_WEAPON_TYPE,
} from "../../../src/standard/codelists/arms.ts";
import { CL_SEX } from "../../../src/standard/codelists/persons.ts";

/** Columns of the synthetic register: what an office would write down of each seizure. */
export const REGISTER_COLUMNS = [
  "entry",
  "date of seizure",
  "country",
  "weapon type",
  "sex",
  "age",
  "country of origin",
  "place of seizure",
  "marking",
  "count",
] as const;

/** Labels of what a single thing can be: no total, nothing that does not apply. */
const labels = ({ codes }: { readonly codes: readonly Code[] }): readonly string[] =>
  codes.filter(({ code }) => !/^(_T|_Z|TOTAL_REPORTED)$/.test(code)).map(({ label }) => label);

const LISTS = {
  country: ["Mexico", "Colombia", "Brazil", "Spain", "Greece", "Japan", "Lithuania", "Morocco"],
  type: labels(CL_WEAPON_TYPE),
  sex: labels(CL_SEX),
  age: ["0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+", "Unknown"],
  origin: ["United States of America", "Belgium", "Austria", "Italy", "Czechia"],
  place: labels(CL_SEIZURE_PLACE),
  marking: labels(CL_MARKING),
};

/** Whole numbers from 0 to below `n`, the same from one seed on every machine. */
const numbersFrom = (seed: number): ((n: number) => number) => {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
};

/** Text that is written at once. */
const BLOCK = 1 << 20;
const two = (n: number): string => String(n).padStart(2, "0");

/**
 * Writes a register of synthetic seizures as CSV, about 100 bytes a row, the same for one seed. It describes nothing
 * that happened.
 */
export const writeRegister = async (path: string, rows: number, seed = 16_04): Promise<void> => {
  const below = numbersFrom(seed);
  /** The first words of a list come oftenest, as in a real register. */
  const one = (list: readonly string[]): string =>
    list[Math.min(below(list.length), below(list.length))] ?? "";
  const file = createWriteStream(path);
  let block = `${REGISTER_COLUMNS.join(",")}\n`;
  for (let entry = 1; entry <= rows; entry += 1) {
    const date = `${2015 + below(8)}-${two(1 + below(12))}-${two(1 + below(28))}`;
    block += `${[
      entry,
      date,
      one(LISTS.country),
      one(LISTS.type),
      one(LISTS.sex),
      one(LISTS.age),
      one(LISTS.origin),
      one(LISTS.place),
      one(LISTS.marking),
      1 + Math.min(below(4), below(4)),
    ].join(",")}\n`;
    if (block.length < BLOCK) continue;
    if (!file.write(block)) await once(file, "drain");
    block = "";
  }
  file.end(block);
  await once(file, "finish");
};

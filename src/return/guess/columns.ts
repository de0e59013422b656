import { parseNumber } from "../numbers.ts";
import { parsePeriod } from "../periods.ts";
import type { ColumnProfile } from "../raw-table.ts";
import { folded } from "./fold.ts";
import { type ColumnTarget, TITLES } from "./words.ts";

/** Why a column was taken for something. */
export type Because = "NAME" | "VALUES";

const words = (target: ColumnTarget): string[] => TITLES[target].split("|").map(folded);

const TITLE_WORDS = new Map(
  (Object.keys(TITLES) as ColumnTarget[]).map((target) => [target, new Set(words(target))]),
);

/** Whether a title is one of the words of a target. */
export const isTitleOf = (target: ColumnTarget, title: string): boolean =>
  TITLE_WORDS.get(target)?.has(folded(title)) ?? false;

/** Share of the rows of a column whose value a test accepts; empty cells do not count. */
export const shareOf = (profile: ColumnProfile, accepts: (value: string) => boolean): number => {
  let good = 0;
  let all = 0;
  for (const { value, count } of profile.values) {
    if (value.trim() === "") continue;
    all += count;
    if (accepts(value)) good += count;
  }
  return all === 0 ? 0 : good / all;
};

const isDate = (value: string): boolean =>
  (parsePeriod(value, "DMY") ?? parsePeriod(value, "MDY")) !== undefined;
const isDay = (value: string): boolean => isDate(value) && !/^\s*\d{4}\s*$/.test(value);
const isYear = (value: string): boolean => /^\s*(19|20)\d{2}\s*$/.test(value);
const isMonth = (value: string): boolean =>
  /^\s*(0?[1-9]|1[0-2])\s*$|^\s*\p{L}{3,}\.?\s*$/u.test(value);
const isCount = (value: string): boolean =>
  (parseNumber(value, ".") ?? parseNumber(value, ",")) !== undefined;

/** The test of the values of a target that has no codes. */
export const VALUE_TESTS: Readonly<
  Record<"date" | "year" | "month" | "count", (value: string) => boolean>
> = { date: isDay, year: isYear, month: isMonth, count: isCount };

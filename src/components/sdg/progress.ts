import { SMALL_DENOMINATOR } from "../../statistics/ratio.ts";
import type { Compared, SdgState } from "./states.ts";

/** States whose newest published window shares no year with their first, by what became of the value. */
export interface Progress {
  readonly rose: readonly string[];
  readonly fell: readonly string[];
  readonly stayed: readonly string[];
  /** Those of the three in which a window has fewer than 20 arms in a year, or no denominator in the file. */
  readonly weak: readonly string[];
}

const isWeak = ({ years }: Compared): boolean =>
  years.length === 0 || years.some(({ ratio }) => ratio.denominator < SMALL_DENOMINATOR);

/** Compares each State's first published value with its newest, where no year is in both windows. */
export const progressOf = (states: readonly SdgState[]): Progress => {
  const pairs = states.flatMap(({ code, rows, compared }) => {
    const published = rows.filter((row) => row.published !== null);
    const [first, last] = [published.at(0), published.at(-1)];
    const before = compared.get(first?.year ?? "");
    const after = compared.get(last?.year ?? "");
    if (before?.window === undefined || after?.window === undefined) return [];
    if (before.window.span.to >= after.window.span.from) return [];
    const change = Math.sign((last?.published ?? 0) - (first?.published ?? 0));
    return [{ code, change, weak: isWeak(before) || isWeak(after) }];
  });
  const codes = (sign: number) =>
    pairs.filter(({ change }) => change === sign).map(({ code }) => code);
  return {
    rose: codes(1),
    fell: codes(-1),
    stayed: codes(0),
    weak: pairs.filter(({ weak }) => weak).map(({ code }) => code),
  };
};

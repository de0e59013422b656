import type { SdgRow } from "../../build/sdg-rows.ts";

/** The years that a published value covers: two where its footnote speaks of an average, else the year of its label. */
export const windowOf = ({ year, footnote }: SdgRow): readonly [from: number, to: number] => {
  const first = Number(year);
  return [first, footnote.includes("average") ? first + 1 : first];
};

/** How published values differ between the first and the last window of each State that share no year. */
export interface Progress {
  readonly states: number;
  readonly higher: number;
  readonly lower: number;
  readonly same: number;
}

/** Compares the first and the last published value of each State whose windows share no year. */
export const progressOf = (rows: ReadonlyMap<string, readonly SdgRow[]>): Progress => {
  const changes = [...rows.values()].flatMap((all) => {
    const published = all.filter((row) => row.published !== null);
    const [first, last] = [published.at(0), published.at(-1)];
    if (first === undefined || last === undefined || windowOf(last)[0] <= windowOf(first)[1])
      return [];
    return [Math.sign((last.published ?? 0) - (first.published ?? 0))];
  });
  const count = (sign: number): number => changes.filter((change) => change === sign).length;
  return { states: changes.length, higher: count(1), lower: count(-1), same: count(0) };
};

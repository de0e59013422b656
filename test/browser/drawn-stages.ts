import type { Page } from "@playwright/test";
import type { StageAsked } from "./asked-of-sql.ts";
import { readChart } from "./drawn-chart.ts";
import { numberIn, says } from "./printed.ts";
import { expect } from "./site.ts";

/** What the stages of justice print: persons and States of each, and the shares of each sex among them. */
export interface StagesPrinted {
  readonly rows: readonly { readonly persons: string; readonly states: string }[];
  readonly shares: readonly { readonly sex: string; readonly share: string }[];
}

/** Reads the stages of justice; no rows where the persons of the view stand otherwise, or nowhere. */
export const readStages = async (page: Page): Promise<StagesPrinted> => {
  const texts = (await readChart(page, "view-persons")).flatMap(({ items }) =>
    items.map(({ text }) => text),
  );
  const found = (pattern: RegExp) => texts.map((text) => pattern.exec(text) ?? []);
  return {
    rows: found(/^([\d,]+) persons? · ([\d,]+) /).flatMap(([, persons, states]) =>
      persons === undefined || states === undefined ? [] : [{ persons, states }],
    ),
    shares: found(/^(Women|Men|Sex unknown) ([\d.]+%)$/).flatMap(([, sex, share]) =>
      sex === undefined || share === undefined ? [] : [{ sex, share }],
    ),
  };
};

/** Holds the stages to SQL. Their shares stand in no order of their own, so those of a sex are compared by size. */
export const compareStages = (
  where: string,
  { rows, shares }: StagesPrinted,
  asked: readonly StageAsked[],
): number => {
  const total = (d: StageAsked): number => d.women + d.men + d.unknown;
  expect(rows, where).toEqual(
    asked.map((d) => ({
      persons: total(d).toLocaleString("en"),
      states: d.states.toLocaleString("en"),
    })),
  );
  for (const [sex, count] of [
    ["Women", "women"],
    ["Men", "men"],
    ["Sex unknown", "unknown"],
  ] as const) {
    const bySize = (a: number, b: number): number => a - b;
    const wanted = asked
      .filter((d) => d[count] > 0)
      .map((d) => d[count] / total(d))
      .sort(bySize);
    const printed = shares
      .filter((d) => d.sex === sex)
      .map(({ share }) => share)
      .sort((a, b) => bySize(numberIn(a), numberIn(b)));
    const said = `${where}: ${sex} ${printed.join(", ")}, SQL gives ${wanted.join(", ")}`;
    expect(printed.length === wanted.length, said).toBe(true);
    for (const [i, value] of wanted.entries())
      expect(says(printed[i] ?? "", value), said).toBe(true);
  }
  return rows.length * 2 + shares.length;
};

import type { Page } from "@playwright/test";
import type { StageAsked } from "./asked-of-sql.ts";
import { expect } from "./site.ts";

/** A number as it is printed: what it says, and how far from it the number itself can be. */
interface Rounded {
  readonly value: number;
  readonly within: number;
}

const SCALES: Readonly<Record<string, number>> = { "%": 0.01, K: 1e3, M: 1e6, B: 1e9 };

/** "54.9K", "8.1%", "1,240". @throws where the text begins with no number */
const roundedIn = (text: string): Rounded => {
  const [, digits, scale = ""] = /^(-?[\d,]+(?:\.\d+)?)([KMB%]?)/.exec(text) ?? [];
  if (digits === undefined) throw new Error(`“${text}” begins with no number.`);
  const unit = SCALES[scale] ?? 1;
  return { value: Number(digits.replaceAll(",", "")) * unit, within: 0.0501 * unit };
};

const isNear = (text: string, value: number): boolean => {
  const rounded = roundedIn(text);
  return Math.abs(rounded.value - value) <= rounded.within;
};

interface Line {
  readonly y: number;
  readonly text: string;
}

/** Texts of a chart by the attributes of their group. */
const linesOf = (page: Page, part: string, group: string): Promise<Line[]> =>
  page.locator(`#${part} svg g${group} text`).evaluateAll((texts) =>
    texts.map((text) => ({
      y: Number(text.getAttribute("y")),
      text: text.textContent ?? "",
    })),
  );

const LINE = 16;

/** The whole name that stands above a value, in one line or more. */
const nameAbove = (value: Line, names: readonly Line[], known: ReadonlySet<string>): string => {
  let name = "";
  for (let up = 1; ; up += 1) {
    const line = names.find((d) => Math.abs(d.y - (value.y - up * LINE)) < 0.3);
    if (line === undefined) return name;
    name = name === "" ? line.text : `${line.text} ${name}`;
    if (known.has(name)) return name;
  }
};

/** The last year in which a row has a number. */
const lastOf = (rows: ReadonlyMap<string, number | null>, row: string) =>
  [...rows]
    .filter(([key, value]) => value !== null && key.replace(/ \d+$/, "") === row)
    .map(([key, value]) => ({ year: Number(/\d+$/.exec(key)?.[0]), value: value ?? 0 }))
    .sort((a, b) => a.year - b.year)
    .at(-1);

/**
 * Holds the numbers that the trend prints to those of SQL: at the end of each named line its last, or, at a line by
 * itself, one of its own. `rows`: numbers by label and year. Returns how many there were.
 */
export const compareTrend = async (
  page: Page,
  where: string,
  rows: ReadonlyMap<string, number | null>,
): Promise<number> => {
  const names = await linesOf(page, "view-trend", '[font-weight="600"][font-size="13"]');
  const ends = await linesOf(page, "view-trend", '[font-variant][font-size="13"]');
  const alone = await linesOf(page, "view-trend", '[font-weight="600"][font-size="12"]');
  const known = new Set([...rows.keys()].map((key) => key.replace(/ \d+$/, "")));
  for (const end of ends) {
    const name = nameAbove(end, names, known);
    const last = lastOf(rows, name);
    const said = `${where}: ${name} ends at ${end.text}, SQL gives ${last?.value} in ${last?.year}`;
    expect(last !== undefined && isNear(end.text, last.value), said).toBe(true);
    const [, year] = /\((\d{4})\)$/.exec(end.text) ?? [];
    if (year !== undefined) expect(Number(year), said).toBe(last?.year);
  }
  const all = [...rows.values()].filter((value) => value !== null);
  for (const { text } of alone)
    expect(
      all.some((value) => isNear(text, value)),
      `${where}: the line prints ${text}, which SQL gives in no year`,
    ).toBe(true);
  return ends.length + alone.length;
};

/** What the stages of justice print: persons and States of each, and the shares of each sex among them. */
export interface StagesPrinted {
  readonly rows: readonly { readonly persons: string; readonly states: string }[];
  readonly shares: readonly { readonly sex: string; readonly share: string }[];
}

/** Reads the stages of justice; no rows where the persons of the view stand otherwise, or nowhere. */
export const readStages = async (page: Page): Promise<StagesPrinted> => {
  const texts = (await linesOf(page, "view-persons", "")).map(({ text }) => text);
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
      .sort((a, b) => bySize(roundedIn(a).value, roundedIn(b).value));
    const said = `${where}: ${sex} ${printed.join(", ")}, SQL gives ${wanted.join(", ")}`;
    expect(printed.length === wanted.length, said).toBe(true);
    for (const [i, value] of wanted.entries())
      expect(isNear(printed[i] ?? "", value), said).toBe(true);
  }
  return rows.length * 2 + shares.length;
};

/** The synthetic table of the bench: what each column holds. Codes are positions in these lists. */
export const ROWS = 1_000_000;
export const FIRST_YEAR = 2005;
export const YEARS = 20;

const numbered = (word: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${word} ${String(i + 1).padStart(2, "0")}`);

export const AREAS = numbered("Area", 40);
export const TYPES = [
  "Pistol",
  "Revolver",
  "Rifle",
  "Shotgun",
  "Submachine gun",
  "Machine gun",
  "Other",
  "Type unknown",
] as const;
export const SEXES = ["Women", "Men", "Other", "Sex unknown"] as const;
export const AGES = [
  [0, 14],
  [15, 17],
  [18, 20],
  [21, 24],
  [25, 34],
  [35, 44],
  [45, 59],
  [60, null],
] as const;
export const ORIGINS = numbered("Origin", 54);

/** The columns, in order; each is one byte a row. `count` is the number of arms of a record. */
export const COLUMNS = ["year", "area", "type", "sex", "age", "origin", "count"] as const;
export type Column = (typeof COLUMNS)[number];
export type Columns = Readonly<Record<Column, Uint8Array>>;

/** First and last year of a brush, counted from the first year. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What the six views show. */
export interface Answer {
  /** Index type × YEARS + year. */
  readonly byTypeYear: ArrayLike<number>;
  /** Areas with a record, by year. */
  readonly reporting: ArrayLike<number>;
  readonly byType: ArrayLike<number>;
  readonly byArea: ArrayLike<number>;
  readonly bySex: ArrayLike<number>;
  readonly byAge: ArrayLike<number>;
  readonly byOrigin: ArrayLike<number>;
}

/** The parts of an answer; Mosaic alone cannot tell which areas report from its small tables. */
export const PARTS = [
  "byTypeYear",
  "byType",
  "byArea",
  "bySex",
  "byAge",
  "byOrigin",
  "reporting",
] as const;

/** A number for each part of an answer, to compare what two libraries say. */
export const digest = (answer: Answer): number[] =>
  PARTS.map((part) => Array.from(answer[part]).reduce((sum, value, i) => sum + value * (i + 1), 0));

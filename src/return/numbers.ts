/** The character before the decimals of a number. */
export const DECIMALS = [".", ","] as const;
export type Decimal = (typeof DECIMALS)[number];

/** What may stand between groups of three digits. */
const GROUPS: Readonly<Record<Decimal, string>> = {
  ".": "[,' \\u00a0\\u202f]",
  ",": "[.' \\u00a0\\u202f]",
};

const pattern = (decimal: Decimal): RegExp =>
  new RegExp(
    `^[-+]?(?:\\d+|\\d{1,3}(${GROUPS[decimal]})\\d{3}(?:\\1\\d{3})*)(?:\\${decimal}\\d+)?(?:[eE][-+]?\\d+)?$`,
  );

const PATTERNS: Readonly<Record<Decimal, RegExp>> = { ".": pattern("."), ",": pattern(",") };

/** The number of a text, groups of three digits allowed: `1,234.5` or `1 234,5`. Undefined where it is none. */
export const parseNumber = (text: string, decimal: Decimal): number | undefined => {
  const trimmed = text.trim();
  if (!PATTERNS[decimal].test(trimmed)) return undefined;
  const grouped = new RegExp(GROUPS[decimal], "g");
  const value = Number(trimmed.replace(grouped, "").replace(decimal, "."));
  return Number.isFinite(value) ? value : undefined;
};

/**
 * The decimal character of a column of counts: the one with which more of the texts are whole numbers, so that `1.234`
 * is read with a comma and `1,234` with a point; else the one with which more are numbers at all; else the point.
 */
export const guessDecimal = (values: readonly string[]): Decimal => {
  const read = (decimal: Decimal): number[] =>
    values.flatMap((value) => parseNumber(value, decimal) ?? []);
  const [point, comma] = [read("."), read(",")];
  const whole = (numbers: readonly number[]): number => numbers.filter(Number.isInteger).length;
  const more = whole(comma) - whole(point) || comma.length - point.length;
  return more > 0 ? "," : ".";
};
